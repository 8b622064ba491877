/**
 * A team is registered by its community with a code for whoever leads it. Who leads it gives the others a code. Each joins by
 * an act of their own, as a member; who leads it lets some of them book for it. All may leave, and be taken out. Whatever is
 * written for a team asks the membership of who writes it, and the team, in that very write.
 */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Membership, Team, TeamMember, TeamRole } from '@yike/shared/identity/schema/team'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'

export interface TeamRecord {
  readonly teamId: Id<'team'>
  readonly name: string
  readonly community: RegionCode
  readonly communityName: string
  readonly state: Team['state']
  /** How many are in it. */
  readonly members: number
  readonly since: Instant
  readonly registeredById: Id<'resident'>
  /** Digests of the codes that hold, one of each at a time. */
  readonly leaderCode?: string
  readonly memberCode?: string
}

export interface MemberRecord {
  readonly teamId: Id<'team'>
  readonly memberId: Id<'member'>
  /** What follows is forgotten when they leave. */
  readonly residentId?: Id<'resident'>
  readonly name: string
  readonly role: TeamRole | 'left'
  readonly since: Instant
}

export const joined = (
  teamId: Id<'team'>,
  memberId: Id<'member'>,
  residentId: Id<'resident'>,
  { name, role }: { readonly name: string; readonly role: TeamRole },
  now: Instant,
): MemberRecord => ({ teamId, memberId, residentId, name, role, since: now })

/** Nothing of who it was. */
export const left = ({ teamId, memberId }: MemberRecord, now: Instant): MemberRecord => ({
  ...{ teamId, memberId, name: '', role: 'left', since: now },
})

export const showTeam = (team: TeamRecord): Team => {
  const { teamId, name, community, communityName, state, members, since } = team
  const number = spokenNumber(teamId)
  return {
    teamId,
    number,
    name,
    community: community as Team['community'],
    communityName,
    state,
    members,
    since,
  }
}

export const showMembership = (team: TeamRecord, { role, name }: MemberRecord): Membership => ({
  ...showTeam(team),
  role: role as TeamRole,
  called: name,
})

export const showMember = (
  { memberId, name, role, since, residentId }: MemberRecord,
  reader: Id<'resident'>,
): TeamMember => ({ memberId, name, role, since, ...(residentId === reader && { me: true }) })
