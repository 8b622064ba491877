/** Teams and who is in them, as they are read. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { InvitationCode } from '@yike/shared/identity/schema/staff'
import type { Id } from '@yike/shared/kernel/id'
import { ok } from '@yike/shared/kernel/result'
import { indexes, keys } from '../../../platform/keys'
import { type Item, type QueryAsk, recordOf, type Table } from '../../../platform/table'
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

export const queryMembers = async (table: Table, teamId: Id<'team'>, page: Page) => {
  const { pk, sk } = keys.member(teamId, '')
  const found = await table.query({ pk, sk: { begins: sk }, ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  return ok({ members: items.map(asMember).filter(({ role }) => role !== 'left'), cursor })
}

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
  const teams = members.length > 0 ? await table.getAll(members.map(({ teamId }) => keys.team(teamId))) : []
  return ok({
    teams: members.flatMap((member, i) => {
      const team = teams[i]
      return team ? [{ team: recordOf<TeamRecord>(team), member }] : []
    }),
    cursor,
  })
}
