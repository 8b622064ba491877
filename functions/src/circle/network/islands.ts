/** Parts of a network that hang together, and those too small to lead anywhere. */
import type { Position } from '@yike/shared/identity/schema'
import type { Streets } from './streets'

/**
 * A part with less than this is a path that somebody drew and tied to nothing: no door is tied to it either. Beside a
 * longer part so is one of a few hundred metres: whoever lives there leaves it by a way that nobody has drawn yet.
 */
const ISLAND_METERS = 200
const ISLAND_BESIDE_METERS = 500

/** Whoever mends the map begins with these. */
const LONGEST_TOLD = 10

export interface Islands {
  /** By street: whether it belongs to a part that is large enough to walk on. */
  readonly isMainland: Uint8Array
  readonly parts: number
  readonly islands: number
  readonly islandMeters: number
  /** Where the longest are, longest first. */
  readonly longest: readonly (Position & { readonly meters: number })[]
  readonly totalMeters: number
}

export const islandsOf = ({ from, to, meters, cornerKeys, cornerLng, cornerLat }: Streets): Islands => {
  const parent = Int32Array.from(cornerKeys, (_, corner) => corner)
  const rootOf = (corner: number): number => {
    let root = corner
    while (parent[root] !== root) root = parent[root] as number
    // Every corner on the way now knows its root.
    for (let at = corner; at !== root; ) {
      const up = parent[at] as number
      parent[at] = root
      at = up
    }
    return root
  }
  for (const [street, corner] of from.entries()) parent[rootOf(corner)] = rootOf(to[street] as number)
  const metersOf = new Float64Array(cornerKeys.length)
  for (const [street, corner] of from.entries()) {
    const root = rootOf(corner)
    metersOf[root] = (metersOf[root] as number) + (meters[street] as number)
  }
  const parts = [...metersOf.keys()].filter(corner => parent[corner] === corner)
  const largest = parts.reduce((most, root) => Math.max(most, metersOf[root] as number), 0)
  const least = Math.max(ISLAND_METERS, Math.min(ISLAND_BESIDE_METERS, largest))
  const isSmall = (root: number) => (metersOf[root] as number) < least
  const small = parts.filter(isSmall)
  const sum = (roots: readonly number[]) =>
    roots.reduce((total, root) => total + (metersOf[root] as number), 0)
  return {
    isMainland: Uint8Array.from(from, corner => (isSmall(rootOf(corner)) ? 0 : 1)),
    parts: parts.length,
    islands: small.length,
    islandMeters: Math.round(sum(small)),
    longest: small
      .sort((one, other) => (metersOf[other] as number) - (metersOf[one] as number))
      .slice(0, LONGEST_TOLD)
      .map(corner => ({
        lng: cornerLng[corner] as number,
        lat: cornerLat[corner] as number,
        meters: Math.round(metersOf[corner] as number),
      })),
    totalMeters: Math.round(sum(parts)),
  }
}
