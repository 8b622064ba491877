import { reachOf } from '@yike/shared/circle/kinds'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import type { Instant } from '@yike/shared/kernel/time'
import { saveNetwork } from '../../circle/import/store'
import type { WalkNetwork } from '../../circle/import/types'
import { type Prepared, prepareNetwork } from '../../circle/nearby/whole'
import type { Table } from '../../platform/table'
import { bar } from './bar'

const UNTIED_TOLD = 20

/** What whoever keeps the map could mend, and where. */
const tellOf = ({ islands: { islands, islandMeters, longest }, untied }: Prepared): void => {
  if (islands > 0) {
    console.log(
      `有 ${islands} 处断头路网（共 ${islandMeters} 米）不与外面相连，门牌不会接到那里${islands > longest.length ? `。最长的 ${longest.length} 处` : ''}：`,
    )
    for (const { meters, ...at } of longest) console.log(`  ${spot(at)}，${meters} 米`)
  }
  if (untied.length > 0) {
    console.log(`有 ${untied.length} 处场所 300 米内没有路，按路网走不到：`)
    for (const { name, position } of untied.slice(0, UNTIED_TOLD))
      console.log(`  ${name}（${spot(position)}）`)
    if (untied.length > UNTIED_TOLD) console.log(`  …… 另有 ${untied.length - UNTIED_TOLD} 处没有列出。`)
  }
}

/** As one pastes it into a map's search box. */
const spot = ({ lng, lat }: Position): string => `纬度 ${lat.toFixed(6)}、经度 ${lng.toFixed(6)}`

/** Saves the walking network and prepares what is near every doorstep that the change may be felt at. */
export const saveStreets = async (
  table: Table,
  name: string,
  network: WalkNetwork,
  {
    community,
    places,
    now,
  }: { readonly community: RegionCode | undefined; readonly places: number; readonly now: Instant },
): Promise<void> => {
  if (network.edges.length === 0) {
    console.log(
      '文件里没有可以步行的道路，没有导入路网。原来有路网的地方照旧按路网算；没有的地方按直线 × 1.3 估算。',
    )
    return
  }
  const { changed, version, tiles, touched, was, wasPrepared } = await saveNetwork(table, name, network, now)
  console.log(
    `步行路网：${network.nodes.length} 个点、${network.edges.length} 段，分 ${tiles} 块，${changed ? `更新了 ${touched.length} 块` : '没有变化'}。`,
  )
  if (!changed && wasPrepared && places === 0) return
  const prepared = await prepareNetwork(table, name, {
    version,
    minutes: reachOf(community),
    now,
    was,
    // Places that came or changed may stand anywhere: then all is prepared anew.
    ...(wasPrepared && places === 0 && { touched }),
    onProgress: (done, total) => bar('准备服务圈', done, total),
  })
  console.log(`服务圈：备好 ${prepared.cells} 格，最远 ${reachOf(community)} 分钟。`)
  const { cells, networks } = prepared.elsewhere
  if (cells > 0)
    console.log(
      `有 ${cells} 格照旧由路网 ${networks.join('、')} 提供：它在那里的路更多。要连成一张，请把几份地图合成一个文件再导入。`,
    )
  tellOf(prepared)
}
