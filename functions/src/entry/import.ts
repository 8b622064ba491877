/**
 * `npm run import -- FILE [--community=CODE] [--coordinates=gcj02|wgs84] [--network=NAME] [--replace] [--kind=KIND]`
 * Reads an OpenStreetMap extract, a table of places or a directory in HSDS 3.0 into the directory. A file is read to
 * its end before the first write, so a broken one leaves the directory as it was.
 */
import { createReadStream } from 'node:fs'
import type { RegionCode } from '@yike/shared/identity/schema'
import { type Instant, instantOf, localDate } from '@yike/shared/kernel/time'
import { homed } from '../circle/import/community'
import { type ImportContents, readImport } from '../circle/import/read'
import { clashAt, type SourceField, saveOfferings, savePlaces } from '../circle/import/store'
import { importErrors } from '../circle/import/types'
import { loadRegions, type Region } from '../identity/handlers'
import type { Table } from '../platform/table'
import { runCommand, sizeOfFile, tableAtHand } from './command'
import { type Asked, networkNameOf, readArguments } from './import/asked'
import { bar } from './import/bar'
import { saveHomes } from './import/homes'
import { FAULTS_SHOWN, leftOut, nothingIn, report } from './import/report'
import { saveStreets } from './import/streets'

const fieldWords: Readonly<Record<SourceField, string>> = {
  name: '名称',
  kind: '类别',
  position: '位置',
  address: '地址',
  phone: '电话',
  hours: '开放时间',
  priceClass: '收费',
  stepFree: '无障碍',
}

/** False: some of the file's places were left out. */
const save = async (
  table: Table,
  contents: ImportContents,
  asked: Asked,
  regions: readonly Region[],
  now: Instant,
): Promise<boolean> => {
  const { places, counts, homeless, far } = homed(regions, contents.places, asked.community)
  for (const { place, meters } of far.slice(0, FAULTS_SHOWN)) {
    const line = contents.from === 'csv' ? contents.lines.get(place.sourceId) : undefined
    console.log(
      `${line ? `第 ${line} 行 ` : ''}${place.name}：离${asked.community ? '这个' : '最近的'}社区 ${Math.round(meters / 1000)} 公里，位置多半写错了，没有导入。`,
    )
  }
  const saved = await savePlaces(table, places, { community: null, on: localDate(now) }, done =>
    bar('写入场所', done, places.length),
  )
  console.log(`场所：新增 ${saved.added}，更新 ${saved.changed}，没有变化 ${saved.same}。`)
  for (const { name, fields } of saved.kept.slice(0, FAULTS_SHOWN))
    console.log(`${name}：${fields.map(field => fieldWords[field]).join('、')}由社区写过，没有用文件里的。`)
  if (saved.kept.length > FAULTS_SHOWN)
    console.log(`…… 另有 ${saved.kept.length - FAULTS_SHOWN} 处没有列出。`)
  const nameOf = (code: RegionCode) => regions.find(region => region.code === code)?.name ?? code
  if (counts.length > 0)
    console.log(
      `按位置归到社区：${counts.map(([code, count]) => `${nameOf(code)} ${count} 处`).join('、')}。早先归过的不变。`,
    )
  if (homeless > 0)
    console.log(
      `有 ${homeless} 处 3 公里内没有已开通的社区，暂时无人维护；可用 --community 指定，或开通社区后再导入一次。`,
    )
  if (contents.places.length === 0) console.log(nothingIn[contents.from])
  if (contents.from === 'hsds') await saveBooked(table, contents)
  if (contents.from === 'osm') {
    const name = networkOf(asked)
    await saveStreets(table, name, contents.network, {
      community: counts[0]?.[0] ?? asked.community,
      places: saved.added + saved.changed,
      now,
    })
    await saveHomes(table, name, contents.dwellings, regions, now)
  }
  return far.length === 0
}

/** A map's streets are kept under its file's name, unless another one was asked for. */
const networkOf = ({ network, file }: Asked): string => network ?? networkNameOf(file)

/** A sentence, where the name is taken by a map of elsewhere: map.osm is what openstreetmap.org calls any of them. */
const clashOf = async (table: Table, contents: ImportContents, asked: Asked): Promise<string | undefined> => {
  if (contents.from !== 'osm' || contents.network.nodes.length === 0 || asked.replace) return undefined
  const name = networkOf(asked)
  const at = await clashAt(table, name, contents.network)
  return (
    at &&
    `名叫 ${name} 的路网已经有了，在别处（经度 ${at.lng}、纬度 ${at.lat} 一带），和这份地图没有一处相接。\n是另一个地方，就加 --network=另一个名字，两处都留着；真要用这份换掉它，加 --replace。\n原有目录和路网没有改动。`
  )
}

const saveBooked = async (table: Table, { offerings }: ImportContents & { from: 'hsds' }): Promise<void> => {
  if (offerings.length === 0) return
  const { added, known, homeless } = await saveOfferings(table, offerings)
  console.log(`能预约的：新增 ${added} 项，已有 ${known} 项（以这里的为准）。`)
  if (homeless > 0) console.log(`有 ${homeless} 项的场所不在这里、已停用，或没有社区维护，没有导入。`)
}

const run = async (): Promise<number> => {
  const asked = readArguments(process.argv.slice(2))
  if (typeof asked === 'string') {
    console.error(asked)
    return 2
  }
  const size = await sizeOfFile(asked.file)
  if (size === undefined) return 2
  const read = await readImport(createReadStream(asked.file), {
    bytesTotal: size,
    onProgress: ({ bytesRead, bytesTotal }) => bar('读取文件', bytesRead, bytesTotal),
    ...(asked.coordinates && { coordinates: asked.coordinates }),
    ...(asked.kind && { kind: asked.kind }),
  })
  if (!read.ok) {
    const { code, fields } = read.refusal
    console.error(
      `\n${importErrors[code].title}${fields?.where ? `（${fields.where}）` : ''}\n原有目录没有改动。`,
    )
    return 1
  }
  report(read.value)
  const table = await tableAtHand()
  const regions = await loadRegions(table)
  if (
    asked.community &&
    !regions.some(({ code, level }) => code === asked.community && level === 'community')
  ) {
    console.error(`还没有开通代码为 ${asked.community} 的社区。原有目录没有改动。`)
    return 2
  }
  const clash = await clashOf(table, read.value, asked)
  if (clash) {
    console.error(clash)
    return 2
  }
  const isWhole = await save(table, read.value, asked, regions, instantOf(Date.now()))
  // Good rows went in, and whoever runs this from a script must learn that bad ones did not.
  return leftOut(read.value) || !isWhole ? 3 : 0
}

await runCommand(run)
