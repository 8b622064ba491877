/** Reading a file again finds the same places by their source and writes only what differs. */
import { isDeepStrictEqual } from 'node:util'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { LocalDate } from '@yike/shared/kernel/time'
import { atOnce, slices } from '../../../platform/at-once'
import { absent, all, equal } from '../../../platform/condition'
import { derivedId } from '../../../platform/ids'
import { keys } from '../../../platform/keys'
import { type Change, recordOf, type Table } from '../../../platform/table'
import { checkAfter } from '../../domain/upkeep'
import { type Place, placeItem } from '../../store'
import { movePlaceChanges, unmoved } from '../../store/upkeep'
import { spell } from '../spell'
import type { PlaceDraft } from '../types'

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
  /** What staff have written otherwise than the file says, and what stayed so. */
  readonly kept: readonly Kept[]
}

export interface Kept {
  readonly name: string
  readonly fields: readonly SourceField[]
}

interface Plan {
  readonly outcome: 'added' | 'changed' | 'same'
  readonly changes?: readonly Change<'circle.wrong_state'>[]
  readonly kept?: Kept
}

/** What a source says of a place, by the names under which staff write it. */
const sourceFields = [
  'name',
  'kind',
  'position',
  'address',
  'phone',
  'hours',
  'priceClass',
  'stepFree',
] as const
export type SourceField = (typeof sourceFields)[number]

/** Whose the places are, and when they came. */
export interface Importing {
  /** Looks after places that have none; what others decided about a known place stays. */
  readonly community: RegionCode | null
  readonly on: LocalDate
}

/** Saves all drafts. */
export const savePlaces = async (
  table: Table,
  drafts: readonly PlaceDraft[],
  importing: Importing,
  onProgress: (done: number) => void,
): Promise<Saved> => {
  let done = 0
  const slicePlans = await atOnce(slices(drafts, CHANGES_AT_ONCE), WRITES_AT_ONCE, async slice => {
    const plans = await saveSlice(table, slice, importing, LOOKS)
    done += slice.length
    onProgress(done)
    return plans.map(({ outcome, kept }) => ({ outcome, kept }))
  })
  const plans = slicePlans.flat()
  const count = (of: Plan['outcome']) => plans.filter(({ outcome }) => outcome === of).length
  return {
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    kept: plans.flatMap(({ kept }) => kept ?? []),
  }
}

const saveSlice = async (
  table: Table,
  drafts: readonly PlaceDraft[],
  importing: Importing,
  looks: number,
): Promise<Plan[]> => {
  const plans = await Promise.all(drafts.map(draft => plan(table, draft, importing)))
  const changes = plans.flatMap(one => one.changes ?? [])
  const saved = changes.length > 0 ? await table.write(changes) : undefined
  if (!saved || saved.ok) return plans
  if (saved.refusal.code === 'circle.wrong_state' && looks > 1)
    return saveSlice(table, drafts, importing, looks - 1)
  throw new Error(`places were not saved: ${saved.refusal.code}`)
}

/** The place that a draft becomes: its id follows from its source, so that a second import meets it again. */
const placeOf = ({ lng, lat, kept = {}, ...draft }: PlaceDraft, { community, on }: Importing): Place => ({
  placeId: derivedId('place', 0, draft.sourceId),
  community,
  ...draft,
  // Words that are understood are written anew wherever they are shown.
  ...(draft.hours && { hoursText: undefined }),
  position: { lng, lat },
  bookable: [],
  spelling: spell([draft.name]),
  ...checkAfter(kept.assuredOn ?? on),
  ...kept,
})

const plan = async (table: Table, draft: PlaceDraft, importing: Importing): Promise<Plan> => {
  const fresh = placeOf(draft, importing)
  const item = await table.get(keys.place(fresh.placeId))
  if (!item)
    return {
      outcome: 'added',
      changes: [{ put: placeItem(fresh), if: absent(), else: 'circle.wrong_state' }],
    }
  const known = recordOf<Place>(item)
  const said = saidBy(fresh, known)
  const differs = sourceFields.filter(field => !isDeepStrictEqual(known[field], said[field]))
  const isOurs = (field: SourceField) => known.byHand?.includes(field) ?? false
  const kept = differs.filter(isOurs)
  const report = kept.length > 0 ? { kept: { name: known.name, fields: kept } } : {}
  const taken = differs.filter(field => !isOurs(field))
  const community = known.community ?? fresh.community
  const isUnread = !isOurs('hours') && known.hoursText !== fresh.hoursText
  const isRetold = !isDeepStrictEqual(known.told, fresh.told)
  if (taken.length === 0 && !isUnread && !isRetold && community === known.community)
    return { outcome: 'same', ...report }
  const next: Place = {
    ...known,
    ...Object.fromEntries(taken.map(field => [field, said[field]])),
    ...(isUnread && { hoursText: fresh.hoursText }),
    ...(isRetold && { told: fresh.told }),
    community,
    version: (known.version ?? 0) + 1,
  }
  return { outcome: 'changed', changes: takenFrom(known, next), ...report }
}

/** What the file says, with the special days that staff have added to its hours. */
const saidBy = (fresh: Place, { hours }: Place): Place =>
  hours?.special && fresh.hours ? { ...fresh, hours: { ...fresh.hours, special: hours.special } } : fresh

/** Staff may take a place over at this very moment. */
const takenFrom = (known: Place, next: Place): Change<'circle.wrong_state'>[] =>
  movePlaceChanges(known, next).map((change, index) =>
    index === 0 && 'update' in change
      ? {
          ...change,
          set: { ...change.set, spelling: spell([next.name, ...(next.offered ?? [])]) },
          if: all(unmoved(known), equal('community', known.community)),
        }
      : change,
  )
