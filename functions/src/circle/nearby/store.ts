/** Keeps what is prepared: for each cell one item of cards, and one of walks for each profile. */
import { createHash } from 'node:crypto'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import type { Instant } from '@yike/shared/kernel/time'
import { absent, any, below, type Condition, equal } from '../../platform/condition'
import { keys } from '../../platform/keys'
import type { Change, Item, Table } from '../../platform/table'
import { type Cards, packCards, unpackCards } from './cards'
import { amendedWith, fittedCards, fittedCell } from './fit'
import type { Nearby } from './nearby'
import { LAYOUT, MOST_BYTES, unpack } from './pack'

interface Kept {
  /** The network over which it was prepared. */
  readonly network: string
  /** The same on cards and walks of one preparation: these cards speak of those walks. */
  readonly prepared: string
}
export interface KeptNearby extends Kept {
  readonly nearby: Nearby
}
export interface KeptCards extends Kept {
  /** How many streets a door of the cell may be tied to; absent: prepared before it was counted. */
  readonly streets?: number | undefined
  /** A digest of its contents: who changes a cell says which they saw. */
  readonly revision: string
  readonly cards: Cards
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
  const found = walks && cards && (outdatedIn(cards) ?? keptWalks(walks, keptCards(cards)))
  // One of them was read before a preparation and one after it: a moment later they agree.
  if (!found && walks && cards) return loadNearbyNow(table, cell, profile)
  return found
}

const loadNearbyNow = async (table: Table, cell: string, profile: WalkProfile) => {
  const cards = await loadCards(table, cell)
  return !cards || isOutdated(cards) ? cards : (await loadWalks(table, cell, cards, [profile]))?.[0]
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

/** The walks that some cards speak of; undefined: another preparation has come in between. */
export const loadWalks = async (
  table: Table,
  cell: string,
  cards: KeptCards,
  profiles: readonly WalkProfile[] = walkProfiles.filter(profile => cards.cards.within[profile]),
): Promise<KeptNearby[] | undefined> => {
  const asked = profiles.map(profile => keys.nearby(cell, profile))
  const items = await table.getAll(asked)
  const walks = items.flatMap(item => (item && keptWalks(item, cards)) ?? [])
  if (walks.length === asked.length) return walks
  const now = await Promise.all(asked.map(key => table.get(key, { consistent: true })))
  const found = now.flatMap(item => (item && keptWalks(item, cards)) ?? [])
  return found.length === asked.length ? found : undefined
}

const keptCards = ({ layout, content, network, revision, prepared, streets }: Item): KeptCards | undefined =>
  layout === LAYOUT && content
    ? { cards: unpackCards(content), network, revision, prepared, streets }
    : undefined

const keptWalks = (
  { layout, content, network, prepared }: Item,
  cards: KeptCards | undefined,
): KeptNearby | undefined =>
  layout === LAYOUT && content && cards && cards.prepared === prepared
    ? { nearby: unpack(content, cards.cards), network, prepared }
    : undefined

const digest = (...contents: readonly (Uint8Array | string)[]): string =>
  contents
    .reduce((hash, content) => hash.update(content), createHash('sha256'))
    .digest('hex')
    .slice(0, 16)

const cardsItem = (
  cell: string,
  content: Uint8Array,
  { network, prepared, streets }: Kept & Pick<KeptCards, 'streets'>,
) => ({
  ...keys.nearbyCards(cell),
  type: 'NearbyCards',
  layout: LAYOUT,
  network,
  prepared,
  ...(streets !== undefined && { streets }),
  revision: digest(content),
  content,
})

/** As it was prepared, whatever stood there. */
export const cellChanges = (cell: string, network: string, nearbys: readonly Nearby[]): Change<never>[] => {
  const { cards, packedCards, walks } = fittedCell(nearbys)
  const slots = cards.slots.map(place => place?.placeId ?? '').join(' ')
  const kept = { network, prepared: digest(slots, ...walks.map(({ content }) => content)) }
  return [
    { put: cardsItem(cell, packedCards, { ...kept, streets: streetsOf(nearbys) }) },
    ...walks.map(({ profile, content }) => ({
      put: { ...keys.nearby(cell, profile), type: 'Nearby', layout: LAYOUT, ...kept, content },
    })),
  ]
}

const streetsOf = (nearbys: readonly Nearby[]): number =>
  Math.max(0, ...nearbys.map(({ frame }) => frame.from.length))

/**
 * As it was prepared over a whole network, unless another network has more streets there: of two maps that overlap each
 * tells the doors that it knows better, and a scrap of a map takes none from a town.
 */
export const cellChangesAmong = (
  cell: string,
  network: string,
  nearbys: readonly Nearby[],
): Change<'circle.nearby_moved'>[] =>
  over(
    cellChanges(cell, network, nearbys),
    any(absent('streets'), equal('network', network), below('streets', streetsOf(nearbys) + 1)),
  )

/** In place of what another version had prepared, unless somebody was faster. */
export const cellChangesOver = (
  cell: string,
  { network, layout }: Outdated,
  nearbys: readonly Nearby[],
): Change<'circle.nearby_moved'>[] => over(cellChanges(cell, network, nearbys), equal('layout', layout))

/** The first change of a cell is that of its cards: whoever changes any of it changes them. */
const over = ([cards, ...walks]: Change<never>[], holds: Condition): Change<'circle.nearby_moved'>[] =>
  cards ? [{ ...cards, if: holds, else: 'circle.nearby_moved' } as const, ...walks] : []

/**
 * One place came, went or moved: the cards say so, in place of those that were seen. After some such changes the walks
 * are written anew with them.
 */
export const cellChangesFrom = (
  cell: string,
  seen: KeptCards,
  nearbys: readonly Nearby[],
  placeId: string,
): Change<'circle.nearby_moved'>[] => {
  const amended = amendedWith(nearbys, seen.cards, placeId)
  const content = amended && fittedCards(nearbys, seen.cards, amended)
  const changes = content
    ? [{ put: cardsItem(cell, content, seen) }]
    : cellChanges(cell, seen.network, nearbys)
  return over(changes, equal('revision', seen.revision))
}

/** Only what a place is, in place of what was seen; undefined where that is too much for the cards. */
export const cardsChangeFrom = (
  cell: string,
  seen: KeptCards,
  cards: Cards,
): Change<'circle.nearby_moved'>[] | undefined => {
  const content = packCards(cards)
  if (content.length > MOST_BYTES) return undefined
  return over([{ put: cardsItem(cell, content, seen) }], equal('revision', seen.revision))
}

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
