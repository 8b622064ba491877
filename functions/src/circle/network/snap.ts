/** Ties a position to the nearest point of a street: of the piece, not of its corners. */
import { METERS_PER_DEGREE } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'
import type { Islands } from './islands'
import type { Streets } from './streets'

/** Nobody's door is further from where they walk; beyond it no network serves. */
export const SNAP_METERS = 300
/** Side of a square of the index: a few pieces stand in each. */
const SQUARE_METERS = 60

/** The shapes of some streets, as `Streets` has them. */
export type Shapes = Pick<Streets, 'shapeStart' | 'shapeLng' | 'shapeLat' | 'shapeMeters'>

/** Where a position meets the network. */
export interface Door {
  readonly street: number
  /** Metres along the street from its start. */
  readonly along: number
  /** Metres in a straight line from the position to the street. */
  readonly meters: number
}

export interface SnapIndex {
  /** The nearest street among the usable ones, within 300 m unless told otherwise; of equally near ones that with the lowest number. */
  nearest(position: Position, isUsable: (street: number) => boolean, maxMeters?: number): Door | undefined
  /** Usable streets that come within so many metres, in the order of their numbers. */
  within(position: Position, meters: number, isUsable: (street: number) => boolean): number[]
}

/**
 * How near a position comes to a street, and where: on a plane of metres around the position, exact enough over a few
 * hundred of them.
 */
export const doorOn = (streets: Shapes, street: number, position: Position): Door => {
  const { shapeStart, shapeLng, shapeLat, shapeMeters } = streets
  const { lng, lat } = position
  const east = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const start = shapeStart[street] as number
  const end = shapeStart[street + 1] as number
  let best = Number.POSITIVE_INFINITY
  let along = 0
  for (let at = start; at + 1 < end; at++) {
    const ax = ((shapeLng[at] as number) - lng) * east
    const ay = ((shapeLat[at] as number) - lat) * METERS_PER_DEGREE
    const dx = ((shapeLng[at + 1] as number) - lng) * east - ax
    const dy = ((shapeLat[at + 1] as number) - lat) * METERS_PER_DEGREE - ay
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
    const squared = (ax + share * dx) ** 2 + (ay + share * dy) ** 2
    if (squared < best) {
      best = squared
      const from = shapeMeters[at] as number
      along = from + share * ((shapeMeters[at + 1] as number) - from)
    }
  }
  return { street, along, meters: Math.sqrt(best) }
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
  let look = 0

  /** Visits usable streets, square by square outwards, until none nearer than `metersOf()` can come. */
  const outwards = (position: Position, metersOf: () => number, visit: (street: number) => void): void => {
    look = look >= 0xffff_fffe ? 1 : look + 1
    if (look === 1) seen.fill(0)
    const { column, row, size } = squares.at(position)
    for (let ring = 0; (ring - 1) * size <= metersOf(); ring++)
      squares.forRing(column, row, ring, square => {
        for (const street of entries[square] ?? [])
          if (seen[street] !== look) {
            seen[street] = look
            visit(street)
          }
      })
  }

  return {
    nearest(position, isUsable, maxMeters = SNAP_METERS) {
      let best: Door | undefined
      outwards(
        position,
        () => best?.meters ?? maxMeters,
        street => {
          if (!isUsable(street)) return
          const door = doorOn(streets, street, position)
          const isNearer =
            !best || door.meters < best.meters || (door.meters === best.meters && street < best.street)
          if (door.meters <= maxMeters && isNearer) best = door
        },
      )
      return best
    },
    within(position, meters, isUsable) {
      const found: number[] = []
      outwards(
        position,
        () => meters,
        street => {
          if (isUsable(street) && doorOn(streets, street, position).meters <= meters) found.push(street)
        },
      )
      return found.sort((one, other) => one - other)
    },
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
