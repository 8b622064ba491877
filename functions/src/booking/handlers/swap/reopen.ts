/** What closed is open again, or staffed: whose it was has it back before anybody else is asked. */
import type { Instant } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOffering, loadPlace, type Offering } from '../../../circle/handlers'
import { hashedId } from '../../../platform/ids'
import type { Table } from '../../../platform/table'
import {
  type Affected,
  inOrder,
  isStillOpen,
  offeredBack,
  ownPlacing,
  type Placed,
  restored,
  type SomeDates,
} from '../../domain'
import {
  type BookingRecord,
  loadBooking,
  offerBackChanges,
  pagesDisplaced,
  type RosterRecord,
  restoreChanges,
} from '../../store'
import { certificateChecks } from '../certificate'
import { guestOf, serversFor } from '../offer'
import { mayHaveSeat } from '../roster'

/** Gives back what was closed of an offering on these dates. Done twice, it does nothing more. Throws where the table was busy. */
export const reopenAt = async (
  table: Table,
  { placeId, offeringId }: Pick<Offering, 'placeId' | 'offeringId'>,
  now: Instant,
  dates: SomeDates = {},
): Promise<void> => {
  const moved = new Map<string, BookingRecord>()
  for await (const page of pagesDisplaced(table, placeId, now, dates))
    for (const one of page)
      if (one.movedFrom?.placeId === placeId && one.movedFrom.offeringId === offeringId)
        moved.set(one.bookingId, one)
  if (moved.size === 0) return
  const offering = await loadOffering(table, placeId, offeringId, { consistent: true })
  if (!offering) return
  const affected: Affected[] = []
  for (const booking of moved.values()) {
    const { movedFrom } = booking
    if (!movedFrom || movedFrom.startAt <= now || !isStillOpen(offering, movedFrom, dayKindOf)) continue
    const person = await guestOf(table, booking)
    if (person) affected.push({ booking, offering, person, near: [] })
  }
  for (const one of inOrder(affected)) await giveBack(table, one, now)
}

/** The same of a class on a day for which more carers are on duty. */
export const reseatAt = async (
  table: Table,
  { placeId, thingId, on }: Pick<RosterRecord, 'placeId' | 'thingId' | 'on'>,
  now: Instant,
): Promise<void> => {
  const { offerings = [] } = (await loadPlace(table, placeId, { consistent: true })) ?? {}
  for (const one of offerings.filter(offering => offering.thingId === thingId))
    await reopenAt(table, one, now, { from: on, to: on })
}

const giveBack = async (
  table: Table,
  { booking, offering, person }: Affected,
  now: Instant,
  tries = 3,
): Promise<void> => {
  const { movedFrom, state, bookingId } = booking
  if (!movedFrom || !['displaced', 'offered', 'confirmed', 'requested'].includes(state)) return
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
