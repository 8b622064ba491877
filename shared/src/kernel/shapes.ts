import { InstantOutput } from './time'
import { wholeNumber, z } from './zod'

/** Every list is paged: at most 50 rows, and a cursor to go on from. */
export const pageInput = {
  limit: z._default(wholeNumber(1, 50), 20),
  cursor: z.optional(z.string().check(z.maxLength(400))),
}
export const AskPage = z.strictObject(pageInput)

/**
 * How often a case has been moved. Who moves one that may come round to the same state again says which version they
 * saw: nobody decides on words they have not read, and a late retry finds that its time has passed.
 */
export const Version = wholeNumber(0, 1_000_000_000)

/** What WeChat makes of a text before others may read it; `review`: a person has to look, whatever the reason. */
export const wordings = ['pending', 'pass', 'review', 'risky'] as const
export type Wording = (typeof wordings)[number]

/** One line of a case's timeline. Staff are named by their office, not by person. */
export const TimelineEntry = z.object({
  at: InstantOutput,
  verb: z.string(),
  by: z.enum(['owner', 'delegate', 'staff', 'clock']),
  /** Of a delegate: as they are called, for whoever gave the grant knows them. */
  who: z.optional(z.string()),
  /** In somebody's own words. Residents get none of staff's that WeChat has not read yet or found risky. */
  note: z.optional(z.string()),
  /** Why, where no person said it: a code of the slice's rules. */
  reason: z.optional(z.string()),
  /** How long it took, where that was told: whoever reads it says it in their own language. */
  minutes: z.optional(wholeNumber(0, 24 * 60)),
  /** What WeChat made of the note; absent: it was none of anybody's own. */
  wording: z.optional(z.enum(wordings)),
})
export type TimelineEntry = z.output<typeof TimelineEntry>
