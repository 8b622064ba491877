/** Another time or place of a booking than the one that is shown. */
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'

export const Elsewhere = z.object({
  placeName: z.string(),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
})
