/** One place changed: what that makes of a cell that is prepared. */
import { isDeepStrictEqual } from 'node:util'
import { type Door, doorsAmong } from '../network/snap/doors'
import type { Walks } from '../network/walks'
import { isSameWay } from './cards'
import { leastSeconds } from './fit'
import type { Frame, ListedPlace, Nearby, NearbyPlace, NearDoor } from './nearby'

/** One street is as far from a place as it was: reckoned twice from the same numbers. */
const SAME_STREET_METERS = 1e-6
/** A cell keeps the shapes of its streets in tenths. */
const SAME_ALONG_METERS = 0.2

/** A door of a place. */
interface Standing extends Door {
  readonly outSeconds: number
  /** Keys of the corners at which its street begins and ends. */
  readonly ends: readonly [from: string, to: string]
}

/** A place with the seconds from it to any corner, by the corner's key. */
export interface Reaching {
  readonly place: ListedPlace
  readonly standing: readonly Standing[]
  readonly secondsTo: (cornerKey: string) => number
}

export const reachingFrom = (
  walks: Walks,
  place: ListedPlace,
  limitSeconds: number,
): Reaching | undefined => {
  const doors = walks.entrancesAt(place.position)
  if (doors.length === 0) return undefined
  walks.from(doors, limitSeconds)
  const { cornerKeys, from, to } = walks.ground.streets
  const keyAt = (corner: number | undefined) => cornerKeys[corner as number] as string
  const seconds = new Map(
    [...walks.search.reached()].map(corner => [cornerKeys[corner], walks.search.secondsAt(corner)]),
  )
  return {
    place,
    standing: doors.map(door => ({
      ...door,
      outSeconds: door.meters * walks.doorPerMeter,
      ends: [keyAt(from[door.street]), keyAt(to[door.street])],
    })),
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
  { place, standing, secondsTo }: Reaching,
): NearbyPlace | undefined => {
  const seconds = frame.corners.map(key => {
    const exact = secondsTo(key)
    return exact <= limitSeconds ? Math.round(exact) : Number.POSITIVE_INFINITY
  })
  const on = standing.flatMap(door => standsOn(frame, place, door) ?? [])
  if (on.length === 0 && seconds.every(value => value === Number.POSITIVE_INFINITY)) return undefined
  return { place, seconds, on }
}

/** Streets have other numbers here than in the network and may run the other way: a street is known by where it lies. */
const standsOn = (
  frame: Frame,
  { position }: ListedPlace,
  { along, straightMeters, outSeconds, ends: [from, to] }: Standing,
): NearDoor | undefined => {
  for (let street = 0; street < frame.from.length; street++) {
    const [start, end] = [frame.from, frame.to].map(ends => frame.corners[ends[street] as number])
    const runsSame = start === from && end === to
    if (!runsSame && !(start === to && end === from)) continue
    const length = frame.shapeMeters[(frame.shapeStart[street + 1] as number) - 1] as number
    const there = runsSame ? along : length - along
    // Two streets may join the same corners.
    const isThere = doorsAmong(frame, [street], position).some(
      door =>
        Math.abs(door.straightMeters - straightMeters) < SAME_STREET_METERS &&
        Math.abs(door.along - there) < SAME_ALONG_METERS,
    )
    if (isThere) return { street, along: there, outSeconds }
  }
  return undefined
}
