/** What is booked of a thing, and whom it leaves without theirs that there are fewer of it: an absence, a smaller room. */
import { dayParts, QUARTERS, quartersOf, takenSpan } from '@yike/shared/booking/calendar'
import type { LocalDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import type { BookingRecord } from '../store'
import { bodyOf, equipmentOf } from './taking'

export const placedAt = ({ timeline, startAt }: BookingRecord): string => timeline[0]?.at ?? startAt

/** What a booking takes of a thing, and in which quarter-hours of which dates. */
interface Held {
  readonly booking: BookingRecord
  readonly units: number
  readonly quarters: readonly string[]
}

const quarterAt = (on: LocalDate, quarter: number): string => `${on} ${quarter}`

const heldOf = (bookings: readonly BookingRecord[], thingId: string): Held[] =>
  bookings.flatMap(booking =>
    booking.takes
      .filter(taken => taken.thingId === thingId)
      .map(taken => ({
        booking,
        units: taken.units ?? 1,
        quarters: dayParts(takenSpan(booking, taken)).flatMap(part =>
          quartersOf(part).map(quarter => quarterAt(part.on, quarter)),
        ),
      })),
  )

/** The same on one date. */
const heldOn = (bookings: readonly BookingRecord[], thingId: string, on: LocalDate): Held[] =>
  heldOf(bookings, thingId).map(one => ({
    ...one,
    quarters: one.quarters.filter(quarter => quarter.startsWith(`${on} `)),
  }))

/** How much they take in each quarter-hour. */
const unitsOf = (held: readonly Held[]): ReadonlyMap<string, number> => {
  const taken = new Map<string, number>()
  for (const { units, quarters } of held)
    for (const quarter of quarters) taken.set(quarter, (taken.get(quarter) ?? 0) + units)
  return taken
}

/** Seats that are booked of a thing in each quarter-hour of a date. */
export const bookedOn = (bookings: readonly BookingRecord[], thingId: string, on: LocalDate): number[] => {
  const taken = unitsOf(heldOn(bookings, thingId, on))
  return Array.from({ length: QUARTERS }, (_, quarter) => taken.get(quarterAt(on, quarter)) ?? 0)
}

/** Last booked first, as few as bring every quarter-hour of the date back within its seats. */
export const affectedBy = (
  bookings: readonly BookingRecord[],
  thingId: string,
  on: LocalDate,
  seats: readonly number[],
): BookingRecord[] => {
  const over = new Map(
    bookedOn(bookings, thingId, on).map((booked, quarter) => [
      quarterAt(on, quarter),
      booked - (seats[quarter] ?? 0),
    ]),
  )
  return tooMany(heldOn(bookings, thingId, on), quarter => over.get(quarter) ?? 0).map(
    ({ booking }) => booking,
  )
}

/** So many units more are taken than there are; below zero are those that are left. */
type Over = (quarter: string) => number

const lastFirst = (one: Held, other: Held): number =>
  `${placedAt(one.booking)} ${one.booking.bookingId}` <
  `${placedAt(other.booking)} ${other.booking.bookingId}`
    ? 1
    : -1

const tooMany = (held: readonly Held[], over: Over): Held[] => {
  const given = new Map<string, number>()
  const isOver = (quarter: string) => over(quarter) > (given.get(quarter) ?? 0)
  const give = ({ units, quarters }: Held, sign: 1 | -1) => {
    for (const quarter of quarters) given.set(quarter, (given.get(quarter) ?? 0) + sign * units)
  }
  const leave = held.toSorted(lastFirst).filter(one => {
    const isHit = one.quarters.some(isOver)
    if (isHit) give(one, 1)
    return isHit
  })
  // Whoever booked before the others may have room again once those are gone.
  const stay = leave.toReversed().filter(one => {
    give(one, -1)
    const fits = !one.quarters.some(isOver)
    if (!fits) give(one, 1)
    return fits
  })
  return leave.filter(one => !stay.includes(one))
}

/** A thing that follows no roster, and how much of it there is. */
export interface Limit {
  readonly thingId: string
  readonly capacity: number
  readonly isRoom: boolean
}

/**
 * What an offering has so and so much of: its room, and the equipment that is lent there, of which a sort that was taken
 * out is none. How many seats a class has its roster says.
 */
export const limitsOf = (offering: Offering, held: readonly BookingRecord[]): Limit[] => {
  const { thingId, capacity, staffing, equipment = [] } = offering
  const counts = new Map(equipment.map(({ name, count }) => [equipmentOf(offering, name), count]))
  const lent = held
    .filter(one => one.offeringId === offering.offeringId)
    .flatMap(({ takes, personId }) =>
      takes.filter(taken => taken.thingId !== bodyOf(offering, personId)).map(taken => taken.thingId),
    )
    .filter(thing => thing.startsWith(`${thingId}:`))
  return [
    ...(staffing ? [] : [{ thingId, capacity, isRoom: true }]),
    ...[...new Set(lent)].map(thing => ({
      thingId: thing,
      capacity: counts.get(thing) ?? 0,
      isRoom: false,
    })),
  ]
}

/** Who has to leave a thing, and on the sheet of which date it shows. */
export interface Crowded {
  readonly booking: BookingRecord
  readonly limit: Limit
  readonly on: LocalDate
}

/** Of those who hold a thing, last booked first, as few as bring what is taken of it back within what there is. */
export const crowdedOut = (held: readonly BookingRecord[], limit: Limit, over: Over): Crowded[] =>
  tooMany(heldOf(held, limit.thingId), over).flatMap(({ booking, quarters }) => {
    const first = quarters.find(quarter => over(quarter) > 0)
    return first ? [{ booking, limit, on: first.slice(0, 10) }] : []
  })

/** What is over of a thing by its sheets, less what these give back of it. */
export const overOf = (
  { thingId, capacity }: Limit,
  takenOn: (on: LocalDate) => Readonly<Record<number, number>>,
  gone: readonly BookingRecord[] = [],
): Over => {
  const given = unitsOf(heldOf(gone, thingId))
  return quarter => {
    const [on = '', nth] = quarter.split(' ')
    return (takenOn(on)[Number(nth)] ?? 0) - (given.get(quarter) ?? 0) - capacity
  }
}

/** Is more taken of a thing than there is while somebody holds it? */
export const isCrowded = (booking: BookingRecord, limit: Limit, over: Over): boolean =>
  heldOf([booking], limit.thingId).some(({ quarters }) => quarters.some(quarter => over(quarter) > 0))
