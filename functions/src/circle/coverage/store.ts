/** Where people live, and who reaches what: both kept for each community. */
import type { Coverage } from '@yike/shared/circle/schema/coverage'
import type { RegionCode } from '@yike/shared/identity/schema'
import { keys } from '../../platform/keys'
import { type Change, queryAll, type Table } from '../../platform/table'
import type { Dwelling } from './report'

/** An item holds 400 KB; a dwelling is some 40 bytes. */
const IN_A_PART = 4000

/** Dwellings as one source told them, in place of what it told before. */
export const dwellingChanges = (
  community: RegionCode,
  source: string,
  dwellings: readonly Dwelling[],
  partsBefore = 0,
): Change<never>[] => {
  const parts = Math.max(1, Math.ceil(dwellings.length / IN_A_PART), partsBefore)
  return Array.from({ length: parts }, (_, part) => ({
    put: {
      ...keys.dwellings(community, source, String(part).padStart(4, '0')),
      type: 'Dwellings',
      list: dwellings
        .slice(part * IN_A_PART, (part + 1) * IN_A_PART)
        .map(({ position, households }) => [position.lng, position.lat, households ?? 0]),
    },
  }))
}

/** Dwellings of a community, from every source; and in how many parts each source keeps its own. */
export const loadDwellings = async (
  table: Table,
  community: RegionCode,
): Promise<{ dwellings: Dwelling[]; parts: ReadonlyMap<string, number> }> => {
  const items = await queryAll(table, { pk: keys.dwellings(community, '', '').pk })
  const parts = new Map<string, number>()
  for (const { sk } of items) {
    const source = String(sk).split('#')[1] ?? ''
    parts.set(source, (parts.get(source) ?? 0) + 1)
  }
  const rows = items.flatMap(item => item.list as [number, number, number][])
  return {
    parts,
    dwellings: rows.map(([lng, lat, households]) => ({
      position: { lng, lat },
      ...(households > 0 && { households }),
    })),
  }
}

export const coverageChange = (coverage: Coverage): Change<never> => ({
  put: { ...keys.coverage(coverage.region), type: 'Coverage', ...coverage },
})

export const loadCoverage = async (table: Table, region: RegionCode): Promise<Coverage | undefined> => {
  const item = await table.get(keys.coverage(region))
  // What an older version reckoned says nothing of parts; the next import or `npm run coverage` does.
  return item?.parts ? (item as Coverage) : undefined
}
