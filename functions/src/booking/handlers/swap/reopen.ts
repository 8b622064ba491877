/** What closed is open again, or staffed: whose it was has it back before anybody else is asked. */
import { type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadPlace, type Offering, unchanged } from '../../../circle/handlers'
import { hashedId } from '../../../platform/ids'
import type { Table } from '../../../platform/table'
import {
  type Affected,
  inOrder,
  isStillOpen,
  offeredBack,
  openedBy,
  ownPlacing,
  type Placed,
  restored,
  roomsOf,
  type SomeDates,
} from '../../domain'
import {
  type BookingRecord,
  type ChangedOfferings,
  endKeptChange,
  keptSince,
  loadBooking,
  loadSheets,
  offerBackChanges,
  pagesDisplaced,
  type RosterRecord,
  restoreChanges,
} from '../../store'
import { certificateChecks } from '../certificate'
import { guestOf, serversFor } from '../offer'
import { mayHaveSeat } from '../roster'

type Room = Pick<Offering, 'placeId' | 'thingId'>

/**
 * Gives back what was closed of a room on these dates, of what it is a part of and of the other parts of that, and then
 * lets everybody book there: a hall is kept for all its parts at once. Done twice, it does nothing more. Throws where the
 * table was busy: until it is done again, or for some minutes, it is kept.
 */
export const reopenAt = async (
  table: Table,
  room: Room,
  now: Instant,
  dates: SomeDates = {},
): Promise<void> => {
  const moved = await loadMoved(table, room.placeId, keptSince(now), dates)
  if (moved.length === 0) return
  const { offerings = [] } = (await loadPlace(table, room.placeId, { consistent: true })) ?? {}
  const rooms = new Set(offerings.filter(({ thingId }) => thingId === room.thingId).flatMap(roomsOf))
  const inRooms = offerings.filter(one => roomsOf(one).some(thing => rooms.has(thing)))
  const ofRooms = moved.filter(one => inRooms.some(offering => isOf(one, offering)))
  const kept = await loadKeptOn(table, rooms, ofRooms.map(dateOf))
  for (const offering of inRooms) {
    const affected: Affected[] = []
    for (const booking of ofRooms.filter(one => isOf(one, offering))) {
      const person = isBack(booking, offering, now) ? await guestOf(table, booking) : undefined
      if (person) affected.push({ booking, offering, person, near: [] })
    }
    for (const one of inOrder(affected)) await giveBack(table, one, now)
  }
  for (const { thingId, on, until } of kept) {
    const saved = await table.write([
      endKeptChange(thingId, on, until),
      ...inRooms.map(one => unchanged(one, 'booking.offering_moved')),
    ])
    // Else it was opened once more meanwhile, or other terms hold, which is told of too.
    if (!saved.ok && saved.refusal.code === 'request.busy') throw new Error('an opening met a busy table')
  }
}

type Moved = BookingRecord & Required<Pick<BookingRecord, 'movedFrom'>>

/** Whose own time at a place was on these dates, and closed: as they are now, each once, wherever they were moved on to since. */
const loadMoved = async (
  table: Table,
  placeId: Offering['placeId'],
  now: Instant,
  dates: SomeDates,
): Promise<Moved[]> => {
  const moved = new Map<string, Moved>()
  for await (const page of pagesDisplaced(table, placeId, now, dates))
    for (const { movedFrom, ...one } of page)
      if (movedFrom?.placeId === placeId && isWithin(localDate(movedFrom.startAt), dates))
        moved.set(one.bookingId, { ...one, movedFrom })
  return [...moved.values()]
}

const isWithin = (on: LocalDate, { from = on, to = on }: SomeDates): boolean => from <= on && on <= to
const isOf = ({ movedFrom }: Moved, { offeringId }: Offering): boolean => movedFrom.offeringId === offeringId
const dateOf = ({ movedFrom }: Moved): LocalDate => localDate(movedFrom.startAt)
const isBack = ({ movedFrom }: Moved, offering: Offering, now: Instant): boolean =>
  movedFrom.startAt > now && isStillOpen(offering, movedFrom, dayKindOf)

/**
 * The dates on which a change opens what somebody else had before: the write that opens it keeps it for them. Who is
 * displaced is displaced by the terms of before, and so stands in the list by then.
 */
