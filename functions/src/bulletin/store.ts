import type { Movement, Notice } from '@yike/shared/bulletin/schema'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { absent } from '../platform/condition'
import { keys } from '../platform/keys'
import type { Change, Table } from '../platform/table'

interface Paging {
  readonly limit: number
  readonly cursor?: string | undefined
}

export const noticeChange = (residentId: Id<'resident'>, notice: Notice): Change<'bulletin.told'> => ({
  put: { ...keys.notice(residentId, notice.noticeId), type: 'Notice', ...notice },
  if: absent(),
  else: 'bulletin.told',
})

export const movementChange = (
  community: RegionCode,
  movementId: string,
  movement: Movement,
): Change<'bulletin.told'> => ({
  put: { ...keys.movement(community, movementId), type: 'Movement', ...movement },
  if: absent(),
  else: 'bulletin.told',
})

export const queryNotices = (table: Table, residentId: Id<'resident'>, page: Paging) =>
  table.query({ pk: keys.notice(residentId, '').pk, newestFirst: true, ...page })

export const queryMovements = (table: Table, community: RegionCode, page: Paging) =>
  table.query({ pk: keys.movement(community, '').pk, newestFirst: true, ...page })
