/** Codes by which one joins a team, or comes to lead it. */
import { InvitationCode } from '@yike/shared/identity/schema/staff'
import { LEADER_CODE_HOURS, MEMBER_CODE_HOURS } from '@yike/shared/identity/schema/team'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import type { Actor } from '../../../platform/actor'
import type { Table } from '../../../platform/table'
import type { MemberRecord, TeamRecord } from '../../domain/team'
import { type CodeRecord, isCodeOf, loadCode, loadMember, loadTeam, memberOf } from '../../store/team'

export const newCode = (id: Id<'invitation'>, teamId: Id<'team'>, role: CodeRecord['role'], now: Instant) => {
  const hours = role === 'leader' ? LEADER_CODE_HOURS : MEMBER_CODE_HOURS
  const record: CodeRecord = { teamId, role, endsAt: addMinutes(now, hours * 60) }
  return { code: InvitationCode.parse(id.slice(-12)), record }
}

interface Found {
  readonly team: TeamRecord
  readonly record: CodeRecord
  readonly before: MemberRecord | undefined
}

/** What a code lets in to while it holds; whoever it has let in may ask again, for an answer may have been lost. */
export const findByCode = async (
  table: Table,
  { residentId }: Actor,
  code: InvitationCode,
  now: Instant,
): Promise<Result<Found, 'identity.team_code_wrong' | 'identity.team_code_over'>> => {
  const record = await loadCode(table, code)
  const team = record && (await loadTeam(table, record.teamId))
  if (!team) return refuse('identity.team_code_wrong')
  const before = await loadMember(table, team.teamId, memberOf(team.teamId, residentId))
  const holds = isCodeOf(team, record, code) && now < record.endsAt && team.state === 'open'
  return holds || (before && isAlready(before, record))
    ? ok({ team, record, before })
    : refuse('identity.team_code_over')
}

export const isAlready = (member: MemberRecord, { role }: Pick<CodeRecord, 'role'>): boolean =>
  member.role === 'leader' || (role === 'member' && member.role !== 'left')
