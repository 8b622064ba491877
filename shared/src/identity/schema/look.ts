import { roles } from '../../kernel/contract'
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'

/** phone: my number was shown, to be called; certificate: what is noted of mine was looked at or changed. */
const lookedAt = [
  'booking',
  'microproject',
  'task',
  'season',
  'phone',
  'certificate',
  'certificateNoted',
  'team',
] as const

/** A member of staff, or a delegate of mine, has opened a case of mine: once a day and case, however often they looked. */
export const Look = z.object({
  /** The first time on that day. */
  at: InstantOutput,
  /** Staff are named by their office and a number that the community can look up, not by name. */
  office: z.enum([...roles, 'delegate']),
  /** Of a delegate: the name. */
  who: z.optional(z.string()),
  number: z.string(),
  about: z.enum(lookedAt),
  caseId: z.string(),
  /** What the case is called. */
  name: z.string(),
})
export type Look = z.output<typeof Look>
export const Looks = z.object({ looks: z.array(Look), cursor: z.optional(z.string()) })
