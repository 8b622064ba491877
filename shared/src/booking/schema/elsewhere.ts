/** Another time or place of a booking than the one that is shown, and why it is another. */
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { reasonCodes } from '../rules/reasons'

export const Elsewhere = z.object({
  placeName: z.string(),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
})

/** In somebody's words, or by a code of ours; neither where nobody has said why. */
export const because = { why: z.optional(z.string()), reason: z.optional(z.enum(reasonCodes)) }
