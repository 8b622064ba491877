/** Grants: keys, and the conditions that let a code work once and nothing be written by a grant that was ended. */
import type { GrantAct } from '@yike/shared/identity/schema/grant'
import type { InvitationCode } from '@yike/shared/identity/schema/staff'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { above, absent, all, contains, equal } from '../../platform/condition'
import { hashedId } from '../../platform/ids'
import { indexes, inIndex, keys } from '../../platform/keys'
import { type Change, type QueryAsk, recordOf, type Table } from '../../platform/table'
import type { GrantRecord } from '../domain/grant'

/** Days after its end for which both can read who did what by it, as with looks; of a code that nobody took, one. */
const KEPT_DAYS = 365
const CODE_KEPT_DAYS = 1

/** The code itself stands nowhere: the id follows from it, and says nothing about it. */
export const grantOf = (code: InvitationCode): Id<'grant'> => hashedId('grant', code)

const grantItem = (grant: GrantRecord) => {
  const { grantId, giverId, offeredAt, holderId, untilAt, state, takeBy } = grant
  const [last, days] = state === 'offered' ? [takeBy, CODE_KEPT_DAYS] : [untilAt, KEPT_DAYS]
  return {
    ...keys.grant(grantId),
    ...inIndex('by-owner', indexes.byOwner.grants(giverId, offeredAt, grantId)),
    ...(holderId &&
      state !== 'ended' &&
      inIndex('by-deadline', indexes.byDeadline.held(holderId, untilAt, grantId))),
    type: 'Grant',
    ...grant,
    expiresAtSeconds: Math.floor(Date.parse(last) / 1000) + days * 86_400,
  }
}

export const newGrantChange = (grant: GrantRecord): Change<'request.busy'> => ({
  put: grantItem(grant),
  if: absent(),
  else: 'request.busy',
})

/** Its next state, if nobody has moved it since it was read: no state comes twice. */
export const moveGrantChange = <Moved extends string>(
  before: GrantRecord,
  after: GrantRecord,
  moved: Moved,
): Change<Moved> => ({
  put: grantItem(after),
  if: equal('state', before.state),
  else: moved,
})

/** Goes into whatever its holder writes: at that moment it is open, theirs, not over, and for this. */
export const underGrantCheck = (
  { grantId }: Pick<GrantRecord, 'grantId'>,
  holderId: Id<'resident'>,
  act: GrantAct,
  now: Instant,
): Change<'booking.grant_over'> => ({
  check: keys.grant(grantId),
  if: all(equal('state', 'open'), equal('holderId', holderId), above('untilAt', now), contains('may', act)),
  else: 'booking.grant_over',
})

export const loadGrant = async (table: Table, grantId: Id<'grant'>): Promise<GrantRecord | undefined> => {
  const item = await table.get(keys.grant(grantId), { consistent: true })
  return item && recordOf<GrantRecord>(item)
}

export const queryGrants = async (
  table: Table,
  side: 'given' | 'held',
  residentId: Id<'resident'>,
  page: Pick<QueryAsk, 'limit' | 'cursor'>,
): Promise<Result<{ grants: GrantRecord[]; cursor?: string | undefined }, 'request.malformed'>> => {
  const [pk] =
    side === 'given'
      ? indexes.byOwner.grants(residentId, '', '')
      : indexes.byDeadline.held(residentId, '', '')
  const given = side === 'given'
  const found = await table.query({
    index: given ? 'by-owner' : 'by-deadline',
    pk,
    newestFirst: given,
    ...page,
  })
  if (!found.ok) return found
  const { items, cursor } = found.value
  return ok({ grants: items.map(item => recordOf<GrantRecord>(item)), cursor })
}
