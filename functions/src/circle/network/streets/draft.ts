import type { WalkNode } from '../../import/types'
import type { Streets, StreetTraits } from '../streets'

/** Equal traits once: a city has millions of pieces and a few dozen kinds of them. */
export class TraitTable {
  readonly all: StreetTraits[] = []
  private readonly known = new Map<string, number>()

  indexOf(traits: StreetTraits): number {
    const key = JSON.stringify(traits)
    const existing = this.known.get(key)
    if (existing !== undefined) return existing
    this.known.set(key, this.all.length)
    this.all.push(traits)
    return this.all.length - 1
  }
}

export const isPoint = ({ gate, blocksWheels, lift }: WalkNode): boolean =>
  gate !== undefined || blocksWheels === true || lift === true

const linkTraits = ({ gate, blocksWheels, lift }: WalkNode): StreetTraits => ({
  link: true,
  ...(gate && { hoursText: gate.hoursText, ...(gate.hours && { hours: gate.hours }) }),
  ...(blocksWheels && { wheelchair: 'no' }),
  ...(lift && { lift }),
})

/** Collects corners and streets, and packs them. */
export class Draft {
  private readonly corners: { readonly lng: number; readonly lat: number; readonly key: string }[] = []
  private readonly cornerOf = new Map<number, number>()
  private readonly starEnds = new Map<string, number>()
  private readonly from: number[] = []
  private readonly to: number[] = []
  private readonly traitsOf: number[] = []
  private readonly shapeStart: number[] = [0]
  private readonly lng: number[] = []
  private readonly lat: number[] = []
  private readonly walked: number[] = []

  constructor(
    private readonly nodes: readonly WalkNode[],
    private readonly traits: TraitTable,
  ) {}

  addStreet(chain: readonly number[], meters: readonly number[], traits: number): void {
    const [first, last] = [chain[0] as number, chain.at(-1) as number]
    // A neighbour's key tells the streets of one star apart, whichever part of the network was read.
    this.push(this.endAt(first, chain[1] as number), this.endAt(last, chain.at(-2) as number), traits)
    for (const [at, node] of chain.entries()) this.shape(this.nodes[node] as WalkNode, meters[at] as number)
    this.shapeStart.push(this.lng.length)
  }

  /** The corner at which a street ends: a node's own, or at a point the far end of a link of its star. */
  private endAt(node: number, neighbour: number): number {
    const point = this.nodes[node] as WalkNode
    const hub = this.cornerAt(node, point)
    if (!isPoint(point)) return hub
    const key = `${point.key}/${this.nodes[neighbour]?.key}`
    const known = this.starEnds.get(key)
    if (known !== undefined) return known
    const end = this.addCorner(point, key)
    this.starEnds.set(key, end)
    this.push(hub, end, this.traits.indexOf(linkTraits(point)))
    for (let twice = 0; twice < 2; twice++) this.shape(point, 0)
    this.shapeStart.push(this.lng.length)
    return end
  }

  private cornerAt(node: number, point: WalkNode): number {
    const known = this.cornerOf.get(node)
    if (known !== undefined) return known
    const corner = this.addCorner(point, point.key)
    this.cornerOf.set(node, corner)
    return corner
  }

  private addCorner({ lng, lat }: WalkNode, key: string): number {
    this.corners.push({ lng, lat, key })
    return this.corners.length - 1
  }

  private push(from: number, to: number, traits: number): void {
    this.from.push(from)
    this.to.push(to)
    this.traitsOf.push(traits)
  }

  private shape({ lng, lat }: WalkNode, walked: number): void {
    this.lng.push(lng)
    this.lat.push(lat)
    this.walked.push(walked)
  }

  streets(): Streets {
    const order = alongCurve(this.corners)
    const numberOf = new Int32Array(order.length)
    for (const [number, corner] of order.entries()) numberOf[corner] = number
    const corners = Array.from(order, corner => this.corners[corner] as (typeof this.corners)[number])
    const numbered = (corner: number) => numberOf[corner] as number
    return {
      cornerLng: Float64Array.from(corners, corner => corner.lng),
      cornerLat: Float64Array.from(corners, corner => corner.lat),
      cornerKeys: corners.map(corner => corner.key),
      from: Int32Array.from(this.from, numbered),
      to: Int32Array.from(this.to, numbered),
      meters: Float64Array.from(
        this.from,
        (_, street) => this.walked[(this.shapeStart[street + 1] ?? 1) - 1] ?? 0,
      ),
      traitsOf: Int32Array.from(this.traitsOf),
      traits: this.traits.all,
      shapeStart: Int32Array.from(this.shapeStart),
      shapeLng: Float64Array.from(this.lng),
      shapeLat: Float64Array.from(this.lat),
      shapeMeters: Float64Array.from(this.walked),
    }
  }
}

/** The curve's step is some ten metres; the world has fewer than 2²² of them. */
const STEPS_PER_DEGREE = 1e4

/**
 * Numbers of corners along a Z-curve: what is near on the ground is near in memory too, and a walk out from a door
 * finds most of it in the processor's cache.
 */
const alongCurve = (corners: readonly { readonly lng: number; readonly lat: number }[]): Uint32Array => {
  const places = Float64Array.from(
    corners,
    ({ lng, lat }) => spread((lng + 180) * STEPS_PER_DEGREE) + 2 * spread((lat + 90) * STEPS_PER_DEGREE),
  )
  return Uint32Array.from(corners.keys()).sort(
    (one, other) => (places[one] as number) - (places[other] as number) || one - other,
  )
}

/** The bits of a whole number with a gap after each. */
const spread = (value: number): number => {
  let spaced = 0
  for (let rest = Math.floor(value), weight = 1; rest > 0; rest = Math.floor(rest / 2), weight *= 4)
    if (rest % 2 === 1) spaced += weight
  return spaced
}
