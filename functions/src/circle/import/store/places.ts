/** Reading a file again finds the same places by their source and writes only what differs. */
import { isDeepStrictEqual } from 'node:util'
import type { RegionCode } from '@yike/shared/identity/schema'
import { absent, equal, present } from '../../../platform/condition'
import { derivedId } from '../../../platform/ids'
import { keys } from '../../../platform/keys'
import type { Change, Item, Table } from '../../../platform/table'
import { type Place, placeItem } from '../../store'
import type { PlaceDraft } from '../types'
import { atOnce, slices } from './at-once'

/** A transaction holds 100 changes at most; smaller ones meet fewer conflicts. */
const CHANGES_AT_ONCE = 25
/** Each begins with the reads of its places. */
const WRITES_AT_ONCE = 3
/** How often a place is looked at again that somebody else was changing. */
const LOOKS = 3

export interface Saved {
  readonly added: number
  readonly changed: number
  readonly same: number
}

type Outcome = keyof Saved

/** What a source may leave unsaid, and so takes back by saying it no more. */
const unsaid = [
  'address',
  'phone',
  'hours',
  'hoursText',
  'priceClass',
  'stepFree',
] as const satisfies readonly (keyof PlaceDraft)[]

/** Saves all drafts. `community` looks after places that have none; what others decided about a known place stays. */
export const savePlaces = async (
  table: Table,
  drafts: readonly PlaceDraft[],
  community: RegionCode | null,
  onProgress: (done: number) => void,
): Promise<Saved> => {
  let done = 0
  const outcomes = await atOnce(slices(drafts, CHANGES_AT_ONCE), WRITES_AT_ONCE, async slice => {
    const outcome = await saveSlice(table, slice, community, LOOKS)
    done += slice.length
    onProgress(done)
    return outcome
  })
  const count = (of: Outcome) => outcomes.flat().filter(outcome => outcome === of).length
  return { added: count('added'), changed: count('changed'), same: count('same') }
}

const saveSlice = async (
  table: Table,
  drafts: readonly PlaceDraft[],
  community: RegionCode | null,
  looks: number,
): Promise<Outcome[]> => {
  const plans = await Promise.all(drafts.map(draft => plan(table, placeOf(draft, community))))
  const changes = plans.flatMap(({ change }) => change ?? [])
  const saved = changes.length > 0 ? await table.write(changes) : undefined
  if (!saved || saved.ok) return plans.map(({ outcome }) => outcome)
  if (saved.refusal.code === 'import.moved' && looks > 1)
    return saveSlice(table, drafts, community, looks - 1)
  throw new Error(`places were not saved: ${saved.refusal.code}`)
}

/** The place that a draft becomes: its id follows from its source, so that a second import meets it again. */
const placeOf = ({ lng, lat, ...draft }: PlaceDraft, community: RegionCode | null): Place => ({
  placeId: derivedId('place', 0, draft.sourceId),
  community,
  ...draft,
  position: { lng, lat },
  bookable: [],
})

const plan = async (
  table: Table,
  fresh: Place,
): Promise<{ outcome: Outcome; change?: Change<'import.moved'> }> => {
  const known = await table.get(keys.place(fresh.placeId))
  if (!known)
    return { outcome: 'added', change: { put: placeItem(fresh), if: absent(), else: 'import.moved' } }
  const community: RegionCode | null = known.community ?? fresh.community
  const item = plain(placeItem({ ...fresh, community, bookable: known.bookable, offered: known.offered }))
  if (isDeepStrictEqual(known, item)) return { outcome: 'same' }
  return { outcome: 'changed', change: changeOf(known, item) }
}

/** Only what the source says of a place: what reactions and staff write there may be moving at this moment. */
const changeOf = (
  known: Item,
  { pk, sk, bookable, offered, community, ...own }: Item,
): Change<'import.moved'> => ({
  update: { pk, sk },
  set: known.community === community ? own : { ...own, community },
  remove: unsaid.filter(name => !(name in own)),
  if: known.community === community ? present() : equal('community', known.community),
  else: 'import.moved',
})

/** As the item comes back from the table: without what is undefined. */
const plain = (item: object): Item => JSON.parse(JSON.stringify(item))
