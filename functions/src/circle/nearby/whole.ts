/** Prepares every cell of a network, or those around what changed of it. */
import { walkProfiles } from '@yike/shared/circle/kinds'
import type { Position } from '@yike/shared/identity/schema'
import type { Instant } from '@yike/shared/kernel/time'
import { atOnce, slices } from '../../platform/at-once'
import type { Change, Table } from '../../platform/table'
import { tileOf, tilesAround, withNeighbours } from '../domain'
import { loadNetwork, markPrepared } from '../import/store'
import type { WalkNetwork } from '../import/types'
import type { Islands } from '../network/islands'
import { SNAP_METERS } from '../network/snap/doors'
import { groundOf, openWalks } from '../network/walks'
import { loadTiles } from '../store'
import { catchUp } from './around'
import { cellOf, cellsAround, cellsOfTile, centreOf, ringsWithin } from './cell'
import { type ListedPlace, listedOf } from './nearby'
import { openPreparing } from './prepare'
import { isOutdated, loadCards } from './store'
import { cellChangesAmong, noCellChanges } from './store/changes'

const WRITES_AT_ONCE = 4
const CELLS_AT_A_TIME = 64
/** A transaction holds 100 changes at most; a cell is six. */
const CELLS_IN_A_WRITE = 16

export interface PrepareOptions {
  /** Of the network, as it was saved. */
  readonly version: string
  /** The city's largest band. */
  readonly minutes: number
  readonly now: Instant
  /** Tiles of the network that changed; absent: all of it is new. */
  readonly touched?: readonly string[]
  /** Of the version before, the tiles that changed or are no more: doors there may have no street any more. */
  readonly was?: readonly string[]
  readonly onProgress?: (done: number, total: number) => void
}

export interface Prepared {
  readonly cells: number
  /** Places that no street comes within 300 m of. */
  readonly untied: readonly Pick<ListedPlace, 'name' | 'position'>[]
  /** Connected parts too short to lead anywhere. */
  readonly islands: Pick<Islands, 'islands' | 'islandMeters' | 'longest'>
  /** Cells that other networks go on telling, for they have more streets there. */
  readonly elsewhere: { readonly cells: number; readonly networks: readonly string[] }
}

export const prepareNetwork = async (
  table: Table,
  name: string,
  { version, minutes, now, touched, was = [], onProgress = () => {} }: PrepareOptions,
): Promise<Prepared> => {
  const network = await loadNetwork(table, name)
  if (!network) throw new Error(`there is no network ${name}`)
  const ground = groundOf(network)
  const tiles = [...new Set([...network.nodes.map(tileOf), ...(touched ?? [])].flatMap(withNeighbours))]
  const places = await loadTiles(table, tiles)
  const listed = places.map(listedOf)
  const before = new Set(cellsOver(was))
  const cells = [...new Set([...cellsOf(alongEdges(network).map(cellOf), minutes, touched), ...before])]
  const preparings = walkProfiles.map(profile =>
    openPreparing(openWalks(ground, profile), listed, minutes * 60),
  )
  const others = new Map<string, number>()
  let done = 0
  for (const some of slices(cells, CELLS_AT_A_TIME)) {
    const changes = await atOnce(some, WRITES_AT_ONCE, async cell => {
      const nearbys = preparings.flatMap(preparing => preparing.nearbyOf(cell) ?? [])
      const left = walkProfiles.filter(profile => !nearbys.some(nearby => nearby.profile === profile))
      const isLeft = before.has(cell) && left.length > 0 && (await loadCards(table, cell))?.network === name
      const theirs = [
        ...(nearbys.length > 0 ? cellChangesAmong(cell, name, nearbys) : []),
        ...(isLeft ? noCellChanges(cell, left, now) : []),
      ]
      return { cell, theirs }
    })
    await atOnce(slices(changes, CELLS_IN_A_WRITE), WRITES_AT_ONCE, async several => {
      if (
        await saved(
          table,
          several.flatMap(({ theirs }) => theirs),
        )
      )
        return
      for (const { cell, theirs } of several)
        if (!(await saved(table, theirs))) {
          const kept = await loadCards(table, cell)
          const other = isOutdated(kept) ? undefined : kept?.network
          if (other) others.set(other, (others.get(other) ?? 0) + 1)
        }
    })
    done += some.length
    onProgress(done, cells.length)
  }
  await catchUp(table, tiles, places)
  await markPrepared(table, name, version)
  const untied = preparings[walkProfiles.indexOf('ordinary')]?.untied ?? []
  const left = [...others.values()].reduce((sum, count) => sum + count, 0)
  return {
    cells: cells.length - left,
    untied: untied.map(({ name, position }) => ({ name, position })),
    islands: ground.islands,
    elsewhere: { cells: left, networks: [...others.keys()].sort() },
  }
}

/** False: another network has more streets in one of these cells. */
const saved = async (table: Table, changes: readonly Change<'circle.nearby_moved'>[]): Promise<boolean> => {
  if (changes.length === 0) return true
  const done = await table.write(changes)
  if (done.ok || done.refusal.code === 'circle.nearby_moved') return done.ok
  throw new Error(`prepared cells were not saved: ${done.refusal.code}`)
}

/** Points on all ways, none further from the next than half a cell. */
const alongEdges = ({ nodes, edges }: WalkNetwork): Position[] =>
  edges.flatMap(({ from, to, meters }) => {
    const [a, b] = [nodes[from], nodes[to]]
    if (!a || !b) return []
    const pieces = Math.ceil(meters / 100) + 1
    return Array.from({ length: pieces + 1 }, (_, index) => ({
      lng: a.lng + ((b.lng - a.lng) * index) / pieces,
      lat: a.lat + ((b.lat - a.lat) * index) / pieces,
    }))
  })

/** Cells in which streets of some tiles may have tied a door. */
const cellsOver = (tiles: readonly string[]): string[] =>
  tiles.flatMap(cellsOfTile).flatMap(cell => cellsAround(cell, ringsWithin(cell, SNAP_METERS)))

/** Cells with streets and those next to them, in rows; of these the ones that a change may be felt in. */
const cellsOf = (
  withStreets: readonly string[],
  minutes: number,
  touched: readonly string[] | undefined,
): string[] => {
  const all = [...new Set(withStreets)].flatMap(cell => cellsAround(cell, ringsWithin(cell, SNAP_METERS)))
  const cells = [...new Set(all)].map(cell => ({ cell, centre: centreOf(cell) }))
  const changed = touched && new Set(touched)
  return cells
    .filter(({ centre }) => !changed || tilesAround(centre, minutes * 60).some(tile => changed.has(tile)))
    .sort((one, other) => one.centre.lat - other.centre.lat || one.centre.lng - other.centre.lng)
    .map(({ cell }) => cell)
}
