/** Of a class: whom another room, ratio or week would leave without a seat. Nobody is moved for it but by a person. */
import { type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import { affectedBy, seatsOf, shiftsOfWeek } from '../../domain'
import { type BookingRecord, queryRosters } from '../../store'

/** How many of these, and on which dates. */
export const loadSeatless = async (
  table: Table,
  meant: readonly Offering[],
  before: readonly Offering[],
  held: readonly BookingRecord[],
  today: LocalDate,
): Promise<{ count: number; days: LocalDate[] } | undefined> => {
  const seatless = new Map<string, LocalDate>()
  for (const offering of new Map(meant.map(one => [one.thingId, one])).values()) {
    const was = before.find(({ offeringId }) => offeringId === offering.offeringId)
    const inClass = held.filter(({ takes }) => takes.some(({ thingId }) => thingId === offering.thingId))
    if (!offering.staffing || !was || inClass.length === 0) continue
    const rosters = new Map(
      (await queryRosters(table, offering.thingId, today)).map(roster => [roster.on, roster]),
    )
    for (const on of new Set(inClass.map(({ startAt }) => localDate(startAt)))) {
      const ofDay = inClass.filter(({ startAt }) => localDate(startAt) === on)
      const roster = rosters.get(on)
      const shifts = roster && !roster.ofWeek ? roster.shifts : shiftsOfWeek(offering, on)
      const without = (seats: readonly number[]) => affectedBy(ofDay, offering.thingId, on, seats)
      const already = new Set(without(roster?.seats ?? seatsOf(was, shiftsOfWeek(was, on))))
      for (const one of without(seatsOf(offering, shifts)))
        if (!already.has(one)) seatless.set(one.bookingId, on)
    }
  }
  return seatless.size > 0
    ? { count: seatless.size, days: [...new Set(seatless.values())].sort() }
    : undefined
}
