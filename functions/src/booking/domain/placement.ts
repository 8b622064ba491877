/** Where and when a booking is, and what follows from that. */
import type { BookingRecord } from '../store'

/** All of a booking that another time or place may change. */
const placement = [
  'placeId',
  'placeName',
  'placePhone',
  'community',
  'offeringId',
  'offeringName',
  'startAt',
  'endAt',
  'cancelBy',
  'deadlineAt',
  'priceFen',
  'priceWhy',
  'serverName',
  'mode',
  'papers',
  'equipment',
  'remindMinutes',
] as const satisfies readonly (keyof BookingRecord)[]
export type Placement = Pick<BookingRecord, (typeof placement)[number]>

/** Each is named, so that one placement put over another leaves nothing of it. */
export const placementOf = (booking: Placement): Placement =>
  Object.fromEntries(placement.map(name => [name, booking[name]])) as unknown as Placement
