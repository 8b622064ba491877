/** What time does to the directory: whoever answers for an entry is asked to look at it again. */
import type { RegionCode } from '@yike/shared/identity/schema'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { addWorkdays } from '@yike/shared/kernel/workday'
import type { Table } from '../platform/table'
import { askAgain } from './domain/upkeep'
import type { Place } from './store'
import { askChanges, pagesToAsk } from './store/upkeep'

const LOOK_WITHIN_WORKDAYS = 10
/** So many in a minute and community: an imported city is due on one day, and the next community waits. */
const MOST_AT_ONCE = 100

/** Asks about entries that are due in one community; how many. Once done for a day it reads nothing more. */
export type AskForChecks = (community: RegionCode, now: Instant) => Promise<number>

export const openAsking = (table: Table): AskForChecks => {
  const doneOn = new Map<RegionCode, string>()
  return async (community, now) => {
    const today = localDate(now)
    if (doneOn.get(community) === today) return 0
    let asked = 0
    for await (const places of pagesToAsk(table, community, today)) {
      for (const place of places) if (await ask(table, community, place, now)) asked++
      if (asked >= MOST_AT_ONCE) return asked
    }
    doneOn.set(community, today)
    return asked
  }
}

const ask = async (table: Table, community: RegionCode, place: Place, now: Instant): Promise<boolean> => {
  if (place.state === 'closed') return false
  const { placeId, name } = place
  const check = {
    placeId,
    community,
    name,
    askedAt: now,
    deadlineAt: addWorkdays(now, LOOK_WITHIN_WORKDAYS),
  }
  const saved = await table.write(askChanges(place, check, askAgain(localDate(now))))
  // Otherwise somebody has looked at it meanwhile.
  if (!saved.ok && saved.refusal.code === 'request.busy') throw new Error('the table is busy')
  return saved.ok
}
