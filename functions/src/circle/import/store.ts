/** Puts what was read into the directory. Reading a file again finds the same places by their source and writes only what differs. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { RegionCode } from '@yike/shared/identity/schema'
import { derivedId } from '../../platform/ids'
import { keys } from '../../platform/keys'
import type { Change, Table } from '../../platform/table'
import { tileOf } from '../domain'
import { type Place, placeItem } from '../store'
import type { PlaceDraft, WalkEdge, WalkNetwork, WalkNode } from './types'

/** Reads and writes under way at once. */
const AT_ONCE = 16
/** A transaction holds 100 changes at most; smaller ones meet fewer conflicts. */
const CHANGES_AT_ONCE = 25

export interface Saved {
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** The place that a draft becomes: its id follows from its source, so that a second import meets it again. */
const placeOf = ({ lng, lat, ...draft }: PlaceDraft, community: RegionCode | null): Place => ({
  placeId: derivedId('place', 0, draft.sourceId),
  community,
  ...draft,
  position: { lng, lat },
  bookable: [],
})

/** Saves all drafts. `community` looks after new places; what others decided about a known place stays. */
export const savePlaces = async (
  table: Table,
  drafts: readonly PlaceDraft[],
  community: RegionCode | null,
  onProgress: (done: number) => void,
): Promise<Saved> => {
  const saved = { added: 0, changed: 0, same: 0 }
  for (let from = 0; from < drafts.length; from += CHANGES_AT_ONCE * AT_ONCE) {
    const batch = drafts.slice(from, from + CHANGES_AT_ONCE * AT_ONCE)
    const changes = (
      await atOnce(batch, async draft => {
        const fresh = placeOf(draft, community)
        const known = await table.get(keys.place(fresh.placeId))
        const item = placeItem(
          known ? { ...fresh, community: known.community ?? community, bookable: known.bookable } : fresh,
        )
        if (known && isDeepStrictEqual(known, plain(item))) {
          saved.same++
          return []
        }
        saved[known ? 'changed' : 'added']++
        return [{ put: item }]
      })
    ).flat()
    await atOnce(slices(changes, CHANGES_AT_ONCE), slice => writeAll(table, slice))
    onProgress(Math.min(drafts.length, from + batch.length))
  }
  return saved
}

interface Tile {
  readonly nodes: readonly (readonly [index: number, node: WalkNode])[]
  readonly edges: readonly WalkEdge[]
}

/**
 * Saves a walking network under a name, in tiles of 0.01°. New tiles are written beside the old ones and then the
 * network's own item points to them: a reader sees the old network or the new one, never half of each.
 */
export const saveNetwork = async (
  table: Table,
  name: string,
  network: WalkNetwork,
): Promise<{ changed: boolean; tiles: number }> => {
  const tiles = tilesOf(network)
  const packed = [...tiles].map(([tile, content]) => [tile, JSON.stringify(content)] as const)
  const version = createHash('sha256')
  for (const [tile, content] of packed) version.update(`${tile}\n${content}\n`)
  const fresh = version.digest('hex').slice(0, 16)
  const known = await table.get(keys.network(name), { consistent: true })
  if (known?.version === fresh) return { changed: false, tiles: tiles.size }

  await atOnce(packed, async ([tile, content]) => {
    await writeAll(table, [
      { put: { ...keys.networkTile(name, fresh, tile), type: 'NetworkTile', content: gzipSync(content) } },
    ])
  })
  await writeAll(table, [
    {
      put: {
        ...keys.network(name),
        type: 'Network',
        name,
        version: fresh,
        tiles: [...tiles.keys()],
        nodes: network.nodes.length,
        edges: network.edges.length,
      },
    },
  ])
  if (known)
    await atOnce(known.tiles as string[], tile =>
      writeAll(table, [{ delete: keys.networkTile(name, known.version, tile) }]),
    )
  return { changed: true, tiles: tiles.size }
}

/** The network that is saved under a name; undefined if there is none. */
export const loadNetwork = async (table: Table, name: string): Promise<WalkNetwork | undefined> => {
  const known = await table.get(keys.network(name), { consistent: true })
  if (!known) return undefined
  const nodes: WalkNode[] = []
  const edges: WalkEdge[] = []
  for (const tile of known.tiles as string[]) {
    const item = await table.get(keys.networkTile(name, known.version, tile))
    const content: Tile = JSON.parse(gunzipSync(item?.content).toString())
    for (const [index, node] of content.nodes) nodes[index] = node
    edges.push(...content.edges)
  }
  return { nodes, edges }
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

const writeAll = async (table: Table, changes: readonly Change[]): Promise<void> => {
  const done = await table.write(changes)
  if (!done.ok) throw new Error(`the table is busy: ${done.refusal.code}`)
}

/** As the item comes back from the table: without what is undefined. */
const plain = (item: object): object => JSON.parse(JSON.stringify(item))

const slices = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

const atOnce = async <T, R>(all: readonly T[], task: (one: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  const queue = all.entries()
  const worker = async () => {
    for (const [index, one] of queue) results[index] = await task(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}
