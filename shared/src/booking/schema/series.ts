/** Repeat bookings: a preview of every date, and what is booked of it. */
import { idOf } from '../../kernel/id'
import { Problem } from '../../kernel/problem'
import { DateInput, InstantInput, InstantOutput } from '../../kernel/time'
import { text, wholeNumber, z } from '../../kernel/zod'
import { placingErrors } from '../contract/errors/placing'
import { MOST_IN_SERIES, rhythms } from '../rules/series'
import { Booking, PlaceBooking, whomFor } from '../schema'

const { startAt: _, endAt: __, ...ofWish } = PlaceBooking.shape

export const PreviewSeries = z.strictObject({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  ...whomFor,
  /** The first time. */
  startAt: InstantInput,
  endAt: InstantInput,
  every: z.enum(rhythms),
  times: wholeNumber(2, MOST_IN_SERIES),
  equipment: ofWish.equipment,
  /** Dates that are left out: they use up no quota. */
  leave: z._default(z.array(DateInput).check(z.maxLength(MOST_IN_SERIES)), []),
})
export type PreviewSeries = z.output<typeof PreviewSeries>

const Time = z.object({ startAt: InstantOutput, endAt: InstantOutput })

export const SeriesDate = z.object({
  ...Time.shape,
  on: z.string(),
  priceFen: z.optional(z.number()),
  /** Why it cannot be booked, and that in words and as facts where the case knows more than its code. */
  refused: z.optional(
    z.object({ code: z.enum(placingErrors), why: z.optional(z.string()), facts: Problem.shape.facts }),
  ),
  /** What could be booked in its place: as long, as near to it as there is. */
  instead: z.optional(Time),
})
export type SeriesDate = z.output<typeof SeriesDate>

export const SeriesPreview = z.object({
  dates: z.array(SeriesDate),
  /** So many can be booked in one go. */
  most: z.number(),
})
export type SeriesPreview = z.output<typeof SeriesPreview>

/** The times that were chosen: all of them are booked, or none. */
export const PlaceSeries = z.strictObject({
  ...ofWish,
  spans: z
    .array(z.strictObject({ startAt: InstantInput, endAt: InstantInput }))
    .check(z.minLength(1), z.maxLength(MOST_IN_SERIES)),
})
export type PlaceSeries = z.output<typeof PlaceSeries>

/** A series of mine, or of whoever gave me this grant. */
export const AskSeries = z.strictObject({ seriesId: idOf('series'), grantId: z.optional(idOf('grant')) })
/** All that begin at `from` or later, where it is said. */
export const CancelSeries = z.strictObject({ ...AskSeries.shape, from: z.optional(InstantInput) })

/** Bookings that were made together, soonest first. */
export const Series = z.object({ seriesId: idOf('series'), bookings: z.array(Booking) })
export type Series = z.output<typeof Series>

export const ApproveSeries = z.strictObject({ seriesId: idOf('series') })
export const DeclineSeries = z.strictObject({ ...ApproveSeries.shape, reason: text(200) })

export const AnsweredSeries = z.object({
  ...Series.shape,
  /** Those that are not answered so, and why: given up before, or nobody answered in time. */
  left: z.array(
    z.object({
      bookingId: idOf('booking'),
      code: z.enum(['booking.wrong_state', 'booking.lapsed', 'booking.own_case']),
    }),
  ),
})
export type AnsweredSeries = z.output<typeof AnsweredSeries>
