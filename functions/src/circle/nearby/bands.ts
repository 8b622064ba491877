/** The streets that a door's walks reach, for a map: how far one gets in so many minutes. */
import type { WalkProfile } from '@yike/shared/circle/kinds'
import type { Position } from '@yike/shared/identity/schema'
import type { Table } from '../../platform/table'
import { tilesAround } from '../domain'
import { loadNetwork } from '../import/store'
import { perMeterOf } from '../network/graph'
import type { Door } from '../network/snap/doors'
import { groundOf, openWalks, type Walks } from '../network/walks'
import { cellOf } from './cell'
import { loadNetworkName } from './store'

/** More than this a small screen cannot show; where a city is denser, bends are left out and then the farthest streets. */
const MOST_POINTS = 4000
const DEGREES_TO_E5 = 1e5

export interface ReachedStreet {
  /** Minutes to its farther end, rounded up. */
  readonly minutes: number
  /** East and north of the asked position in 1e-5 degrees, about a metre: x, y, x, y … */
  readonly line: number[]
}

/** Undefined: no network serves here. Reads the tiles of the network around. */
export const loadBands = async (
  table: Table,
  from: Position,
  minutes: number,
  profile: WalkProfile,
): Promise<ReachedStreet[] | undefined> => {
  const name = await loadNetworkName(table, cellOf(from), profile)
  const network =
    name === undefined ? undefined : await loadNetwork(table, name, tilesAround(from, minutes * 60 + 300))
  return network && reachedStreets(openWalks(groundOf(network), profile), from, minutes)
}

const reachedStreets = (walks: Walks, from: Position, minutes: number): ReachedStreet[] | undefined => {
  const doors = walks.doorsAt(from)
  if (doors.length === 0) return undefined
  walks.from(doors, minutes * 60)
  const { from: starts, to: ends, meters } = walks.ground.streets
  const near = [...starts.keys()]
    .map(street => ({
      street,
      start: walks.search.secondsAt(starts[street] as number),
      end: walks.search.secondsAt(ends[street] as number),
    }))
    .filter(
      ({ street, start, end }) =>
        walks.isUsable(street) && (meters[street] as number) > 0 && Math.min(start, end) <= minutes * 60,
    )
    .sort((one, other) => Math.min(one.start, one.end) - Math.min(other.start, other.end))
  const isDense = near.reduce((sum, { street }) => sum + pointsOf(walks, street).length, 0) > MOST_POINTS
  const shown: ReachedStreet[] = []
  let left = MOST_POINTS
  for (const one of near)
    for (const run of runsOf(walks, doors, one, isDense)) {
      if (run.minutes > minutes) continue
      left -= run.points.length
      if (left < 0) return shown
      shown.push({ minutes: run.minutes, line: run.points.flatMap(point => offsetOf(walks, from, point)) })
    }
  return shown
}

interface ReachedAt {
  readonly street: number
  /** Seconds to its two corners. */
  readonly start: number
  readonly end: number
}

/** A street in runs of equal minutes: a long one is near at one end and far at the other. */
const runsOf = (
  walks: Walks,
  doors: readonly Door[],
  { street, start, end }: ReachedAt,
  isDense: boolean,
) => {
  const { shapeMeters, meters } = walks.ground.streets
  const perMeter = perMeterOf(walks.graph, street)
  const all = pointsOf(walks, street)
  const points = isDense ? [all[0] as number, all.at(-1) as number] : all
  const seconds = points.map(point => {
    const along = shapeMeters[point] as number
    const straightOn = doors
      .filter(door => door.street === street)
      .map(door => door.meters * walks.doorPerMeter + Math.abs(along - door.along) * perMeter)
    return Math.min(
      ...straightOn,
      start + along * perMeter,
      end + ((meters[street] as number) - along) * perMeter,
    )
  })
  const runs: { readonly minutes: number; readonly points: number[] }[] = []
  for (const [at, point] of points.entries()) {
    const next = points[at + 1]
    if (next === undefined) break
    const minutes = Math.ceil(Math.max(seconds[at] as number, seconds[at + 1] as number) / 60)
    const last = runs.at(-1)
    if (last?.minutes === minutes) last.points.push(next)
    else runs.push({ minutes, points: [point, next] })
  }
  return runs
}

const offsetOf = ({ ground: { streets } }: Walks, from: Position, point: number): [number, number] => [
  Math.round(((streets.shapeLng[point] as number) - from.lng) * DEGREES_TO_E5),
  Math.round(((streets.shapeLat[point] as number) - from.lat) * DEGREES_TO_E5),
]

const pointsOf = ({ ground: { streets } }: Walks, street: number): number[] => {
  const start = streets.shapeStart[street] as number
  return Array.from({ length: (streets.shapeStart[street + 1] as number) - start }, (_, at) => start + at)
}
