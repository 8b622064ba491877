import { reasonCodes } from '@yike/shared/booking/rules/reasons'
import type { bulletin } from '@yike/shared/bulletin/contract'
import { type Movement, type Notice, subjects } from '@yike/shared/bulletin/schema'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import { loadResident } from '../identity/handlers'
import type { Handlers } from '../platform/handler'
import { derivedId } from '../platform/ids'
import { effect } from '../platform/outbox'
import type { Table } from '../platform/table'
import type { Templates } from '../platform/wechat/template'
import {
  addConsentChange,
  movementChange,
  noticeChange,
  queryConsents,
  queryMovements,
  queryNotices,
} from './store'

export const bulletinHandlers = (
  table: Table,
  templates: Templates,
): Handlers<typeof bulletin.endpoints> => ({
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

  async consents({ actor }) {
    const left = await consentsOf(table, actor.residentId)
    return ok({
      consents: subjects.flatMap(about => {
        const template = templates[about]
        return template ? [{ about, templateId: template.id, left: left.get(about) ?? 0 }] : []
      }),
    })
  },

  async consent({ actor, once }, { about }) {
    const template = templates[about]
    if (!template) return refuse('bulletin.no_template')
    const left = (await consentsOf(table, actor.residentId)).get(about) ?? 0
    const answer = { about, templateId: template.id, left: left + 1 }
    const saved = await table.write([addConsentChange(actor.residentId, about), once.remember(answer)])
    return saved.ok ? ok(answer) : saved
  },
})

/** How many messages are owed to somebody, by what they are about. */
const consentsOf = async (table: Table, residentId: Id<'resident'>): Promise<ReadonlyMap<string, number>> => {
  const found = await queryConsents(table, residentId)
  return new Map(found.map(({ about, left }) => [about, left]))
}

/** What happened to a case: the newest entry of its timeline. */
export interface Happening extends Pick<Notice, 'about' | 'caseId' | 'name' | 'booking' | 'grantId'> {
  readonly entry: TimelineEntry
  /** Where it stands in the timeline: two entries of one millisecond are read in the order in which they came. */
  readonly nth?: number
}

/** Tells a resident; telling the same entry twice tells it once. */
export const tellResident = async (
  table: Table,
  residentId: Id<'resident'>,
  happening: Happening,
): Promise<void> => {
  const { entry, nth, ...about } = happening
  const noticeId = derivedId('notice', Date.parse(entry.at), seedOf(happening), nth)
  const reason = reasonCodes.find(code => code === entry.reason)
  const notice = {
    noticeId,
    at: entry.at,
    verb: entry.verb,
    ...about,
    ...(entry.note && { note: entry.note }),
    ...(reason && { reason }),
    ...(entry.who && { who: entry.who }),
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

/** Of one case somebody may be told for themselves, and for whoever gave them a grant. */
const seedOf = ({ caseId, entry, grantId }: Happening): string =>
  `${caseId}#${entry.at}#${entry.verb}${grantId ?? ''}`
