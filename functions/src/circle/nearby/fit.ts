/** A cell's list as long as one cheap read allows. */
import type { WalkProfile } from '@yike/shared/circle/kinds'
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import { type Amended, type Cards, packCards } from './cards'
import type { ListedPlace, Nearby, NearbyPlace, Way } from './nearby'
import { MOST_BYTES, pack } from './pack'

/** More of one kind than this nobody looks through on a phone; the rest is asked of the network itself. */
export const MOST_OF_KIND = 40

/** So many places may have come or moved since the walks were written; after that they are written anew. */
const MOST_AMENDED = 8

export interface FittedCell {
  readonly cards: Cards
  readonly packedCards: Uint8Array
  readonly walks: readonly { readonly profile: WalkProfile; readonly content: Uint8Array }[]
}

/** A cell for all its profiles, with as many of the nearest of each kind as fit into one read unit of walks and one of cards. */
export const fittedCell = (nearbys: readonly Nearby[]): FittedCell => {
  const all = nearbys.map(allOf)
  let most = all.map(guessOf)
  for (;;) {
    const slots = new Slots()
    const walks = all.map((one, nth) => fittedWalks(one, most[nth] as number, slots))
    const cards = cardsOf(
      walks.map(({ nearby }) => nearby),
      slots,
      [],
    )
    const packedCards = packCards(cards)
    if (packedCards.length <= MOST_BYTES || most.every(one => one === 0))
      return {
        cards,
        packedCards,
        walks: walks.map(({ nearby, content }) => ({ profile: nearby.profile, content })),
      }
    const share = (MOST_BYTES * 0.95) / packedCards.length
    most = walks.map(walk => Math.max(0, Math.min(walk.most - 1, Math.floor(walk.most * share))))
  }
}

/**
 * The cards of a cell whose walks stay as they were written: places keep their slots, and where there is no room for all
 * the farthest lose their cards. Undefined: so little would be left that the walks are better written anew.
 */
export const fittedCards = (
  nearbys: readonly Nearby[],
  before: Cards,
  amended: readonly Amended[] = before.amended,
): Uint8Array | undefined => {
  const all = nearbys.map(allOf)
  const slots = new Slots(before)
  const longest = Math.max(0, ...all.flatMap(({ ranked }) => ranked.map(({ length }) => length)))
  for (let most = longest; most > longest / 2; most--) {
    const packed = packCards(
      cardsOf(
        all.map(one => nearestOf(one, most)),
        slots,
        amended,
      ),
    )
    if (packed.length <= MOST_BYTES) return packed
  }
  return undefined
}

/** What cards say of one place's ways, as cells now have them; undefined: it has none. */
export const amendedWith = (
  nearbys: readonly Nearby[],
  before: Cards,
  placeId: string,
): readonly Amended[] | undefined => {
  const others = before.amended.filter(({ slot }) => before.slots[slot]?.placeId !== placeId)
  const ways = nearbys.flatMap(({ profile, places }) => {
    const near = places.find(({ place }) => place.placeId === placeId)
    return near ? [[profile, near] as const] : []
  })
  if (ways.length === 0) return others
  if (others.length === MOST_AMENDED) return undefined
  return [...others, { slot: new Slots(before).of(placeId), ways: Object.fromEntries(ways) }]
}

const cardsOf = (nearbys: readonly Nearby[], slots: Slots, amended: readonly Amended[]): Cards => ({
  limitSeconds: nearbys[0]?.limitSeconds ?? 0,
  slots: slots.kept(nearbys),
  within: Object.fromEntries(nearbys.map(({ profile, listedWithin }) => [profile, listedWithin])),
  amended,
})

/** The places of each kind, the nearest first. */
type Ranked = readonly (readonly { readonly near: NearbyPlace; readonly least: number }[])[]

interface All {
  readonly nearby: Nearby
  readonly ranked: Ranked
}

const fittedWalks = (all: All, guess: number, slots: Slots) => {
  let most = guess
  for (;;) {
    const fits = nearestOf(all, most)
    const content = pack(fits, placeId => slots.of(placeId))
    if (content.length <= MOST_BYTES || most === 0) return { nearby: fits, content, most }
    most = Math.min(most - 1, Math.floor((most * MOST_BYTES * 0.95) / content.length))
  }
}

/** Numbers for places: the one a place had, or the next free one. */
class Slots {
  private readonly at = new Map<string, number>()
  private count: number

  constructor(before?: Cards) {
    this.count = before?.slots.length ?? 0
    for (const [slot, place] of (before?.slots ?? []).entries()) if (place) this.at.set(place.placeId, slot)
  }

  of(placeId: string): number {
    const known = this.at.get(placeId) ?? this.count++
    this.at.set(placeId, known)
    return known
  }

  kept(nearbys: readonly Nearby[]): (ListedPlace | null)[] {
    const slots = new Array<ListedPlace | null>(this.count).fill(null)
    for (const { places } of nearbys) for (const { place } of places) slots[this.of(place.placeId)] = place
    return slots
  }
}

/** How many of a kind may fit, as cells of a made-up city turned out: it saves packing twice, and decides nothing. */
const guessOf = ({ nearby, ranked }: All): number => {
  const corners = nearby.frame.corners.length
  const room = Math.min(ROOM_FOR_CARDS, (MOST_BYTES - 300 - 9 * corners) / (7 + 1.05 * corners))
  let most = MOST_OF_KIND
  while (most > 1 && ranked.reduce((sum, { length }) => sum + Math.min(length, most), 0) > room) most--
  return most
}

/** So many cards fit, as made-up cities turned out. */
const ROOM_FOR_CARDS = 170

/** No door of the cell is nearer to the place than this, in whole seconds. */
export const leastSeconds = ({ seconds, on }: Way): number =>
  Math.floor(Math.max(0, Math.min(least(on.map(({ outSeconds }) => outSeconds)), least(seconds) - 1)))

const least = (seconds: readonly number[]): number => {
  let smallest = Number.POSITIVE_INFINITY
  for (const one of seconds) if (one < smallest) smallest = one
  return smallest
}

/** The nearest of each kind, and where a kind has more, within which time its list is whole. */
export const nearestOfEach = (nearby: Nearby, mostOfKind: number): Nearby =>
  nearestOf(allOf(nearby), mostOfKind)

const allOf = (nearby: Nearby): All => ({ nearby, ranked: rankedOf(nearby) })

const rankedOf = ({ places }: Nearby): Ranked => {
  const byKind = new Map(placeKinds.map(kind => [kind, [] as Ranked[number][number][]]))
  for (const near of places) byKind.get(near.place.kind)?.push({ near, least: leastSeconds(near) })
  const isBefore = (one: NearbyPlace, other: NearbyPlace) => one.place.placeId < other.place.placeId
  return [...byKind.values()].map(ofKind =>
    ofKind.sort((one, other) => one.least - other.least || (isBefore(one.near, other.near) ? -1 : 1)),
  )
}

const nearestOf = ({ nearby, ranked }: All, mostOfKind: number): Nearby => {
  const listedWithin: Partial<Record<PlaceKind, number>> = { ...nearby.listedWithin }
  const places = ranked.flatMap((ofKind, nth) => {
    const kind = placeKinds[nth] as PlaceKind
    const next = ofKind[mostOfKind]
    if (next) listedWithin[kind] = Math.min(next.least, nearby.listedWithin[kind] ?? next.least)
    return ofKind.slice(0, mostOfKind).map(({ near }) => near)
  })
  return { ...nearby, places, listedWithin }
}
