/** The slots of an offering: when they are, whether they can be booked now, and what is left in them. */
import {
  type DayPart,
  type DaySheet,
  dayParts,
  QUARTER_MINUTES,
  QUARTERS,
  quartersOf,
  type Span,
  takenSpan,
} from '@yike/shared/booking/calendar'
import { closureOn, openingOn, toldOf } from '@yike/shared/booking/rules/closures'
import { heldFor } from '@yike/shared/booking/rules/season'
import { type Audience, lengthsOf, shutOn, stepOf } from '@yike/shared/booking/rules/terms'
import type { Day, DayTable, Slot } from '@yike/shared/booking/schema/day'
import type { DayKindOf, DaySpans } from '@yike/shared/circle/hours'
import {
  type Instant,
  instantsOn,
  type LocalDate,
  minuteOfDay,
  minutesBetween,
} from '@yike/shared/kernel/time'
import type { Offering, Server } from '../../circle/handlers'
import type { Guest } from './guest'
import { travelMinutes } from './taking'

/** A stretch of one date, in minutes of the day: what is counted often is counted in numbers. */
interface Stretch {
  readonly from: number
  readonly to: number
}

const stretchOf = ({ startAt, endAt }: Span): Stretch => {
  const from = minuteOfDay(startAt)
  return { from, to: from + minutesBetween(startAt, endAt) }
}

/** The slots of the hours of a date, in order. */
const stretchesOf = (offering: Offering, spans: DaySpans): Stretch[] => {
  const { slotMinutes } = offering
  const step = stepOf(offering)
  const stretches: Stretch[] = []
  for (const [opens, closes] of spans)
    for (let from = opens; from + slotMinutes <= closes; from += step)
      stretches.push({ from, to: from + slotMinutes })
  return stretches
}

const spanOf = (at: (minute: number) => Instant, { from, to }: Stretch): Span => ({
  startAt: at(from),
  endAt: at(to),
})

/** The slots of one date in order, or undefined where the calendar of that year is not known yet. */
export const slotTimes = (offering: Offering, on: LocalDate, dayKindOf: DayKindOf): Span[] | undefined => {
  const spans = openingOn(offering, on, dayKindOf)
  const at = instantsOn(on)
  return spans && stretchesOf(offering, spans).map(stretch => spanOf(at, stretch))
}

/** How full the things of an offering are on a date: the sheet of each that is not empty. */
export type Sheets = ReadonlyMap<string, DaySheet>

/** How many bookings of a time there is still room for: the scarcest of what it takes decides. */
export const leftIn = (offering: Offering, sheets: Sheets, span: Span): number =>
  leftBetween(offering, sheets, stretchOf(span), 0)

const leftBetween = (offering: Offering, sheets: Sheets, { from, to }: Stretch, travel: number): number => {
  const { thingId, capacity, units = 1, alsoTakes, servers, beforeMinutes = 0, afterMinutes = 0 } = offering
  const around = { from: from - beforeMinutes, to: to + afterMinutes }
  let left = Math.floor(freeBetween(sheets.get(thingId), around, capacity) / units)
  for (const share of alsoTakes ?? [])
    left = Math.min(
      left,
      Math.floor(freeBetween(sheets.get(share.thingId), around, share.capacity) / share.units),
    )
  if (!servers) return left
  const away = { from: from - travel, to: to + travel }
  return Math.min(left, servers.filter(one => freeBetween(sheets.get(one.thingId), away, 1) > 0).length)
}

/** Units free of one thing, within the date: what reaches past midnight the write itself looks at. */
const freeBetween = (sheet: DaySheet | undefined, { from, to }: Stretch, capacity: number): number => {
  if (!sheet) return capacity
  let most = 0
  const end = Math.min(QUARTERS, Math.ceil(to / QUARTER_MINUTES))
  for (let quarter = Math.max(0, Math.floor(from / QUARTER_MINUTES)); quarter < end; quarter++)
    most = Math.max(most, sheet[quarter] ?? 0)
  return Math.max(0, capacity - most)
}

/** When equipment is away: with what is kept free around the room, day by day. */
export const equipmentParts = ({ beforeMinutes, afterMinutes }: Offering, span: Span): DayPart[] =>
  dayParts(takenSpan(span, { beforeMinutes, afterMinutes }))

/** How much of a sort of equipment is free in all of these parts of days. */
export const equipmentLeft = (
  parts: readonly DayPart[],
  sheetOn: (on: LocalDate) => DaySheet | undefined,
  count: number,
): number => {
  const taken = parts.flatMap(part => quartersOf(part).map(quarter => sheetOn(part.on)?.[quarter] ?? 0))
  return Math.max(0, count - Math.max(0, ...taken))
}

const isFree = (sheet: DaySheet | undefined, span: Span): boolean =>
  freeBetween(sheet, stretchOf(span), 1) > 0

/** A day as the resident sees it; where somebody comes to their door, with the way there. */
export const dayTable = (
  offering: Offering,
  on: LocalDate,
  sheets: Sheets,
  now: Instant,
  dayKindOf: DayKindOf,
  { travel = 0, audience = 'resident' }: { travel?: number; audience?: Audience } = {},
): DayTable => {
  const spans = openingOn(offering, on, dayKindOf)
  if (!spans) return { on, fromMinute: [], left: [], calendarUnknown: true }
  const closure = closureOn(offering, on)
  const closed = closure && toldOf(closure)
  const shutAt = shutOn(offering, on, now, 'anybody', audience)
  const lengths = lengthsOf(offering)
  const at = instantsOn(on)
  const isHeld = (stretch: Stretch) => heldFor(offering.seasons, spanOf(at, stretch), offering) !== undefined

  /** The latest end that a booking from here may have now. */
  const longestTo = (from: number): number | null => {
    const closes = spans.find(([opens, to]) => opens <= from && from < to)?.[1] ?? from
    let longest: number | null = null
    for (const minutes of lengths) {
      const to = from + minutes
      if (to > closes || isHeld({ from, to })) break
      if (leftBetween(offering, sheets, { from, to }, travel) === 0) break
      longest = to
    }
    return longest
  }

  const stretches = stretchesOf(offering, spans)
  const shut = stretches.map(
    stretch => shutAt(at(stretch.from)) ?? (isHeld(stretch) ? ('season_held' as const) : null),
  )
  return {
    on,
    ...(closed && { closed }),
    fromMinute: stretches.map(({ from }) => from),
    left: stretches.map(stretch => leftBetween(offering, sheets, stretch, travel)),
    ...(shut.some(why => why !== null) && { shut }),
    ...(lengths.length > 1 && {
      longestToMinute: stretches.map(({ from }, i) => (shut[i] ? null : longestTo(from))),
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
    .flatMap(({ on, slots }) => slots.filter(slot => isFree(busy.get(on), slot)))
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
    .filter(({ thingId }) => isFree(sheets.get(thingId), away))
    .sort((one, other) => busy(one) - busy(other))
}
