import { perMeterOf } from '../network/graph'
import { farthestDoor, metersToStreet } from '../network/snap/doors'
import type { Walks } from '../network/walks'
import { quartersOf, type Square, squareOf } from './cell'
import type { Frame } from './nearby'

/** A cell is quartered down to squares of half a diagonal of so many metres. */
const LEAST_SLACK = 12

export interface FrameOf {
  readonly frame: Frame
  /** The network's number of each corner and street of the frame. */
  readonly corners: readonly number[]
  readonly streets: readonly number[]
}

/**
 * The streets onto which a door in a cell may come. From some point of a square the nearest one is no further than from
 * its centre and the way from there to the square's corner; what may be a door of that point besides is so much further
 * from the centre again: so none is left out, and the smaller the squares, the fewer are too many. Whatever adds no
 * street is not quartered.
 */
const streetsNear = ({ ground: { streets, snap }, isUsable }: Walks, cell: string): Set<number> => {
  const found = new Set<number>()
  const visit = (square: Square, among: readonly number[]): void => {
    const { centre, slack } = square
    const meters = among.map(street => metersToStreet(streets, street, centre))
    const reach = farthestDoor(Math.min(...meters) + slack) + slack
    const near = among.filter((_, nth) => (meters[nth] as number) <= reach)
    if (near.every(street => found.has(street))) return
    if (slack <= LEAST_SLACK) for (const street of near) found.add(street)
    else for (const quarter of quartersOf(square)) visit(quarter, near)
  }
  const whole = squareOf(cell)
  const { centre, slack } = whole
  visit(
    whole,
    snap.around(centre, isUsable, least => farthestDoor(least + slack) + slack),
  )
  return found
}

export const frameOf = (walks: Walks, cell: string): FrameOf | undefined => {
  const { ground, graph } = walks
  const found = streetsNear(walks, cell)
  if (found.size === 0) return undefined
  const streets = [...found].sort((one, other) => one - other)
  const { from, to, cornerKeys, shapeStart, shapeLng, shapeLat, shapeMeters } = ground.streets
  const corners = [...new Set(streets.flatMap(street => [from[street] as number, to[street] as number]))]
  const numberOf = new Map(corners.map((corner, index) => [corner, index]))
  const points = streets.flatMap(street =>
    Array.from(
      { length: (shapeStart[street + 1] as number) - (shapeStart[street] as number) },
      (_, index) => (shapeStart[street] as number) + index,
    ),
  )
  const starts = [0]
  for (const street of streets)
    starts.push((starts.at(-1) ?? 0) + (shapeStart[street + 1] as number) - (shapeStart[street] as number))
  return {
    streets,
    corners,
    frame: {
      corners: corners.map(corner => cornerKeys[corner] as string),
      from: streets.map(street => numberOf.get(from[street] as number) as number),
      to: streets.map(street => numberOf.get(to[street] as number) as number),
      perMeter: streets.map(street => perMeterOf(graph, street)),
      shapeStart: Int32Array.from(starts),
      shapeLng: Float64Array.from(points, point => shapeLng[point] as number),
      shapeLat: Float64Array.from(points, point => shapeLat[point] as number),
      shapeMeters: Float64Array.from(points, point => shapeMeters[point] as number),
    },
  }
}
