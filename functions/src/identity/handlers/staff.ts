/** Giving somebody a post, taking it up, ending it. */
import type { staffEndpoints } from '@yike/shared/identity/contract/staff'
import { answersFor, canHold, isStaff } from '@yike/shared/identity/rules'
import type { Session } from '@yike/shared/identity/schema'
import { INVITATION_HOURS, InvitationCode, type InviteStaff } from '@yike/shared/identity/schema/staff'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import type { z } from '@yike/shared/kernel/zod'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Change, Table } from '../../platform/table'
import { loadRegion, loadRegions, loadResident, type Region } from '../store'
import {
  endPostChanges,
  type InvitationRecord,
  loadInvitation,
  loadPost,
  newInvitationChange,
  type PostRecord,
  queryPosts,
  takePostChanges,
} from '../store/staff'

type SessionOf = (residentId: Id<'resident'>, now: Instant, deskId?: Id<'desk'>) => Promise<Session>

interface Inviting {
  /** Null: whoever runs the service. */
  readonly by: Id<'resident'> | null
  readonly id: Id<'invitation'>
  readonly now: Instant
}

/** An invitation to a post in a region: the code to tell, and what is written. */
export const inviteTo = (
  { name: scopeName }: Region,
  { name, role, scope }: z.output<typeof InviteStaff>,
  { by, id, now }: Inviting,
) => {
  const code = InvitationCode.parse(id.slice(-12))
  const endsAt = addMinutes(now, INVITATION_HOURS * 60)
  const offered = { name, role, scope, scopeName, endsAt }
  const change: Change<'request.busy'> = newInvitationChange(code, { ...offered, by, state: 'open' })
  return { invitation: { code, ...offered }, change }
}

export const staffHandlers = (table: Table, sessionOf: SessionOf): Handlers<typeof staffEndpoints> => ({
  async staff({ actor }, { region, ...page }) {
    const asked = region ?? actor.scope
    if (!asked || !answersFor(actor, asked)) return refuse('request.not_found')
    const [found, regions] = await Promise.all([
      queryPosts(table, asked, page),
      loadRegions(table, actor.scope ?? asked),
    ])
    if (!found.ok) return found
    const { posts, cursor } = found.value
    return ok({
      region: asked,
      staff: posts.map(showMember),
      regions: regions.map(({ code, name }) => ({ code, name })),
      ...(cursor && { cursor }),
    })
  },

  async inviteStaff({ actor, now, newId, once }, asked) {
    const region = answersFor(actor, asked.scope) ? await loadRegion(table, asked.scope) : undefined
    if (!region) return refuse('request.not_found')
    if (!canHold(asked.role, asked.scope)) return refuse('identity.post_too_wide')
    const doing = { by: actor.residentId, id: newId('invitation'), now }
    const { invitation, change } = inviteTo(region, asked, doing)
    const saved = await table.write([change, once.remember(invitation)])
    return saved.ok ? ok(invitation) : saved
  },

  async endPost({ actor }, { residentId }) {
    const [post, resident] = await Promise.all([loadPost(table, residentId), loadResident(table, residentId)])
    if (!post || !resident || !answersFor(actor, post.scope)) return refuse('request.not_found')
    if (residentId === actor.residentId) return refuse('identity.own_post')
    if (post.state === 'ended') return ok(showMember(post))
    const saved = await table.write(endPostChanges(resident, post, actor.residentId))
    return saved.ok ? ok(showMember({ ...post, state: 'ended' })) : saved
  },

  async readInvitation({ actor, now }, { code }) {
    const found = await loadInvitation(table, code)
    if (!found) return refuse('identity.invitation_wrong')
    if (!isOffered(found, actor, now)) return refuse('identity.invitation_ended')
    const { role, scope, scopeName, endsAt } = found
    return ok({ role, scope, scopeName, endsAt })
  },

  async takePost({ actor, now }, { code }) {
    const [found, resident] = await Promise.all([
      loadInvitation(table, code),
      loadResident(table, actor.residentId),
    ])
    if (!found) return refuse('identity.invitation_wrong')
    if (!resident) return refuse('request.not_found')
    const { residentId } = resident
    if (found.takenBy === residentId) return ok(await sessionOf(residentId, now, actor.deskId))
    if (!isOffered(found, actor, now)) return refuse('identity.invitation_ended')
    if (isStaff(resident.roles)) return refuse('identity.has_post')
    const { name, role, scope, scopeName, by } = found
    const post: PostRecord = { residentId, name, role, scope, scopeName, by, state: 'serving', since: now }
    const saved = await table.write(takePostChanges(code, resident, post))
    return saved.ok ? ok(await sessionOf(residentId, now, actor.deskId)) : saved
  },
})

/** Whoever has taken it up may look at it again: an answer may have been lost. */
const isOffered = ({ state, takenBy, endsAt }: InvitationRecord, { residentId }: Actor, now: Instant) =>
  state === 'taken' ? takenBy === residentId : endsAt > now

const showMember = ({ residentId, name, role, scope, scopeName, state, since }: PostRecord) => ({
  residentId,
  number: spokenNumber(residentId),
  ...{ name, role, scope, scopeName, state, since },
})
