/**
 * The walking network as the engine walks it: streets between corners. A map has a node at every bend; nothing can be
 * decided there, so a chain of equal pieces becomes one street with a shape. A point that may stop somebody (a gate
 * with hours, a raised kerb, a lift) becomes a star of links, one to each street that ends there: whoever may not pass
 * still walks up to it from every side.
 */
import type { WalkNetwork, WalkNode, WalkTraits } from '../import/types'
import { Draft, isPoint, TraitTable } from './streets/draft'

export interface Streets {
  /** Where corners are, in WGS-84 degrees. Those of one star share their position. */
  readonly cornerLng: Float64Array
  readonly cornerLat: Float64Array
  /** The same for a corner when the network is read again. */
  readonly cornerKeys: readonly string[]
  /** Corners at both ends of each street. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly meters: Float64Array
  /** Positions in `traits`. */
  readonly traitsOf: Int32Array
  readonly traits: readonly StreetTraits[]
  /** Where the shape of street `s` begins and, at `s + 1`, ends in the arrays below; both corners belong to it. */
  readonly shapeStart: Int32Array
  readonly shapeLng: Float64Array
  readonly shapeLat: Float64Array
  /** Metres walked from the street's start. */
  readonly shapeMeters: Float64Array
}

export interface StreetTraits extends WalkTraits {
  /** Half of the way through a point: it has no length and no door. */
  readonly link?: true
}

/** Joins the pieces of a network into streets. */
export const streetsOf = ({ nodes, edges }: WalkNetwork): Streets => {
  const traits = new TraitTable()
  const traitsOfEdge = Int32Array.from(edges, edge => traits.indexOf(traitsOnly(edge)))
  const incident = incidenceOf(nodes.length, edges)
  const draft = new Draft(nodes, traits)

  const isCorner = (node: number): boolean => {
    const [first, second, third] = incident.edgesAt(node)
    if (first === undefined || second === undefined || third !== undefined) return true
    return traitsOfEdge[first] !== traitsOfEdge[second] || isPoint(nodes[node] as WalkNode)
  }
  const used = new Uint8Array(edges.length)
  /** Walks from a corner along an edge to the next corner. */
  const walk = (start: number, firstEdge: number): void => {
    const chain = [start]
    const meters = [0]
    let node = start
    let edge: number | undefined = firstEdge
    while (edge !== undefined) {
      used[edge] = 1
      const piece = edges[edge] as (typeof edges)[number]
      node = piece.from === node ? piece.to : piece.from
      chain.push(node)
      meters.push((meters.at(-1) ?? 0) + piece.meters)
      edge = node === start || isCorner(node) ? undefined : incident.edgesAt(node).find(other => !used[other])
    }
    draft.addStreet(chain, meters, traitsOfEdge[firstEdge] as number)
  }
  const walkAllFrom = (node: number): void => {
    for (const edge of incident.edgesAt(node)) if (!used[edge]) walk(node, edge)
  }
  for (const node of nodes.keys()) if (incident.edgesAt(node).length > 0 && isCorner(node)) walkAllFrom(node)
  // What is left are rings without a corner: each gets one where it is met first.
  for (const [index, edge] of edges.entries()) if (!used[index]) walkAllFrom(edge.from)
  return draft.streets()
}

const traitsOnly = ({
  steps,
  wheelchair,
  lit,
  lift,
  gradePercent,
  hoursText,
  hours,
}: WalkTraits): StreetTraits => ({
  ...(steps && { steps }),
  ...(wheelchair && { wheelchair }),
  ...(lit !== undefined && { lit }),
  ...(lift && { lift }),
  ...(gradePercent !== undefined && { gradePercent }),
  ...(hoursText !== undefined && { hoursText }),
  ...(hours && { hours }),
})

const incidenceOf = (count: number, edges: WalkNetwork['edges']) => {
  const start = new Int32Array(count + 1)
  for (const { from, to } of edges) {
    start[from + 1] = (start[from + 1] as number) + 1
    start[to + 1] = (start[to + 1] as number) + 1
  }
  for (let node = 0; node < count; node++)
    start[node + 1] = (start[node + 1] as number) + (start[node] as number)
  const next = start.slice(0, count)
  const list = new Int32Array(edges.length * 2)
  for (const [index, { from, to }] of edges.entries())
    for (const node of [from, to]) {
      const at = next[node] as number
      list[at] = index
      next[node] = at + 1
    }
  return { edgesAt: (node: number): Int32Array => list.subarray(start[node], start[node + 1]) }
}
