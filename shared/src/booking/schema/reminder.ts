/** Whom a reminder has not reached: to be called by staff, by day. */
import { CommunityCode } from '../../identity/schema'
import { idOf } from '../../kernel/id'
import { pageInput, Version } from '../../kernel/shapes'
import { DateInput, InstantOutput } from '../../kernel/time'
import { text, z } from '../../kernel/zod'
import { kinds } from '../kinds'
import { bookingStates } from '../lifecycle'
import { callOutcomes } from '../rules/reminder'
import { because } from './elsewhere'

/** The bookings of a community that begin on a day. */
export const AskCalls = z.strictObject({ community: CommunityCode, on: DateInput, ...pageInput })

/** All of a community whose time closed and who have not answered or been told of it, or who have not been told that it holds after all. */
export const AskUnsettled = z.strictObject({ community: CommunityCode, ...pageInput })

export const Call = z.object({
  bookingId: idOf('booking'),
  number: z.string(),
  /** How often something was written down of it: who writes says what they saw. */
  version: z.number(),
  kind: z.enum(kinds),
  state: z.enum(bookingStates),
  forName: z.string(),
  placeName: z.string(),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  /** What closed, where something else is held instead: the times above are of that, and it waits so long for an answer. */
  closed: z.optional(
    z.object({
      placeName: z.string(),
      offeringName: z.string(),
      startAt: InstantOutput,
      endAt: InstantOutput,
      ...because,
    }),
  ),
  deadlineAt: z.optional(InstantOutput),
  /** They were told that it is closed, and it is open again: they are to hear that it holds as they had booked it. */
  holdsAfterAll: z.optional(z.literal(true)),
  /** There is a number to call; it is shown with the booking, and whose it is reads who looked. */
  hasPhone: z.boolean(),
  /** Absent: nobody has called yet. */
  outcome: z.optional(z.enum(callOutcomes)),
  calledAt: z.optional(InstantOutput),
  /** How often nobody answered. */
  tries: z.number(),
})
export type Call = z.output<typeof Call>
export const Calls = z.object({ calls: z.array(Call), cursor: z.optional(z.string()) })
export type Calls = z.output<typeof Calls>

export const RecordCall = z.strictObject({
  bookingId: idOf('booking'),
  version: Version,
  outcome: z.enum(callOutcomes),
  /** Where they asked to cancel: what they will read. */
  reason: z.optional(text(200, 2)),
})
