/** One place changed: what that makes of a cell that is prepared. */
import { isDeepStrictEqual } from 'node:util'
import { type Door, doorOn } from '../network/snap'
import type { Walks } from '../network/walks'
import { isSameWay } from './cards'
import { leastSeconds } from './fit'
import type { Frame, ListedPlace, Nearby, NearbyPlace } from './nearby'

/** A place with its door on the network. */
interface Standing {
  readonly place: ListedPlace
  readonly door: Door
  readonly outSeconds: number
}

/** A place with the seconds from it to any corner, by the corner's key. */
export interface Reaching {
  readonly standing: Standing
  /** Keys of the corners at which the place's street begins and ends. */
  readonly ends: readonly [from: string, to: string]
  readonly secondsTo: (cornerKey: string) => number
}

export const reachingFrom = (
  walks: Walks,
  place: ListedPlace,
  limitSeconds: number,
): Reaching | undefined => {
  const door = walks.entranceAt(place.position)
  if (!door) return undefined
  walks.from(door, limitSeconds)
  const { cornerKeys, from, to } = walks.ground.streets
  const seconds = new Map(
    [...walks.search.reached()].map(corner => [cornerKeys[corner], walks.search.secondsAt(corner)]),
  )
  return {
    standing: { place, door, outSeconds: door.meters * walks.doorPerMeter },
    ends: [
      cornerKeys[from[door.street] as number] as string,
      cornerKeys[to[door.street] as number] as string,
    ],
    secondsTo: key => seconds.get(key) ?? Number.POSITIVE_INFINITY,
  }
}

/**
 * A cell without what it said of a place, and with what holds now; `now` is undefined where the place is gone or no
 * street comes near it. A place beyond what is listed of its kind stays out: lists are whole up to a time, and leaving
 * a place out keeps that true.
 */
export const withPlace = (nearby: Nearby, placeId: string, now: Reaching | undefined): Nearby => {
  const said = nearby.places.find(({ place }) => place.placeId === placeId)
  const found = now && entryOf(nearby, now)
  const isListed =
    found && leastSeconds(found) < (nearby.listedWithin[found.place.kind] ?? Number.POSITIVE_INFINITY)
  const entry = isListed ? found : undefined
  // The same object where it says so already: most cells around have nearer places of the kind.
  if (!said && !entry) return nearby
  if (said && entry && isDeepStrictEqual(said.place, entry.place) && isSameWay(said, entry)) return nearby
  const others = nearby.places.filter(({ place }) => place.placeId !== placeId)
  return { ...nearby, places: entry ? [...others, entry] : others }
}

/** A cell whose card of a place says something else. */
export const withCard = (nearby: Nearby, now: ListedPlace): Nearby => ({
  ...nearby,
  places: nearby.places.map(near => (near.place.placeId === now.placeId ? { ...near, place: now } : near)),
})

const entryOf = (
  { frame, limitSeconds }: Nearby,
  { standing, ends, secondsTo }: Reaching,
): NearbyPlace | undefined => {
  const seconds = frame.corners.map(key => {
    const exact = secondsTo(key)
    return exact <= limitSeconds ? Math.round(exact) : Number.POSITIVE_INFINITY
  })
  const { place, outSeconds } = standing
  const on = standsOn(frame, standing, ends)
  if (!on && seconds.every(value => value === Number.POSITIVE_INFINITY)) return undefined
  return { place, outSeconds, seconds, ...(on && { on }) }
}

/** Streets have other numbers here than in the network and may run the other way: a street is known by where it lies. */
const standsOn = (
  frame: Frame,
  { place, door }: Standing,
  [from, to]: Reaching['ends'],
): NearbyPlace['on'] => {
  for (let street = 0; street < frame.from.length; street++) {
    const [start, end] = [frame.from, frame.to].map(ends => frame.corners[ends[street] as number])
    const runsSame = start === from && end === to
    if (!runsSame && !(start === to && end === from)) continue
    // Two streets may join the same corners.
    if (Math.abs(doorOn(frame, street, place.position).meters - door.meters) > 1e-6) continue
    const length = frame.shapeMeters[(frame.shapeStart[street + 1] as number) - 1] as number
    return { street, along: runsSame ? door.along : length - door.along }
  }
  return undefined
}
