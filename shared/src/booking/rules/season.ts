/** A season: the same hours every week for some months, given by a draw where more ask for them than there are. */

import type { Id } from '../../kernel/id'
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDate,
  minuteOfDay,
  minutesBetween,
  weekdayOf,
} from '../../kernel/time'
import type { Span } from '../calendar'

/** An hour of every week, in minutes of the day; 0 is Monday. */
export interface WeeklySlot {
  readonly weekday: number
  readonly fromMinute: number
  readonly toMinute: number
}

/** Both included. */
export interface Dates {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What a booking keeps free before and after itself. */
interface Around {
  readonly beforeMinutes?: number | undefined
  readonly afterMinutes?: number | undefined
}

/** Does one of these slots lie on this date of the season? */
export const isKeptOn = (
  { from, to, slots }: Dates & { slots: readonly WeeklySlot[] },
  on: LocalDate,
): boolean => from <= on && on <= to && slots.some(({ weekday }) => weekday === weekdayOf(on))

/** What is kept for a season until it is settled, and around it: nobody books it by themselves. */
export interface Held extends Dates, Around {
  readonly seasonId: Id<'season'>
  readonly slots: readonly WeeklySlot[]
}

/**
 * Numbers that nobody can know when the list is frozen, and everybody can look up afterwards: 双色球 and 大乐透 (seven
 * numbers of two digits in the order in which they are published), or what was drawn before all eyes.
 */
export const sources = ['ssq', 'dlt', 'hand'] as const
export type Source = (typeof sources)[number]

const SEVEN_BALLS = /^\d{2}( \d{2}){6}$/
/** At least a million possibilities, or somebody could try them all beforehand. */
const BY_HAND = /^(?=(?:\D*\d){6})\d{1,6}( \d{1,6}){0,11}$/
const numberOf: Record<Source, RegExp> = { ssq: SEVEN_BALLS, dlt: SEVEN_BALLS, hand: BY_HAND }

/** Is this what such a source publishes? Digits in groups, one space between them. */
export const isNumberOf = (source: Source, publicNumber: string): boolean =>
  numberOf[source].test(publicNumber)

export const datesOfSlot = ({ from, to }: Dates, { weekday }: Pick<WeeklySlot, 'weekday'>): LocalDate[] => {
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7)
  const weeks = Math.floor(daysBetween(first, to) / 7) + 1
  return Array.from({ length: Math.max(0, weeks) }, (_, week) => addDays(first, 7 * week))
}

const taken = (
  { weekday, fromMinute, toMinute }: WeeklySlot,
  { beforeMinutes = 0, afterMinutes = 0 }: Around,
): WeeklySlot => ({ weekday, fromMinute: fromMinute - beforeMinutes, toMinute: toMinute + afterMinutes })

/** Do they meet, each with what is kept free around it? */
export const overlap = (one: WeeklySlot, of: Around, other: WeeklySlot, ofOther: Around): boolean => {
  const [mine, theirs] = [taken(one, of), taken(other, ofOther)]
  return (
    mine.weekday === theirs.weekday && mine.fromMinute < theirs.toMinute && theirs.fromMinute < mine.toMinute
  )
}

/** Would a season at these hours meet one that is held already? */
export const meets = (one: Omit<Held, 'seasonId'>, other: Omit<Held, 'seasonId'>): boolean =>
  one.from <= other.to &&
  other.from <= one.to &&
  one.slots.some(slot => other.slots.some(theirs => overlap(slot, one, theirs, other)))

/** For which season a time is kept; what is kept free around a booking and around the season must not meet either. */
export const heldFor = (
  held: readonly Held[] | undefined,
  { startAt, endAt }: Span,
  around: Around,
): Held | undefined => {
  if (!held || held.length === 0) return undefined
  const on = localDate(startAt)
  const fromMinute = minuteOfDay(startAt)
  const asked = { weekday: weekdayOf(on), fromMinute, toMinute: fromMinute + minutesBetween(startAt, endAt) }
  return held.find(
    season =>
      season.from <= on && on <= season.to && season.slots.some(slot => overlap(asked, around, slot, season)),
  )
}
