import type { Position } from '@yike/shared/identity/schema'
import type { Dwelling } from '../../coverage/report'
import type { PlaceDraft, WalkNetwork } from '../types'
import { householdsOf, isDwelling } from './dwellings'
import type { Member, OsmSink, Tags } from './elements'
import { areaOf, centroidOf, meanOf, ringsOf } from './geometry'
import { kindOf } from './kinds'
import { networkOf, type WalkWay } from './network'
import { placeOf, withoutRepeats } from './places'
import { Positions } from './positions'
import { squareRings } from './squares'
import { isWalkable } from './walkable'

export interface OsmContents {
  readonly places: readonly PlaceDraft[]
  readonly network: WalkNetwork
  readonly dwellings: readonly Dwelling[]
  /** Places whose outline leaves the extract: where they stand cannot be told, so they are left out. */
  readonly cutOff: readonly string[]
}

interface Outlined {
  readonly type: 'way' | 'relation'
  readonly id: number
  readonly tags: Tags
  readonly members: readonly Member[]
}

const dwellingAt = (position: Position | undefined, tags: Tags): Dwelling[] => {
  const households = householdsOf(tags)
  return position ? [{ position, ...(households && { households }) }] : []
}

/**
 * Keeps what places and ways need while a file streams by; positions are known for sure only at its
 * end, because the format promises no order.
 */
export class Gathering implements OsmSink {
  private readonly positions = new Positions()
  private readonly points = new Map<number, Tags>()
  private readonly lines = new Map<number, readonly number[]>()
  private readonly outlined: Outlined[] = []
  private readonly walkWays: WalkWay[] = []
  private readonly dwellings: WalkWay[] = []
  /** Squares and houses with courtyards, which relations outline. */
  private readonly squares: Outlined[] = []
  private readonly houses: Outlined[] = []

  node(id: number, lng7: number, lat7: number, tags: Tags): void {
    this.positions.add(id, lng7, lat7)
    if (tags.size > 0) this.points.set(id, tags)
  }

  way(id: number, refs: readonly number[], tags: Tags): void {
    this.lines.set(id, refs)
    if (isWalkable(tags)) this.walkWays.push({ id, refs, tags })
    if (isDwelling(tags)) this.dwellings.push({ id, refs, tags })
    if (kindOf(tags))
      this.outlined.push({ type: 'way', id, tags, members: [{ type: 'way', ref: id, role: 'outer' }] })
  }

  relation(id: number, members: readonly Member[], tags: Tags): void {
    const isArea = tags.get('type') === 'multipolygon'
    if (!isArea) return
    if (kindOf(tags)) this.outlined.push({ type: 'relation', id, tags, members })
    if (isWalkable(tags)) this.squares.push({ type: 'relation', id, tags, members })
    if (isDwelling(tags)) this.houses.push({ type: 'relation', id, tags, members })
  }

  contents(): OsmContents {
    const places: PlaceDraft[] = []
    const cutOff: string[] = []
    for (const [id, tags] of this.points) {
      const position = this.positions.find(id)
      const place = position && placeOf('node', id, tags, position)
      if (place) places.push(place)
    }
    for (const { type, id, tags, members } of this.outlined) {
      const position = this.centreOf(members)
      const place = placeOf(type, id, tags, position ?? { lng: 0, lat: 0 })
      if (place && position) places.push(place)
      else if (place) cutOff.push(place.sourceId)
    }
    return {
      places: withoutRepeats(places),
      network: networkOf([...this.walkWays, ...this.squareWays()], this.positions, this.points),
      dwellings: [
        ...this.dwellings.flatMap(({ refs, tags }) => {
          const outline = this.positionsOf(refs)
          return dwellingAt(outline && meanOf(outline), tags)
        }),
        ...this.houses.flatMap(({ members, tags }) => dwellingAt(this.centreOf(members), tags)),
      ],
      cutOff,
    }
  }

  private squareWays(): WalkWay[] {
    return this.squares.flatMap(({ id, tags, members }) => {
      const rings = (isInner: boolean) =>
        ringsOf(
          members
            .filter(({ type, role }) => type === 'way' && (role === 'inner') === isInner)
            .flatMap(({ ref }) => [this.lines.get(ref) ?? []]),
        )
      return squareRings(id, tags, rings(false), rings(true))
    })
  }

  /** Centre of the largest outer ring; of a line that is no ring (a platform) the mean of its points. */
  private centreOf(members: readonly Member[]): Position | undefined {
    const outer = members.filter(({ type, role }) => type === 'way' && role !== 'inner')
    const lines = outer.map(({ ref }) => this.lines.get(ref))
    if (lines.length === 0 || !lines.every(line => line !== undefined)) return undefined
    const rings = ringsOf(lines).map(ring => this.positionsOf(ring))
    if (rings.length === 0) {
      const points = this.positionsOf(lines.flat())
      return points && meanOf(points)
    }
    if (!rings.every(ring => ring !== undefined)) return undefined
    const [largest] = rings.toSorted((one, other) => areaOf(other) - areaOf(one))
    return largest && centroidOf(largest)
  }

  private positionsOf(ids: readonly number[]): Position[] | undefined {
    const found = ids.map(id => this.positions.find(id))
    return found.every(position => position !== undefined) ? found : undefined
  }
}
