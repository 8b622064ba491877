/** Something else is held for whoever was displaced; where nothing is free they are told so, and it is looked for again. */
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { loadOffering } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import { type Guest, place, swap } from '../../domain'
import { type BookingRecord, loadBooking, offerChanges } from '../../store'
import { guestOf, serversFor } from '../offer'
import { tellOnce } from '../offer/passed'
import { mayHaveSeat } from '../roster'
import { type Candidate, equipAnew } from './equipment'
import { openSearch, placingAt } from './search'

/** Holds something else for a displaced booking, if anything is free. Throws where the table was busy. */
export const offerSwap = async (table: Table, displaced: BookingRecord, now: Instant): Promise<void> => {
  const latest = await loadBooking(table, displaced.bookingId)
  const [offering, person] = await Promise.all([
    loadOffering(table, displaced.placeId, displaced.offeringId, { consistent: true }),
    guestOf(table, displaced),
  ])
  if (latest?.state !== 'displaced' || !offering || !person) return
  const on = localDate(latest.startAt)
  const search = openSearch(table, { from: on, to: on, now })
  for (const candidate of await search.find(offering, latest, person))
    if (await hold(table, latest, person, candidate, now)) return
  await tellOnce(table, latest, 'seek', '附近还没有空着的同类时段', now)
}

/** Whether nothing more has to be tried: it is held, or its owner has moved on. */
const hold = async (
  table: Table,
  wished: BookingRecord,
  person: Guest,
  candidate: Candidate,
  now: Instant,
  tries = 2,
): Promise<boolean> => {
  const { offering } = candidate
  for (const server of await serversFor(table, offering, person, candidate)) {
    const placed = place({ ...placingAt(wished, person, candidate, now), server })
    const held = placed.ok ? swap(wished, placed.value, now) : undefined
    if (!held) return false
    const saved = await table.write(offerChanges(wished, held))
    if (saved.ok || saved.refusal.code === 'booking.wrong_state') return true
    if (saved.refusal.code === 'request.busy') throw new Error('a swap met a busy table')
    // Somebody has just lent what seemed free: the room is held with what is left.
    if (saved.refusal.code === 'booking.equipment_taken' && tries > 1)
      return hold(table, wished, person, await equipAnew(table, wished, candidate), now, tries - 1)
    // Of a class: the first who comes counts in the roster of the day.
    if (
      saved.refusal.code === 'booking.slot_full' &&
      tries > 1 &&
      (await mayHaveSeat(table, offering, candidate))
    )
      return hold(table, wished, person, candidate, now, tries - 1)
  }
  return false
}
