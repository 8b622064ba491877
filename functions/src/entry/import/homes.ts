import type { Instant } from '@yike/shared/kernel/time'
import { prepareCoverage, withAbove } from '../../circle/coverage/prepare'
import type { Dwelling } from '../../circle/coverage/report'
import { dwellingChanges, loadDwellings } from '../../circle/coverage/store'
import { byCommunity } from '../../circle/import/community'
import type { Region } from '../../identity/handlers'
import type { Table } from '../../platform/table'

/** Saves where people live, and reckons anew who reaches what in the regions that it concerns. */
export const saveHomes = async (
  table: Table,
  name: string,
  dwellings: readonly Dwelling[],
  regions: readonly Region[],
  now: Instant,
): Promise<void> => {
  const concerned = [...byCommunity(regions, dwellings)].flatMap(([code, theirs]) => {
    const community = regions.find(region => region.code === code)
    return community ? [{ community, theirs }] : []
  })
  for (const { community, theirs } of concerned) {
    const { code } = community
    const { parts } = await loadDwellings(table, code)
    for (const change of dwellingChanges(code, name, theirs, parts.get(name))) {
      const saved = await table.write([change])
      if (!saved.ok) throw new Error(`dwellings were not saved: ${saved.refusal.code}`)
    }
  }
  const communities = concerned.map(({ community }) => community)
  for (const region of withAbove(regions, communities)) {
    const coverage = await prepareCoverage(table, region, now, { regions })
    if (coverage)
      console.log(`${region.name}：${coverage.dwellings} 幢住宅，${coverage.households} 户，覆盖情况已算好。`)
  }
}
