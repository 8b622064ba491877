/**
 * A second opinion for tests, written another way: no streets, no stars, no index, no heap. It looks at every piece of
 * the raw network, walks node by node in a sorted list, and asks at each node whether one may go on.
 */
import { paces, type WalkProfile } from '@yike/shared/circle/kinds'
import { straightMeters } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'
import type { WalkEdge, WalkNetwork, WalkNode } from '../import/types'

interface Foot {
  readonly edge: WalkEdge
  readonly share: number
  readonly at: Position
  readonly away: number
  /** Metres reckoned to it. */
  readonly out: number
}

/**
 * Seconds from a door to a place, between the least and the most that are right: where one foot more or less hangs by a
 * hair, either is.
 */
export const plainSeconds = (
  network: WalkNetwork,
  profile: WalkProfile,
  start: Position,
  end: Position,
): { readonly least: number; readonly most: number } => {
  const pace = paces[profile]
  const perMeter = (edge: WalkEdge): number => {
    const isStairs = edge.steps === true && edge.wheelchair !== 'yes'
    if (isStairs && pace.steps === null) return Number.POSITIVE_INFINITY
    if (edge.wheelchair === 'no' && !edge.steps && pace.noWheels === null) return Number.POSITIVE_INFINITY
    if (edge.hours && profile === 'night') return Number.POSITIVE_INFINITY
    let seconds = 60 / pace.metersPerMinute
    if (isStairs) seconds *= pace.steps ?? 1
    if (edge.wheelchair === 'limited') seconds *= pace.limited
    if (edge.lit === false) seconds *= pace.unlit
    return seconds
  }
  /** Seconds to pass through a node; Infinity where one may only come up to it. */
  const through = (node: WalkNode): number => {
    if (node.gate && profile === 'night') return Number.POSITIVE_INFINITY
    if (node.blocksWheels && pace.noWheels === null) return Number.POSITIVE_INFINITY
    return node.lift ? pace.liftSeconds : 0
  }
  const big = bigParts(network)
  const inBig = network.edges.filter(edge => big.has(edge.from))
  const walked = inBig.filter(edge => perMeter(edge) < Number.POSITIVE_INFINITY)
  /** Feet at which one sets out, `hair` metres more or less of them. */
  const feetOf = (from: Position, hair: number): Foot[] => {
    const all = walked.map(edge => footOn(network, edge, from))
    const nearest = Math.min(...all.map(({ away }) => away))
    const limit = Math.min(300, nearest + Math.min(nearest, 50) + 0.01) + hair
    const feet = all.filter(foot => {
      if (foot.away > Math.max(limit, Math.min(300, nearest + 0.005))) return false
      const node = foot.share < 1e-6 ? foot.edge.from : foot.share > 1 - 1e-6 ? foot.edge.to : undefined
      const leadsOn = all.some(
        ({ edge, away }) => (edge.from === node || edge.to === node) && away < foot.away - 1e-6,
      )
      if (leadsOn && !isPoint(network.nodes[node as number] as WalkNode)) return false
      return !walked.some(edge => stands(network, edge, from, foot, hair))
    })
    return feet.map(foot => ({ ...foot, out: foot.away + 2 * (foot.away - nearest) }))
  }
  /** Of these the ones that lie hardly further than the nearest piece, whoever walks that. */
  const entrancesOf = (from: Position, hair: number): Foot[] => {
    const feet = feetOf(from, hair)
    const nearest = Math.min(...inBig.map(edge => footOn(network, edge, from).away))
    const isBarred = feet.every(({ away }) => away > nearest + 0.01 - hair / 6)
    return feet.filter(({ away }) => !isBarred || away <= nearest + 30 + hair)
  }
  const along = (foot: Foot, node: number) =>
    foot.edge.meters * perMeter(foot.edge) * (node === foot.edge.from ? foot.share : 1 - foot.share)
  const slow = 60 / pace.metersPerMinute

  const secondsBetween = (first: Foot, last: Foot): number => {
    const best = new Map<number, number>()
    const waiting: [seconds: number, node: number][] = [first.edge.from, first.edge.to].map(node => [
      first.out * slow + along(first, node),
      node,
    ])
    while (waiting.length > 0) {
      waiting.sort(([one], [other]) => other - one)
      const [seconds, node] = waiting.pop() as [number, number]
      if (best.has(node)) continue
      best.set(node, seconds)
      // Also where it has no length: nothing times endless would be no number.
      for (const edge of network.edges)
        if ((edge.from === node || edge.to === node) && perMeter(edge) < Number.POSITIVE_INFINITY)
          waiting.push([
            seconds + through(network.nodes[node] as WalkNode) + edge.meters * perMeter(edge),
            edge.from === node ? edge.to : edge.from,
          ])
    }
    const candidates = [last.edge.from, last.edge.to].map(
      node =>
        (best.get(node) ?? Number.POSITIVE_INFINITY) +
        through(network.nodes[node] as WalkNode) +
        along(last, node),
    )
    if (first.edge === last.edge)
      candidates.push(
        first.out * slow + Math.abs(first.share - last.share) * first.edge.meters * perMeter(first.edge),
      )
    return Math.min(...candidates) + last.out * slow
  }
  const best = (hair: number): number =>
    Math.min(
      ...feetOf(start, hair).flatMap(first =>
        entrancesOf(end, hair).map(last => secondsBetween(first, last)),
      ),
    )
  return { least: best(0.03), most: best(-0.03) }
}

