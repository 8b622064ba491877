/** A season: the same hours every week for some months, given by a draw where more ask for them than there are. */

import type { Id } from '../../kernel/id'
import {
  addDays,
  addMinutes,
  daysBetween,
  type Instant,
  type LocalDate,
  localDate,
  minuteOfDay,
  minutesBetween,
  weekdayOf,
} from '../../kernel/time'
import { QUARTER_MINUTES, type Span } from '../calendar'
import type { SeasonFields } from '../schema/season'
import { MOST_IN_SERIES } from './series'

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

/** So much lies between the end of the requests and the number: the list is frozen and published meanwhile. */
const MINUTES_BEFORE_DRAW = 60

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
const overlap = (one: WeeklySlot, of: Around, other: WeeklySlot, ofOther: Around): boolean => {
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

type SeasonField = keyof SeasonFields

/** Advice by field of what does not fit together; empty: all of it does. */
export const seasonMisfits = (
  { from, to, slots, closesAt, drawAt }: SeasonFields,
  around: Around,
  now: Instant,
): Partial<Record<SeasonField, string>> => {
  const uneven = slots.some(
    ({ fromMinute, toMinute }) =>
      fromMinute >= toMinute || fromMinute % QUARTER_MINUTES !== 0 || toMinute % QUARTER_MINUTES !== 0,
  )
  const twice = slots.some((one, i) => slots.slice(i + 1).some(other => overlap(one, around, other, around)))
  const isLong = slots.some(slot => datesOfSlot({ from, to }, slot).length > MOST_IN_SERIES)
  const isIdle = slots.some(slot => datesOfSlot({ from, to }, slot).length === 0)
  return {
    ...((from > to || isIdle) && { to: '结束日期要在开始日期之后，每个时段至少轮到一次。' }),
    ...(isLong && { to: `一季最多 ${MOST_IN_SERIES} 周，再长请分两季。` }),
    ...(closesAt <= now && { closesAt: '报名截止要在现在以后。' }),
    ...(drawAt < addMinutes(closesAt, MINUTES_BEFORE_DRAW) && {
      drawAt: `开奖至少在报名截止 ${MINUTES_BEFORE_DRAW} 分钟以后，名单要先封存公布。`,
    }),
    ...(localDate(drawAt) >= from && { from: '开始日期要在开奖那天以后。' }),
    ...(uneven && { slots: '每个时段写起止时间，按刻钟，起在止前。' }),
    ...(twice && { slots: '有两个时段重叠了，或中间没留够准备时间，请改开。' }),
  }
}
