/** Bookings and day-sheets: keys, and the conditions that keep them right under contention. */
import {
  type DaySheet,
  dayParts,
  isWholeQuarters,
  quartersOf,
  type Span,
} from '@yike/shared/booking/calendar'
import type { BookingKind } from '@yike/shared/booking/kinds'
import { type BookingState, holds } from '@yike/shared/booking/lifecycle'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import type { Instant, LocalDate } from '@yike/shared/kernel/time'
import { absent, equal, noneAbove } from '../platform/condition'
import { indexes, inIndex, keys } from '../platform/keys'
import { type Change, type Item, queryAll, recordOf, type Table } from '../platform/table'

/** A thing that is taken (a class, a room, a person) and how much of it there is. */
export interface Take {
  readonly thingId: string
  readonly capacity: number
}

export interface BookingRecord extends Span {
  readonly bookingId: Id<'booking'>
  readonly residentId: Id<'resident'>
  readonly version: number
  readonly state: BookingState
  readonly kind: BookingKind
  readonly community: RegionCode
  readonly placeId: Id<'place'>
  readonly placeName: string
  readonly placePhone?: string | undefined
  readonly offeringId: Id<'offering'>
  readonly offeringName: string
  readonly thingId: Id<'thing'>
  readonly personId: Id<'person'>
  /** Whether the person is there in the flesh; see `bodyOf`. */
  readonly attended: boolean
  readonly forName: string
  readonly priceFen: number
  readonly cancelBy: Instant
  readonly note?: string | undefined
  readonly deadlineAt?: Instant | undefined
  /** Who made the last entry of the timeline, which itself names only the office; absent: the clock. */
  readonly lastActorId?: Id<'resident'>
  readonly timeline: readonly TimelineEntry[]
}

/** One quarter-hour of a day-sheet is one attribute: 'q36' is 09:00–09:15. */
const quarterName = (quarter: number): string => `q${quarter}`

/** Takes a span out of a thing's day-sheets, if every quarter of it has room. */
export const takeChanges = <Code extends string>(take: Take, span: Span, full: Code): Change<Code>[] => {
  // Half a quarter would count on a quarter of its own and so be sold twice.
  if (!isWholeQuarters(span)) throw new Error(`${span.startAt} to ${span.endAt} is not in whole quarters`)
  return dayParts(span).map(part => {
    const names = quartersOf(part).map(quarterName)
    return {
      update: keys.daySheet(take.thingId, part.on),
      add: Object.fromEntries(names.map(name => [name, 1])),
      if: noneAbove(Object.fromEntries(names.map(name => [name, take.capacity - 1]))),
      else: full,
    }
  })
}

/** Gives a span back. The write that it is part of proves that the span was taken. */
export const giveBackChanges = (thingId: string, span: Span): Change<never>[] =>
  dayParts(span).map(part => ({
    update: keys.daySheet(thingId, part.on),
    add: Object.fromEntries(quartersOf(part).map(quarter => [quarterName(quarter), -1])),
  }))

/**
 * What a booking takes of the person: their body, which is in one place at a time. Where nobody needs to be there it
 * is only their part in that thing: one parked car each.
 */
const bodyOf = ({ attended, personId, thingId }: BookingRecord): string =>
  attended ? personId : `${thingId}:${personId}`

export const newBookingChanges = (
  booking: BookingRecord,
  capacity: number,
): Change<'booking.slot_full' | 'booking.person_busy' | 'request.busy'>[] => [
  ...takeChanges({ thingId: booking.thingId, capacity }, booking, 'booking.slot_full'),
  ...takeChanges({ thingId: bodyOf(booking), capacity: 1 }, booking, 'booking.person_busy'),
  { put: bookingItem(booking), if: absent(), else: 'request.busy' },
]

/** Saves the next record, if nobody else has moved the booking; one that no longer holds its place gives it back. */
export const moveChanges = (before: BookingRecord, after: BookingRecord): Change<'booking.wrong_state'>[] => [
  { put: bookingItem(after), if: equal('version', before.version), else: 'booking.wrong_state' },
  ...(holds(before.state) && !holds(after.state)
    ? [before.thingId, bodyOf(before)].flatMap(id => giveBackChanges(id, before))
    : []),
]

const bookingItem = (booking: BookingRecord) => ({
  ...keys.booking(booking.bookingId),
  ...inIndex('by-owner', indexes.byOwner.bookings(booking.residentId, booking.startAt, booking.bookingId)),
  ...(booking.deadlineAt &&
    inIndex(
      'by-deadline',
      indexes.byDeadline.waiting(booking.community, booking.deadlineAt, booking.bookingId),
    )),
  type: 'Booking',
  ...booking,
})

export const asBooking = (item: Item): BookingRecord => recordOf<BookingRecord>(item)

export const loadBooking = async (
  table: Table,
  bookingId: Id<'booking'>,
): Promise<BookingRecord | undefined> => {
  const item = await table.get(keys.booking(bookingId), { consistent: true })
  return item && asBooking(item)
}

export const queryBookings = (
  table: Table,
  residentId: Id<'resident'>,
  page: { limit: number; cursor?: string | undefined },
) => {
  const [pk] = indexes.byOwner.bookings(residentId, '', '')
  return table.query({ index: 'by-owner', pk, newestFirst: true, ...page })
}

/** Bookings of a community that should have been answered by `now`, those due before `since` left out. */
export const queryOverdue = async (
  table: Table,
  community: RegionCode,
  now: Instant,
  since: Instant | undefined,
): Promise<BookingRecord[]> => {
  const [pk, to] = indexes.byDeadline.waiting(community, now, '~')
  const waited = await queryAll(table, { index: 'by-deadline', pk, sk: { from: since ?? '0', to } })
  return waited.filter(item => item.type === 'Booking').map(asBooking)
}

/** Day-sheets of a thing from one date to another, both included; an untouched day has none. */
export const loadSheets = async (
  table: Table,
  thingId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<LocalDate, DaySheet>> => {
  const { pk, sk } = keys.daySheet(thingId, from)
  const page = await table.query({ pk, sk: { from: sk, to: keys.daySheet(thingId, to).sk } })
  if (!page.ok) throw new Error('no cursor was sent')
  return new Map(page.value.items.map(item => [String(item.sk).slice('DAY#'.length), sheetOf(item)]))
}

const sheetOf = (item: Item): DaySheet =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => /^q\d+$/.test(name))
      .map(([name, taken]) => [name.slice(1), taken]),
  )
