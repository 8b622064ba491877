/** Reckons who reaches what in a region, and keeps it: far too much for a request. */
import { bandsOf } from '@yike/shared/circle/kinds'
import type { Coverage } from '@yike/shared/circle/schema/coverage'
import type { Position } from '@yike/shared/identity/schema'
import type { Instant } from '@yike/shared/kernel/time'
import type { Region } from '../../identity/handlers'
import { atOnce } from '../../platform/at-once'
import type { Table } from '../../platform/table'
import { tileOf, tilesAround } from '../domain'
import { loadNetwork } from '../import/store'
import type { WalkNetwork, WalkNode } from '../import/types'
import { groundOf } from '../network/walks'
import { loadTiles } from '../store'
import { overStreets, straight } from './measure'
import { coverageOf, type Site } from './report'
import { coverageChange, loadDwellings } from './store'

/** A quarter of an hour on foot, and room for the way round. */
const AROUND_METERS = 1500
const LONGEST_MINUTES = 15
const AT_ONCE = 8

/**
 * Of a community, or of a street, district or city of several. Undefined where nobody is known to live. `regions`: all
 * that there are, for its parts. `networks`: those to walk over, and where none of them comes near nothing is reckoned;
 * absent: all whose maps told of dwellings there. `sites`: where a next one could stand.
 */
export const prepareCoverage = async (
  table: Table,
  region: Region,
  now: Instant,
  { regions = [], networks, sites, onStreets = () => {} }: CoverageOptions = {},
): Promise<Coverage | undefined> => {
  const inside = regions.filter(({ code }) => code.startsWith(region.code))
  const communities = region.level === 'community' ? [region] : inside.filter(isCommunity)
  const loaded = await atOnce(communities, AT_ONCE, ({ code }) => loadDwellings(table, code))
  const parts = partsUnder(region, inside)
  const dwellings = loaded.flatMap(({ dwellings: theirs }, nth) => {
    const part = parts.find(({ code, level }) => level !== 'grid' && communities[nth]?.code.startsWith(code))
    return part ? theirs.map(dwelling => ({ ...dwelling, part: part.code })) : theirs
  })
  if (dwellings.length === 0) return undefined
  const tiles = tilesOver(dwellings.map(({ position }) => position))
  const names = networks ?? [...new Set(loaded.flatMap(({ parts: sources }) => [...sources.keys()]))]
  const [places, streets] = await Promise.all([loadTiles(table, tiles), loadStreets(table, names, tiles)])
  onStreets(streets)
  const hasStreets = streets.edges.length > 0
  // Whoever names a map wants its ways, and not the straight line in place of what was walked before.
  if (networks && !hasStreets) return undefined
  const coverage = coverageOf(
    {
      region,
      dwellings,
      places,
      bands: bandsOf(region.code).filter(minutes => minutes <= LONGEST_MINUTES),
      measured: hasStreets ? 'streets' : 'straight',
      sites,
      parts,
    },
    hasStreets ? overStreets(groundOf(streets)) : straight,
    now,
  )
  const saved = await table.write([coverageChange(coverage)])
  if (!saved.ok) throw new Error(`coverage was not saved: ${saved.refusal.code}`)
  return coverage
}

interface CoverageOptions {
  readonly regions?: readonly Region[]
  readonly networks?: readonly string[] | undefined
  readonly sites?: readonly Site[] | undefined
  /** Is told the streets over which it is reckoned. */
  readonly onStreets?: (streets: WalkNetwork) => void
}

/** Of some communities, and then of the streets, districts and cities above them. */
export const withAbove = (regions: readonly Region[], communities: readonly Region[]): Region[] => [
  ...communities,
  ...regions
    .filter(({ code, level }) => level !== 'community' && communities.some(one => one.code.startsWith(code)))
    .sort((one, other) => other.code.length - one.code.length),
]

/** One dwelling of each tile stands for the others. */
const tilesOver = (homes: readonly Position[]): string[] => {
  const corners = new Map(homes.map(position => [tileOf(position), position]))
  return [...new Set([...corners.values()].flatMap(position => tilesAround(position, AROUND_METERS)))]
}

const loadStreets = async (
  table: Table,
  names: readonly string[],
  tiles: readonly string[],
): Promise<WalkNetwork> => {
  const found = await Promise.all(names.map(name => loadNetwork(table, name, tiles)))
  return joined(found.flatMap(network => network ?? []))
}

const isCommunity = ({ level }: Region): boolean => level === 'community'

/** The level next below: the grids of a community, the communities of a street, the streets of a district. */
const partsUnder = ({ code }: Region, inside: readonly Region[]): Region[] => {
  const below = inside.filter(one => one.code !== code)
  const shortest = Math.min(...below.map(one => one.code.length))
  return below.filter(one => one.code.length === shortest)
}

/** Maps that border on each other are walked across: what both of them know is one. */
const joined = (networks: readonly WalkNetwork[]): WalkNetwork => {
  const [only] = networks
  if (only && networks.length === 1) return only
  const nodes: WalkNode[] = []
  const at = new Map<string, number>()
  const numberOf = (node: WalkNode): number => {
    const known = at.get(node.key) ?? nodes.push(node) - 1
    at.set(node.key, known)
    return known
  }
  const edges = networks.flatMap(network => {
    const numbers = network.nodes.map(numberOf)
    return network.edges.map(edge => ({
      ...edge,
      from: numbers[edge.from] as number,
      to: numbers[edge.to] as number,
    }))
  })
  return { nodes, edges }
}
