/** The slots of an offering: when they are, whether they can be booked now, and what is left in them. */
import { type DaySheet, dayParts, type Span, takenSpan, unitsLeft } from '@yike/shared/booking/calendar'
import { closureOn, openingOn } from '@yike/shared/booking/rules/closures'
import { lengthsOf, stepOf, whyShut } from '@yike/shared/booking/rules/terms'
import type { Day, Slot } from '@yike/shared/booking/schema'
import type { DayKindOf } from '@yike/shared/circle/hours'
import { addMinutes, type Instant, instantAt, type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Offering, Server } from '../../circle/handlers'
import type { Guest } from './place'
import { travelMinutes } from './taking'

/** The slots of one date in order, or undefined where the calendar of that year is not known yet. */
export const slotTimes = (offering: Offering, on: LocalDate, dayKindOf: DayKindOf): Span[] | undefined =>
  openingOn(offering, on, dayKindOf)?.flatMap(([from, to]) => {
    const { slotMinutes } = offering
    const step = stepOf(offering)
    return Array.from({ length: Math.max(0, Math.floor((to - from - slotMinutes) / step) + 1) }, (_, i) => ({
      startAt: instantAt(on, from + i * step),
      endAt: instantAt(on, from + i * step + slotMinutes),
    }))
  })

/** Does a booking begin with a slot, last one of the lengths, and end before the door closes? Undefined: unknown. */
export const isBookable = (offering: Offering, span: Span, dayKindOf: DayKindOf): boolean | undefined => {
  const on = localDate(span.startAt)
  const minutes = (Date.parse(span.endAt) - Date.parse(span.startAt)) / 60_000
  if (!lengthsOf(offering).includes(minutes)) return openingOn(offering, on, dayKindOf) && false
  return openingOn(offering, on, dayKindOf)?.some(([from, to]) => {
    const start = (Date.parse(span.startAt) - Date.parse(instantAt(on, from))) / 60_000
    return start >= 0 && start % stepOf(offering) === 0 && from + start + minutes <= to
  })
}

/** How full the things of an offering are on a date: the sheet of each that is not empty. */
export type Sheets = ReadonlyMap<string, DaySheet>

/** How many bookings of a time there is still room for: the scarcest of what it takes decides. */
export const leftIn = (offering: Offering, sheets: Sheets, span: Span, travelMinutes = 0): number => {
  const { thingId, capacity, units = 1, alsoTakes = [], servers } = offering
  const around = takenSpan(span, offering)
  const shares = [{ thingId, capacity, units }, ...alsoTakes].map(share =>
    Math.floor(freeIn(sheets.get(share.thingId), around, share.capacity) / share.units),
  )
  const away = takenSpan(span, { beforeMinutes: travelMinutes, afterMinutes: travelMinutes })
  const serving = servers?.filter(one => freeIn(sheets.get(one.thingId), away, 1) > 0).length
  return Math.min(...shares, serving ?? Number.POSITIVE_INFINITY)
}

/** Units free of one thing, within the date of the start: what reaches past midnight the write itself looks at. */
const freeIn = (sheet: DaySheet | undefined, span: Span, capacity: number): number => {
  const [part] = dayParts(span)
  return part ? unitsLeft(sheet ?? {}, part, capacity) : 0
}

/** The latest end that a booking from this start may have now, where there is more than one length. */
const longestEnd = (offering: Offering, sheets: Sheets, startAt: Instant, closesAt: Instant) => {
  let longest: Instant | undefined
  for (const minutes of lengthsOf(offering)) {
    const endAt = addMinutes(startAt, minutes)
    if (endAt > closesAt || leftIn(offering, sheets, { startAt, endAt }) === 0) break
    longest = endAt
  }
  return longest
}

/** A day as the resident sees it; where somebody comes to their door, with the way there. */
export const dayView = (
  offering: Offering,
  on: LocalDate,
  sheets: Sheets,
  now: Instant,
  dayKindOf: DayKindOf,
  travelMinutes = 0,
): Day => {
  const times = slotTimes(offering, on, dayKindOf)
  const closure = closureOn(offering, on)
  if (!times) return { on, slots: [], calendarUnknown: true }
  const spans = openingOn(offering, on, dayKindOf) ?? []
  const closing = (startAt: Instant) =>
    spans.map(([, to]) => instantAt(on, to)).find(end => end > startAt) ?? startAt
  return {
    on,
    ...(closure && { closed: closure.why }),
    slots: times.map((time): Slot => {
      const shut = whyShut(offering, time.startAt, now, 'anybody')
      const longestEndAt =
        offering.longestMinutes && !shut
          ? longestEnd(offering, sheets, time.startAt, closing(time.startAt))
          : undefined
      return {
        ...time,
        left: Math.max(0, leftIn(offering, sheets, time, travelMinutes)),
        ...(shut && { shut }),
        ...(longestEndAt && { longestEndAt }),
      }
    }),
  }
}

/** The next slots with a seat, soonest first, at times when the person is free. */
export const nextFree = (
  days: readonly Day[],
  busy: ReadonlyMap<LocalDate, DaySheet>,
  most: number,
): Slot[] =>
  days
    .flatMap(({ on, slots }) => slots.filter(slot => freeIn(busy.get(on), slot, 1) > 0))
    .filter(slot => slot.left > 0 && !slot.shut)
    .slice(0, most)

/** Those of the offering's servers who are free, with the way there and back, least busy that day first. */
export const freeServers = (
  { servers = [], from }: Offering,
  sheets: Sheets,
  { home }: Guest,
  span: Span,
): Server[] => {
  const travel = from && home ? travelMinutes(from, home) : 0
  const away = takenSpan(span, { beforeMinutes: travel, afterMinutes: travel })
  const busy = ({ thingId }: Server) =>
    Object.values(sheets.get(thingId) ?? {}).reduce((sum, units) => sum + units, 0)
  return servers
    .filter(({ thingId }) => freeIn(sheets.get(thingId), away, 1) > 0)
    .sort((one, other) => busy(one) - busy(other))
}
