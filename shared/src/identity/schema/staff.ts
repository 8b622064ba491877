import { idOf } from '../../kernel/id'
import { pageInput } from '../../kernel/shapes'
import { InstantOutput } from '../../kernel/time'
import { line, z } from '../../kernel/zod'
import { RegionCode } from '../schema'

/** How long an invitation can be taken up: as long as it takes to tell somebody on the phone. */
export const INVITATION_HOURS = 24

export const posts = ['worker', 'supervisor'] as const
/** worker 社区工作者: a community or a street · supervisor 街道督导: a street or above. */
export type PostRole = (typeof posts)[number]

/** Twelve characters of Crockford's alphabet, without its hyphens: sixty bits. */
export const InvitationCode = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/))
  .brand<'invitation'>()
export type InvitationCode = z.output<typeof InvitationCode>

/** What a post is: the office, and the region that it answers for. */
const post = { role: z.enum(posts), scope: RegionCode }

export const InviteStaff = z.strictObject({ name: line(20), ...post })
/** The code is told to one person, by voice or on paper; whoever has it takes up the post. */
export const Invitation = z.object({
  code: InvitationCode,
  name: z.string(),
  ...post,
  scopeName: z.string(),
  endsAt: InstantOutput,
})
export type Invitation = z.output<typeof Invitation>

export const ReadInvitation = z.strictObject({ code: InvitationCode })
/** What is offered, before one says yes. */
export const OfferedPost = z.object({ ...post, scopeName: z.string(), endsAt: InstantOutput })
export type OfferedPost = z.output<typeof OfferedPost>

/** Somebody with a post, as those see it who answer for the region. */
export const Member = z.object({
  residentId: idOf('resident'),
  /** The same as residents read under "who has looked". */
  number: z.string(),
  name: z.string(),
  ...post,
  scopeName: z.string(),
  state: z.enum(['serving', 'ended']),
  since: InstantOutput,
})
export type Member = z.output<typeof Member>

/** Without a region: the actor's own. Posts are listed a street at a time, or those of one district, or of the city. */
export const AskStaff = z.strictObject({ region: z.optional(RegionCode), ...pageInput })
export const Staff = z.object({
  /** The region whose posts these are. */
  region: RegionCode,
  staff: z.array(Member),
  /** For which I answer and can invite: my own, and those below it down to communities. */
  regions: z.array(z.object({ code: RegionCode, name: z.string() })),
  cursor: z.optional(z.string()),
})
export type Staff = z.output<typeof Staff>
export const EndPost = z.strictObject({ residentId: idOf('resident') })
