/**
 * What is within reach of a doorstep on foot, and how it is listed. Places stand in tiles of 0.01° (about a
 * kilometre). Where a walking network serves, times come from there (network/, nearby/); elsewhere a circle reads the
 * few tiles that it touches and measures each place in a straight line.
 */
import { paces, type WalkProfile } from '@yike/shared/circle/kinds'
import {
  DETOUR_FACTOR,
  METERS_PER_DEGREE,
  PACE_METERS_PER_MINUTE,
  walkMeters,
} from '@yike/shared/circle/rules'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'

const TILES_PER_DEGREE = 100

const tileName = (x: number, y: number): string => `${x},${y}`

export const tileOf = ({ lng, lat }: Position): string =>
  tileName(Math.floor(lng * TILES_PER_DEGREE), Math.floor(lat * TILES_PER_DEGREE))

/** The corner of a tile in the south-west. */
export const cornerOf = (tile: string): Position => {
  const [x = 0, y = 0] = tile.split(',').map(Number)
  return { lng: x / TILES_PER_DEGREE, lat: y / TILES_PER_DEGREE }
}

/** The tiles that hold everything within `minutes` on foot, straight ways being the shortest. */
export const tilesWithin = (position: Position, minutes: number): string[] =>
  tilesAround(position, (minutes * PACE_METERS_PER_MINUTE) / DETOUR_FACTOR)

/** The tiles that hold everything within so many metres in a straight line. */
export const tilesAround = ({ lng, lat }: Position, meters: number): string[] => {
  const dLat = meters / METERS_PER_DEGREE
  const dLng = dLat / Math.cos((lat * Math.PI) / 180)
  const tiles: string[] = []
  for (
    let x = Math.floor((lng - dLng) * TILES_PER_DEGREE);
    x <= Math.floor((lng + dLng) * TILES_PER_DEGREE);
    x++
  )
    for (
      let y = Math.floor((lat - dLat) * TILES_PER_DEGREE);
      y <= Math.floor((lat + dLat) * TILES_PER_DEGREE);
      y++
    )
      tiles.push(tileName(x, y))
  return tiles
}

/** A tile and the eight around it. */
export const withNeighbours = (tile: string): string[] => {
  const [x = 0, y = 0] = tile.split(',').map(Number)
  return [-1, 0, 1].flatMap(dx => [-1, 0, 1].map(dy => tileName(x + dx, y + dy)))
}

/** A place and the way to it. */
export interface Walked<P> {
  readonly place: P
  /** Whole seconds on foot. */
  readonly seconds: number
}

/** Nearest first; equally near ones in the order of their ids. */
export const byWalk = (
  one: Walked<{ readonly placeId: string }>,
  other: Walked<{ readonly placeId: string }>,
): number => one.seconds - other.seconds || (one.place.placeId < other.place.placeId ? -1 : 1)

/** Seconds to walk where no network serves: the straight line × 1.3 at the profile's pace. */
export const straightSeconds = (from: Position, to: Position, profile: WalkProfile): number =>
  Math.round((walkMeters(from, to) * 60) / paces[profile].metersPerMinute)

/** The places within `minutes` on foot by the straight line, nearest first. */
export const withinReach = <P extends { readonly position: Position; readonly placeId: string }>(
  places: readonly P[],
  from: Position,
  minutes: number,
  profile: WalkProfile = 'ordinary',
): Walked<P>[] =>
  places
    .map(place => ({ place, seconds: straightSeconds(from, place.position, profile) }))
    .filter(({ seconds }) => seconds <= minutes * 60)
    .sort(byWalk)

export const countByKind = (
  reached: readonly { place: { kind: PlaceKind } }[],
): Partial<Record<PlaceKind, number>> => {
  const counts: Partial<Record<PlaceKind, number>> = {}
  for (const { place } of reached) counts[place.kind] = (counts[place.kind] ?? 0) + 1
  return counts
}

/**
 * A page of places in walking order. The cursor says how far the last row was and which it was, so a list that
 * changes between two pages neither repeats nor skips a place that stayed. Undefined: not a cursor.
 */
export const pageFrom = <P extends { readonly placeId: string }>(
  reached: readonly Walked<P>[],
  cursor: string | undefined,
  limit: number,
): { rows: Walked<P>[]; cursor?: string } | undefined => {
  const after = cursor === undefined ? undefined : /^(\d{1,6})~(\w+)$/.exec(cursor)
  if (after === null) return undefined
  const rest = after
    ? reached.filter(({ seconds, place }) => {
        const last = Number(after[1])
        return seconds > last || (seconds === last && place.placeId > (after[2] ?? ''))
      })
    : reached
  const rows = rest.slice(0, limit)
  const last = rows.at(-1)
  return rest.length > limit && last ? { rows, cursor: `${last.seconds}~${last.place.placeId}` } : { rows }
}
