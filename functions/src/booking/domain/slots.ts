/** The slots of an offering: when they are, whether they can be booked now, and what is left in them. */
import { type DaySheet, QUARTERS, unitsLeft } from '@yike/shared/booking/calendar'
import type { Day, Slot } from '@yike/shared/booking/schema'
import { type DayKindOf, spansOn } from '@yike/shared/circle/hours'
import {
  addDays,
  addMinutes,
  type Instant,
  instantAt,
  type LocalDate,
  localDate,
} from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'

type Shut = NonNullable<Slot['shut']>

/** The slots of one date in order, or undefined where the calendar of that year is not known yet. */
export const slotTimes = (
  offering: Offering,
  on: LocalDate,
  dayKindOf: DayKindOf,
): { startAt: Instant; endAt: Instant }[] | undefined =>
  spansOn(offering.hours, on, dayKindOf)?.flatMap(([from, to]) =>
    Array.from({ length: Math.floor((to - from) / offering.slotMinutes) }, (_, i) => ({
      startAt: instantAt(on, from + i * offering.slotMinutes),
      endAt: instantAt(on, from + (i + 1) * offering.slotMinutes),
    })),
  )

/** Why a start cannot be booked at this moment, whatever is free. */
export const shutBecause = (offering: Offering, startAt: Instant, now: Instant): Shut | undefined => {
  if (startAt <= now) return 'past'
  if (startAt < addMinutes(now, offering.noticeMinutes)) return 'too_late'
  if (localDate(startAt) > addDays(localDate(now), offering.daysAhead)) return 'too_early'
  return undefined
}

/** A day as the resident sees it. */
export const dayView = (
  offering: Offering,
  on: LocalDate,
  sheet: DaySheet,
  now: Instant,
  dayKindOf: DayKindOf,
): Day => {
  const times = slotTimes(offering, on, dayKindOf)
  if (!times) return { on, slots: [], calendarUnknown: true }
  return {
    on,
    slots: times.map(time => {
      const shut = shutBecause(offering, time.startAt, now)
      return { ...time, left: leftIn(sheet, time, offering.capacity), ...(shut && { shut }) }
    }),
  }
}

/** Slots lie within one date, so one sheet tells. */
const leftIn = (
  sheet: DaySheet,
  { startAt, endAt }: { startAt: Instant; endAt: Instant },
  capacity: number,
) => {
  const midnight = Date.parse(instantAt(localDate(startAt), 0))
  const quarter = (at: Instant) => Math.min(QUARTERS, (Date.parse(at) - midnight) / 900_000)
  return unitsLeft(sheet, { on: localDate(startAt), first: quarter(startAt), end: quarter(endAt) }, capacity)
}

/** The next slots with a seat, soonest first, at times when the person is free. */
export const nextFree = (
  days: readonly Day[],
  busy: ReadonlyMap<LocalDate, DaySheet>,
  most: number,
): Slot[] =>
  days
    .flatMap(({ on, slots }) => slots.filter(slot => leftIn(busy.get(on) ?? {}, slot, 1) > 0))
    .filter(slot => slot.left > 0 && !slot.shut)
    .slice(0, most)
