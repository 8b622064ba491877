/** Walking networks, saved in tiles of 0.01°. */
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import { absent, equal } from '../../../platform/condition'
import { keys } from '../../../platform/keys'
import type { Change, Table } from '../../../platform/table'
import { tileOf } from '../../domain'
import type { WalkEdge, WalkNetwork, WalkNode } from '../types'
import { atOnce, slices } from './at-once'

/** Whoever has begun to read a network has so long to read the rest of it, when another one takes its place. */
const KEPT_MINUTES = 24 * 60
/** A transaction holds 100 changes at most; one of them checks that the network still holds. */
const RETIRED_AT_ONCE = 99
const WRITES_AT_ONCE = 16
const LOOKS = 3

interface Tile {
  readonly nodes: readonly (readonly [index: number, node: WalkNode])[]
  readonly edges: readonly WalkEdge[]
}

/**
 * Saves a walking network under a name. New tiles are written beside the old ones and then the network's own item
 * points to them: a reader sees the old network or the new one, never half of each. Of two imports at once the one
 * that points later holds.
 */
export const saveNetwork = async (
  table: Table,
  name: string,
  network: WalkNetwork,
  now: Instant,
  looks = LOOKS,
): Promise<{ changed: boolean; tiles: number }> => {
  const tiles = tilesOf(network)
  const packed = [...tiles].map(([tile, content]) => [tile, JSON.stringify(content)] as const)
  const version = versionOf(packed)
  const known = await table.get(keys.network(name), { consistent: true })
  if (known?.version === version) return { changed: false, tiles: tiles.size }

  await atOnce(packed, WRITES_AT_ONCE, async ([tile, content]) => {
    await write(table, [
      { put: { ...keys.networkTile(name, version, tile), type: 'NetworkTile', content: gzipSync(content) } },
    ])
  })
  const pointed = await table.write([
    {
      put: {
        ...keys.network(name),
        type: 'Network',
        name,
        version,
        tiles: [...tiles.keys()],
        nodes: network.nodes.length,
        edges: network.edges.length,
      },
      if: known ? equal('version', known.version) : absent(),
      else: 'import.moved',
    },
  ])
  if (!pointed.ok) {
    if (pointed.refusal.code === 'import.moved' && looks > 1)
      return saveNetwork(table, name, network, now, looks - 1)
    throw new Error(`the network was not saved: ${pointed.refusal.code}`)
  }
  if (known) await retire(table, name, { of: known.version, tiles: known.tiles, holds: version }, now)
  return { changed: true, tiles: tiles.size }
}

/**
 * Lets the table forget the tiles of a version that was replaced, later. Not if yet another version holds by then: it
 * may be the replaced one again, and tiles too many cost less than one too few.
 */
const retire = async (
  table: Table,
  name: string,
  version: { readonly of: string; readonly tiles: readonly string[]; readonly holds: string },
  now: Instant,
): Promise<void> => {
  const expiresAtSeconds = Math.floor(Date.parse(addMinutes(now, KEPT_MINUTES)) / 1000)
  for (const some of slices(version.tiles, RETIRED_AT_ONCE)) {
    const retired = await table.write([
      { check: keys.network(name), if: equal('version', version.holds), else: 'import.moved' },
      ...some.map(tile => ({
        update: keys.networkTile(name, version.of, tile),
        set: { expiresAtSeconds },
      })),
    ])
    if (!retired.ok) return
  }
}

/** The network that is saved under a name; undefined if there is none. */
export const loadNetwork = async (table: Table, name: string): Promise<WalkNetwork | undefined> => {
  const known = await table.get(keys.network(name), { consistent: true })
  if (!known) return undefined
  const nodes: WalkNode[] = []
  const edges: WalkEdge[] = []
  for (const tile of known.tiles as string[]) {
    const item = await table.get(keys.networkTile(name, known.version, tile), { consistent: true })
    if (!item)
      throw new Error(`network ${name} lacks tile ${tile} of version ${known.version}: import it again`)
    const content: Tile = JSON.parse(gunzipSync(item.content).toString())
    for (const [index, node] of content.nodes) nodes[index] = node
    edges.push(...content.edges)
  }
  return { nodes, edges }
}

const versionOf = (packed: readonly (readonly [tile: string, content: string])[]): string => {
  const hash = createHash('sha256')
  for (const [tile, content] of packed) hash.update(`${tile}\n${content}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** A node lies in its tile; an edge lies where it begins. */
const tilesOf = ({ nodes, edges }: WalkNetwork): Map<string, Tile> => {
  const tiles = new Map<string, { nodes: [number, WalkNode][]; edges: WalkEdge[] }>()
  const tileAt = (node: WalkNode) => {
    const name = tileOf(node)
    const tile = tiles.get(name) ?? { nodes: [], edges: [] }
    tiles.set(name, tile)
    return tile
  }
  for (const [index, node] of nodes.entries()) tileAt(node).nodes.push([index, node])
  for (const edge of edges) {
    const from = nodes[edge.from]
    if (from) tileAt(from).edges.push(edge)
  }
  return tiles
}

const write = async (table: Table, changes: readonly Change[]): Promise<void> => {
  const done = await table.write(changes)
  if (!done.ok) throw new Error(`a tile was not saved: ${done.refusal.code}`)
}
