import { OfferingCard } from '../circle/schema'
import { CommunityCode } from '../identity/schema'
import { idOf } from '../kernel/id'
import { TimelineEntry } from '../kernel/shapes'
import { DateInput, InstantInput, InstantOutput } from '../kernel/time'
import { text, wholeNumber, z } from '../kernel/zod'
import { kinds } from './kinds'
import { bookingStates, bookingVerbs } from './lifecycle'

/** One bookable stretch of an offering. */
export const Slot = z.object({
  startAt: InstantOutput,
  endAt: InstantOutput,
  /** Places left now; 0 also when the time for booking has passed (see `shut`). */
  left: z.number(),
  /** Why it cannot be booked although places may be left. */
  shut: z.optional(z.enum(['past', 'too_late', 'too_early'])),
})
export type Slot = z.output<typeof Slot>

export const Day = z.object({
  on: z.string(),
  slots: z.array(Slot),
  /** The State Council has not published the year's holidays, so nobody can say whether it is open. */
  calendarUnknown: z.optional(z.literal(true)),
})
export type Day = z.output<typeof Day>

export const AskDays = z.strictObject({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  from: z.optional(DateInput),
  days: z._default(wholeNumber(1, 31), 14),
})
export const Days = z.object({
  offering: z.object({ ...OfferingCard.shape, placeName: z.string(), cancelMinutes: z.number() }),
  days: z.array(Day),
})
export type Days = z.output<typeof Days>

export const PlaceBooking = z.strictObject({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  startAt: InstantInput,
  endAt: InstantInput,
  /** Absent: for myself. */
  personId: z.optional(idOf('person')),
  note: z.optional(text(200)),
})
export type PlaceBooking = z.output<typeof PlaceBooking>

export const Booking = z.object({
  bookingId: idOf('booking'),
  /** The number to read out at the desk. */
  number: z.string(),
  state: z.enum(bookingStates),
  kind: z.enum(kinds),
  community: CommunityCode,
  placeId: idOf('place'),
  placeName: z.string(),
  offeringId: idOf('offering'),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  /** Whom it is for, as the booker calls them. */
  forName: z.string(),
  priceFen: z.number(),
  note: z.optional(z.string()),
  /** While requested: staff answer by then, or the place is freed. */
  deadlineAt: z.optional(InstantOutput),
  /** While it holds a place: the last moment to cancel by oneself. */
  cancelBy: z.optional(InstantOutput),
  /** What the reader may do now. */
  can: z.array(z.enum(bookingVerbs)),
  timeline: z.array(TimelineEntry),
})
export type Booking = z.output<typeof Booking>

export const AskBooking = z.strictObject({ bookingId: idOf('booking') })
export const DeclineBooking = z.strictObject({ bookingId: idOf('booking'), reason: text(200) })

export const Bookings = z.object({ bookings: z.array(Booking), cursor: z.optional(z.string()) })
