/** Of what there is less than is booked: who has to leave it, by its sheets, which know what no list shows yet. */
import type { DaySheet } from '@yike/shared/booking/calendar'
import { bookingLifecycle } from '@yike/shared/booking/lifecycle'
import { addDays, type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import { type Crowded, crowdedOut, isCrowded, type Limit, limitsOf, overOf } from '../../domain'
import { type BookingRecord, loadSheets } from '../../store'

export interface Leaving extends Crowded {
  readonly offering: Offering
}

/** Each thing that these offerings have so much of, once: some share a room. */
const limitsIn = (offerings: readonly Offering[], held: readonly BookingRecord[]): Limit[] => {
  const limits = new Map<string, Limit>()
  for (const limit of offerings.flatMap(one => limitsOf(one, held))) limits.set(limit.thingId, limit)
  return [...limits.values()]
}

/** Who of these has to leave a thing of these offerings once `gone` have given back theirs: each once, last booked first. */
export const loadLeaving = async (
  table: Table,
  offerings: readonly Offering[],
  held: readonly BookingRecord[],
  gone: readonly BookingRecord[] = [],
): Promise<Leaving[]> => {
  const leaving = new Map<string, Leaving>()
  for (const limit of limitsIn(offerings, held)) {
    const holders = held.filter(
      one =>
        bookingLifecycle[one.state].displace &&
        !leaving.has(one.bookingId) &&
        one.takes.some(({ thingId }) => thingId === limit.thingId),
    )
    const before = [...leaving.values()].map(({ booking }) => booking)
    const takenOn = await loadTakenOn(table, limit.thingId, holders)
    const over = overOf(limit, takenOn, [...gone, ...before])
    for (const crowded of crowdedOut(holders, limit, over)) {
      const { bookingId, offeringId } = crowded.booking
      const offering = offerings.find(one => one.offeringId === offeringId)
      if (offering) leaving.set(bookingId, { ...crowded, offering })
    }
  }
  return [...leaving.values()]
}

/** Is there less of something at these offerings than is taken of it while this one holds it? */
export const isStillCrowded = async (
  table: Table,
  offerings: readonly Offering[],
  booking: BookingRecord,
): Promise<boolean> => {
  if (!bookingLifecycle[booking.state].displace) return false
  const things = new Set(booking.takes.map(({ thingId }) => thingId))
  for (const limit of limitsIn(offerings, [booking])) {
    if (!things.has(limit.thingId)) continue
    const takenOn = await loadTakenOn(table, limit.thingId, [booking])
    if (isCrowded(booking, limit, overOf(limit, takenOn))) return true
  }
  return false
}

/** What is kept free around a time may reach into the next day. */
const loadTakenOn = async (
  table: Table,
  thingId: string,
  holders: readonly BookingRecord[],
): Promise<(on: LocalDate) => DaySheet> => {
  const dates = holders.map(({ startAt }) => localDate(startAt)).sort()
  const [from, to] = [dates[0], dates.at(-1)]
  if (from === undefined || to === undefined) return () => ({})
  const sheets = await loadSheets(table, thingId, addDays(from, -1), addDays(to, 1), { consistent: true })
  return on => sheets.get(on)?.taken ?? {}
}
