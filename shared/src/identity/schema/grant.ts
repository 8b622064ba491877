/** 亲情代办: somebody lets a relative with an account of their own act for them, in some things, for some time. */
import { idOf } from '../../kernel/id'
import { pageInput } from '../../kernel/shapes'
import { InstantOutput } from '../../kernel/time'
import { wholeNumber, z } from '../../kernel/zod'
import { CommunityCode, Person } from '../schema'
import { InvitationCode } from './staff'

/** Long enough to read a code out on the telephone. */
export const GRANT_CODE_MINUTES = 10

export const grantActs = ['book', 'cancel', 'see'] as const
/** book 帮我约 · cancel 帮我取消 · see 看我所有的预约; what they made themselves a delegate always sees. */
export type GrantAct = (typeof grantActs)[number]

export const grantStates = ['offered', 'taken', 'open', 'ended'] as const
/** offered 等家人填码 · taken 等本人点头 · open 生效 · ended 收回、谢绝、到期 */
export type GrantState = (typeof grantStates)[number]

/** Of the two who have to do with it. The number is what both can compare on the telephone. */
const Party = z.object({ name: z.string(), number: z.string() })

export const Grant = z.object({
  grantId: idOf('grant'),
  state: z.enum(grantStates),
  /** Whether the reader gave it, or holds it. */
  side: z.enum(['given', 'held']),
  giver: Party,
  holder: z.optional(Party),
  /** Whom it is for: the giver or somebody of their household. */
  forName: z.string(),
  may: z.array(z.enum(grantActs)),
  /** While offered: until when the code can be taken. */
  takeBy: InstantOutput,
  untilAt: InstantOutput,
  openedAt: z.optional(InstantOutput),
  endedAt: z.optional(InstantOutput),
  endedBy: z.optional(z.enum(['giver', 'holder'])),
  /** To the holder of an open one: what must be known of the person to say what is for them. */
  person: z.optional(z.object({ ...Person.shape, community: z.nullable(CommunityCode) })),
})
export type Grant = z.output<typeof Grant>

export const OfferGrant = z.strictObject({
  /** Absent: for myself. */
  personId: z.optional(idOf('person')),
  may: z.array(z.enum(grantActs)).check(z.minLength(1), z.maxLength(grantActs.length)),
  days: wholeNumber(1, 366),
})
/** The code is told to one person, once; it stands nowhere. */
export const OfferedGrant = z.object({ ...Grant.shape, code: InvitationCode })
export type OfferedGrant = z.output<typeof OfferedGrant>

export const ReadGrant = z.strictObject({ code: InvitationCode })
export const AskGrant = z.strictObject({ grantId: idOf('grant') })
export const AskGrants = z.strictObject({ side: z.enum(['given', 'held']), ...pageInput })
export const Grants = z.object({ grants: z.array(Grant), cursor: z.optional(z.string()) })
export type Grants = z.output<typeof Grants>
