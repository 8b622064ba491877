/** What can be booked, as an export of a directory tells it, at places that are there; what staff keep up stays theirs. */

import { atOnce } from '../../../platform/at-once'
import type { Table } from '../../../platform/table'
import { loadPlace, newOfferingChanges, type Offering } from '../../store'
import { WHO_SERVES } from '../hsds/booked/by'
import type { BookedDraft } from '../hsds/booked/read'

const WRITES_AT_ONCE = 8

export interface SavedOfferings {
  readonly added: number
  /** Known already, and left as they are. */
  readonly known: number
  /** Of places that are not here, or that no community keeps up. */
  readonly homeless: number
}

/** Saves those that are new. Where somebody has to serve, nobody books before staff have said who. */
export const saveOfferings = async (
  table: Table,
  drafts: readonly BookedDraft[],
): Promise<SavedOfferings> => {
  const outcomes = await atOnce(drafts, WRITES_AT_ONCE, draft => save(table, draft))
  const count = (of: (typeof outcomes)[number]) => outcomes.filter(outcome => outcome === of).length
  return { added: count('added'), known: count('known'), homeless: count('homeless') }
}

const save = async (
  table: Table,
  { byPeople, ...draft }: BookedDraft,
): Promise<'added' | 'known' | 'homeless'> => {
  const found = await loadPlace(table, draft.placeId, { consistent: true })
  const { community, name, phone, hours } = found?.place ?? {}
  if (!found || !community || !name || found.place.state === 'closed') return 'homeless'
  if (found.offerings.some(({ offeringId }) => offeringId === draft.offeringId)) return 'known'
  const offering: Offering = {
    ...draft,
    version: 1,
    placeName: name,
    placePhone: phone,
    community,
    within: hours?.special,
    ...(byPeople && { paused: draft.paused ?? WHO_SERVES }),
  }
  const saved = await table.write(newOfferingChanges(offering, found.place, undefined, 'circle.wrong_state'))
  if (saved.ok) return 'added'
  if (saved.refusal.code === 'request.busy') return 'known'
  throw new Error(`an offering was not saved: ${saved.refusal.code}`)
}
