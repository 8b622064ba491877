/** What time does to the directory: whoever answers for an entry is asked to look at it again. */
import type { RegionCode } from '@yike/shared/identity/schema'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { addWorkdays } from '@yike/shared/kernel/workday'
import type { Table } from '../platform/table'
import { askAgain } from './domain/upkeep'
import { askChanges, queryToAsk } from './store/upkeep'

const LOOK_WITHIN_WORKDAYS = 10

/** Asks about every entry that is due in one community; how many. Once done for a day it reads nothing more. */
export type AskForChecks = (community: RegionCode, now: Instant) => Promise<number>

export const openAsking = (table: Table): AskForChecks => {
  const doneOn = new Map<RegionCode, string>()
  return async (community, now) => {
    const today = localDate(now)
    if (doneOn.get(community) === today) return 0
    let asked = 0
    for (const place of await queryToAsk(table, community, today)) {
      if (place.state === 'closed') continue
      const { placeId, name } = place
      const check = {
        placeId,
        community,
        name,
        askedAt: now,
        deadlineAt: addWorkdays(now, LOOK_WITHIN_WORKDAYS),
      }
      const saved = await table.write(askChanges(place, check, askAgain(today)))
      // Otherwise somebody has looked at it meanwhile.
      if (saved.ok) asked++
      else if (saved.refusal.code === 'request.busy') throw new Error('the table is busy')
    }
    doneOn.set(community, today)
    return asked
  }
}
