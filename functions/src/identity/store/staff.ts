/** Posts and the invitations to them: keys, and the conditions that let one person take up a post once. */
import { createHash } from 'node:crypto'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { InvitationCode, PostRole } from '@yike/shared/identity/schema/staff'
import type { Role } from '@yike/shared/kernel/contract'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { absent, all, any, equal } from '../../platform/condition'
import { indexAttributes, indexes, inIndex, keys } from '../../platform/keys'
import { type Change, type QueryAsk, recordOf, type Table } from '../../platform/table'
import type { Resident } from '../store'

export interface PostRecord {
  readonly residentId: Id<'resident'>
  /** As they were invited: the name that the community knows them by. */
  readonly name: string
  readonly role: PostRole
  readonly scope: RegionCode
  readonly scopeName: string
  readonly state: 'serving' | 'ended'
  readonly since: Instant
  /** Who invited; null: whoever runs the service. */
  readonly by: Id<'resident'> | null
  readonly endedBy?: Id<'resident'>
}

export interface InvitationRecord extends Pick<PostRecord, 'name' | 'role' | 'scope' | 'scopeName' | 'by'> {
  readonly state: 'open' | 'taken'
  readonly endsAt: Instant
  readonly takenBy?: Id<'resident'>
}

/** Days after its end for which it is known who has taken up an invitation. */
const KEPT_DAYS = 30

/** The code itself stands nowhere. */
const keyOf = (code: InvitationCode) => keys.invitation(createHash('sha256').update(code).digest('base64url'))

export const newInvitationChange = (
  code: InvitationCode,
  invitation: InvitationRecord,
): Change<'request.busy'> => ({
  put: {
    ...keyOf(code),
    type: 'Invitation',
    ...invitation,
    expiresAtSeconds: Math.floor(Date.parse(invitation.endsAt) / 1000) + KEPT_DAYS * 86_400,
  },
  if: absent(),
  else: 'request.busy',
})

export const loadInvitation = async (
  table: Table,
  code: InvitationCode,
): Promise<InvitationRecord | undefined> => {
  const item = await table.get(keyOf(code), { consistent: true })
  return item && recordOf<InvitationRecord>(item)
}

const postItem = (post: PostRecord) => ({
  ...keys.post(post.residentId),
  ...inIndex('by-owner', indexes.byOwner.posts(listOf(post.scope), post.scope, post.residentId)),
  type: 'Post',
  ...post,
})

/** The list in which a post stands: that of its street, or above streets that of its region. */
const listOf = (scope: RegionCode): string => scope.slice(0, 9)

/** The roles decide what a scope means: whoever has got another role meanwhile is looked at again. */
const standingChange = (
  resident: Resident,
  standing: { readonly roles: readonly Role[]; readonly scope: RegionCode | null },
): Change<'request.busy'> => ({
  update: keys.resident(resident.residentId),
  set: { ...standing },
  if: all(equal('roles', resident.roles), equal('scope', resident.scope)),
  else: 'request.busy',
})

export const takePostChanges = (
  code: InvitationCode,
  resident: Resident,
  post: PostRecord,
): Change<'identity.invitation_ended' | 'identity.has_post' | 'request.busy'>[] => [
  {
    update: keyOf(code),
    set: { state: 'taken', takenBy: resident.residentId },
    if: equal('state', 'open'),
    else: 'identity.invitation_ended',
  },
  {
    put: postItem(post),
    if: any(absent(), equal('state', 'ended')),
    else: 'identity.has_post',
  },
  standingChange(resident, { roles: [...resident.roles, post.role], scope: post.scope }),
]

export const endPostChanges = (
  resident: Resident,
  { role, scope }: PostRecord,
  endedBy: Id<'resident'>,
): Change<'request.busy'>[] => [
  {
    update: keys.post(resident.residentId),
    set: { state: 'ended', endedBy },
    remove: indexAttributes('by-owner'),
    if: all(equal('state', 'serving'), equal('scope', scope)),
    else: 'request.busy',
  },
  standingChange(resident, {
    roles: resident.roles.filter(one => one !== role),
    scope: resident.community,
  }),
]

/** A post that somebody has had from the beginning, without an invitation: the demo's staff. */
export const firstPostChange = (post: PostRecord): Change => ({ put: postItem(post) })

export const loadPost = async (table: Table, residentId: Id<'resident'>): Promise<PostRecord | undefined> => {
  const item = await table.get(keys.post(residentId), { consistent: true })
  return item && recordOf<PostRecord>(item)
}

export const queryPosts = async (
  table: Table,
  region: RegionCode,
  page: Pick<QueryAsk, 'limit' | 'cursor'>,
): Promise<Result<{ posts: PostRecord[]; cursor?: string | undefined }, 'request.malformed'>> => {
  const [pk] = indexes.byOwner.posts(listOf(region), '', '')
  const found = await table.query({ index: 'by-owner', pk, sk: { begins: region }, ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  return ok({ posts: items.map(item => recordOf<PostRecord>(item)), cursor })
}
