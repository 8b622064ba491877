/** Teams: registering one, joining it, who may book for it, leaving. */
import type { teamEndpoints } from '@yike/shared/identity/contract/team'
import { answersFor } from '@yike/shared/identity/rules'
import { MOST_MEMBERS } from '@yike/shared/identity/schema/team'
import type { Id } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Actor } from '../../../platform/actor'
import type { Handlers } from '../../../platform/handler'
import type { Table } from '../../../platform/table'
import { joined, left, showMember, showMembership, showTeam, type TeamRecord } from '../../domain/team'
import { loadRegion } from '../../store'
import {
  codeChanges,
  joinChanges,
  leadsCheck,
  loadMember,
  loadTeam,
  loadTeamOf,
  memberOf,
  newTeamChange,
  queryMembers,
  queryMemberships,
  queryTeamsOf,
  stateChange,
  withCode,
} from '../../store/team'
import { findByCode, isAlready, newCode } from './code'
import { findMember, move, noteSeen, ownTeam } from './member'

export { inTeamChecks, isOpenCheck, leadsCheck, loadTeamOf, queryBookers } from '../../store/team'
export { openTeam } from './member'

export const teamHandlers = (table: Table): Handlers<typeof teamEndpoints> => ({
  async registerTeam({ actor, now, newId, once }, { community, name }) {
    const region = answersFor(actor, community) ? await loadRegion(table, community) : undefined
    if (region?.level !== 'community') return refuse('request.not_found')
    const teamId = newId('team')
    const { code, record } = newCode(newId('invitation'), teamId, 'leader', now)
    const registered: TeamRecord = {
      ...{ teamId, name, community, communityName: region.name, state: 'open' },
      ...{ members: 0, since: now, registeredById: actor.residentId },
    }
    const { team, change } = withCode(registered, code, record)
    const shown = { ...showTeam(team), code, endsAt: record.endsAt }
    const saved = await table.write([newTeamChange(team), change, once.remember(shown)])
    return saved.ok ? ok(shown) : saved
  },

  async teamsOf({ actor }, { community, ...page }) {
    if (!answersFor(actor, community)) return refuse('request.not_found')
    const found = await queryTeamsOf(table, community, page)
    if (!found.ok) return found
    const { teams, cursor } = found.value
    return ok({ teams: teams.map(showTeam), ...(cursor && { cursor }) })
  },

  async inviteLeader({ actor, now, newId, once }, { teamId }) {
    const team = await ownTeam(table, actor, teamId)
    if (!team) return refuse('request.not_found')
    const { code, record } = newCode(newId('invitation'), teamId, 'leader', now)
    const told = { teamId, code, endsAt: record.endsAt }
    const saved = await table.write([...codeChanges(code, record), once.remember(told)])
    return saved.ok ? ok(told) : saved
  },

  closeTeam: ({ actor }, { teamId }) => setState(table, actor, teamId, 'closed'),
  reopenTeam: ({ actor }, { teamId }) => setState(table, actor, teamId, 'open'),

  async teams({ actor }, page) {
    const found = await queryMemberships(table, actor.residentId, page)
    if (!found.ok) return found
    const { teams, cursor } = found.value
    return ok({
      teams: teams.map(({ team, member }) => showMembership(team, member)),
      ...(cursor && { cursor }),
    })
  },

  async team({ actor, now }, { teamId, ...page }) {
    const own = await loadTeamOf(table, teamId, actor.residentId)
    const team = own?.team ?? (await ownTeam(table, actor, teamId))
    if (!team) return refuse('request.not_found')
    const isLed = own?.member.role === 'leader'
    const isOffice = !isLed && answersFor(actor, team.community)
    const found = await queryMembers(table, teamId, isLed || isOffice, page)
    if (!found.ok) return found
    const { members, cursor } = found.value
    // To a member those who book, whom to ask, and themselves: all others only who leads the team needs to see.
    const isAlone = own?.member.role === 'member' && !isOffice && page.cursor === undefined
    const list = isAlone ? [...members, own.member] : members
    if (isOffice)
      for (const noted of await Promise.all(list.map(one => noteSeen(table, actor, team, one, now))))
        if (!noted.ok) return noted
    return ok({
      ...showTeam(team),
      ...(own && { role: own.member.role as 'member' }),
      list: list.map(one => showMember(one, actor.residentId)),
      ...(cursor && { cursor }),
    })
  },

  async inviteMembers({ actor, now, newId, once }, { teamId }) {
    const own = await loadTeamOf(table, teamId, actor.residentId)
    if (own?.member.role !== 'leader') return refuse('request.not_found')
    const { code, record } = newCode(newId('invitation'), teamId, 'member', now)
    const told = { teamId, code, endsAt: record.endsAt }
    const saved = await table.write([
      ...codeChanges(code, record),
      leadsCheck(own.member),
      once.remember(told),
    ])
    return saved.ok ? ok(told) : saved
  },

  async readTeam({ actor, now }, { code }) {
    const found = await findByCode(table, actor, code, now)
    if (!found.ok) return found
    const { team, record } = found.value
    const { teamId, name, communityName } = team
    return ok({ teamId, name, communityName, role: record.role, endsAt: record.endsAt })
  },

  async joinTeam({ actor, now }, { code, name }) {
    const found = await findByCode(table, actor, code, now)
    if (!found.ok) return found
    const { team, record, before } = found.value
    if (before && isAlready(before, record)) return ok(showMembership(team, before))
    const memberId = memberOf(team.teamId, actor.residentId)
    const after = joined(team.teamId, memberId, actor.residentId, { name, role: record.role }, now)
    const saved = await table.write(joinChanges(code, record, after, before))
    const isNew = !before || before.role === 'left'
    if (saved.ok) return ok(showMembership({ ...team, members: team.members + (isNew ? 1 : 0) }, after))
    // A double tap finds that it was oneself.
    const latest = await loadTeamOf(table, team.teamId, actor.residentId)
    if (latest && isAlready(latest.member, record)) return ok(showMembership(latest.team, latest.member))
    const full = (await loadTeam(table, team.teamId))?.members ?? 0
    return full >= MOST_MEMBERS ? refuse('identity.team_full') : saved
  },

  async leaveTeam({ actor, now }, { teamId }) {
    const memberId = memberOf(teamId, actor.residentId)
    const before = await loadMember(table, teamId, memberId)
    if (!before) return refuse('request.not_found')
    return move(table, actor, before, left(before, now))
  },

  async setMember({ actor }, { teamId, memberId, mayBook }) {
    const found = await findMember(table, actor, teamId, memberId)
    if (!found || found.member.role === 'left') return refuse('request.not_found')
    const { member: before, also } = found
    // Who leads books anyway.
    const role = before.role === 'leader' ? before.role : mayBook ? 'booker' : 'member'
    return move(table, actor, before, { ...before, role }, also)
  },

  async removeMember({ actor, now }, { teamId, memberId }) {
    const found = await findMember(table, actor, teamId, memberId)
    return found
      ? move(table, actor, found.member, left(found.member, now), found.also, true)
      : refuse('request.not_found')
  },
})

const setState = async (table: Table, actor: Actor, teamId: Id<'team'>, state: TeamRecord['state']) => {
  const team = await ownTeam(table, actor, teamId)
  if (!team) return refuse('request.not_found')
  const after = showTeam({ ...team, state })
  if (team.state === state) return ok(after)
  const saved = await table.write([stateChange(teamId, team.state, state)])
  // Two colleagues at once meant the same.
  return saved.ok || saved.refusal.code === 'identity.team_moved' ? ok(after) : refuse('request.busy')
}
