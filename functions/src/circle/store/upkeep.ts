/** Entries of the directory: the list of a community, and the condition that lets only one change hold. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { Wording } from '@yike/shared/kernel/shapes'
import type { Instant, LocalDate } from '@yike/shared/kernel/time'
import { absent, all, type Condition, equal, present } from '../../platform/condition'
import { indexAttributes, indexes, inIndex, keys } from '../../platform/keys'
import { type Change, type Item, queryPages, recordOf, type Table } from '../../platform/table'
import { type Place, placeItem } from '../store'

/** That an entry is served to one more community. */
interface Share {
  readonly placeId: Id<'place'>
  readonly community: RegionCode
}

/** What WeChat did not find fit, or could not judge. */
export type Doubtful = Exclude<Wording, 'pending' | 'pass'>

/** Something that waits: a place at which somebody has to look again. */
export interface PlaceCheck {
  readonly placeId: Id<'place'>
  readonly community: RegionCode
  readonly name: string
  readonly askedAt: Instant
  readonly deadlineAt: Instant
  /** Because of new words: of the place, or of something that can be booked there. Absent: it was long ago. */
  readonly wording?: Doubtful | undefined
  readonly offeringId?: Id<'offering'> | undefined
}

/** Nobody else has changed the entry since it was read. */
export const unmoved = ({ version }: Pick<Place, 'version'>): Condition =>
  version === undefined ? all(present(), absent('version')) : equal('version', version)

export const newPlaceChanges = (place: Place): Change<'request.busy'>[] => [
  { put: placeItem(place), if: absent(), else: 'request.busy' },
  ...shareChanges(place, []),
]

/** Its key, and what reactions write. */
const besides = ['pk', 'sk', 'bookable', 'offered', 'staffed', 'spelling']

/** Saves the next entry. What reactions write beside it (what can be booked, how it is spelt) is left alone. */
export const movePlaceChanges = (before: Place, after: Place): Change<'circle.wrong_state'>[] => {
  const item: Item = Object.fromEntries(
    Object.entries(placeItem(after)).filter(([name]) => !besides.includes(name)),
  )
  const told = Object.entries(item).filter(([, value]) => value !== undefined)
  const gone = [
    ...Object.keys(placeItem(before)),
    ...(after.state === 'closed' ? indexAttributes('by-owner') : []),
  ].filter(name => item[name] === undefined && !besides.includes(name))
  return [
    {
      update: keys.place(after.placeId),
      set: Object.fromEntries(told),
      remove: [...new Set(gone)],
      if: unmoved(before),
      else: 'circle.wrong_state',
    },
    ...shareChanges(after, before.sharedWith ?? []),
  ]
}

const shareChanges = (place: Place, before: readonly RegionCode[]): Change<never>[] => {
  const now = place.sharedWith ?? []
  const item = (community: RegionCode) => ({
    ...keys.placeShare(place.placeId, community),
    type: 'PlaceShare',
    placeId: place.placeId,
    community,
  })
  return [
    ...now.map(community => ({
      put: {
        ...item(community),
        ...inIndex('by-deadline', indexes.byDeadline.places(community, place.askOn ?? '', place.placeId)),
      },
    })),
    // Without its attributes it stands in no list.
    ...before.filter(community => !now.includes(community)).map(community => ({ put: item(community) })),
  ]
}

/** So many entries are read for one order; no community has as many, unless a whole city was imported into it. */
const ENTRIES_IN_A_PART = 2000
/** Of a query, which ends at 1 MB in any case. */
const ENTRIES_AT_ONCE = 500

export interface DirectoryPart {
  readonly places: readonly Place[]
  /** Where the next part begins; absent: this is the last one. */
  readonly next?: string | undefined
}

/**
 * Entries of a community, its own and those that others share with it: those that are due for a look first. Undefined:
 * no part begins there.
 */
export const loadDirectoryPart = async (
  table: Table,
  community: RegionCode | null,
  from?: string,
): Promise<DirectoryPart | undefined> => {
  const [pk] = indexes.byDeadline.places(community, '', '')
  const items: Item[] = []
  let next = from
  do {
    const page = await table.query({ index: 'by-deadline', pk, limit: ENTRIES_AT_ONCE, cursor: next })
    if (!page.ok) return undefined
    items.push(...page.value.items)
    next = page.value.cursor
  } while (next && items.length < ENTRIES_IN_A_PART)
  const shares = items.filter(item => item.type === 'PlaceShare') as unknown as Share[]
  const shared = await table.getAll(shares.map(({ placeId }) => keys.place(placeId)))
  return { places: [...placesOf(items), ...placesOf(shared.flatMap(item => item ?? []))], next }
}

/** Every entry of a community, or those that none looks after, for a command that writes them all out. */
export const loadDirectory = async (table: Table, community: RegionCode | null): Promise<Place[]> => {
  const all: Place[] = []
  let from: string | undefined
  do {
    const part = await loadDirectoryPart(table, community, from)
    if (!part) throw new Error('a cursor of our own was refused')
    all.push(...part.places)
    from = part.next
  } while (from)
  return all
}

const ASKED_IN_A_PAGE = 100

/** Entries of a community about which it is to be asked by a date, the longest due first. */
export async function* pagesToAsk(
  table: Table,
  community: RegionCode,
  today: LocalDate,
): AsyncGenerator<Place[]> {
  const [pk, from] = indexes.byDeadline.places(community, '', '')
  const ask = { index: 'by-deadline', pk, sk: { from, to: `${today}~` }, limit: ASKED_IN_A_PAGE } as const
  for await (const items of queryPages(table, ask)) yield placesOf(items)
}

const placesOf = (items: readonly Item[]): Place[] =>
  items.filter(item => item.type === 'Place').map(item => recordOf<Place>(item))

/** Puts the question into the queue, and says when it is asked again; unless somebody has looked meanwhile. */
export const askChanges = (place: Place, check: PlaceCheck, askOn: LocalDate): Change<'circle.asked'>[] => {
  const [, deadlineSk] = indexes.byDeadline.places(check.community, askOn, place.placeId)
  return [
    {
      update: keys.place(place.placeId),
      set: { askOn, deadlineSk },
      if: all(unmoved(place), place.askOn === undefined ? absent('askOn') : equal('askOn', place.askOn)),
      else: 'circle.asked',
    },
    askedChange(check),
  ]
}

const checkKey = ({ placeId, offeringId }: Pick<PlaceCheck, 'placeId' | 'offeringId'>) =>
  offeringId ? keys.offeringCheck(placeId, offeringId) : keys.placeCheck(placeId)

/** Puts a question into the queue: a place has one at a time, the newest, and so has each of its offerings. */
export const askedChange = (check: PlaceCheck): Change<never> => ({
  put: {
    ...checkKey(check),
    ...inIndex(
      'by-deadline',
      indexes.byDeadline.waiting(check.community, check.deadlineAt, check.offeringId ?? check.placeId),
    ),
    type: 'PlaceCheck',
    ...check,
  },
})

/** The question has its answer and leaves the queue. */
export const answeredChange = (
  about: Pick<PlaceCheck, 'placeId' | 'offeringId'>,
): Change<'circle.not_asked'> => ({
  update: checkKey(about),
  remove: indexAttributes('by-deadline'),
  if: present(),
  else: 'circle.not_asked',
})
