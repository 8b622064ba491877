/** Prepares cells over a network: walks out from every corner at which a door of the cell may come onto the streets. */
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import type { Walks } from '../network/walks'
import { MOST_OF_KIND } from './fit'
import { doorsOf, type Found, placesFrom, rowsBy } from './found'
import { frameOf } from './frame'
import type { ListedPlace, Nearby, NearbyPlace, NearDoor } from './nearby'

/** So many corners' findings are kept: a row of cells uses those of the row before. */
const KEPT_CORNERS = 4096

export interface Preparing {
  /** Places that no street comes near: nobody finds them on foot. */
  readonly untied: readonly ListedPlace[]
  /** What is near a cell, as much as may be listed of it; undefined where no street is near the cell. */
  nearbyOf(cell: string): Nearby | undefined
}

export const openPreparing = (
  walks: Walks,
  places: readonly ListedPlace[],
  limitSeconds: number,
): Preparing => {
  const doors = doorsOf(walks, places)
  const atStreet = rowsBy(walks.ground.streets.from.length, doors.street)
  const ofPlace = rowsBy(places.length, doors.place)
  const find = placesFrom(walks, places.length, doors, limitSeconds)
  const outSeconds = (door: number) => (doors.meters[door] as number) * walks.doorPerMeter
  const kindAt = Uint8Array.from(places, ({ kind }) => placeKinds.indexOf(kind))
  /** Of the cell at hand: the least seconds to a place plus one, and where its row stands, counted from 1; else 0. */
  const least = new Uint16Array(places.length)
  const rowAt = new Int32Array(places.length)
  const kept = new Map<number, Found>()
  const foundFrom = (corner: number): Found => {
    const known = kept.get(corner)
    if (known) return known
    const found = find(corner)
    if (kept.size >= KEPT_CORNERS) kept.delete(kept.keys().next().value ?? -1)
    kept.set(corner, found)
    return found
  }
  /** All places near some corners or on some streets, kind by kind, the nearest first. */
  const rankedFrom = (all: readonly Found[], streets: readonly number[]): Ranked[][] => {
    const found: number[] = []
    for (const { places: there, seconds } of all)
      for (let nth = 0; nth < there.length; nth++) {
        const index = there[nth] as number
        const known = least[index] as number
        const so = (seconds[nth] as number) + 1
        if (known === 0) found.push(index)
        if (known === 0 || so < known) least[index] = so
      }
    const ranks = new Map<number, number>()
    // On a street longer than any walk neither end is within reach, and its own doors are.
    for (const street of streets)
      for (let at = atStreet.rows[street] as number; at < (atStreet.rows[street + 1] as number); at++) {
        const door = atStreet.list[at] as number
        const index = doors.place[door] as number
        const rank = Math.floor(outSeconds(door))
        if (least[index] === 0 && !ranks.has(index)) found.push(index)
        if (rank < (ranks.get(index) ?? Number.POSITIVE_INFINITY)) ranks.set(index, rank)
      }
    const ranked: Ranked[][] = placeKinds.map(() => [])
    for (const index of found) {
      const byCorner =
        least[index] === 0 ? Number.POSITIVE_INFINITY : Math.max(0, (least[index] as number) - 2)
      const rank = Math.min(byCorner, ranks.get(index) ?? byCorner)
      ranked[kindAt[index] as number]?.push({ rank, index })
      least[index] = 0
    }
    const idOf = ({ index }: Ranked) => (places[index] as ListedPlace).placeId
    for (const ofKind of ranked)
      ofKind.sort((one, other) => one.rank - other.rank || (idOf(one) < idOf(other) ? -1 : 1))
    return ranked
  }

  return {
    untied: places.filter((_, index) => ofPlace.rows[index] === ofPlace.rows[index + 1]),
    nearbyOf(cell) {
      const framed = frameOf(walks, cell)
      if (!framed) return undefined
      const { frame, corners, streets } = framed
      const all = corners.map(foundFrom)
      const ranked = rankedFrom(all, streets)
      const listedWithin: Partial<Record<PlaceKind, number>> = {}
      for (const [nth, kind] of placeKinds.entries()) {
        const next = ranked[nth]?.[MOST_OF_KIND]
        if (next) listedWithin[kind] = next.rank
      }
      const listed = ranked.flatMap(ofKind => ofKind.slice(0, MOST_OF_KIND).map(({ index }) => index))
      const rows = listed.map(() => new Array<number>(corners.length).fill(Number.POSITIVE_INFINITY))
      for (const [nth, index] of listed.entries()) rowAt[index] = nth + 1
      for (const [at, { places: there, seconds }] of all.entries())
        for (let nth = 0; nth < there.length; nth++) {
          const row = rowAt[there[nth] as number] as number
          if (row > 0) (rows[row - 1] as number[])[at] = seconds[nth] as number
        }
      for (const index of listed) rowAt[index] = 0
      const streetAt = new Map(streets.map((street, index) => [street, index]))
      return {
        profile: walks.profile,
        limitSeconds,
        frame,
        places: listed.map((index, nth): NearbyPlace => {
          const own = ofPlace.list.subarray(ofPlace.rows[index], ofPlace.rows[index + 1])
          return {
            place: places[index] as ListedPlace,
            seconds: rows[nth] as number[],
            on: [...own].flatMap((door): NearDoor[] => {
              const street = streetAt.get(doors.street[door] as number)
              if (street === undefined) return []
              return [{ street, along: doors.along[door] as number, outSeconds: outSeconds(door) }]
            }),
          }
        }),
        listedWithin,
      }
    },
  }
}

/** A place's position in the list, with the seconds than which no door of the cell is nearer (`leastSeconds`). */
interface Ranked {
  readonly rank: number
  readonly index: number
}
