/** Prepares cells over a network: walks out from every corner at which a door of the cell may come onto the streets. */
import type { Door } from '../network/snap'
import type { Walks } from '../network/walks'
import { type Found, placesFrom, type Standing } from './found'
import { frameOf } from './frame'
import type { ListedPlace, Nearby, NearbyPlace } from './nearby'

/** So many corners' findings are kept: a row of cells uses those of the row before. */
const KEPT_CORNERS = 4096

export interface Preparing {
  /** Places that no street comes near: nobody finds them on foot. */
  readonly untied: readonly ListedPlace[]
  /** What is near a cell, all of it; undefined where no street is near the cell. */
  nearbyOf(cell: string): Nearby | undefined
}

export const openPreparing = (
  walks: Walks,
  places: readonly ListedPlace[],
  limitSeconds: number,
): Preparing => {
  const standing = places.flatMap((place): Standing[] => {
    const door = walks.doorAt(place.position)
    return door ? [{ place, door, outSeconds: door.meters * walks.doorPerMeter }] : []
  })
  const atStreet = new Map<number, number[]>()
  for (const [index, { door }] of standing.entries())
    atStreet.set(door.street, [...(atStreet.get(door.street) ?? []), index])
  const tied = new Set(standing.map(({ place }) => place))
  const find = placesFrom(walks, standing, limitSeconds)
  /** Where a place's row stands in the cell at hand, counted from 1. */
  const slots = new Int32Array(standing.length)
  const kept = new Map<number, Found>()
  const foundFrom = (corner: number): Found => {
    const known = kept.get(corner)
    if (known) return known
    const found = find(corner)
    if (kept.size >= KEPT_CORNERS) kept.delete(kept.keys().next().value ?? -1)
    kept.set(corner, found)
    return found
  }

  return {
    untied: places.filter(place => !tied.has(place)),
    nearbyOf(cell) {
      const framed = frameOf(walks, cell)
      if (!framed) return undefined
      const { frame, corners, streets } = framed
      const rows: number[][] = []
      const found: number[] = []
      const rowOf = (index: number): number[] => {
        if (slots[index] === 0) {
          rows.push(new Array<number>(corners.length).fill(Number.POSITIVE_INFINITY))
          slots[index] = found.push(index)
        }
        return rows[(slots[index] as number) - 1] as number[]
      }
      for (const [at, corner] of corners.entries()) {
        const { places: there, seconds } = foundFrom(corner)
        for (let nth = 0; nth < there.length; nth++) rowOf(there[nth] as number)[at] = seconds[nth] as number
      }
      // On a street longer than any walk neither end is within reach, and its own doors are.
      for (const street of streets) for (const index of atStreet.get(street) ?? []) rowOf(index)
      const streetAt = new Map(streets.map((street, index) => [street, index]))
      const near = found.map((index, nth) =>
        nearbyPlace(standing[index] as Standing, rows[nth] as number[], streetAt),
      )
      for (const index of found) slots[index] = 0
      return { profile: walks.profile, limitSeconds, frame, places: near, listedWithin: {} }
    },
  }
}

const nearbyPlace = (
  { place, door, outSeconds }: Pick<Standing, 'place' | 'outSeconds'> & { readonly door: Door },
  seconds: readonly number[],
  streetAt: ReadonlyMap<number, number>,
): NearbyPlace => {
  const street = streetAt.get(door.street)
  return { place, outSeconds, seconds, ...(street !== undefined && { on: { street, along: door.along } }) }
}
