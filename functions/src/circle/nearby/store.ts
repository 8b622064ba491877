/** Keeps what is prepared: for each cell one item of cards, and one of walks for each profile. */
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import { keys } from '../../platform/keys'
import type { Item, Table } from '../../platform/table'
import { type Cards, unpackCards } from './cards'
import type { Nearby } from './nearby'
import { LAYOUT, unpack } from './pack'

export interface Kept {
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
