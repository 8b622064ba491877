/** Waiting for a full slot: joining, where one stands, and the answer to an offer. */
import { holds } from '@yike/shared/booking/lifecycle'
import { closureOn } from '@yike/shared/booking/rules/closures'
import type { Booking, JoinQueue } from '@yike/shared/booking/schema'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { Offering } from '../../circle/handlers'
import type { GrantRecord } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import { hashedId } from '../../platform/ids'
import type { Table } from '../../platform/table'
import { isSeenUnder, leftIn, type PlaceRefusal, place, wait } from '../domain'
import { type BookingRecord, joinChanges, loadBooking, queryOwnedSince, querySlotQueue } from '../store'
import { certificateChecks } from './certificate'
import { loadTaken } from './days'
import type { Whom } from './delegate'
import { viewEquipment } from './equipment'
import { waitingFor } from './offer'
import { showBooking, showUnder } from './view'

type Over = 'booking.grant_over' | 'booking.team_over'

interface Joining extends Whom {
  readonly input: Omit<JoinQueue, 'grantId' | 'teamId'>
  readonly now: Instant
}

/** One entry for a person, or who of a team books for it, and a slot: whoever joins twice finds the first. */
export const joinQueue = async (
  table: Table,
  offering: Offering,
  { residentId, person, grant, delegate, team, also = [], input, now }: Joining,
): Promise<
  Result<BookingRecord, PlaceRefusal | 'booking.seat_left' | 'booking.person_busy' | Over | 'request.busy'>
> => {
  const { startAt, endAt } = input
  const { bookingId, before } = await findEntry(
    table,
    [person.personId, ...(team ? [team.teamId] : [])].join(' '),
    input,
  )
  /** What stands there already; a grant may not show it. */
  const known = (entry: BookingRecord) =>
    grant && !isSeenUnder(grant, entry) ? refuse('booking.person_busy') : ok(entry)
  if (before && isOn(before)) return known(before)
  const wish = { offering, residentId, person, delegate, team, input, bookingId, asked: '', now, dayKindOf }
  const placed = place(wish)
  if (!placed.ok) return placed
  const on = localDate(startAt)
  const sheets = (await loadTaken(table, offering, on, on, { keptAt: now }))(on)
  const isLeft = !closureOn(offering, on) && leftIn(offering, sheets, { startAt, endAt }) > 0
  if (isLeft && (await isAllLeft(table, offering, input))) return refuse('booking.seat_left')
  if (await holdsIt(table, residentId, person, input, team?.teamId)) return refuse('booking.person_busy')
  const entry = wait(placed.value, offering, person, now, (before?.version ?? 0) + 1)
  const saved = await table.write<
    'booking.wrong_state' | Over | 'booking.too_early' | 'booking.not_eligible'
  >([...joinChanges(entry, before), ...certificateChecks(offering, { residentId, person }, input), ...also])
  if (saved.ok) return ok(entry)
  const { code } = saved.refusal
  if (code !== 'booking.wrong_state' && code !== 'request.busy') return refuse(code)
  // Somebody tapped twice at once: the other one has joined.
  const other = code === 'booking.wrong_state' && (await loadBooking(table, bookingId))
  return other && isOn(other) ? known(other) : refuse('request.busy')
}

/**
 * Has somebody booked already what they would wait for? What is only offered to them they may still let go; whoever books
 * and joins at once waits, and is passed over as busy.
 */
const holdsIt = async (
  table: Table,
  residentId: Id<'resident'>,
  { personId }: Joining['person'],
  { offeringId, startAt }: Joining['input'],
  teamId?: Id<'team'>,
): Promise<boolean> =>
  (await queryOwnedSince(table, residentId, startAt, addMinutes(startAt, 1))).some(
    one =>
      one.personId === personId &&
      one.team?.teamId === teamId &&
      one.offeringId === offeringId &&
      holds(one.state) &&
      one.state !== 'offered',
  )

/** The room alone is not what they wait for. */
const isAllLeft = async (
  table: Table,
  offering: Offering,
  { startAt, endAt, equipment = [] }: Joining['input'],
): Promise<boolean> => {
  if (equipment.length === 0) return true
  const there = await viewEquipment(table, offering, { startAt, endAt })
  return equipment.every(({ name, count }) =>
    there.equipment.some(one => one.name === name && count <= one.left),
  )
}

/** The entry of somebody for a slot. What was moved to another time since is a booking of that one, and stays it. */
const findEntry = async (
  table: Table,
  who: string,
  slot: Joining['input'],
  times = 0,
): Promise<{ bookingId: Id<'booking'>; before: BookingRecord | undefined }> => {
  const { offeringId, startAt, endAt } = slot
  const name = [offeringId, startAt, endAt, who, ...(times > 0 ? [times] : [])].join(' ')
  const bookingId = hashedId('booking', name)
  const before = await loadBooking(table, bookingId)
  const isMoved = before && (before.offeringId !== offeringId || before.startAt !== startAt)
  return before && isMoved && isOn(before) ? findEntry(table, who, slot, times + 1) : { bookingId, before }
}

/** It waits, holds something, or has something sought for it: nothing may take its place. */
const isOn = ({ state }: BookingRecord) => state === 'waiting' || state === 'displaced' || holds(state)

/** A booking as its owner sees it, or whoever acts for them; while they wait, with how many are asked until their turn. */
export const showInQueue = async (
  table: Table,
  booking: BookingRecord,
  now: Instant,
  may?: GrantRecord['may'],
): Promise<Booking> => {
  const shown = may ? showUnder(may, booking, now) : showBooking(booking, 'owner', now)
  if (booking.state !== 'waiting') return shown
  const queue = await querySlotQueue(table, booking)
  const at = queue.findIndex(({ bookingId }) => bookingId === booking.bookingId)
  // The index shows an entry a moment after it was made: it is the last then.
  const position = (at === -1 ? queue.length : at) + 1
  return { ...shown, queue: { position, ...(booking.queued?.first && { first: true }) } }
}

/** Would somebody else have it at once, if this were given up? Of what is not one's own nobody learns that. */
export const isWaitedFor = async (
  table: Table,
  { residentId }: Actor,
  bookingId: Id<'booking'>,
): Promise<boolean> => {
  const booking = await loadBooking(table, bookingId)
  if (booking?.residentId !== residentId || !holds(booking.state)) return false
  const things = booking.takes.map(({ thingId }) => thingId)
  return (await waitingFor(table, booking.community, { ...booking, things })).length > 0
}
