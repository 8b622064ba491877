import { idOf } from '../kernel/id'
import { pageInput } from '../kernel/shapes'
import { InstantOutput } from '../kernel/time'
import { z } from '../kernel/zod'

export const subjects = ['booking', 'microproject', 'task'] as const

/** A line of my inbox: what happened to a case of mine. The words are made on the phone from these fields. */
export const Notice = z.object({
  noticeId: idOf('notice'),
  at: InstantOutput,
  about: z.enum(subjects),
  /** The case: a booking, a micro-project or a task. */
  caseId: z.string(),
  /** What the case is called. */
  name: z.string(),
  /** What happened, as a verb of the case's lifecycle. */
  verb: z.string(),
  note: z.optional(z.string()),
})
export type Notice = z.output<typeof Notice>

/** What moved in my community, without names. */
export const Movement = z.object({
  at: InstantOutput,
  about: z.enum(subjects),
  caseId: z.string(),
  name: z.string(),
  verb: z.string(),
})
export type Movement = z.output<typeof Movement>

export const AskNotices = z.strictObject(pageInput)
export const Notices = z.object({ notices: z.array(Notice), cursor: z.optional(z.string()) })
export const Movements = z.object({ movements: z.array(Movement), cursor: z.optional(z.string()) })
