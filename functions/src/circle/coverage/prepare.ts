/** Reckons who reaches what in a community, and keeps it: far too much for a request. */
import { bandsOf } from '@yike/shared/circle/kinds'
import type { Coverage } from '@yike/shared/circle/schema/coverage'
import type { Instant } from '@yike/shared/kernel/time'
import type { Region } from '../../identity/handlers'
import type { Table } from '../../platform/table'
import { tileOf, tilesAround } from '../domain'
import { loadNetwork } from '../import/store'
import { groundOf } from '../network/walks'
import { loadTiles } from '../store'
import { overStreets, straight } from './measure'
import { coverageOf, type Site } from './report'
import { coverageChange, loadDwellings } from './store'

/** A quarter of an hour on foot, and room for the way round. */
const AROUND_METERS = 1500
const LONGEST_MINUTES = 15

/**
 * Undefined where nobody is known to live. `network`: the one to walk over, where it reaches that far. `regions`: among
 * them the community's grids. `sites`: where a next one could stand.
 */
export const prepareCoverage = async (
  table: Table,
  community: Region,
  network: string | undefined,
  now: Instant,
  {
    regions = [],
    sites,
  }: { readonly regions?: readonly Region[]; readonly sites?: readonly Site[] | undefined } = {},
): Promise<Coverage | undefined> => {
  const { dwellings } = await loadDwellings(table, community.code)
  if (dwellings.length === 0) return undefined
  // One dwelling of each tile stands for the others.
  const corners = new Map(dwellings.map(({ position }) => [tileOf(position), position]))
  const tiles = [...new Set([...corners.values()].flatMap(position => tilesAround(position, AROUND_METERS)))]
  const [places, streets] = await Promise.all([
    loadTiles(table, tiles),
    network === undefined ? undefined : loadNetwork(table, network, tiles),
  ])
  const hasStreets = streets !== undefined && streets.edges.length > 0
  const coverage = coverageOf(
    {
      community,
      dwellings,
      places,
      bands: bandsOf(community.code).filter(minutes => minutes <= LONGEST_MINUTES),
      measured: hasStreets ? 'streets' : 'straight',
      sites,
      grids: regions.filter(({ level, code }) => level === 'grid' && code.startsWith(community.code)),
    },
    hasStreets ? overStreets(groundOf(streets)) : straight,
    now,
  )
  const saved = await table.write([coverageChange(coverage)])
  if (!saved.ok) throw new Error(`coverage was not saved: ${saved.refusal.code}`)
  return coverage
}
