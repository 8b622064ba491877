/**
 * A cell in a layout of before: whoever meets it first prepares it anew over the network that it names, from what the
 * directory says now. So a new version of the product finds its way through a city door by door, and nobody is told
 * straight lines meanwhile.
 */
import { walkProfiles } from '@yike/shared/circle/kinds'
import type { Table } from '../../platform/table'
import { tilesAround } from '../domain'
import { loadNetwork } from '../import/store'
import { groundOf, openWalks } from '../network/walks'
import { loadTiles } from '../store'
import { catchUp, MOST_SECONDS } from './around'
import { centreOf } from './cell'
import { listedOf } from './nearby'
import { openPreparing } from './prepare'
import type { Outdated } from './store'
import { cellChangesOver } from './store/changes'

export const prepareAnew = async (table: Table, cell: string, outdated: Outdated): Promise<void> => {
  // A little more, for streets that swing out and doors at the cell's edge.
  const tiles = tilesAround(centreOf(cell), MOST_SECONDS + 500)
  const [network, places] = await Promise.all([
    loadNetwork(table, outdated.network, tiles),
    loadTiles(table, tiles),
  ])
  if (!network) return
  const ground = groundOf(network)
  const listed = places.map(listedOf)
  const nearbys = walkProfiles.flatMap(
    profile => openPreparing(openWalks(ground, profile), listed, MOST_SECONDS).nearbyOf(cell) ?? [],
  )
  if (nearbys.length === 0) return
  await table.write(cellChangesOver(cell, outdated, nearbys))
  await catchUp(table, tiles, places)
}
