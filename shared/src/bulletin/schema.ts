import { bookingStates } from '../booking/lifecycle'
import { noShowGrades } from '../booking/rules/presence'
import { reasonCodes } from '../booking/rules/reasons'
import { idOf } from '../kernel/id'
import { pageInput } from '../kernel/shapes'
import { InstantOutput } from '../kernel/time'
import { z } from '../kernel/zod'

export const subjects = ['booking', 'microproject', 'task', 'season'] as const

const heldInstead = ['swap', 'own'] as const
export type HeldInstead = (typeof heldInstead)[number]

/** A line of my inbox: what happened to a case of mine. The words are made on the phone from these fields. */
export const Notice = z.object({
  noticeId: idOf('notice'),
  at: InstantOutput,
  about: z.enum(subjects),
  /** The case: a booking, a micro-project, a task or a season. */
  caseId: z.string(),
  /** What the case is called. */
  name: z.string(),
  /** What happened, as a verb of the case's lifecycle. */
  verb: z.string(),
  note: z.optional(z.string()),
  /** Why, where no person said it. */
  reason: z.optional(z.enum(reasonCodes)),
  /** A delegate did it for the reader. */
  who: z.optional(z.string()),
  /** By which grant the reader has to do with it, where it is not their own. */
  grantId: z.optional(idOf('grant')),
  /** Of a booking: when it is for, and what it was once that had happened. */
  booking: z.optional(
    z.object({
      startAt: InstantOutput,
      state: z.enum(bookingStates),
      /** Nobody came: where the reader stands with it now. */
      grade: z.optional(z.enum(noShowGrades)),
      /** What was held until somebody answered was no seat of a waiting list: another time, or one's own that is open again. */
      held: z.optional(z.enum(heldInstead)),
    }),
  ),
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

/** The most messages that somebody may have said yes to beforehand. */
export const MOST_CONSENTS = 20

/** One consent is one message of WeChat's (一次性订阅消息): how many of a kind are still owed. */
export const Consent = z.object({
  about: z.enum(subjects),
  templateId: z.string(),
  left: z.number(),
})
export type Consent = z.output<typeof Consent>
export const Consents = z.object({ consents: z.array(Consent) })
export const GiveConsent = z.strictObject({ about: z.enum(subjects) })
