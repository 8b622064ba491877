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
  readonly away: number
}

/** Seconds from door to door; several where two streets are equally near and either answer is right. */
export const plainSeconds = (
  network: WalkNetwork,
  profile: WalkProfile,
  start: Position,
  end: Position,
): number[] => {
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
  const feetOf = (from: Position): Foot[] => {
    const feet = network.edges
      .filter(edge => big.has(edge.from) && perMeter(edge) < Number.POSITIVE_INFINITY)
      .map(edge => footOn(network, edge, from))
      .filter(({ away }) => away <= 300)
    const nearest = Math.min(...feet.map(({ away }) => away))
    return feet.filter(({ away }) => away - nearest < 0.01)
  }
  const along = (foot: Foot, node: number) =>
    foot.edge.meters * perMeter(foot.edge) * (node === foot.edge.from ? foot.share : 1 - foot.share)
  const slow = 60 / pace.metersPerMinute

  const secondsBetween = (first: Foot, last: Foot): number => {
    const best = new Map<number, number>()
    const waiting: [seconds: number, node: number][] = [first.edge.from, first.edge.to].map(node => [
      first.away * slow + along(first, node),
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
        first.away * slow + Math.abs(first.share - last.share) * first.edge.meters * perMeter(first.edge),
      )
    return Math.min(...candidates) + last.away * slow
  }
  const answers = feetOf(start).flatMap(first => feetOf(end).map(last => secondsBetween(first, last)))
  return answers.length > 0 ? answers : [Number.POSITIVE_INFINITY]
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
  const least = Math.max(200, Math.min(500, largest - 1e-9))
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
  return { edge, share, away: straightMeters(at(share), from) }
}
