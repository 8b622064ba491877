/** Walking networks, saved in tiles of 0.01°. */
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Position } from '@yike/shared/identity/schema'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import { atOnce, slices } from '../../../platform/at-once'
import { absent, equal } from '../../../platform/condition'
import { keys } from '../../../platform/keys'
import type { Change, Table } from '../../../platform/table'
import { cornerOf, tileOf } from '../../domain'
import { LAYOUT } from '../../nearby/pack'
import type { WalkNetwork } from '../types'
import { joined, type Tile, tilesOf } from './network/tiles'

/** Whoever has begun to read a network has so long to read the rest of it, when another one takes its place. */
const KEPT_MINUTES = 24 * 60
/** A transaction holds 100 changes at most; one of them checks that the network still holds. */
const RETIRED_AT_ONCE = 99
const WRITES_AT_ONCE = 16
const READS_AT_ONCE = 16
const LOOKS = 3

export interface SavedNetwork {
  readonly changed: boolean
  readonly version: string
  /** What is near every doorstep was prepared over the version before; where nothing changed, over this one. */
  readonly wasPrepared: boolean
  readonly tiles: number
  /** Tiles that are new, are other than before, or are no more. */
  readonly touched: readonly string[]
  /** Of these, the ones that there were before. */
  readonly was: readonly string[]
}

/**
 * Saves a walking network under a name. Only tiles that changed are written, beside the old ones, and then the
 * network's own item points to them: a reader sees the old network or the new one, never half of each. Of two imports
 * at once the one that points later holds.
 */
export const saveNetwork = async (
  table: Table,
  name: string,
  network: WalkNetwork,
  now: Instant,
  looks = LOOKS,
): Promise<SavedNetwork> => {
  const packed = new Map([...tilesOf(network)].map(([tile, content]) => [tile, JSON.stringify(content)]))
  const hashes = Object.fromEntries([...packed].map(([tile, content]) => [tile, hashOf(content)]))
  const version = hashOf(JSON.stringify(hashes))
  const known = await table.get(keys.network(name), { consistent: true })
  const before: Readonly<Record<string, string>> = known?.tiles ?? {}
  const wasPrepared = known !== undefined && known.prepared === preparedOf(known.version)
  if (known?.version === version)
    return { changed: false, version, wasPrepared, tiles: packed.size, touched: [], was: [] }

  const fresh = [...packed].filter(([tile]) => before[tile] !== hashes[tile])
  await atOnce(fresh, WRITES_AT_ONCE, async ([tile, content]) => {
    await write(table, [
      {
        put: {
          ...keys.networkTile(name, tile, hashes[tile] ?? ''),
          type: 'NetworkTile',
          content: gzipSync(content),
        },
      },
    ])
  })
  const pointed = await table.write([
    {
      put: {
        ...keys.network(name),
        type: 'Network',
        name,
        version,
        tiles: hashes,
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
  const gone = Object.entries(before).filter(([tile, hash]) => hashes[tile] !== hash)
  await retire(table, name, gone, version, now)
  return {
    changed: true,
    version,
    wasPrepared,
    tiles: packed.size,
    touched: [...new Set([...fresh, ...gone].map(([tile]) => tile))],
    was: gone.map(([tile]) => tile),
  }
}

/** Where the network lies that is kept under a name, if the new one meets none of it: most likely another city's. */
export const clashAt = async (
  table: Table,
  name: string,
  { nodes }: WalkNetwork,
): Promise<Position | undefined> => {
  const known = await table.get(keys.network(name), { consistent: true })
  const before = Object.keys(known?.tiles ?? {})
  const now = new Set(nodes.map(tileOf))
  const [first] = before
  return first === undefined || before.some(tile => now.has(tile)) ? undefined : cornerOf(first)
}

/** What was prepared in a layout of before is not prepared. */
const preparedOf = (version: string): string => `${version} ${LAYOUT}`

/** Says that what is near every doorstep is prepared over a version, if that one still holds. */
export const markPrepared = async (table: Table, name: string, version: string): Promise<void> => {
  await table.write([
    {
      update: keys.network(name),
      set: { prepared: preparedOf(version) },
      if: equal('version', version),
      else: 'import.moved',
    },
  ])
}

/**
 * Lets the table forget tiles that were replaced, later. Not if yet another version holds by then: it may have taken
 * them up again, and tiles too many cost less than one too few.
 */
const retire = async (
  table: Table,
  name: string,
  tiles: readonly (readonly [tile: string, hash: string])[],
  version: string,
  now: Instant,
): Promise<void> => {
  const expiresAtSeconds = Math.floor(Date.parse(addMinutes(now, KEPT_MINUTES)) / 1000)
  for (const some of slices(tiles, RETIRED_AT_ONCE)) {
    const retired = await table.write([
      { check: keys.network(name), if: equal('version', version), else: 'import.moved' },
      ...some.map(([tile, hash]) => ({
        update: keys.networkTile(name, tile, hash),
        set: { expiresAtSeconds },
      })),
    ])
    if (!retired.ok) return
  }
}

/** The network that is saved under a name, or of it only what lies in some tiles; undefined if there is none. */
export const loadNetwork = async (
  table: Table,
  name: string,
  only?: readonly string[],
): Promise<WalkNetwork | undefined> => {
  const known = await table.get(keys.network(name), { consistent: true })
  if (!known) return undefined
  const hashes = known.tiles as Readonly<Record<string, string>>
  // In one order whatever is read, for the streets are numbered by it.
  const wanted = (only ?? Object.keys(hashes)).filter(tile => hashes[tile]).sort()
  const tiles = await atOnce(wanted, READS_AT_ONCE, async (tile): Promise<Tile> => {
    const item = await table.get(keys.networkTile(name, tile, hashes[tile] ?? ''), { consistent: true })
    if (!item)
      throw new Error(`network ${name} lacks tile ${tile} of version ${known.version}: import it again`)
    return JSON.parse(gunzipSync(item.content).toString())
  })
  return joined(tiles)
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 16)

const write = async (table: Table, changes: readonly Change[]): Promise<void> => {
  const done = await table.write(changes)
  if (!done.ok) throw new Error(`a tile was not saved: ${done.refusal.code}`)
}
