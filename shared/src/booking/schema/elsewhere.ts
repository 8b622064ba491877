/** Another time or place of a booking than the one that is shown, and why it is another. */
import { idOf } from '../../kernel/id'
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { reasonCodes } from '../rules/reasons'

export const Elsewhere = z.object({
  placeName: z.string(),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
})

/** What taking something gives up at once; `asks`: also where staff answer for what is taken, who may still say no. */
export const LeftFor = z.object({
  bookingId: idOf('booking'),
  ...Elsewhere.shape,
  asks: z.optional(z.literal(true)),
})

/** Another offering, where what is asked for is settled. */
export const Counter = z.object({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  placeName: z.string(),
  offeringName: z.string(),
})

/** In somebody's words, or by a code of ours; neither where nobody has said why. */
export const because = { why: z.optional(z.string()), reason: z.optional(z.enum(reasonCodes)) }
