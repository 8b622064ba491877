/** What waits for staff, of all kinds: one list for each community, in the order of the deadlines. */
import type { RegionCode } from '@yike/shared/identity/schema'
import { indexes } from '../platform/keys'
import type { QueryAsk, Table } from '../platform/table'

export const queryWaiting = (
  table: Table,
  community: RegionCode,
  page: Pick<QueryAsk, 'limit' | 'cursor'>,
) => {
  const [pk] = indexes.byDeadline.waiting(community, '', '')
  return table.query({ index: 'by-deadline', pk, ...page })
}
