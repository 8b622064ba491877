/** Teams: keys, and the conditions by which a code lets in while it holds and nobody books who was taken out. */
import { createHash } from 'node:crypto'
import type { InvitationCode } from '@yike/shared/identity/schema/staff'
import { MOST_MEMBERS, teamRoles } from '@yike/shared/identity/schema/team'
import type { Id } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import { absent, all, any, below, equal } from '../../../platform/condition'
import { hashedId } from '../../../platform/ids'
import { indexes, inIndex, keys } from '../../../platform/keys'
import type { Change } from '../../../platform/table'
import type { MemberRecord, TeamRecord } from '../../domain/team'

export {
  isCodeOf,
  loadCode,
  loadMember,
  loadTeam,
  loadTeamOf,
  queryBookers,
  queryMembers,
  queryMemberships,
  queryTeamsOf,
} from './load'

/** Days for which it is known that somebody was in a team, or which team a code was of. */
const KEPT_DAYS = 30
const expiry = (at: Instant) => Math.floor(Date.parse(at) / 1000) + KEPT_DAYS * 86_400

/** One of a person and a team: who comes back is the same member. */
export const memberOf = (teamId: Id<'team'>, residentId: Id<'resident'>): Id<'member'> =>
  hashedId('member', `${teamId} ${residentId}`)

export const digestOf = (code: InvitationCode) => createHash('sha256').update(code).digest('base64url')

export interface CodeRecord {
  readonly teamId: Id<'team'>
  readonly role: 'leader' | 'member'
  readonly endsAt: Instant
}
/** Where the team says which code holds. */
export const attribute = { leader: 'leaderCode', member: 'memberCode' } as const

export const newTeamChange = (team: TeamRecord): Change<'request.busy'> => ({
  put: {
    ...keys.team(team.teamId),
    ...inIndex('by-owner', indexes.byOwner.teams(team.community, team.teamId)),
    type: 'Team',
    ...team,
  },
  if: absent(),
  else: 'request.busy',
})

const codeItem = (code: InvitationCode, record: CodeRecord) => ({
  ...keys.teamCode(digestOf(code)),
  type: 'TeamCode',
  ...record,
  expiresAtSeconds: expiry(record.endsAt),
})

/** The first code of a team that is written in the same write. */
export const withCode = (team: TeamRecord, code: InvitationCode, record: CodeRecord) => ({
  team: { ...team, [attribute[record.role]]: digestOf(code) },
  change: { put: codeItem(code, record) } satisfies Change,
})

/** A code that holds from now on, in place of the one before. */
export const codeChanges = (code: InvitationCode, record: CodeRecord): Change<'identity.team_closed'>[] => [
  { put: codeItem(code, record) },
  {
    update: keys.team(record.teamId),
    set: { [attribute[record.role]]: digestOf(code) },
    if: equal('state', 'open'),
    else: 'identity.team_closed',
  },
]

export const stateChange = (
  teamId: Id<'team'>,
  from: TeamRecord['state'],
  to: TeamRecord['state'],
): Change<'identity.team_moved'> => ({
  update: keys.team(teamId),
  set: { state: to },
  if: equal('state', from),
  else: 'identity.team_moved',
})

const memberItem = ({ residentId, ...member }: MemberRecord) => ({
  ...keys.member(member.teamId, member.memberId),
  ...(residentId && {
    ...inIndex('by-owner', indexes.byOwner.memberships(residentId, member.teamId)),
    residentId,
  }),
  ...(member.role !== 'left' &&
    inIndex(
      'by-deadline',
      indexes.byDeadline.members(member.teamId, teamRoles.indexOf(member.role), member.memberId),
    )),
  type: 'TeamMember',
  ...member,
  ...(member.role === 'left' && { expiresAtSeconds: expiry(member.since) }),
})

/** Somebody who has been in it from the beginning, without a code: the demo's members. */
export const seatedChange = (member: MemberRecord): Change => ({ put: memberItem(member) })

/**
 * Somebody joins, or comes to lead: while the code holds and the team is open, and neither is so already. A leader's code is
 * used up by it.
 */
export const joinChanges = (
  code: InvitationCode,
  { role: offered }: Pick<CodeRecord, 'role'>,
  after: MemberRecord,
  before: MemberRecord | undefined,
): Change<'identity.team_code_over' | 'identity.team_full' | 'identity.team_moved'>[] => {
  const isIn = before !== undefined && before.role !== 'left'
  const name = attribute[offered]
  const holds = all(equal(name, digestOf(code)), equal('state', 'open'))
  return [
    {
      update: keys.team(after.teamId),
      ...(isIn ? {} : { add: { members: 1 } }),
      ...(offered === 'leader' && { remove: [name] }),
      if: isIn ? holds : all(holds, below('members', MOST_MEMBERS)),
      else: 'identity.team_code_over',
    },
    {
      put: memberItem(after),
      if: isIn ? equal('role', before.role) : any(absent(), equal('role', 'left')),
      else: 'identity.team_moved',
    },
  ]
}

export const moveMemberChange = (
  before: MemberRecord,
  after: MemberRecord,
  isTakenOut = false,
): Change<'identity.team_moved'>[] => [
  { put: memberItem(after), if: equal('role', before.role), else: 'identity.team_moved' },
  ...(after.role === 'left'
    ? [
        {
          update: keys.team(before.teamId),
          add: { members: -1 },
          // Whoever is taken out still has the code by which all were let in.
          ...(isTakenOut && { remove: [attribute.member] }),
        },
      ]
    : []),
]

/** Only while this member leads it. */
export const leadsCheck = ({ teamId, memberId }: MemberRecord): Change<'request.not_found'> => ({
  check: keys.member(teamId, memberId),
  if: equal('role', 'leader'),
  else: 'request.not_found',
})

export const isOpenCheck = (teamId: Id<'team'>): Change<'booking.team_over'> => ({
  check: keys.team(teamId),
  if: equal('state', 'open'),
  else: 'booking.team_over',
})

/** Goes into whatever is written for a team: at that moment it is open, and who writes may book for it. */
export const inTeamChecks = (
  teamId: Id<'team'>,
  residentId: Id<'resident'>,
): Change<'booking.team_over'>[] => [
  isOpenCheck(teamId),
  {
    check: keys.member(teamId, memberOf(teamId, residentId)),
    if: any(equal('role', 'leader'), equal('role', 'booker')),
    else: 'booking.team_over',
  },
]