export const loadKept = async (
  table: Table,
  changed: ChangedOfferings,
  now: Instant,
): Promise<ReadonlySet<LocalDate>> => {
  const kept = new Set<LocalDate>()
  for (const { before, after } of changed) {
    const opened = openedBy(before, after)
    const moved = opened ? await loadMoved(table, after.placeId, now, opened) : []
    for (const one of moved) if (isToHaveBack(one, after, now)) kept.add(dateOf(one))
  }
  return kept
}

/** The same where more carers are on duty: is somebody to have something back of that day? */
export const isKeptOn = async (
  table: Table,
  { placeId, thingId }: Room,
  on: LocalDate,
  now: Instant,
): Promise<boolean> => {
  const moved = await loadMoved(table, placeId, now, { from: on, to: on })
  if (moved.length === 0) return false
  const { offerings = [] } = (await loadPlace(table, placeId, { consistent: true })) ?? {}
  const inRoom = offerings.filter(one => one.thingId === thingId)
  return inRoom.some(offering => moved.some(one => isToHaveBack(one, offering, now)))
}

const isToHaveBack = (one: Moved, offering: Offering, now: Instant): boolean =>
  isOf(one, offering) && mayHaveBack.has(one.state) && isBack(one, offering, now)

const mayHaveBack = new Set<BookingRecord['state']>(['displaced', 'offered', 'confirmed', 'requested'])

/** What of these dates is kept as it is read now. */
const loadKeptOn = async (table: Table, rooms: ReadonlySet<string>, dates: readonly LocalDate[]) => {
  const [from, to] = [dates.toSorted()[0], dates.toSorted().at(-1)]
  if (from === undefined || to === undefined) return []
  const kept: { thingId: string; on: LocalDate; until: number }[] = []
  for (const thingId of rooms)
    for (const [on, { keptUntil: until }] of await loadSheets(table, thingId, from, to, { consistent: true }))
      if (until !== undefined) kept.push({ thingId, on, until })
  return kept
}

/** The same of a class on a day for which more carers are on duty. */
export const reseatAt = (
  table: Table,
  { on, ...room }: Room & Pick<RosterRecord, 'on'>,
  now: Instant,
): Promise<void> => reopenAt(table, room, now, { from: on, to: on })

const giveBack = async (
  table: Table,
  { booking, offering, person }: Affected,
  now: Instant,
  tries = 3,
): Promise<void> => {
  const { movedFrom, state, bookingId } = booking
  if (!movedFrom || !mayHaveBack.has(state)) return
  const isAnswered = state === 'confirmed' || state === 'requested'
  const ownId = isAnswered ? hashedId('booking', `${bookingId} ${movedFrom.startAt} back`) : bookingId
  const former = isAnswered ? await loadBooking(table, ownId) : undefined
  // Whoever has left it once is not asked again; it was not left where the time closed once more.
  if (former && former.timeline.at(-1)?.verb !== 'withdraw') return
  for (const server of await serversFor(table, offering, person, movedFrom)) {
    const placing = ownPlacing(booking, ownId, { offering, person, server, now, dayKindOf })
    const placed = placing && (isAnswered ? offeredBack(booking, placing) : restored(booking, placing))
    if (!placed) return
    const saved = await table.write([
      ...changesFor(booking, placed, isAnswered, former),
      ...certificateChecks(offering, { residentId: booking.residentId, person }, movedFrom),
    ])
    if (saved.ok || saved.refusal.code === 'booking.known') return
    const { code } = saved.refusal
    if (code === 'request.busy') throw new Error('a giving back met a busy table')
    if (tries > 1 && outdated.has(code)) {
      const latest = await loadBooking(table, bookingId)
      const known = latest && (await guestOf(table, latest))
      if (known) await giveBack(table, { booking: latest, offering, person: known, near: [] }, now, tries - 1)
      return
    }
    if (tries > 1 && code === 'booking.slot_full' && (await mayHaveSeat(table, offering, movedFrom)))
      return giveBack(table, { booking, offering, person, near: [] }, now, tries - 1)
    if (code !== 'booking.no_server') return
  }
}

/** The booking has moved, or what is known of whom it is for: both are looked at once more. */
const outdated: ReadonlySet<string> = new Set([
  'booking.wrong_state',
  'booking.not_eligible',
  'booking.too_early',
])

const changesFor = (
  before: BookingRecord,
  placed: Placed,
  isAnswered: boolean,
  former: BookingRecord | undefined,
) => (isAnswered ? offerBackChanges(placed, former) : restoreChanges(before, placed))
