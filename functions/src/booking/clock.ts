/** What time does to bookings: a request that nobody answered by its deadline lapses and frees its seats. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Instant } from '@yike/shared/kernel/time'
import type { Table } from '../platform/table'
import { decide } from './domain'
import { moveChanges, queryOverdue } from './store'

/** Lapses what is overdue in one community; how many. A booking that somebody answers meanwhile stays answered. */
export const lapseOverdue = async (table: Table, community: RegionCode, now: Instant): Promise<number> => {
  let lapsed = 0
  for (const booking of await queryOverdue(table, community, now)) {
    const moved = decide.lapse(booking, { part: 'clock', now })
    if (moved.ok && (await table.write(moveChanges(booking, moved.value))).ok) lapsed++
  }
  return lapsed
}
