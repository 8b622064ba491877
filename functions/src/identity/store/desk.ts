/** Desks that somebody has let in: keys, and the conditions that let a code work once. */
import type { DeskState } from '@yike/shared/identity/schema/desk'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { absent, equal } from '../../platform/condition'
import { indexes, inIndex, keys } from '../../platform/keys'
import { type Change, type QueryAsk, recordOf, type Table } from '../../platform/table'

export interface DeskRecord {
  readonly deskId: Id<'desk'>
  /** Who let it in, and whose session it is. */
  readonly residentId: Id<'resident'>
  readonly label: string
  readonly state: DeskState
  readonly confirmedAt: Instant
  /** Not taken by then, it was never let in. */
  readonly takeBy: Instant
  readonly endsAt: Instant
}

/** A code that was refused before it let anybody in: nobody's desk, and in nobody's list. */
export interface RefusedRecord {
  readonly deskId: Id<'desk'>
  readonly state: 'refused'
}

/** Days after its end during which its owner still sees it. */
const SHOWN_DAYS = 7

export const newDeskChange = (desk: DeskRecord): Change<'identity.desk_code_used'> => ({
  put: {
    ...keys.desk(desk.deskId),
    ...inIndex('by-owner', indexes.byOwner.desks(desk.residentId, desk.deskId)),
    type: 'Desk',
    ...desk,
    expiresAtSeconds: Math.floor(Date.parse(desk.endsAt) / 1000) + SHOWN_DAYS * 86_400,
  },
  if: absent(),
  else: 'identity.desk_code_used',
})

/** In the place of the desk that it keeps out: whichever of the two comes first stays. `until`: the end of its code. */
export const refuseDeskChange = (deskId: Id<'desk'>, until: Instant): Change<'identity.desk_code_used'> => ({
  put: {
    ...keys.desk(deskId),
    type: 'Desk',
    ...({ deskId, state: 'refused' } satisfies RefusedRecord),
    expiresAtSeconds: Math.floor(Date.parse(until) / 1000) + 86_400,
  },
  if: absent(),
  else: 'identity.desk_code_used',
})

export const takeDeskChange = (deskId: Id<'desk'>): Change<'identity.desk_code_used'> => ({
  update: keys.desk(deskId),
  set: { state: 'open' },
  if: equal('state', 'confirmed'),
  else: 'identity.desk_code_used',
})

export const endDeskChange = (
  deskId: Id<'desk'>,
  residentId: Id<'resident'>,
): Change<'request.not_found'> => ({
  update: keys.desk(deskId),
  set: { state: 'ended' },
  if: equal('residentId', residentId),
  else: 'request.not_found',
})

export const loadDesk = async (
  table: Table,
  deskId: Id<'desk'>,
): Promise<DeskRecord | RefusedRecord | undefined> => {
  const item = await table.get(keys.desk(deskId), { consistent: true })
  return item && recordOf<DeskRecord | RefusedRecord>(item)
}

export const queryDesks = async (
  table: Table,
  residentId: Id<'resident'>,
  page: Pick<QueryAsk, 'limit' | 'cursor'>,
): Promise<Result<{ desks: DeskRecord[]; cursor?: string | undefined }, 'request.malformed'>> => {
  const [pk] = indexes.byOwner.desks(residentId, '')
  const found = await table.query({ index: 'by-owner', pk, newestFirst: true, ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  return ok({ desks: items.map(item => recordOf<DeskRecord>(item)), cursor })
}
