/** After one place changed: the cells around it, and only those. */
import { isDeepStrictEqual } from 'node:util'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import type { Position } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { Table } from '../../platform/table'
import { tilesAround } from '../domain'
import { loadNetwork } from '../import/store'
import { atOnce } from '../import/store/at-once'
import { SNAP_METERS } from '../network/snap'
import { groundOf, openWalks, type Walks } from '../network/walks'
import { loadPlace, type Place } from '../store'
import { cellOf, cellsAround, ringsWithin } from './cell'
import type { Standing } from './found'
import { listedOf } from './nearby'
import { loadNearby, loadNearbyOfAll, nearbyChangeFrom } from './store'
import { type Reaching, withPlace } from './update'

const CELLS_AT_ONCE = 16
const LOOKS = 5
/**
 * Brings the prepared cells around a place up to what the directory says of it now. The place's own cell comes last:
 * where it is right, all the others are, so that a repeat costs a read or two. Harmless to repeat and to run beside
 * others: each cell is changed from what was seen of it.
 */
export const rebuildAround = async (
  table: Table,
  placeId: Id<'place'>,
  before: Position | undefined,
): Promise<{ cells: number; changed: number }> => {
  const kept = (await loadPlace(table, placeId, { consistent: true }))?.place
  const found = kept?.state === 'closed' ? undefined : kept
  const moved = before && (!found || !isDeepStrictEqual(before, found.position))
  let [cells, changed] = [0, 0]
  for (const at of [...(moved ? [before] : []), ...(found ? [found.position] : [])]) {
    const done = await rebuildAt(table, at, placeId, found)
    cells += done.cells
    changed += done.changed
  }
  return { cells, changed }
}

const rebuildAt = async (
  table: Table,
  at: Position,
  placeId: Id<'place'>,
  place: Place | undefined,
): Promise<{ cells: number; changed: number }> => {
  const own = await loadNearby(table, cellOf(at), 'ordinary', { consistent: true })
  const listed = own?.nearby.places.find(near => near.place.placeId === placeId)?.place
  if (!own || (place && listed && isDeepStrictEqual(listedOf(listed), listedOf(place))))
    return { cells: 0, changed: 0 }
  const { limitSeconds } = own.nearby
  // Nobody here walks faster than a metre a second; a little more, for streets that swing out.
  const network = await loadNetwork(table, own.network, tilesAround(at, limitSeconds + 300))
  if (!network) return { cells: 0, changed: 0 }
  const ground = groundOf(network)
  const isHere = place && isDeepStrictEqual(place.position, at)
  const profiles = walkProfiles.map(profile => {
    const walks = openWalks(ground, profile)
    return {
      profile,
      cells: cellsToVisit(walks, at, limitSeconds),
      reaching: isHere ? reachingFrom(walks, place, limitSeconds) : undefined,
    }
  })
  const reaching = new Map(profiles.map(one => [one.profile, one.reaching]))
  const ownCell = cellOf(at)
  const cells = [...new Set(profiles.flatMap(one => one.cells))].filter(cell => cell !== ownCell)
  const change = (cell: string) => changeCell(table, own.network, cell, placeId, reaching)
  const outer = await atOnce(cells, CELLS_AT_ONCE, change)
  const last = await change(ownCell)
  return { cells: cells.length + 1, changed: [...outer, last].filter(Boolean).length }
}

/** Cells with a door that may be within the limit of a position: those of the streets that a walk meets, and next ones. */
const cellsToVisit = (walks: Walks, at: Position, limitSeconds: number): string[] => {
  const own = cellOf(at)
  const door = walks.doorAt(at)
  if (!door) return [own]
  walks.from(door, limitSeconds)
  const { streets } = walks.ground
  const touched = new Set([own])
  for (let street = 0; street < streets.from.length; street++) {
    const ends = [streets.from[street] as number, streets.to[street] as number]
    if (ends.every(corner => walks.search.secondsAt(corner) === Number.POSITIVE_INFINITY)) continue
    for (
      let point = streets.shapeStart[street] as number;
      point < (streets.shapeStart[street + 1] as number);
      point++
    )
      touched.add(cellOf({ lng: streets.shapeLng[point] as number, lat: streets.shapeLat[point] as number }))
  }
  return [...new Set([...touched].flatMap(cell => cellsAround(cell, ringsWithin(cell, SNAP_METERS))))]
}

const reachingFrom = (walks: Walks, place: Place, limitSeconds: number): Reaching | undefined => {
  const door = walks.doorAt(place.position)
  if (!door) return undefined
  walks.from(door, limitSeconds)
  const { cornerKeys, from, to } = walks.ground.streets
  const seconds = new Map(
    [...walks.search.reached()].map(corner => [cornerKeys[corner], walks.search.secondsAt(corner)]),
  )
  const standing: Standing = { place: listedOf(place), door, outSeconds: door.meters * walks.doorPerMeter }
  return {
    standing,
    ends: [
      cornerKeys[from[door.street] as number] as string,
      cornerKeys[to[door.street] as number] as string,
    ],
    secondsTo: key => seconds.get(key) ?? Number.POSITIVE_INFINITY,
  }
}

/** True: the cell said something else before. */
const changeCell = async (
  table: Table,
  network: string,
  cell: string,
  placeId: string,
  now: ReadonlyMap<WalkProfile, Reaching | undefined>,
  looks = LOOKS,
): Promise<boolean> => {
  const kept = (await loadNearbyOfAll(table, cell)).filter(seen => seen.network === network)
  const changes = kept.flatMap(
    seen => nearbyChangeFrom(cell, seen, withPlace(seen.nearby, placeId, now.get(seen.nearby.profile))) ?? [],
  )
  if (changes.length === 0) return false
  const saved = await table.write(changes)
  if (saved.ok) return true
  if (saved.refusal.code === 'circle.nearby_moved' && looks > 1)
    return changeCell(table, network, cell, placeId, now, looks - 1)
  throw new Error(`a prepared cell was not saved: ${saved.refusal.code}`)
}
