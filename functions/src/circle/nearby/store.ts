/** Keeps what is prepared: for each cell one item of cards, and one of walks for each profile. */
import { createHash } from 'node:crypto'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import type { Instant } from '@yike/shared/kernel/time'
import { equal } from '../../platform/condition'
import { keys } from '../../platform/keys'
import { type Change, type Item, queryAll, type Table } from '../../platform/table'
import { type Cards, packCards, unpackCards } from './cards'
import { fittedCell } from './fit'
import type { Nearby } from './nearby'
import { LAYOUT, unpack } from './pack'

interface Kept {
  /** The network over which it was prepared. */
  readonly network: string
  /** A digest of its contents: who changes it says which they saw. */
  readonly revision: string
  /** The same on cards and walks that speak of the same slots. */
  readonly slots: string
}
export interface KeptNearby extends Kept {
  readonly nearby: Nearby
}
export interface KeptCards extends Kept {
  readonly cards: Cards
}
export interface KeptCell {
  readonly cards: KeptCards
  readonly walks: readonly KeptNearby[]
}

/** Prepared by an older version of the product. */
export interface Outdated {
  readonly layout: number
  /** The network over which it was prepared. */
  readonly network: string
}
export const isOutdated = <K extends Kept>(found: K | Outdated | undefined): found is Outdated =>
  found !== undefined && 'layout' in found

const outdatedIn = ({ layout, content, network }: Item): Outdated | undefined =>
  content && layout !== LAYOUT ? { layout, network } : undefined

/** Undefined: nothing is prepared there. One call for two items of 8 KB at most: two read units. */
export const loadNearby = async (
  table: Table,
  cell: string,
  profile: WalkProfile,
): Promise<KeptNearby | Outdated | undefined> => {
  const [walks, cards] = await table.getAll([keys.nearby(cell, profile), keys.nearbyCards(cell)])
  return walks && cards && (outdatedIn(cards) ?? keptWalks(walks, keptCards(cards)))
}

/** The network over which a cell is prepared for a profile. */
export const loadNetworkName = async (
  table: Table,
  cell: string,
  profile: WalkProfile,
): Promise<string | undefined> => {
  const item = await table.get(keys.nearby(cell, profile))
  return item?.content && item.network
}

/** What the places near a cell are, as of this moment. */
export const loadCards = async (table: Table, cell: string): Promise<KeptCards | Outdated | undefined> => {
  const item = await table.get(keys.nearbyCards(cell), { consistent: true })
  return item && (outdatedIn(item) ?? keptCards(item))
}

/** Of every profile for which a cell is prepared: one query. */
export const loadCell = async (table: Table, cell: string): Promise<KeptCell | undefined> => {
  const items = await queryAll(table, { pk: keys.nearbyCards(cell).pk, consistent: true })
  const cards = items.find(({ type }) => type === 'NearbyCards')
  const kept = cards && keptCards(cards)
  return (
    kept && {
      cards: kept,
      walks: items.filter(({ type }) => type === 'Nearby').flatMap(item => keptWalks(item, kept) ?? []),
    }
  )
}

const keptCards = ({ layout, content, network, revision, slots }: Item): KeptCards | undefined =>
  layout === LAYOUT && content ? { cards: unpackCards(content), network, revision, slots } : undefined

/** Walks that were read a moment before or after their cards may speak of other slots. */
const keptWalks = (
  { layout, content, network, revision, slots }: Item,
  cards: KeptCards | undefined,
): KeptNearby | undefined =>
  layout === LAYOUT && content && cards && cards.slots === slots
    ? { nearby: unpack(content, cards.cards), network, revision, slots }
    : undefined

const digest = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16)

const put = (
  key: ReturnType<typeof keys.nearbyCards>,
  type: 'Nearby' | 'NearbyCards',
  content: Uint8Array,
  { network, slots }: Pick<Kept, 'network' | 'slots'>,
) => ({ ...key, type, layout: LAYOUT, network, slots, revision: digest(content), content })

/** As it was prepared, whatever stood there. */
export const cellChanges = (cell: string, network: string, nearbys: readonly Nearby[]): Change<never>[] => {
  const { cards, packedCards, walks } = fittedCell(nearbys)
  const kept = { network, slots: digest(cards.slots.map(place => place?.placeId ?? '').join(' ')) }
  return [
    { put: put(keys.nearbyCards(cell), 'NearbyCards', packedCards, kept) },
    ...walks.map(({ profile, content }) => ({
      put: put(keys.nearby(cell, profile), 'Nearby', content, kept),
    })),
  ]
}

/** In place of what another version had prepared, unless somebody was faster. */
export const cellChangesOver = (
  cell: string,
  { network, layout }: Outdated,
  nearbys: readonly Nearby[],
): Change<'circle.nearby_moved'>[] =>
  cellChanges(cell, network, nearbys).map(change =>
    'put' in change && change.put.sk === keys.nearbyCards(cell).sk
      ? { ...change, if: equal('layout', layout), else: 'circle.nearby_moved' as const }
      : change,
  )

/** In place of what was seen; nothing where that is the same. */
export const cellChangesFrom = (
  cell: string,
  seen: KeptCell,
  nearbys: readonly Nearby[],
): Change<'circle.nearby_moved'>[] => {
  const { packedCards, walks } = fittedCell(nearbys, seen.cards.cards)
  const change = (item: ReturnType<typeof put>, { revision }: Kept) =>
    item.revision === revision
      ? []
      : [{ put: item, if: equal('revision', revision), else: 'circle.nearby_moved' as const }]
  return [
    ...change(put(keys.nearbyCards(cell), 'NearbyCards', packedCards, seen.cards), seen.cards),
    ...walks.flatMap(({ profile, content }, nth) => {
      const before = seen.walks[nth]
      return before ? change(put(keys.nearby(cell, profile), 'Nearby', content, before), before) : []
    }),
  ]
}

/** Only what a place is, in place of what was seen. */
export const cardsChangeFrom = (
  cell: string,
  seen: KeptCards,
  cards: Cards,
): Change<'circle.nearby_moved'> => ({
  put: put(keys.nearbyCards(cell), 'NearbyCards', packCards(cards), seen),
  if: equal('revision', seen.revision),
  else: 'circle.nearby_moved',
})

/** Nothing is near a cell any more: no network reaches it. The table forgets the items when it likes. */
export const noCellChanges = (
  cell: string,
  profiles: readonly WalkProfile[],
  now: Instant,
): Change<never>[] => {
  const expiresAtSeconds = Math.floor(Date.parse(now) / 1000)
  return [
    ...profiles.map(profile => ({
      put: { ...keys.nearby(cell, profile), type: 'Nearby', expiresAtSeconds },
    })),
    ...(profiles.length === walkProfiles.length
      ? [{ put: { ...keys.nearbyCards(cell), type: 'NearbyCards', expiresAtSeconds } }]
      : []),
  ]
}
