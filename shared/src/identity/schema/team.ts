/**
 * 团队: a dance troupe, a chess club, a volunteer squad, the committee of a building. Its community registers it and names
 * who leads it; who leads it invites; everybody joins by an act of their own, under a name that they give to the team.
 */
import { idOf } from '../../kernel/id'
import { pageInput } from '../../kernel/shapes'
import { InstantOutput } from '../../kernel/time'
import { line, z } from '../../kernel/zod'
import { CommunityCode } from '../schema'
import { InvitationCode } from './staff'

/** As long as it takes to tell one person on the phone. */
export const LEADER_CODE_HOURS = 24
/** A week of rehearsals, so that everybody has heard it. */
export const MEMBER_CODE_HOURS = 7 * 24
/** Of one team, those who left not counted. */
export const MOST_MEMBERS = 200

export const teamRoles = ['leader', 'booker', 'member'] as const
/** leader 队长: invites, says who books, books · booker 能订: books for it · member 队员. */
export type TeamRole = (typeof teamRoles)[number]

/** Whether who has this role in a team may book for it. */
export const booksForTeam = (role: string): boolean => role === 'leader' || role === 'booker'

export const Team = z.object({
  teamId: idOf('team'),
  /** What both read out on the telephone. */
  number: z.string(),
  name: z.string(),
  community: CommunityCode,
  communityName: z.string(),
  state: z.enum(['open', 'closed']),
  members: z.number(),
  since: InstantOutput,
})
export type Team = z.output<typeof Team>

/** A team of mine: in which role, and what I am called there. */
export const Membership = z.object({ ...Team.shape, role: z.enum(teamRoles), called: z.string() })
export type Membership = z.output<typeof Membership>

export const TeamMember = z.object({
  memberId: idOf('member'),
  /** As they gave it to the team. */
  name: z.string(),
  role: z.enum([...teamRoles, 'left']),
  since: InstantOutput,
  /** The reader themselves. */
  me: z.optional(z.literal(true)),
})
export type TeamMember = z.output<typeof TeamMember>

/** To who leads it, and to staff of its community, with everybody; to its members with those who book for it. */
export const TeamPage = z.object({
  ...Team.shape,
  /** Of the reader; absent: staff. */
  role: z.optional(z.enum(teamRoles)),
  list: z.array(TeamMember),
  cursor: z.optional(z.string()),
})
export type TeamPage = z.output<typeof TeamPage>

export const AskTeam = z.strictObject({ teamId: idOf('team') })
export const AskTeamPage = z.strictObject({ ...AskTeam.shape, ...pageInput })
export const Teams = z.object({ teams: z.array(Membership), cursor: z.optional(z.string()) })
export type Teams = z.output<typeof Teams>

export const AskTeamsOf = z.strictObject({ community: CommunityCode, ...pageInput })
export const TeamsOf = z.object({ teams: z.array(Team), cursor: z.optional(z.string()) })
export type TeamsOf = z.output<typeof TeamsOf>

export const RegisterTeam = z.strictObject({ community: CommunityCode, name: line(20) })

/** The code stands nowhere. That of a leader is told to one person and works once; that of members until another is made. */
const code = { code: InvitationCode, endsAt: InstantOutput }
export const TeamCode = z.object({ teamId: idOf('team'), ...code })
export type TeamCode = z.output<typeof TeamCode>
export const RegisteredTeam = z.object({ ...Team.shape, ...code })
export type RegisteredTeam = z.output<typeof RegisteredTeam>

export const ReadTeam = z.strictObject({ code: InvitationCode })
/** What a code lets me join, before I say yes. */
export const OfferedTeam = z.object({
  teamId: idOf('team'),
  name: z.string(),
  communityName: z.string(),
  role: z.enum(['leader', 'member']),
  endsAt: InstantOutput,
})
export type OfferedTeam = z.output<typeof OfferedTeam>
export const JoinTeam = z.strictObject({ code: InvitationCode, name: line(20) })

export const AskMember = z.strictObject({ teamId: idOf('team'), memberId: idOf('member') })
export const SetMember = z.strictObject({ ...AskMember.shape, mayBook: z.boolean() })
