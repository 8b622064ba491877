/** One profile's walks over a network: from any door, how long to any other, and everything within a band. */
import { paces, type WalkProfile } from '@yike/shared/circle/kinds'
import type { Position } from '@yike/shared/identity/schema'
import type { WalkNetwork } from '../import/types'
import { type Graph, graphOf, perMeterOf } from './graph'
import { type Islands, islandsOf } from './islands'
import { openSearch, type Search } from './search'
import { type Door, type SnapIndex, snapIndexOf } from './snap'
import { type Streets, streetsOf } from './streets'

/** A network made ready to walk on, whoever walks. */
export interface Ground {
  readonly streets: Streets
  readonly islands: Islands
  readonly snap: SnapIndex
}

/** A house has a second door on a street that is so much farther than the nearest one. */
const BESIDE_METERS = 30

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
  /** Where somebody sets out from a position; undefined where nothing that this profile walks is within 300 m. */
  doorAt(position: Position): Door | undefined
  /**
   * Where one comes in at a position: at its nearest street, whoever walks that, or at one hardly farther. Undefined where
   * the profile walks none of them: what stands at the head of a flight of steps is not reached on wheels, though a street
   * passes below.
   */
  entranceAt(position: Position): Door | undefined
  /** Walks out from a door, up to a limit in seconds. What is said of it holds until the next walk. */
  from(door: Door, limitSeconds: number): Reach
}

export interface Reach {
  /** Seconds from door to door, both ends included; Infinity beyond the limit. */
  secondsTo(door: Door): number
}

export const openWalks = (ground: Ground, profile: WalkProfile): Walks => {
  const { streets, snap } = ground
  const graph = graphOf(streets, profile)
  const search = openSearch(graph)
  const isUsable = (street: number) => perMeterOf(graph, street) !== Number.POSITIVE_INFINITY
  const doorPerMeter = 60 / paces[profile].metersPerMinute
  const ends = (door: Door) => endsOf(graph, door)
  return {
    ground,
    profile,
    graph,
    search,
    doorPerMeter,
    isUsable,
    doorAt: position => snap.nearest(position, isUsable),
    entranceAt(position) {
      const door = snap.nearest(position, isUsable)
      if (!door) return undefined
      const nearest = snap.nearest(position, () => true, door.meters)
      return nearest && door.meters > nearest.meters + BESIDE_METERS ? undefined : door
    },
    from(door, limitSeconds) {
      const out = door.meters * doorPerMeter
      search.run(
        ends(door).map(({ corner, seconds }) => ({ corner, seconds: out + seconds })),
        limitSeconds,
      )
      return {
        secondsTo(other) {
          let best = Number.POSITIVE_INFINITY
          for (const { corner, seconds } of ends(other))
            best = Math.min(best, search.secondsAt(corner) + seconds)
          if (other.street === door.street)
            best = Math.min(best, out + Math.abs(other.along - door.along) * perMeterOf(graph, door.street))
          const total = best + other.meters * doorPerMeter
          return total <= limitSeconds ? total : Number.POSITIVE_INFINITY
        },
      }
    },
  }
}

/** Both corners of a door's street, with the seconds along it. */
export const endsOf = (graph: Graph, { street, along }: Door) => {
  const { from, to, meters } = graph.streets
  const perMeter = perMeterOf(graph, street)
  return [
    { corner: from[street] as number, seconds: along * perMeter },
    { corner: to[street] as number, seconds: ((meters[street] as number) - along) * perMeter },
  ]
}
