/**
 * Squares and plazas (`area=yes`): one walks across, not only along the edge. Whoever comes in where another way meets
 * the edge walks to the middle and out again; a way across by the middle is the diagonal of a square exactly and seldom
 * a third longer elsewhere. Only where the middle is seen: not around the corner of an L, nor through what stands there.
 */
import type { Position } from '@yike/shared/identity/schema'
import type { Tags } from './elements'
import { centroidOf } from './geometry'
import type { WalkWay } from './network'

export const isSquare = ({ tags, refs, holes }: WalkWay): boolean =>
  (tags.get('area') === 'yes' || holes !== undefined) && refs.length > 3 && refs[0] === refs.at(-1)

/** The middle of a ring, if it lies inside and in no hole. */
export const middleOf = (
  ring: readonly Position[],
  holes: readonly (readonly Position[])[] = [],
): Position | undefined => {
  const middle = centroidOf(ring)
  const isFree = middle && isInside(ring, middle) && !holes.some(hole => isInside(hole, middle))
  return isFree ? middle : undefined
}

/** A square that a relation outlines, ring by ring: one walks along its edges, and across the outer ones. */
export const squareRings = (
  id: number,
  tags: Tags,
  outer: readonly (readonly number[])[],
  inner: readonly (readonly number[])[],
): WalkWay[] => [
  ...outer.map((refs, nth) => ({ id, refs, tags, holes: inner, ring: `r${id}/${nth}` })),
  ...inner.map(refs => ({ id, refs, tags: new Map([...tags].filter(([name]) => name !== 'area')) })),
]

const isInside = (ring: readonly Position[], { lng, lat }: Position): boolean => {
  let inside = false
  for (const [index, one] of ring.entries()) {
    const other = ring[(index + 1) % ring.length] as Position
    // How often a ray to the east crosses the ring.
    if (one.lat > lat !== other.lat > lat)
      if (lng < one.lng + ((lat - one.lat) / (other.lat - one.lat)) * (other.lng - one.lng)) inside = !inside
  }
  return inside
}

/** Whether a corner of the ring is seen from its middle. */
export const isSeen = (ring: readonly Position[], corner: Position, middle: Position): boolean =>
  ring.every((one, index) => {
    const other = ring[(index + 1) % ring.length] as Position
    const meetsAtCorner = isSame(one, corner) || isSame(other, corner)
    return meetsAtCorner || !crosses(corner, middle, one, other)
  })

const isSame = (one: Position, other: Position): boolean => one.lng === other.lng && one.lat === other.lat

/** Twice the signed area of a triangle: on which side of a line a point lies. */
const side = (a: Position, b: Position, c: Position): number =>
  (b.lng - a.lng) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lng - a.lng)

const crosses = (a: Position, b: Position, c: Position, d: Position): boolean =>
  side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
