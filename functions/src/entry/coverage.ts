/**
 * `npm run coverage -- FOLDER [--network=NAME] [--sites=FILE.csv]`
 * Reckons anew who reaches what in every community, street, district and city, prints it, and writes coverage.csv, coverage.geojson and a picture
 * of each kind that leaves somebody out. NAME is that of an imported map; without it all are walked over that told of dwellings there. FILE is a
 * table of places where a next one could stand; without it the rooms are asked that a community has.
 */
import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { coverageCsv, coverageGeoJson, coverageSvg } from '@yike/shared/circle/rules/coverage'
import type { Coverage } from '@yike/shared/circle/schema/coverage'
import type { Position } from '@yike/shared/identity/schema'
import { instantOf } from '@yike/shared/kernel/time'
import { prepareCoverage, withAbove } from '../circle/coverage/prepare'
import type { Site } from '../circle/coverage/report'
import { kindNames } from '../circle/import/csv/cells'
import { readImport } from '../circle/import/read'
import { loadNetwork } from '../circle/import/store'
import type { WalkNetwork } from '../circle/import/types'
import { loadRegions } from '../identity/handlers'
import { runCommand, sizeOfFile, tableAtHand } from './command'
import { networkNameOf } from './import/asked'

const usage = '用法：npm run coverage -- 文件夹 [--network=导入地图的文件名] [--sites=可选地点.csv]'

/** The places of a table, as `npm run import` reads it; none where it is not understood. */
const sitesIn = async (file: string, size: number): Promise<Site[]> => {
  const read = await readImport(createReadStream(file), { bytesTotal: size })
  return read.ok && 'places' in read.value
    ? read.value.places.map(({ name, lng, lat }) => ({ name, position: { lng, lat } }))
    : []
}

/** The pieces of a network as lines. */
const linesOf = ({ nodes, edges }: WalkNetwork): Position[][] =>
  edges.map(({ from, to }) => [nodes[from], nodes[to]].flatMap(node => node ?? []))

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { network: { type: 'string' }, sites: { type: 'string' } },
  })
  const [folder] = positionals
  if (!folder || positionals.length > 1) {
    console.error(usage)
    return 2
  }
  const table = await tableAtHand()
  const size = values.sites === undefined ? undefined : await sizeOfFile(values.sites)
  if (values.sites !== undefined && size === undefined) return 2
  const sites = values.sites === undefined ? undefined : await sitesIn(values.sites, size ?? 0)
  if (sites?.length === 0) {
    console.error(`${values.sites} 里没有读到地点：要有名称、类别、经度和纬度四列。`)
    return 2
  }
  const network = values.network && networkNameOf(values.network)
  if (network && !(await loadNetwork(table, network, []))) {
    console.error(`没有名叫 ${network} 的路网：名字是导入地图时的文件名（不带 .osm）。覆盖情况没有改动。`)
    return 2
  }
  const regions = await loadRegions(table)
  const coverages: Coverage[] = []
  const drawn = new Map<Coverage, readonly (readonly Position[])[]>()
  for (const region of withAbove(
    regions,
    regions.filter(({ level }) => level === 'community'),
  )) {
    const networks = network ? [network] : undefined
    let streets: readonly (readonly Position[])[] = []
    const coverage = await prepareCoverage(table, region, instantOf(Date.now()), {
      regions,
      networks,
      sites,
      onStreets: network => {
        streets = linesOf(network)
      },
    })
    if (coverage) {
      coverages.push(coverage)
      drawn.set(coverage, streets)
    } else if (network)
      console.log(`${region.name}：路网 ${network} 不到这里，或不知道居民住在哪里，没有改动。`)
  }
  if (coverages.length === 0) {
    console.error(
      network ? '没有算出新的覆盖情况。' : '还不知道居民住在哪里：请先导入带住宅的地图（npm run import）。',
    )
    return 1
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'coverage.csv'), coverageCsv(coverages, kindNames))
  await writeFile(join(folder, 'coverage.geojson'), JSON.stringify(coverageGeoJson(coverages)))
  for (const coverage of coverages) {
    console.log(`${coverage.name}：${coverage.dwellings} 幢住宅，${coverage.households} 户`)
    for (const { kind, within } of coverage.kinds) {
      const widest = within.at(-1)
      if (!widest) continue
      const shares = within.map(({ minutes, share }) => `${minutes} 分钟 ${Math.floor(share * 1000) / 10}%`)
      console.log(`  ${kind.padEnd(12)} ${shares.join('  ')}`)
      if (widest.leftOut > 0)
        await writeFile(
          join(folder, `${coverage.region}-${kind}-${widest.minutes}.svg`),
          coverageSvg(coverage, kind, widest.minutes, kindNames, drawn.get(coverage)),
        )
    }
  }
  console.log(`表格、地图和图片写进了 ${folder}。`)
  return 0
}

await runCommand(run)
