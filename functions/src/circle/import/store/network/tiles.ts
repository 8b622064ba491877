/** A network in tiles of 0.01°, and put together again. */
import { tileOf } from '../../../domain'
import type { WalkEdge, WalkNetwork, WalkNode } from '../../types'

/** An edge lies where it begins; it names its ends by their keys, so that a change elsewhere leaves the tile as it is. */
export interface Tile {
  readonly nodes: readonly WalkNode[]
  readonly edges: readonly (Omit<WalkEdge, 'from' | 'to'> & { readonly from: string; readonly to: string })[]
}

/** Puts tiles together; an edge into a tile that is not here ends nowhere and is left out. */
export const joined = (tiles: readonly Tile[]): WalkNetwork => {
  const nodes = tiles.flatMap(tile => tile.nodes)
  const indexOf = new Map(nodes.map(({ key }, index) => [key, index]))
  const edges = tiles.flatMap(tile =>
    tile.edges.flatMap(edge => {
      const [from, to] = [indexOf.get(edge.from), indexOf.get(edge.to)]
      return from === undefined || to === undefined ? [] : [{ ...edge, from, to }]
    }),
  )
  return { nodes, edges }
}

export const tilesOf = ({ nodes, edges }: WalkNetwork): Map<string, Tile> => {
  const tiles = new Map<string, { nodes: WalkNode[]; edges: Tile['edges'][number][] }>()
  const tileAt = (node: WalkNode) => {
    const name = tileOf(node)
    const tile = tiles.get(name) ?? { nodes: [], edges: [] }
    tiles.set(name, tile)
    return tile
  }
  for (const node of nodes) tileAt(node).nodes.push(node)
  for (const edge of edges) {
    const [from, to] = [nodes[edge.from], nodes[edge.to]]
    if (from && to) tileAt(from).edges.push({ ...edge, from: from.key, to: to.key })
  }
  return tiles
}
