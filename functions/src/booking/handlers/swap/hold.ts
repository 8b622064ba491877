/**
 * Something else is held for whoever was displaced. Where nothing fits they are told so, and it is looked for again. Staff
 * find them on their call list until they are known to have been told, or answer: nobody is dropped silently.
 */
import type { Instant } from '@yike/shared/kernel/time'
import { loadOffering, loadPlace, type Offering } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import { decide, type Planned, swap, unsettledCall } from '../../domain'
import {
  type BookingRecord,
  loadBooking,
  loadReminder,
  moveChanges,
  offerChanges,
  pagesDisplaced,
  putReminderChange,
} from '../../store'
import { certificateChecks } from '../certificate'
import { mayHaveSeat } from '../roster'
import { loadSwaps } from './state'

/** Looks for something in place of one displaced booking. Throws where the table was busy. */
export const offerSwap = async (table: Table, displaced: BookingRecord, now: Instant): Promise<void> => {
  const [latest, offering] = await Promise.all([
    loadBooking(table, displaced.bookingId),
    loadOffering(table, displaced.placeId, displaced.offeringId, { consistent: true }),
  ])
  if (latest?.state === 'displaced' && offering)
    await planAndHold(table, [{ booking: latest, offering }], now)
}

/** The same for all who are displaced from a place and are held nothing yet, in one order over one state. */
export const swapDisplaced = async (
  table: Table,
  placeId: Offering['placeId'],
  now: Instant,
): Promise<void> => {
  // Whoever was displaced from there twice stands in the list twice.
  const displaced = new Map<string, BookingRecord>()
  for await (const page of pagesDisplaced(table, placeId, now))
    for (const one of page)
      if (one.state === 'displaced' && one.placeId === placeId) displaced.set(one.bookingId, one)
  if (displaced.size === 0) return
  const { offerings = [] } = (await loadPlace(table, placeId, { consistent: true })) ?? {}
  const known = new Map(offerings.map(one => [one.offeringId, one]))
  const hits = [...displaced.values()].flatMap(booking => {
    const offering = known.get(booking.offeringId)
    return offering ? [{ booking, offering }] : []
  })
  await planAndHold(table, hits, now)
}

/** So often it is planned anew for somebody, where others were faster. */
const LOOKS = 4

const planAndHold = async (
  table: Table,
  hits: Parameters<typeof loadSwaps>[1],
  now: Instant,
  looks = LOOKS,
): Promise<void> => {
  for (const planned of await loadSwaps(table, hits, { now, consistent: true })) {
    const { booking, offering } = planned.of
    if (looks === 0 || !planned.swap) await tellNone(table, booking, now)
    else if ((await hold(table, planned, now)) === 'taken') {
      const latest = await loadBooking(table, booking.bookingId)
      if (latest?.state === 'displaced')
        await planAndHold(table, [{ booking: latest, offering }], now, looks - 1)
    }
  }
}

/** Done: it is held, or its owner has moved on. Taken: somebody was faster, or the terms have changed since. */
const hold = async (
  table: Table,
  { of, swap: found }: Planned,
  now: Instant,
  tries = 2,
): Promise<'done' | 'taken'> => {
  const held = found && swap(of.booking, found.placed, now)
  if (!held) return 'taken'
  const { residentId, bookingId } = of.booking
  const call = await loadReminder(table, bookingId)
  const saved = await table.write([
    ...offerChanges(of.booking, held),
    ...certificateChecks(found.spot.offering, { residentId, person: of.person }, found.spot),
    // Nobody knows yet whether a message reaches them: until then they stand on the call list.
    putReminderChange(call, unsettledCall(held.booking, call, now)),
  ])
  if (saved.ok || saved.refusal.code === 'booking.wrong_state') return 'done'
  if (saved.refusal.code === 'request.busy') throw new Error('a swap met a busy table')
  // Of a class: the first who comes counts in the roster of the day.
  const mayStill =
    saved.refusal.code === 'booking.slot_full' &&
    tries > 1 &&
    (await mayHaveSeat(table, found.spot.offering, found.spot))
  return mayStill ? hold(table, { of, swap: found }, now, tries - 1) : 'taken'
}

/** Told once, and on the call list in that write. */
const tellNone = async (table: Table, booking: BookingRecord, now: Instant): Promise<void> => {
  if (booking.timeline.at(-1)?.verb === 'seek') return
  const next = decide.seek(booking, { part: 'clock', now, reason: 'nothingFree' })
  if (!next.ok) return
  const before = await loadReminder(table, booking.bookingId)
  const saved = await table.write([
    ...moveChanges(booking, next.value),
    putReminderChange(before, unsettledCall(next.value, before, now)),
  ])
  if (!saved.ok && saved.refusal.code !== 'booking.wrong_state')
    throw new Error(`a telling was refused: ${saved.refusal.code}`)
}
