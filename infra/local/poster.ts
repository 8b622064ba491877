/**
 * `npm run poster -- FILE.pdf (--door=LNG,LAT | --place=ID) --link=URL [--label=NAME] [--profile=elder]`
 * A sheet in A4 for a doorway: what can be walked to from there in a quarter of an hour, and a code that opens the
 * phone's page. LNG,LAT are WGS-84; URL is the address for which the operator has registered the mini-program
 * (普通链接二维码). FILE may end in .png instead.
 */
import { parseArgs } from 'node:util'
import { walkProfiles } from '@yike/shared/circle/kinds'
import { type PlaceCard, type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'
import { idOf } from '@yike/shared/kernel/id'
import { instantOf } from '@yike/shared/kernel/time'
import { circleHandlers, loadPlace } from '../../functions/src/circle/handlers'
import { byCommunity } from '../../functions/src/circle/import/community'
import { runCommand, tableAtHand } from '../../functions/src/entry/command'
import { loadRegions } from '../../functions/src/identity/handlers'
import type { Table } from '../../functions/src/platform/table'
import { launchBrowser } from './browser'
import { posterOf } from './poster/sheet'

const usage =
  '用法：npm run poster -- 文件.pdf|文件.png (--door=经度,纬度 | --place=场所编号) --link=网址 [--label=门牌] [--profile=ordinary|elder|pram|wheelchair|night]'
const MINUTES = 15
/** No sheet has room for more of a kind. */
const OF_EACH = 8
/** What most people look for among a kind stands before what is merely nearer. */
const foremost: Readonly<Partial<Record<PlaceKind, string>>> = { medical: '看病' }
/** Of A4, at 96 to the inch. */
const SHEET = { width: 794, height: 1123 }

interface Door {
  readonly position: Position
  readonly label: string
}

const doorOf = async (
  table: Table,
  door: string | undefined,
  place: string | undefined,
): Promise<Door | undefined> => {
  const placeId = idOf('place').safeParse(place)
  if (placeId.success) {
    const found = await loadPlace(table, placeId.data)
    return found && { position: found.place.position, label: found.place.name }
  }
  const [lng, lat, ...more] = (door ?? '').split(',').map(Number)
  const isPosition =
    more.length === 0 && Math.abs(lng ?? Number.NaN) <= 180 && Math.abs(lat ?? Number.NaN) <= 66
  return isPosition && lng !== undefined && lat !== undefined
    ? { position: { lng, lat }, label: '' }
    : undefined
}

/** The community around a door, and its telephone. */
const helpAt = async (table: Table, position: Position) => {
  const regions = await loadRegions(table)
  const [code] = byCommunity(regions, [{ position }]).keys()
  const { name, phone } = regions.find(region => region.code === code) ?? {}
  return name && phone ? { name, phone } : undefined
}

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      door: { type: 'string' },
      place: { type: 'string' },
      link: { type: 'string' },
      label: { type: 'string' },
      profile: { type: 'string', default: 'ordinary' },
    },
  })
  const [file = ''] = positionals
  const profile = walkProfiles.find(one => one === values.profile)
  const isAddress = values.link !== undefined && /^https?:\/\/\S{4,300}$/.test(values.link)
  if (!/\.(pdf|png)$/.test(file) || positionals.length > 1 || !profile || !values.link || !isAddress) {
    console.error(usage)
    return 2
  }
  const table = await tableAtHand()
  const door = await doorOf(table, values.door, values.place)
  if (!door) {
    console.error('没有这个场所，或者经纬度写得不对：经度在前，例如 --door=119.9512,31.7803。')
    return 2
  }
  const { near } = circleHandlers(table)
  const now = instantOf(Date.now())
  const needs: { kind: PlaceKind; places: PlaceCard[] }[] = []
  let measured: 'network' | 'straight' = 'straight'
  for (const kind of placeKinds) {
    const asked = { ...door.position, minutes: MINUTES, profile, kind, limit: OF_EACH }
    const found = await near({ now } as never, asked)
    if (!found.ok) continue
    measured = found.value.measured
    const places = found.value.places as PlaceCard[]
    const search = foremost[kind]
    const first = search ? await near({ now } as never, { ...asked, search }) : undefined
    const ids = new Set(first?.ok && !first.value.nearly ? first.value.places.map(one => one.placeId) : [])
    const inOrder = [
      ...places.filter(one => ids.has(one.placeId)),
      ...places.filter(one => !ids.has(one.placeId)),
    ]
    if (places.length > 0) needs.push({ kind, places: inOrder })
  }
  if (needs.length === 0) {
    console.error('这个门口走一刻钟内没有登记过的场所：看看经纬度是不是写反了，或者先导入场所。')
    return 1
  }
  const html = posterOf({
    label: values.label ?? door.label,
    link: values.link,
    minutes: MINUTES,
    profile,
    help: await helpAt(table, door.position),
    needs,
    measured,
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: SHEET, deviceScaleFactor: 2 })
    await page.setContent(html, { waitUntil: 'load' })
    if (file.endsWith('.pdf')) await page.pdf({ path: file, format: 'A4', printBackground: true })
    else await page.screenshot({ path: file })
  } finally {
    await browser.close()
  }
  console.log(`海报写进了 ${file}。`)
  return 0
}

await runCommand(run)
