import type { bulletin } from '@yike/shared/bulletin/contract'
import type { Movement, Notice } from '@yike/shared/bulletin/schema'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { ok } from '@yike/shared/kernel/result'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import { loadResident } from '../identity/handlers'
import type { Handlers } from '../platform/handler'
import { derivedId } from '../platform/ids'
import { effect } from '../platform/outbox'
import type { Table } from '../platform/table'
import { movementChange, noticeChange, queryMovements, queryNotices } from './store'

export const bulletinHandlers = (table: Table): Handlers<typeof bulletin.endpoints> => ({
  async notices({ actor }, page) {
    const found = await queryNotices(table, actor.residentId, page)
    if (!found.ok) return found
    const { items, cursor } = found.value
    return ok({ notices: items as Notice[], ...(cursor && { cursor }) })
  },

  async movements({ actor }, page) {
    const community = (await loadResident(table, actor.residentId))?.community
    if (!community) return ok({ movements: [] })
    const found = await queryMovements(table, community, page)
    if (!found.ok) return found
    const { items, cursor } = found.value
    return ok({ movements: items as Movement[], ...(cursor && { cursor }) })
  },
})

/** What happened to a case: the newest entry of its timeline. */
export interface Happening extends Pick<Notice, 'about' | 'caseId' | 'name'> {
  readonly entry: TimelineEntry
}

/** Tells a resident; telling the same entry twice tells it once. */
export const tellResident = async (
  table: Table,
  residentId: Id<'resident'>,
  happening: Happening,
): Promise<void> => {
  const { entry, ...about } = happening
  const noticeId = derivedId('notice', Date.parse(entry.at), seedOf(happening))
  const notice = {
    noticeId,
    at: entry.at,
    verb: entry.verb,
    ...about,
    ...(entry.note && { note: entry.note }),
  }
  await effect(table, [noticeChange(residentId, notice)], 'bulletin.told')
}

/** Puts a line on a community's board: what, never who. */
export const tellCommunity = async (
  table: Table,
  community: RegionCode,
  happening: Happening,
): Promise<void> => {
  const { entry, ...about } = happening
  const movementId = derivedId('notice', Date.parse(entry.at), seedOf(happening))
  const movement = { at: entry.at, verb: entry.verb, ...about }
  await effect(table, [movementChange(community, movementId, movement)], 'bulletin.told')
}

const seedOf = ({ caseId, entry }: Happening): string => `${caseId}#${entry.at}#${entry.verb}`
