/**
 * `npm run import -- FILE [--community=CODE] [--coordinates=gcj02|wgs84] [--network=NAME] [--replace]`
 * Reads an OpenStreetMap extract, a table of places or a directory in HSDS 3.0 into the directory. A file is read to
 * its end before the first write, so a broken one leaves the directory as it was.
 */
import { createReadStream } from 'node:fs'
import type { RegionCode } from '@yike/shared/identity/schema'
import { type Instant, instantOf, localDate } from '@yike/shared/kernel/time'
import { nearestCommunity } from '../circle/import/community'
import type { HsdsFault } from '../circle/import/hsds/read'
import { type ImportContents, readImport } from '../circle/import/read'
import { clashAt, type SourceField, saveOfferings, savePlaces } from '../circle/import/store'
import { importErrors } from '../circle/import/types'
import { loadRegions, type Region } from '../identity/handlers'
import type { Table } from '../platform/table'
import { runCommand, sizeOfFile, tableAtHand } from './command'
import { type Asked, networkNameOf, readArguments } from './import/asked'
import { bar } from './import/bar'
import { saveHomes } from './import/homes'
import { saveStreets } from './import/streets'

const FAULTS_SHOWN = 200

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

const hsdsFaults: Readonly<Record<HsdsFault['why'], string>> = {
  malformed: '不是 HSDS 3.0 的 service，没有导入。',
  no_position: '没有经纬度，没有导入。',
  no_kind: '认不出类别，没有导入。',
}

const report = (contents: ImportContents): void => {
  if (contents.from === 'osm') {
    if (contents.cutOff.length > 0)
      console.log(`有 ${contents.cutOff.length} 处场所的轮廓超出文件范围，没有导入。`)
    return
  }
  if (contents.from === 'hsds') {
    for (const { service, name, why } of contents.faults.slice(0, FAULTS_SHOWN))
      console.log(`第 ${service} 项${name && ` ${name}`}：${hsdsFaults[why]}`)
    return
  }
  const { faults, ignoredColumns } = contents
  for (const fault of faults.slice(0, FAULTS_SHOWN))
    console.log(`第 ${fault.line} 行${fault.column ? ` · ${fault.column}` : ''}：${fault.text}`)
  if (faults.length > FAULTS_SHOWN) console.log(`…… 另有 ${faults.length - FAULTS_SHOWN} 处问题没有列出。`)
  if (ignoredColumns.length > 0) console.log(`没有读的列：${ignoredColumns.join('、')}`)
}

const save = async (
  table: Table,
  contents: ImportContents,
  asked: Asked,
  regions: readonly Region[],
  now: Instant,
): Promise<void> => {
  const isHere = (code: RegionCode | null | undefined) =>
    regions.some(region => region.level === 'community' && region.code === code)
  // A directory of elsewhere names communities that are not here.
  const places = contents.places.map(({ kept, ...draft }) =>
    kept?.community && !isHere(kept.community)
      ? { ...draft, kept: { ...kept, community: asked.community ?? null } }
      : { ...draft, ...(kept && { kept }) },
  )
  const community = asked.community ?? nearestCommunity(regions, places)
  const saved = await savePlaces(table, places, { community: community ?? null, on: localDate(now) }, done =>
    bar('写入场所', done, places.length),
  )
  console.log(`场所：新增 ${saved.added}，更新 ${saved.changed}，没有变化 ${saved.same}。`)
  for (const { name, fields } of saved.kept.slice(0, FAULTS_SHOWN))
    console.log(`${name}：${fields.map(field => fieldWords[field]).join('、')}由社区写过，没有用文件里的。`)
  if (saved.kept.length > FAULTS_SHOWN)
    console.log(`…… 另有 ${saved.kept.length - FAULTS_SHOWN} 处没有列出。`)
  if (places.length > 0)
    console.log(
      community
        ? `由社区 ${community} 维护。`
        : '附近没有已开通的社区，这些场所暂时无人维护；可用 --community 指定。',
    )
  if (places.length === 0) console.log('文件里没有认得出的场所：看看截取的范围里有没有城镇，或者是不是空的。')
  if (contents.from === 'hsds') await saveBooked(table, contents)
  if (contents.from !== 'osm') return
  const name = networkOf(asked)
  await saveStreets(table, name, contents.network, {
    community,
    places: saved.added + saved.changed,
    now,
  })
  await saveHomes(table, name, contents.dwellings, regions, now)
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

const leftOut = (contents: ImportContents): boolean =>
  contents.from === 'csv'
    ? contents.faults.some(fault => !fault.kept)
    : contents.from === 'hsds' && contents.faults.length > 0

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
  await save(table, read.value, asked, regions, instantOf(Date.now()))
  // Good rows went in, and whoever runs this from a script must learn that bad ones did not.
  return leftOut(read.value) ? 3 : 0
}

await runCommand(run)
