/** A cell's list as long as one cheap read allows. */
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import type { Nearby, NearbyPlace } from './nearby'
import { MOST_BYTES, pack } from './pack'

/** More of one kind than this nobody looks through on a phone; the rest is asked of the network itself. */
const MOST_OF_KIND = 40

/** Packed, with as many of the nearest of each kind as fit. */
export const fitted = (nearby: Nearby): Uint8Array => {
  let most = guessOf(nearby)
  for (;;) {
    const content = pack(nearestOfEach(nearby, most))
    if (content.length <= MOST_BYTES || most === 0) return content
    most = Math.min(most - 1, Math.floor((most * MOST_BYTES * 0.95) / content.length))
  }
}

/** How many of a kind may fit, as cells of a made-up city turned out: it saves packing twice, and decides nothing. */
const guessOf = ({ frame, places }: Nearby): number => {
  const corners = frame.corners.length
  const room = (MOST_BYTES - 300 - 9 * corners) / (34 + 1.05 * corners)
  const counts = placeKinds.map(kind => places.filter(({ place }) => place.kind === kind).length)
  let most = MOST_OF_KIND
  while (most > 1 && counts.reduce((sum, count) => sum + Math.min(count, most), 0) > room) most--
  return most
}

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
