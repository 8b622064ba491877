/** Single dates on which an offering is closed although its weekly hours say otherwise. */
import { type DayKindOf, type DaySpans, spansOn, type WeeklyHours } from '../../circle/hours'
import type { LocalDate } from '../../kernel/time'
import { DateInput } from '../../kernel/time'
import { text, z } from '../../kernel/zod'

export const Closure = z.strictObject({ from: DateInput, to: DateInput, why: text(60) })
export type Closure = z.output<typeof Closure>

export interface Opening {
  readonly hours: WeeklyHours
  readonly closures?: readonly Closure[] | undefined
}

/** The closure that covers a date. */
export const closureOn = ({ closures = [] }: Opening, on: LocalDate): Closure | undefined =>
  closures.find(({ from, to }) => from <= on && on <= to)

/**
 * When it is open on a date: weekday, holiday and make-up workday (调休) hours, then closures. Undefined where the year's
 * holidays are not published and make a difference.
 */
export const openingOn = (opening: Opening, on: LocalDate, dayKindOf: DayKindOf): DaySpans | undefined =>
  closureOn(opening, on) ? [] : spansOn(opening.hours, on, dayKindOf)
