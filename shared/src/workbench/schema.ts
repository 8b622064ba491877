import { CommunityCode } from '../identity/schema'
import { idOf } from '../kernel/id'
import { pageInput } from '../kernel/shapes'
import { InstantOutput } from '../kernel/time'
import { z } from '../kernel/zod'

export const waitingKinds = ['booking', 'microproject', 'hours', 'place', 'task', 'season'] as const

/** Something that waits for staff: what it takes to choose it. Who asked is read with the case. */
export const Waiting = z.object({
  kind: z.enum(waitingKinds),
  /** The booking, the micro-project, the place, the task or the season; for hours the task. */
  caseId: z.string(),
  /** For hours: whose. */
  volunteerId: z.optional(z.string()),
  /** For a place: what can be booked there, where the question is about its words. */
  offeringId: z.optional(z.string()),
  /** What WeChat made of those words. */
  wording: z.optional(z.enum(['review', 'risky'])),
  title: z.string(),
  /** Of a booking: when it is for, and its number. */
  startAt: z.optional(InstantOutput),
  number: z.optional(z.string()),
  /** It was asked for together with others, and can be answered with them. */
  seriesId: z.optional(idOf('series')),
  /** Nobody came, and its owner has said why. */
  appealed: z.optional(z.literal(true)),
  /** Of a request: where, in the words of whoever filed it. */
  where: z.optional(z.string()),
  /** Of hours: how many were reported. */
  minutes: z.optional(z.number()),
  since: InstantOutput,
  deadlineAt: InstantOutput,
})
export type Waiting = z.output<typeof Waiting>

export const AskQueue = z.strictObject({ community: CommunityCode, ...pageInput })
export const Queue = z.object({
  waiting: z.array(Waiting),
  asOf: InstantOutput,
  cursor: z.optional(z.string()),
})
