/** One profile's walks over a network: from any door, how long to any other, and everything within a band. */
import { paces, type WalkProfile } from '@yike/shared/circle/kinds'
import type { Position } from '@yike/shared/identity/schema'
import type { WalkNetwork } from '../import/types'
import { type Graph, graphOf, perMeterOf } from './graph'
import { type Islands, islandsOf } from './islands'
import { openSearch, type Search, type Seed } from './search'
import { type SnapIndex, snapIndexOf } from './snap'
import { type Door, SAME_METERS } from './snap/doors'
import { type Streets, streetsOf } from './streets'

/** A network made ready to walk on, whoever walks. */
export interface Ground {
  readonly streets: Streets
  readonly islands: Islands
  readonly snap: SnapIndex
}

/** Whoever cannot walk the nearest street of a place comes in from one that is so much farther at most. */
const ROUND_BARRED_METERS = 30

export const groundOf = (network: WalkNetwork): Ground => {
  const streets = streetsOf(network)
  const islands = islandsOf(streets)
  return { streets, islands, snap: snapIndexOf(streets, islands) }
}

export interface Walks {
  readonly ground: Ground
  readonly profile: WalkProfile
  readonly graph: Graph
  readonly search: Search
  /** Seconds for a metre between a door and its street. */
  readonly doorPerMeter: number
  /** Whether the profile walks on a street. */
  readonly isUsable: (street: number) => boolean
  /** Where somebody sets out from a position, the nearest first; none where nothing that this profile walks is within 300 m. */
  doorsAt(position: Position): readonly Door[]
  /**
   * Where one comes in at a position: where one would set out, but where its nearest street is barred to the profile no
   * more than 30 m beyond that. None where there is none so near: what stands at the head of a flight of steps is not
   * reached on wheels, though a street passes below.
   */
  entrancesAt(position: Position): readonly Door[]
  /** Walks out from a position's doors, up to a limit in seconds. What is said of it holds until the next walk. */
  from(doors: readonly Door[], limitSeconds: number): Reach
}

export interface Reach {
  /** Seconds to a position by its doors, both ways between position and street included; Infinity beyond the limit. */
  secondsTo(doors: readonly Door[]): number
}

export const openWalks = (ground: Ground, profile: WalkProfile): Walks => {
  const { streets, snap } = ground
  const graph = graphOf(streets, profile)
  const search = openSearch(graph)
  const isUsable = (street: number) => perMeterOf(graph, street) !== Number.POSITIVE_INFINITY
  const doorPerMeter = 60 / paces[profile].metersPerMinute
  const doorsAt = (position: Position) => snap.doors(position, isUsable)
  const walks: Walks = {
    ground,
    profile,
    graph,
    search,
    doorPerMeter,
    isUsable,
    doorsAt,
    entrancesAt(position) {
      const doors = doorsAt(position)
      const first = doors[0]?.straightMeters
      if (first === undefined) return doors
      const nearest = snap.nearest(position, () => true, first)
      const isBarred = nearest < first - SAME_METERS
      return isBarred
        ? doors.filter(({ straightMeters }) => straightMeters <= nearest + ROUND_BARRED_METERS)
        : doors
    },
    from(doors, limitSeconds) {
      search.run(seedsOf(walks, doors), limitSeconds)
      const secondsBy = (other: Door): number => {
        // Neighbours in one street need not go round by a corner.
        const along = doors
          .filter(({ street }) => street === other.street)
          .map(door => secondsAlong(walks, door, other))
        const byCorners = seedsOf(walks, [other]).map(
          ({ corner, seconds }) => search.secondsAt(corner) + seconds,
        )
        return Math.min(...along, ...byCorners)
      }
      return {
        secondsTo(others) {
          const total = Math.min(...others.map(secondsBy))
          return total <= limitSeconds ? total : Number.POSITIVE_INFINITY
        },
      }
    },
  }
  return walks
}

/** What of a door decides how long one walks. */
type Way = Pick<Door, 'street' | 'along' | 'meters'>

/** From a position by its doors to the corners of their streets. */
export const seedsOf = ({ graph, doorPerMeter }: Walks, doors: readonly Way[]): Seed[] =>
  doors.flatMap(door =>
    endsOf(graph, door).map(({ corner, seconds }) => ({
      corner,
      seconds: door.meters * doorPerMeter + seconds,
    })),
  )

/** From one position to another by doors of both on one street, and along it. */
export const secondsAlong = ({ graph, doorPerMeter }: Walks, one: Way, other: Way): number =>
  (one.meters + other.meters) * doorPerMeter +
  Math.abs(other.along - one.along) * perMeterOf(graph, one.street)

/** Both corners of a door's street, with the seconds along it. */
const endsOf = (graph: Graph, { street, along }: Way) => {
  const { from, to, meters } = graph.streets
  const perMeter = perMeterOf(graph, street)
  return [
    { corner: from[street] as number, seconds: along * perMeter },
    { corner: to[street] as number, seconds: ((meters[street] as number) - along) * perMeter },
  ]
}
