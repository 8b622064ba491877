/**
 * `npm run export -- FILE [--community=CODE] [--schema=SERVICE_SCHEMA]`
 * Writes the directory of one community, or all of it with the places that no community looks after yet, as HSDS 3.0:
 * places and what can be booked at them. Given HSDS' compiled schema of a service, every one is checked against it before
 * anything is written.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { CommunityCode } from '@yike/shared/identity/schema'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { writeHsds } from '../circle/import/hsds/write'
import { loadPlace } from '../circle/store'
import { loadDirectory } from '../circle/store/upkeep'
import { loadRegions } from '../identity/handlers'
import { atOnce } from '../platform/at-once'
import { runCommand, tableAtHand } from './command'

const usage =
  '用法：npm run export -- 文件 [--community=社区12位代码] [--schema=HSDS 的 compiled/service.json]'
const FAULTS_SHOWN = 20
const READS_AT_ONCE = 16

/** What is wrong with each service by HSDS' own schema. */
const faultsBy = async (
  schema: string,
  services: readonly { readonly name: string }[],
): Promise<string[]> => {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const isValid = ajv.compile<unknown>(JSON.parse(await readFile(schema, 'utf8')))
  return services.flatMap(service => {
    const { name } = service
    if (isValid(service)) return []
    return (isValid.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath}: ${message}`)
  })
}

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { community: { type: 'string' }, schema: { type: 'string' } },
  })
  const [file] = positionals
  const asked = values.community === undefined ? undefined : CommunityCode.safeParse(values.community)
  if (!file || positionals.length > 1 || (asked && !asked.success)) {
    console.error(usage)
    return 2
  }
  const table = await tableAtHand()
  const regions = await loadRegions(table)
  const communities = regions.filter(
    ({ level, code }) => level === 'community' && (!asked || code === asked.data),
  )
  if (asked && communities.length === 0) {
    console.error('没有这个社区。')
    return 2
  }
  const codes = [...communities.map(({ code }) => code), ...(asked ? [] : [null])]
  const found = await Promise.all(codes.map(code => loadDirectory(table, code)))
  // A centre that several communities share stands in the directory of each.
  const places = [...new Map(found.flat().map(place => [place.placeId, place])).values()]
  const listed = await atOnce(places, READS_AT_ONCE, async place => ({
    place,
    offerings: (place.offered ? (await loadPlace(table, place.placeId))?.offerings : undefined) ?? [],
  }))
  const page = writeHsds(listed, regions)
  const faults = values.schema ? await faultsBy(values.schema, page.contents) : []
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.error(fault)
  if (faults.length > 0) return 1
  await writeFile(file, `${JSON.stringify(page, null, 2)}\n`)
  console.log(
    `HSDS 3.0：${places.length} 处场所和能预约的 ${page.contents.length - places.length} 项写进 ${file}${values.schema ? '，每一项都合乎给出的 schema' : ''}。`,
  )
  const homeless = places.filter(({ community }) => !community).length
  if (homeless > 0) console.log(`其中 ${homeless} 处还没有社区维护，也写进去了。`)
  return 0
}

await runCommand(run)
