/** Ties a position to the streets around it: to points of their pieces, not to their corners. */
import { METERS_PER_DEGREE } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'
import type { Islands } from './islands'
import { type Door, doorsAmong, farthestDoor, metersToStreet } from './snap/doors'
import type { Streets } from './streets'

/** Side of a square of the index: a few pieces stand in each. */
const SQUARE_METERS = 60

export interface SnapIndex {
  /** The metres to the nearest of the usable streets; Infinity beyond as many. */
  nearest(position: Position, isUsable: (street: number) => boolean, maxMeters: number): number
  /** Where a position meets the usable streets, the nearest first (`doorsAmong`); empty where none is within 300 m. */
  doors(position: Position, isUsable: (street: number) => boolean): Door[]
  /** Usable streets as far off as the nearest of them allows, in the order of their numbers. */
  around(
    position: Position,
    isUsable: (street: number) => boolean,
    reachOf: (leastMeters: number) => number,
  ): number[]
}

/** An index of all streets that have a door: neither links nor lifts nor islands. */
export const snapIndexOf = (streets: Streets, { isMainland }: Pick<Islands, 'isMainland'>): SnapIndex => {
  const { traits, traitsOf, shapeLng, shapeLat, shapeStart } = streets
  const doorless = traits.map(({ link, lift }) => Boolean(link || lift))
  const squares = squaresOver(shapeLng, shapeLat)
  const entries: number[][] = []
  for (const [street, kind] of traitsOf.entries()) {
    if (doorless[kind] || !isMainland[street]) continue
    for (let at = shapeStart[street] as number; at + 1 < (shapeStart[street + 1] as number); at++)
      squares.forBox(at, at + 1, square => {
        entries[square] ??= []
        const there = entries[square]
        if (there.at(-1) !== street) there.push(street)
      })
  }
  const seen = new Uint32Array(traitsOf.length)
  let looks = 0

  const metersAt = new Float64Array(traitsOf.length)
  const found = new Int32Array(traitsOf.length)

  /** Finds usable streets, square by square outwards: how many, and the metres to the nearest. */
  const look = (
    position: Position,
    isUsable: (street: number) => boolean,
    reachOf: (leastMeters: number) => number,
  ): readonly [count: number, leastMeters: number] => {
    looks = looks >= 0xffff_fffe ? 1 : looks + 1
    if (looks === 1) seen.fill(0)
    let count = 0
    let least = Number.POSITIVE_INFINITY
    let reach = reachOf(least)
    const { column, row, size } = squares.at(position)
    for (let ring = 0; (ring - 1) * size <= reach; ring++)
      squares.forRing(column, row, ring, square => {
        for (const street of entries[square] ?? []) {
          if (seen[street] === looks) continue
          seen[street] = looks
          if (!isUsable(street)) continue
          const meters = metersToStreet(streets, street, position)
          if (meters > reach) continue
          metersAt[street] = meters
          found[count++] = street
          if (meters >= least) continue
          least = meters
          reach = reachOf(least)
        }
      })
    return [count, least]
  }
  const around: SnapIndex['around'] = (position, isUsable, reachOf) => {
    const [count, least] = look(position, isUsable, reachOf)
    const reach = reachOf(least)
    return Array.from(
      found
        .subarray(0, count)
        .filter(street => (metersAt[street] as number) <= reach)
        .sort(),
    )
  }

  return {
    nearest: (position, isUsable, maxMeters) =>
      look(position, isUsable, least => Math.min(least, maxMeters))[1],
    doors: (position, isUsable) => doorsAmong(streets, around(position, isUsable, farthestDoor), position),
    around,
  }
}

/** A grid of squares over all points, numbered row by row. */
const squaresOver = (lngs: Float64Array, lats: Float64Array) => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [index, lng] of lngs.entries()) {
    const lat = lats[index] as number
    if (lng < west) west = lng
    if (lng > east) east = lng
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  const latStep = SQUARE_METERS / METERS_PER_DEGREE
  // Towards the poles a degree of longitude is shorter: the narrowest row says how far a ring reaches.
  const narrowest = Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  const lngStep = latStep / narrowest
  const columns = Math.max(1, Math.floor((east - west) / lngStep) + 1)
  const rows = Math.max(1, Math.floor((north - south) / latStep) + 1)
  const columnOf = (lng: number) => Math.floor((lng - west) / lngStep)
  const rowOf = (lat: number) => Math.floor((lat - south) / latStep)
  const visit = (column: number, row: number, task: (square: number) => void) => {
    if (column >= 0 && column < columns && row >= 0 && row < rows) task(row * columns + column)
  }
  return {
    at: ({ lng, lat }: Position) => ({ column: columnOf(lng), row: rowOf(lat), size: SQUARE_METERS }),
    /** All squares that the box of two points touches. */
    forBox(one: number, other: number, task: (square: number) => void): void {
      const [lngA, lngB, latA, latB] = [lngs[one], lngs[other], lats[one], lats[other]] as [
        number,
        number,
        number,
        number,
      ]
      for (let row = rowOf(Math.min(latA, latB)); row <= rowOf(Math.max(latA, latB)); row++)
        for (let column = columnOf(Math.min(lngA, lngB)); column <= columnOf(Math.max(lngA, lngB)); column++)
          visit(column, row, task)
    },
    /** The squares at a distance of so many squares around one. */
    forRing(column: number, row: number, ring: number, task: (square: number) => void): void {
      for (let across = -ring; across <= ring; across++) {
        visit(column + across, row - ring, task)
        if (ring > 0) visit(column + across, row + ring, task)
      }
      for (let up = -ring + 1; up < ring; up++) {
        visit(column - ring, row + up, task)
        visit(column + ring, row + up, task)
      }
    },
  }
}
