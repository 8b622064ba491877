import { perMeterOf } from '../network/graph'
import { SNAP_METERS } from '../network/snap'
import type { Walks } from '../network/walks'
import { centresOf, halfDiagonalMeters } from './cell'
import type { Frame } from './nearby'

/** A cell is looked at in squares of some thirty metres. */
const SQUARES_IN_ROW = 8

export interface FrameOf {
  readonly frame: Frame
  /** The network's number of each corner and street of the frame. */
  readonly corners: readonly number[]
  readonly streets: readonly number[]
}

/**
 * The streets to which a door in a cell may be tied. Whatever is nearest to some point of a square is no further from
 * its centre than the centre's own nearest street and twice the way to the square's corner: so none is left out, and
 * few are too many.
 */
export const frameOf = (walks: Walks, cell: string): FrameOf | undefined => {
  const { ground, graph, isUsable } = walks
  const slack = halfDiagonalMeters(cell, SQUARES_IN_ROW)
  const found = new Set<number>()
  for (const centre of centresOf(cell, SQUARES_IN_ROW)) {
    const nearest = ground.snap.nearest(centre, isUsable, SNAP_METERS + slack)
    if (!nearest) continue
    for (const street of ground.snap.within(centre, nearest.meters + 2 * slack, isUsable)) found.add(street)
  }
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
