/**
 * How much a place is used: booked quarter-hours over open quarter-hours, each times its seats (提高利用率, S3:L296;
 * 提高场地设施使用率, S2:L82). What is kept free around a booking counts as neither used nor less open.
 */
import { dayParts, QUARTER_MINUTES, quartersOf } from '@yike/shared/booking/calendar'
import { openingOn } from '@yike/shared/booking/rules/closures'
import type { Shift } from '@yike/shared/booking/rules/staffing'
import type { Utilisation } from '@yike/shared/booking/schema/presence'
import type { LocalDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { Offering } from '../../circle/handlers'
import type { BookingRecord } from '../store'
import { seatsOf } from './staffing'

type ShiftsAt = (offering: Offering, on: LocalDate) => readonly Shift[]

/** Seats in each quarter-hour in which any of these ways to book a thing is open. A year without a notice has none. */
const openOn = (ways: readonly Offering[], on: LocalDate, shiftsAt: ShiftsAt): number => {
  const [first] = ways
  if (!first) return 0
  const seats = seatsOf(first, shiftsAt(first, on))
  const spans = ways.flatMap(way => openingOn(way, on, dayKindOf) ?? [])
  return seats.reduce((sum, count, quarter) => {
    const minute = quarter * QUARTER_MINUTES
    return spans.some(([from, to]) => from <= minute && minute + QUARTER_MINUTES <= to) ? sum + count : sum
  }, 0)
}

const bookedOf = (thingId: string, held: readonly BookingRecord[], dates: readonly LocalDate[]): number =>
  held.reduce((sum, booking) => {
    const { units = 1 } = booking.takes.find(taken => taken.thingId === thingId) ?? { units: 0 }
    const parts = dayParts(booking).filter(({ on }) => dates.includes(on))
    return sum + units * parts.reduce((quarters, part) => quarters + quartersOf(part).length, 0)
  }, 0)

/** Of the bookings that are held at a place on these dates, and of its offerings. */
export const utilisationOf = (
  offerings: readonly Offering[],
  held: readonly BookingRecord[],
  dates: readonly LocalDate[],
  shiftsAt: ShiftsAt,
): Utilisation => {
  const things = [...new Set(offerings.map(({ thingId }) => thingId))].map(thingId => {
    const ways = offerings.filter(one => one.thingId === thingId)
    return {
      thingId: thingId as string,
      partOf: ways.flatMap(({ alsoTakes = [] }) => alsoTakes.map(share => share.thingId as string)),
      name: ways.map(({ name }) => name).join(' · '),
      booked: bookedOf(thingId, held, dates),
      open: dates.reduce((sum, on) => sum + openOn(ways, on, shiftsAt), 0),
    }
  })
  // A part of a hall is counted with the hall.
  const whole = things.filter(
    ({ partOf }) => !partOf.some(of => things.some(({ thingId }) => thingId === of)),
  )
  const sum = (of: 'booked' | 'open') => whole.reduce((total, thing) => total + thing[of], 0)
  return {
    booked: sum('booked'),
    open: sum('open'),
    of: things.map(({ name, booked, open }) => ({ name, booked, open })),
  }
}
