/** What the prepared list of a cell does not hold: walked over the network itself, to the same second. */
import type { WalkProfile } from '@yike/shared/circle/kinds'
import type { Position } from '@yike/shared/identity/schema'
import type { Table } from '../../platform/table'
import { byWalk, tilesAround, type Walked } from '../domain'
import { loadNetwork } from '../import/store'
import { perMeterOf } from '../network/graph'
import type { Seed } from '../network/search'
import { groundOf, openWalks, seedsOf } from '../network/walks'
import { loadTiles, type Place } from '../store'
import { doorsOf, placesFrom } from './found'

/** All places within so many minutes of a position over a network; undefined where none of its streets is near. */
export const walkFar = async (
  table: Table,
  network: string,
  from: Position,
  minutes: number,
  profile: WalkProfile,
): Promise<Walked<Place>[] | undefined> => {
  // A metre a second at most.
  const tiles = tilesAround(from, minutes * 60 + 300)
  const [found, places] = await Promise.all([loadNetwork(table, network, tiles), loadTiles(table, tiles)])
  if (!found) return undefined
  const walks = openWalks(groundOf(found), profile)
  const own = walks.doorsAt(from)
  if (own.length === 0) return undefined
  const doors = doorsOf(walks, places)
  const limitSeconds = minutes * 60
  const find = placesFrom(walks, places.length, doors, limitSeconds)
  const best = new Map<number, number>()
  const offer = (index: number, seconds: number) => {
    if (seconds < (best.get(index) ?? Number.POSITIVE_INFINITY)) best.set(index, seconds)
  }
  // From each corner by itself and in whole seconds, just as a cell is prepared: a list that goes on here from there must
  // not show a place twice.
  for (const { corner, seconds } of nearestSeeds(seedsOf(walks, own))) {
    const reached = find(corner)
    for (const [nth, index] of reached.places.entries())
      offer(index, seconds + (reached.seconds[nth] as number))
  }
  for (const [nth, street] of doors.street.entries())
    for (const door of own)
      if (street === door.street)
        offer(
          doors.place[nth] as number,
          door.meters * walks.doorPerMeter +
            Math.abs(tenths(doors.along[nth] as number) - door.along) * perMeterOf(walks.graph, street) +
            tenths((doors.meters[nth] as number) * walks.doorPerMeter),
        )
  return [...best]
    .flatMap(([index, seconds]) => {
      const place = places[index]
      return place ? [{ place, seconds: Math.round(seconds) }] : []
    })
    .filter(({ seconds }) => seconds <= limitSeconds)
    .sort(byWalk)
}

/** Of several ways to one corner the shortest. */
const nearestSeeds = (seeds: readonly Seed[]): Seed[] => {
  const best = new Map<number, Seed>()
  for (const seed of seeds)
    if (seed.seconds < (best.get(seed.corner)?.seconds ?? Number.POSITIVE_INFINITY))
      best.set(seed.corner, seed)
  return [...best.values()]
}

/** As a prepared cell keeps them. */
const tenths = (value: number): number => Math.round(value * 10) / 10
