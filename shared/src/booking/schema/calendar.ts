/** My bookings in a calendar of my own: a link that only I know. */
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'

export const CalendarFeed = z.object({
  /** When the link that works now was made; absent: there is none. */
  madeAt: z.optional(InstantOutput),
})
export type CalendarFeed = z.output<typeof CalendarFeed>

/** Told once: only a digest of it is kept. */
export const CalendarLink = z.object({
  madeAt: InstantOutput,
  /** Behind the address of the API. Whoever knows it reads when and where I have booked. */
  path: z.string(),
})
export type CalendarLink = z.output<typeof CalendarLink>
