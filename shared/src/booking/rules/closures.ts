/** Single dates on which an offering is closed although its weekly hours say otherwise. */
import {
  type DayKindOf,
  type DaySpans,
  type Span,
  type SpecialDays,
  spansOn,
  type WeeklyHours,
} from '../../circle/hours'
import type { LocalDate } from '../../kernel/time'
import { DateInput } from '../../kernel/time'
import { text, z } from '../../kernel/zod'
import { type Because, spokenReason } from './reasons'

export const Closure = z.strictObject({ from: DateInput, to: DateInput, why: text(60) })
export type Closure = z.output<typeof Closure>

export interface Opening {
  readonly hours: WeeklyHours
  readonly closures?: readonly Closure[] | undefined
  /** Not to be booked until staff open it again, and why. */
  readonly paused?: string | undefined
  /** Special days of the place: nothing is open there outside them, and nothing longer because of them. */
  readonly within?: readonly SpecialDays[] | undefined
}

/** As a special day of every date that can be booked (`DateInput`): nothing is open at the place any more. */
export const closedForGood: SpecialDays = { from: '2020-01-01', to: '2099-12-31', spans: [] }

const specialOn = ({ within = [] }: Opening, on: LocalDate): SpecialDays | undefined =>
  within.find(({ from, to }) => from <= on && on <= to)

/** Stands where no reason is told, or none that has been read yet. */
export const UNTOLD = '不开放'

/** What is told beside the word that it is closed, in words or by a code. */
export const toldOf = ({ why, reason }: Because): Because | undefined => {
  if (reason) return { reason }
  return why === UNTOLD || why === undefined ? undefined : { why }
}

/** The same in Chinese. */
export const spokenWhy = (because: Because): string | undefined => spokenReason(toldOf(because) ?? {})

const isForGood = ({ from, to, note }: SpecialDays): boolean =>
  from === closedForGood.from && to === closedForGood.to && note === undefined

/** Why it is closed on a date of which its weekly hours say otherwise. */
export const closureOn = (opening: Opening, on: LocalDate): Because | undefined => {
  if (opening.paused) return { why: opening.paused }
  const special = specialOn(opening, on)
  if (special?.spans.length === 0)
    return isForGood(special) ? { reason: 'placeClosed' } : { why: special.note ?? UNTOLD }
  return opening.closures?.find(({ from, to }) => from <= on && on <= to)
}

/** What two plans of a day have in common. */
const common = (some: DaySpans, others: DaySpans): DaySpans =>
  some.flatMap(([from, to]) =>
    others.flatMap(([opens, closes]): Span[] => {
      const span: Span = [Math.max(from, opens), Math.min(to, closes)]
      return span[0] < span[1] ? [span] : []
    }),
  )

/**
 * When it is open on a date: weekday, holiday and make-up workday (调休) hours, then closures, then the special days of
 * its place. Undefined where the year's holidays are not published and make a difference.
 */
export const openingOn = (opening: Opening, on: LocalDate, dayKindOf: DayKindOf): DaySpans | undefined => {
  if (closureOn(opening, on)) return []
  const spans = spansOn(opening.hours, on, dayKindOf)
  const special = specialOn(opening, on)
  return special && spans ? common(spans, special.spans) : spans
}
