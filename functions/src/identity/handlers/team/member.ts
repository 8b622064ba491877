/** Members: who reads of whom, who may move whom, and one move. */
import { answersFor } from '@yike/shared/identity/rules'
import { booksForTeam, type TeamMember } from '@yike/shared/identity/schema/team'
import type { Id } from '@yike/shared/kernel/id'
import type { NextAction } from '@yike/shared/kernel/problem'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { Actor } from '../../../platform/actor'
import type { Change, Table } from '../../../platform/table'
import { callTo } from '../../domain/communities'
import { type MemberRecord, showMember, type TeamRecord } from '../../domain/team'
import { loadRegion } from '../../store'
import {
  inTeamChecks,
  leadsCheck,
  loadMember,
  loadTeam,
  loadTeamOf,
  moveMemberChange,
} from '../../store/team'
import { noteLook } from '../look'

/** A team of a community that the actor answers for. */
export const ownTeam = async (
  table: Table,
  actor: Actor,
  teamId: Id<'team'>,
): Promise<TeamRecord | undefined> => {
  const team = await loadTeam(table, teamId)
  return team && answersFor(actor, team.community) ? team : undefined
}

export const noteSeen = (
  table: Table,
  actor: Actor,
  team: TeamRecord,
  { residentId }: MemberRecord,
  now: Instant,
) => {
  const seen = { about: 'team', caseId: team.teamId, name: `${team.name} · 名单` } as const
  return residentId ? noteLook(table, actor, { residentId, ...seen }, now) : ok(undefined)
}

/** A member of a team that the actor leads, which the write asks too, or whose community they work for. */
export const findMember = async (
  table: Table,
  actor: Actor,
  teamId: Id<'team'>,
  memberId: Id<'member'>,
): Promise<{ member: MemberRecord; also: readonly Change<'request.not_found'>[] } | undefined> => {
  const [own, member] = await Promise.all([
    loadTeamOf(table, teamId, actor.residentId),
    loadMember(table, teamId, memberId),
  ])
  if (!member) return undefined
  if (own?.member.role === 'leader')
    return { member, also: own.member.memberId === memberId ? [] : [leadsCheck(own.member)] }
  return (await ownTeam(table, actor, teamId)) ? { member, also: [] } : undefined
}

export const move = async (
  table: Table,
  { residentId }: Actor,
  before: MemberRecord,
  after: MemberRecord,
  also: readonly Change<'request.not_found'>[] = [],
  isTakenOut = false,
): Promise<Result<TeamMember, 'identity.team_moved' | 'request.not_found' | 'request.busy'>> => {
  if (before.role === after.role) return ok(showMember(before, residentId))
  const saved = await table.write([...moveMemberChange(before, after, isTakenOut), ...also])
  if (saved.ok) return ok(showMember(after, residentId))
  // Somebody tapped twice, or two meant the same.
  const latest = await loadMember(table, before.teamId, before.memberId)
  return latest?.role === after.role ? ok(showMember(latest, residentId)) : saved
}

const whoHelps = async (table: Table, { teamId, community }: TeamRecord): Promise<NextAction[]> => [
  { do: 'open', label: '看看谁是队长', page: `/identity/pages/team?teamId=${teamId}` },
  ...callTo((await loadRegion(table, community)) ?? {}),
]

/** A team for which the actor may book now, and what its writes ask. */
export const openTeam = async (table: Table, { residentId }: Actor, teamId: Id<'team'>) => {
  const own = await loadTeamOf(table, teamId, residentId)
  if (!own) return refuse('request.not_found')
  if (own.team.state !== 'open' || !booksForTeam(own.member.role))
    return refuse('booking.team_over', { next: await whoHelps(table, own.team) })
  return ok({ team: own.team, who: own.member.name, checks: inTeamChecks(teamId, residentId) })
}
