/** Teams and who is in them, as they are read. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { InvitationCode } from '@yike/shared/identity/schema/staff'
import { teamRoles } from '@yike/shared/identity/schema/team'
import type { Id } from '@yike/shared/kernel/id'
import { ok } from '@yike/shared/kernel/result'
import { indexes, keys } from '../../../platform/keys'
import { type Item, type QueryAsk, queryAll, recordOf, type Table } from '../../../platform/table'
import type { MemberRecord, TeamRecord } from '../../domain/team'
import { attribute, type CodeRecord, digestOf, memberOf } from './index'

type Page = Pick<QueryAsk, 'limit' | 'cursor'>

export const loadTeam = async (table: Table, teamId: Id<'team'>): Promise<TeamRecord | undefined> => {
  const item = await table.get(keys.team(teamId), { consistent: true })
  return item && recordOf<TeamRecord>(item)
}

export const loadMember = async (
  table: Table,
  teamId: Id<'team'>,
  memberId: Id<'member'>,
): Promise<MemberRecord | undefined> => {
  const item = await table.get(keys.member(teamId, memberId), { consistent: true })
  return item && asMember(item)
}

/** Both in one call. */
export const loadTeamOf = async (
  table: Table,
  teamId: Id<'team'>,
  residentId: Id<'resident'>,
): Promise<{ team: TeamRecord; member: MemberRecord } | undefined> => {
  const [team, member] = await Promise.all([
    loadTeam(table, teamId),
    loadMember(table, teamId, memberOf(teamId, residentId)),
  ])
  return team && member && member.role !== 'left' ? { team, member } : undefined
}

export const loadCode = async (table: Table, code: InvitationCode): Promise<CodeRecord | undefined> => {
  const item = await table.get(keys.teamCode(digestOf(code)), { consistent: true })
  return item && recordOf<CodeRecord>(item)
}

/** Whether a code of a team is the one that holds. */
export const isCodeOf = (team: TeamRecord, { role }: CodeRecord, code: InvitationCode): boolean =>
  team[attribute[role]] === digestOf(code)

const asMember = (item: Item) => recordOf<MemberRecord>(item)

/** Who leads it first, then who books for it; `isAll`: then all others. */
const listed = (teamId: Id<'team'>, isAll: boolean) => {
  const [pk, from] = indexes.byDeadline.members(teamId, 0, '')
  const [, to] = indexes.byDeadline.members(
    teamId,
    isAll ? teamRoles.length : teamRoles.indexOf('member'),
    '',
  )
  return { index: 'by-deadline', pk, sk: { from, to } } as const
}

export const queryMembers = async (table: Table, teamId: Id<'team'>, isAll: boolean, page: Page) => {
  const found = await table.query({ ...listed(teamId, isAll), ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  return ok({ members: items.map(asMember), cursor })
}

/** Who may book for it. */
export const queryBookers = async (table: Table, teamId: Id<'team'>): Promise<Id<'resident'>[]> =>
  (await queryAll(table, listed(teamId, false))).map(asMember).flatMap(({ residentId }) => residentId ?? [])

export const queryTeamsOf = async (table: Table, community: RegionCode, page: Page) => {
  const [pk] = indexes.byOwner.teams(community, '')
  const found = await table.query({ index: 'by-owner', pk, newestFirst: true, ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  return ok({ teams: items.map(item => recordOf<TeamRecord>(item)), cursor })
}

/** Teams that somebody is in, with what they are there. */
export const queryMemberships = async (table: Table, residentId: Id<'resident'>, page: Page) => {
  const [pk] = indexes.byOwner.memberships(residentId, '')
  const found = await table.query({ index: 'by-owner', pk, newestFirst: true, ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  const members = items.map(asMember)
  const teams = await table.getAll(members.map(({ teamId }) => keys.team(teamId)))
  return ok({
    teams: members.flatMap((member, i) => {
      const team = teams[i]
      return team ? [{ team: recordOf<TeamRecord>(team), member }] : []
    }),
    cursor,
  })
}
