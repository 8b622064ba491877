/** Where a position meets some streets: on a plane of metres around it, exact enough over a few hundred of them. */
import { METERS_PER_DEGREE } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'

/** Nobody's door is further from where they walk; beyond it no network serves. */
export const SNAP_METERS = 300
/** No door is so much further off than the nearest one; within it places beside corners know no leap. */
const BESIDE_METERS = 50
/** Two points nearer to each other than this are one. */
export const SAME_METERS = 0.01
/** What a door is further off than the nearest one counts so often. */
const FURTHER = 3

/** Some streets with their corners, as `Streets` has them. */
export interface Shapes {
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
  readonly shapeStart: Int32Array
  readonly shapeLng: Float64Array
  readonly shapeLat: Float64Array
  readonly shapeMeters: Float64Array
}

/** A point of a street at which a position meets the network. */
export interface Door {
  readonly street: number
  /** Metres along the street from its start. */
  readonly along: number
  /** Metres in a straight line from the position to there. */
  readonly straightMeters: number
  /** Metres that are reckoned from the position to there: those of the nearest door, and threefold what this one is further. */
  readonly meters: number
}

/**
 * How far from a position its doors lie at most, its nearest street being so far off: twice as far, and 50 m more at
 * most. Whoever stands on a street is there and not beside the next one; whoever is as near to two streets comes in from
 * both; and twice as far at threefold costs as much as going round a right corner, so that nothing leaps on the way from
 * the one to the other.
 */
export const farthestDoor = (nearestMeters: number): number =>
  Math.min(SNAP_METERS, nearestMeters + Math.min(nearestMeters, BESIDE_METERS) + SAME_METERS)

/** A straight piece of a street, in metres east and north of the position. */
interface Piece {
  readonly street: number
  readonly ax: number
  readonly ay: number
  readonly dx: number
  readonly dy: number
  /** What of it is nearest, from 0 at its start to 1 at its end. */
  readonly share: number
  readonly startMeters: number
  readonly lengthMeters: number
}

const piecesOf = (streets: Shapes, street: number, { lng, lat }: Position): Piece[] => {
  const { shapeStart, shapeLng, shapeLat, shapeMeters } = streets
  const east = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const pieces: Piece[] = []
  for (let at = shapeStart[street] as number; at + 1 < (shapeStart[street + 1] as number); at++) {
    const ax = ((shapeLng[at] as number) - lng) * east
    const ay = ((shapeLat[at] as number) - lat) * METERS_PER_DEGREE
    const dx = ((shapeLng[at + 1] as number) - lng) * east - ax
    const dy = ((shapeLat[at + 1] as number) - lat) * METERS_PER_DEGREE - ay
    const square = dx * dx + dy * dy
    if (square === 0) continue
    const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square))
    const startMeters = shapeMeters[at] as number
    const lengthMeters = (shapeMeters[at + 1] as number) - startMeters
    pieces.push({ street, ax, ay, dx, dy, share, startMeters, lengthMeters })
  }
  return pieces
}

interface Foot {
  readonly street: number
  readonly along: number
  readonly straightMeters: number
  readonly x: number
  readonly y: number
}

const footOn = ({ street, ax, ay, dx, dy, share, startMeters, lengthMeters }: Piece): Foot => {
  const [x, y] = [ax + share * dx, ay + share * dy]
  return { street, along: startMeters + share * lengthMeters, straightMeters: Math.hypot(x, y), x, y }
}

/** The metres from a position to a street; Infinity from one that is a single point. */
export const metersToStreet = (streets: Shapes, street: number, { lng, lat }: Position): number => {
  // Of all that a preparation does this is done most often: nothing is kept of it.
  const { shapeStart, shapeLng, shapeLat } = streets
  const east = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const start = shapeStart[street] as number
  const end = shapeStart[street + 1] as number
  let least = Number.POSITIVE_INFINITY
  for (let at = start; at + 1 < end; at++) {
    const ax = ((shapeLng[at] as number) - lng) * east
    const ay = ((shapeLat[at] as number) - lat) * METERS_PER_DEGREE
    const dx = ((shapeLng[at + 1] as number) - lng) * east - ax
    const dy = ((shapeLat[at + 1] as number) - lat) * METERS_PER_DEGREE - ay
    const square = dx * dx + dy * dy
    if (square === 0) continue
    const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square))
    least = Math.min(least, (ax + share * dx) ** 2 + (ay + share * dy) ** 2)
  }
  return Math.sqrt(least)
}

/**
 * Where a position meets the network, the nearest first: the points of some streets from which none of these streets
 * leads nearer, no farther off than `farthestDoor`, and with no other street in between: whoever comes to that one is
 * there. `among`: all streets walked that may be so near. Empty: none is within 300 m.
 */
export const doorsAmong = (streets: Shapes, among: readonly number[], position: Position): Door[] => {
  const meters = among.map(street => metersToStreet(streets, street, position))
  const nearest = Math.min(...meters)
  if (nearest > SNAP_METERS) return []
  const limit = farthestDoor(nearest)
  const near = among
    .filter((_, nth) => (meters[nth] as number) <= limit)
    .map(street => {
      const pieces = piecesOf(streets, street, position)
      return { pieces, feet: pieces.map(footOn) }
    })
  const pieces = near.flatMap(one => one.pieces)
  return near
    .flatMap(one => feetOf(one.pieces, one.feet))
    .concat(cornersOf(streets, near))
    .filter(foot => foot.straightMeters <= limit && !pieces.some(piece => hides(piece, foot)))
    .sort((one, other) => one.straightMeters - other.straightMeters || one.street - other.street)
    .map(({ street, along, straightMeters }) => ({
      street,
      along,
      straightMeters,
      meters: nearest + FURTHER * (straightMeters - nearest),
    }))
}

/** The feet within one street: inside a piece, or at a bend from which both pieces lead away. */
const feetOf = (pieces: readonly Piece[], feet: readonly Foot[]): Foot[] =>
  feet.filter((_, nth) => {
    const { share } = pieces[nth] as Piece
    return share === 1 ? pieces[nth + 1]?.share === 0 : share > 0
  })

/** The corners from which all streets lead away, each once. */
const cornersOf = (
  { from, to }: Shapes,
  near: readonly { readonly pieces: readonly Piece[]; readonly feet: readonly Foot[] }[],
): Foot[] => {
  const at = new Map<number, Foot | undefined>()
  const meet = (corner: number, foot: Foot | undefined) =>
    at.set(corner, at.has(corner) ? foot && at.get(corner) : foot)
  for (const { pieces, feet } of near) {
    const [first, last] = [pieces[0], pieces.at(-1)]
    if (!first || !last) continue
    meet(from[first.street] as number, first.share === 0 ? feet[0] : undefined)
    meet(to[last.street] as number, last.share === 1 ? feet.at(-1) : undefined)
  }
  return [...at.values()].flatMap(foot => foot ?? [])
}

/** Whether a piece lies between a position and its foot. */
const hides = ({ ax, ay, dx, dy }: Piece, { x, y, straightMeters }: Foot): boolean => {
  const turn = x * dy - y * dx
  if (turn === 0) return false
  const crossing = ((ax * dy - ay * dx) / turn) * straightMeters
  const share = (ax * y - ay * x) / turn
  return crossing > SAME_METERS && crossing < straightMeters - SAME_METERS && share >= 0 && share <= 1
}
