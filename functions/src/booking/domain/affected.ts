/** What is booked of a class on a date, and whom an absence leaves without a seat. */
import { dayParts, QUARTERS, quartersOf, takenSpan } from '@yike/shared/booking/calendar'
import type { LocalDate } from '@yike/shared/kernel/time'
import type { BookingRecord } from '../store'

export const placedAt = ({ timeline, startAt }: BookingRecord): string => timeline[0]?.at ?? startAt

/** What each booking takes of a thing on a date. */
const heldOn = (bookings: readonly BookingRecord[], thingId: string, on: LocalDate) =>
  bookings.flatMap(booking =>
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

/** Seats that are booked of a thing in each quarter-hour of a date. */
export const bookedOn = (bookings: readonly BookingRecord[], thingId: string, on: LocalDate): number[] => {
  const held = heldOn(bookings, thingId, on)
  return Array.from({ length: QUARTERS }, (_, quarter) =>
    held.reduce((sum, { units, quarters }) => sum + (quarters.includes(quarter) ? units : 0), 0),
  )
}

/** Last booked first, as few as bring every quarter-hour of the date back within its seats. */
export const affectedBy = (
  bookings: readonly BookingRecord[],
  thingId: string,
  on: LocalDate,
  seats: readonly number[],
): BookingRecord[] => {
  const over = bookedOn(bookings, thingId, on).map((booked, quarter) => booked - (seats[quarter] ?? 0))
  return heldOn(bookings, thingId, on)
    .sort((one, other) => (placedAt(one.booking) < placedAt(other.booking) ? 1 : -1))
    .filter(({ units, quarters }) => {
      if (!quarters.some(quarter => (over[quarter] ?? 0) > 0)) return false
      for (const quarter of quarters) over[quarter] = (over[quarter] ?? 0) - units
      return true
    })
    .map(({ booking }) => booking)
}
