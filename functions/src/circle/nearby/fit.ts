/** A cell's list as long as one cheap read allows. */
import type { WalkProfile } from '@yike/shared/circle/kinds'
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import { type Cards, packCards } from './cards'
import type { ListedPlace, Nearby, NearbyPlace } from './nearby'
import { MOST_BYTES, pack } from './pack'

/** More of one kind than this nobody looks through on a phone; the rest is asked of the network itself. */
const MOST_OF_KIND = 40

export interface FittedCell {
  readonly cards: Cards
  readonly packedCards: Uint8Array
  readonly walks: readonly { readonly profile: WalkProfile; readonly content: Uint8Array }[]
}

/**
 * A cell for all its profiles, with as many of the nearest of each kind as fit into one read unit of walks and one of
 * cards. `before`: places that it has cards for stay in their slots.
 */
export const fittedCell = (nearbys: readonly Nearby[], before?: Cards): FittedCell => {
  let most = nearbys.map(guessOf)
  for (;;) {
    const slots = new Slots(before)
    const walks = nearbys.map((nearby, nth) => fittedWalks(nearby, most[nth] as number, slots))
    const cards: Cards = {
      limitSeconds: nearbys[0]?.limitSeconds ?? 0,
      slots: slots.kept(walks.map(({ nearby }) => nearby)),
      within: Object.fromEntries(walks.map(({ nearby }) => [nearby.profile, nearby.listedWithin])),
    }
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

const fittedWalks = (nearby: Nearby, guess: number, slots: Slots) => {
  let most = guess
  for (;;) {
    const fits = nearestOfEach(nearby, most)
    const content = pack(fits, placeId => slots.of(placeId))
    if (content.length <= MOST_BYTES || most === 0) return { nearby: fits, content, most }
    most = Math.min(most - 1, Math.floor((most * MOST_BYTES * 0.95) / content.length))
  }
}

/** Numbers for places: the one a place had, or the next free one. */
class Slots {
  private readonly at = new Map<string, number>()
  private count: number

  constructor(before: Cards | undefined) {
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
const guessOf = ({ frame, places }: Nearby): number => {
  const corners = frame.corners.length
  const room = Math.min(ROOM_FOR_CARDS, (MOST_BYTES - 300 - 9 * corners) / (7 + 1.05 * corners))
  const counts = placeKinds.map(kind => places.filter(({ place }) => place.kind === kind).length)
  let most = MOST_OF_KIND
  while (most > 1 && counts.reduce((sum, count) => sum + Math.min(count, most), 0) > room) most--
  return most
}

/** So many cards fit, as made-up cities turned out. */
const ROOM_FOR_CARDS = 170

/** No door of the cell is nearer to the place than this, in whole seconds. */
export const leastSeconds = ({ seconds, on, outSeconds }: NearbyPlace): number =>
  Math.floor(on ? outSeconds : Math.max(0, least(seconds) - 1))

const least = (seconds: readonly number[]): number => {
  let smallest = Number.POSITIVE_INFINITY
  for (const one of seconds) if (one < smallest) smallest = one
  return smallest
}

/** The nearest of each kind, and where a kind has more, within which time its list is whole. */
export const nearestOfEach = (nearby: Nearby, mostOfKind: number): Nearby => {
  const sorted = nearby.places
    .map(near => ({ near, least: leastSeconds(near) }))
    .sort(
      (one, other) => one.least - other.least || (one.near.place.placeId < other.near.place.placeId ? -1 : 1),
    )
  const listedWithin: Partial<Record<PlaceKind, number>> = { ...nearby.listedWithin }
  const places = placeKinds.flatMap(kind => {
    const ofKind = sorted.filter(({ near }) => near.place.kind === kind)
    const next = ofKind[mostOfKind]
    if (next) listedWithin[kind] = Math.min(next.least, nearby.listedWithin[kind] ?? next.least)
    return ofKind.slice(0, mostOfKind).map(({ near }) => near)
  })
  return { ...nearby, places, listedWithin }
}
