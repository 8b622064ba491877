import { straightMeters } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'
import type { WalkEdge, WalkNetwork, WalkNode, WalkTraits } from '../types'
import type { Tags } from './elements'
import type { Positions } from './positions'
import { isSeen, isSquare, middleOf } from './squares'
import { gateHoursOf, isBarred, isLift, stopsWheels, walkTraits } from './walkable'

export interface WalkWay {
  readonly id: number
  readonly refs: readonly number[]
  readonly tags: Tags
  /** Of a square that a relation outlines: its inner rings, which nobody crosses. */
  readonly holes?: readonly (readonly number[])[]
  /** Tells rings of one relation apart, and relations from ways. */
  readonly ring?: string
}

/**
 * Joins walkable ways into a network: two ways meet where they share a node. Where the extract was cut
 * a way ends, and at a barred point both sides get a dead end of their own.
 */
export const networkOf = (
  ways: readonly WalkWay[],
  positions: Positions,
  points: ReadonlyMap<number, Tags>,
): WalkNetwork => {
  const nodes: WalkNode[] = []
  const edges: WalkEdge[] = []
  const known = new Map<number, number>()
  /** How many ways meet at a point. */
  const uses = new Map<number, number>()
  for (const { refs } of ways) for (const ref of new Set(refs)) uses.set(ref, (uses.get(ref) ?? 0) + 1)
  /** How many sides a barred point has so far. */
  const sides = new Map<number, number>()

  const indexOf = (osmId: number): number | undefined => {
    const tags = points.get(osmId)
    const isShared = !tags || !isBarred(tags)
    const existing = isShared ? known.get(osmId) : undefined
    if (existing !== undefined) return existing
    const position = positions.find(osmId)
    if (!position) return undefined
    const side = isShared ? 1 : (sides.get(osmId) ?? 0) + 1
    sides.set(osmId, side)
    const key = side === 1 ? `${osmId}` : `${osmId}~${side}`
    nodes.push({ key, ...position, ...(tags && pointTraits(tags)) })
    if (isShared) known.set(osmId, nodes.length - 1)
    return nodes.length - 1
  }

  const join = (fromId: number, toId: number, traits: WalkTraits): void => {
    const [start, end] = [positions.find(fromId), positions.find(toId)]
    if (fromId === toId || !start || !end || !isWalked(start, end)) return
    const from = indexOf(fromId)
    const to = indexOf(toId)
    if (from !== undefined && to !== undefined)
      edges.push({ from, to, meters: decimeters(straightMeters(start, end)), ...traits })
  }

  /** Joins the points at which other ways meet a square's edge with its middle. */
  const crossSquare = (
    { id, ring: part, refs: [, ...refs], holes = [] }: WalkWay,
    traits: WalkTraits,
  ): void => {
    const rings = [refs, ...holes].map(ids => ids.map(ref => positions.find(ref)))
    const [ring = [], ...inner] = rings.map(one => one.filter(position => position !== undefined))
    if (rings.some(one => one.includes(undefined))) return
    const middle = middleOf(ring, inner)
    const seen = refs.filter((ref, at) => {
      const corner = ring[at]
      const isMet = (uses.get(ref) ?? 0) > 1
      return isMet && middle && corner && [ring, ...inner].every(one => isSeen(one, corner, middle))
    })
    if (!middle || seen.length < 2) return
    const centre =
      nodes.push({ key: `square/${part ?? id}`, lng: seven(middle.lng), lat: seven(middle.lat) }) - 1
    for (const ref of seen) {
      const corner = indexOf(ref)
      const [one, other] = [corner === undefined ? undefined : nodes[corner], nodes[centre]]
      if (corner !== undefined && one && other)
        edges.push({ from: corner, to: centre, meters: decimeters(straightMeters(one, other)), ...traits })
    }
  }

  for (const { refs, tags } of ways) {
    const traits = walkTraits(tags)
    for (const [at, ref] of refs.entries()) {
      const next = refs[at + 1]
      if (next !== undefined) join(ref, next, traits)
    }
  }
  for (const way of ways) if (isSquare(way)) crossSquare(way, walkTraits(way.tags))
  return { nodes, edges }
}

/** Nobody walks ten kilometres without a bend: such a piece is a slip of whoever drew it. */
const LONGEST_METERS = 10_000
/** As far north and south as a circle may be asked for. */
const FARTHEST_LATITUDE = 66

/** Neither from one side of the date line to the other: between two longitudes lies what is west of the one and east of the other. */
const isWalked = (one: Position, other: Position): boolean =>
  Math.abs(one.lng - other.lng) < 1 &&
  Math.abs(one.lat) <= FARTHEST_LATITUDE &&
  Math.abs(other.lat) <= FARTHEST_LATITUDE &&
  straightMeters(one, other) <= LONGEST_METERS

const seven = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Maps are no better than this; it keeps a stored network small. */
const decimeters = (meters: number): number => Math.round(meters * 10) / 10

const pointTraits = (tags: Tags): Omit<WalkNode, 'key' | 'lng' | 'lat'> => {
  const { hoursText, hours } = gateHoursOf(tags)
  return {
    ...(hoursText !== undefined && { gate: { hoursText, ...(hours && { hours }) } }),
    ...(stopsWheels(tags) && { blocksWheels: true }),
    ...(isLift(tags) && { lift: true }),
  }
}
