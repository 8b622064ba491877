/** Whom an absence leaves without a seat. */
import { dayParts, quartersOf, takenSpan } from '@yike/shared/booking/calendar'
import type { LocalDate } from '@yike/shared/kernel/time'
import type { BookingRecord } from '../store'

const placedAt = ({ timeline, startAt }: BookingRecord): string => timeline[0]?.at ?? startAt

/** Last booked first, as few as bring every quarter-hour of the date back within its seats. */
export const affectedBy = (
  bookings: readonly BookingRecord[],
  thingId: string,
  on: LocalDate,
  seats: readonly number[],
): BookingRecord[] => {
  const held = bookings.flatMap(booking =>
    booking.takes
      .filter(taken => taken.thingId === thingId)
      .map(taken => ({
        booking,
        units: taken.units ?? 1,
        quarters: dayParts(takenSpan(booking, taken))
          .filter(part => part.on === on)
          .flatMap(quartersOf),
      })),
  )
  const over = seats.map(
    (free, quarter) =>
      held.reduce((sum, { units, quarters }) => sum + (quarters.includes(quarter) ? units : 0), 0) - free,
  )
  return held
    .sort((one, other) => (placedAt(one.booking) < placedAt(other.booking) ? 1 : -1))
    .filter(({ units, quarters }) => {
      if (!quarters.some(quarter => (over[quarter] ?? 0) > 0)) return false
      for (const quarter of quarters) over[quarter] = (over[quarter] ?? 0) - units
      return true
    })
    .map(({ booking }) => booking)
}
