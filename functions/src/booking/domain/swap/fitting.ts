/**
 * What fits in place of what closes: what is for the very same purpose near by at about that time, else the same offering
 * at another time, else the same purpose near by at another time. Nothing else does: whoever booked a kitchen cannot cook
 * on a table for table tennis. The numbers are our own choice, in this one place.
 */
import type { Span } from '@yike/shared/booking/calendar'
import { lengthsOf } from '@yike/shared/booking/rules/terms'
import type { SwapWay } from '@yike/shared/booking/schema/affected'
import {
  addDays,
  addMinutes,
  daysBetween,
  type Instant,
  type LocalDate,
  localDate,
  minuteOfDay,
  minutesBetween,
} from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'

/** Looked for on so many days around the one that was booked. */
const BEFORE_DAYS = 3
const AFTER_DAYS = 9
/** So far from the time that was booked is about then. */
const ABOUT_MINUTES = 120
const DAY_MINUTES = 24 * 60
/** Another part of the day is worth as much as a day between. */
const OTHER_PART_MINUTES = DAY_MINUTES

/** Something else near by, and how far it is to walk from what closes. */
export interface Neighbour {
  readonly offering: Offering
  readonly walkMinutes: number
}

export interface Spot extends Neighbour, Span {
  readonly way: SwapWay
  /** In minutes, how much of what was wished for it upsets: days between, another hour of the day, the walk. */
  readonly apart: number
}

/** Is something else for the same as what closes? What does not say what it is for is for nothing else. */
export const standsIn = (other: Offering, closed: Offering): boolean =>
  other.offeringId !== closed.offeringId &&
  !other.paused &&
  other.kind === closed.kind &&
  closed.purpose !== undefined &&
  other.purpose === closed.purpose

/** The dates on which something is looked for in place of what was booked on one, past ones left out. */
export const fittingDates = (on: LocalDate, now: Instant): LocalDate[] => {
  const today = localDate(now)
  const [, from = on] = [addDays(on, -BEFORE_DAYS), today].sort()
  const count = daysBetween(from, addDays(on, AFTER_DAYS)) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => addDays(from, i))
}

const partOf = (at: Instant): number => {
  const minute = minuteOfDay(at)
  return minute < 12 * 60 ? 0 : minute < 18 * 60 ? 1 : 2
}

const wayOf = (isHere: boolean, away: number): SwapWay => {
  if (isHere) return away === 0 ? 'ownTime' : 'anotherTime'
  return away <= ABOUT_MINUTES ? 'elsewhere' : 'elsewhereAnotherTime'
}

const ways = ['ownTime', 'elsewhere', 'anotherTime', 'elsewhereAnotherTime'] as const satisfies SwapWay[]

/** Every time that could be held in place of what was booked, the best first, whatever of it is free. */
export const fittingSpots = (
  wished: Span,
  offering: Offering,
  near: readonly Neighbour[],
  { now, slotsOn }: { now: Instant; slotsOn: (offering: Offering, on: LocalDate) => readonly Span[] },
): Spot[] => {
  const minutes = minutesBetween(wished.startAt, wished.endAt)
  const on = localDate(wished.startAt)
  const spots = [{ offering, walkMinutes: 0 }, ...near]
    .filter(one => lengthsOf(one.offering).includes(minutes))
    .flatMap(one =>
      fittingDates(on, now)
        .flatMap(date => slotsOn(one.offering, date))
        .filter(({ startAt }) => startAt > now)
        .map(({ startAt }): Spot => {
          const days = Math.abs(daysBetween(on, localDate(startAt)))
          const hours = Math.abs(minuteOfDay(startAt) - minuteOfDay(wished.startAt))
          const away = days * DAY_MINUTES + hours
          const way = wayOf(one.offering === offering, away)
          const isOtherPart = way !== 'elsewhere' && partOf(startAt) !== partOf(wished.startAt)
          const apart = away + (isOtherPart ? OTHER_PART_MINUTES : 0) + one.walkMinutes
          return { ...one, startAt, endAt: addMinutes(startAt, minutes), way, apart }
        }),
    )
  return spots.sort(byFit)
}

const byFit = (one: Spot, other: Spot): number => {
  const [a, b] = [ways.indexOf(one.way), ways.indexOf(other.way)]
  if (a !== b || one.apart !== other.apart) return a - b || one.apart - other.apart
  // As near before it as after it: whoever is asked late has more time so.
  if (one.startAt !== other.startAt) return one.startAt > other.startAt ? -1 : 1
  return one.offering.offeringId < other.offering.offeringId ? -1 : 1
}