const isPoint = ({ gate, blocksWheels, lift }: WalkNode): boolean => Boolean(gate || blocksWheels || lift)

/** Whether a piece stands between a position and its foot: both see the other on another side. */
const stands = (
  { nodes }: WalkNetwork,
  edge: WalkEdge,
  from: Position,
  { at, away }: Foot,
  hair: number,
): boolean => {
  const [a, b] = [nodes[edge.from], nodes[edge.to]] as [WalkNode, WalkNode]
  const side = (one: Position, other: Position, of: Position) =>
    (other.lng - one.lng) * (of.lat - one.lat) - (other.lat - one.lat) * (of.lng - one.lng)
  const [ofFrom, ofFoot] = [side(a, b, from), side(a, b, at)]
  const [ofA, ofB] = [side(from, at, a), side(from, at, b)]
  if (ofFrom * ofFoot > 0 || ofA * ofB > 0) return false
  const meters = (away * ofFrom) / (ofFrom - ofFoot)
  const close = 0.01 + hair / 6
  return meters > close && meters < away - close
}

/** Nodes of parts with at least 500 m of ways, or with 200 m where there is no longer one, by flooding. */
const bigParts = ({ nodes, edges }: WalkNetwork): Set<number> => {
  const parts: { readonly part: ReadonlySet<number>; readonly meters: number }[] = []
  const seen = new Set<number>()
  for (const start of nodes.keys()) {
    if (seen.has(start)) continue
    const part = new Set([start])
    for (const node of part)
      for (const { from, to } of edges) if (from === node || to === node) part.add(from).add(to)
    const meters = edges.filter(({ from }) => part.has(from)).reduce((sum, edge) => sum + edge.meters, 0)
    for (const node of part) seen.add(node)
    parts.push({ part, meters })
  }
  const largest = Math.max(...parts.map(({ meters }) => meters))
  const least = Math.max(200, Math.min(500, largest - 1e-12))
  return new Set(parts.flatMap(({ part, meters }) => (meters >= least ? [...part] : [])))
}

/** The nearest point of a piece, found by halving: its distance along the piece falls and then rises. */
const footOn = ({ nodes }: WalkNetwork, edge: WalkEdge, from: Position): Foot => {
  const [a, b] = [nodes[edge.from], nodes[edge.to]] as [WalkNode, WalkNode]
  const at = (share: number): Position => ({
    lng: a.lng + share * (b.lng - a.lng),
    lat: a.lat + share * (b.lat - a.lat),
  })
  let [low, high] = [0, 1]
  for (let turn = 0; turn < 80; turn++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3]
    if (straightMeters(at(left), from) < straightMeters(at(right), from)) high = right
    else low = left
  }
  const share = (low + high) / 2
  const away = straightMeters(at(share), from)
  return { edge, share, at: at(share), away, out: away }
}
