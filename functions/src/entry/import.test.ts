// The command as a script sees it: a process of its own, its exit code, and what it leaves in the table.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { everything } from '../../test/everything'
import { createWorld, OSMANTHUS, type World } from '../../test/world'
import { library, table } from '../circle/import/fixtures/table'
import { townGzip, townPbf, townXml } from '../circle/import/fixtures/town'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const entry = fileURLToPath(new URL('./import.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'yike-import-'))
// Each start of the command costs a second or two.
vi.setConfig({ testTimeout: 60_000 })

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true })
})

const fileOf = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const runImport = (...args: string[]): Promise<{ code: number; said: string }> =>
  new Promise(resolve => {
    const env = { DYNAMODB_ENDPOINT: w.env.endpoint, YIKE_TABLE: w.env.table }
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', entry, ...args],
      { cwd: root, env },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    )
  })

const placesOf = (items: Record<string, unknown>) =>
  (Object.values(items) as { type?: string; name?: string; community?: string }[]).filter(
    item => item.type === 'Place',
  )

it('a map goes in with its places and its walking network, and the same file again changes nothing', async () => {
  const before = await everything(w)
  const town = fileOf('town.osm', townXml)
  expect((await runImport(town, `--community=${OSMANTHUS}`)).code).toBe(0)
  const after = await everything(w)
  expect(after).toMatchObject(before)
  expect(placesOf(after).map(place => place.name)).toContain('柳溪药房')
  expect(placesOf(after).every(place => place.community === OSMANTHUS)).toBe(true)
  expect(Object.keys(after)).toContain('NETWORK#town NETWORK')

  expect((await runImport(town)).code).toBe(0)
  expect(await everything(w)).toEqual(after)
})

it('a map of another city under a name that is taken is refused and changes nothing, unless it is to replace it', async () => {
  const town = (lat: number) =>
    `<osm version="0.6"><node id="1" lon="110.5" lat="${lat}"/><node id="2" lon="110.51" lat="${lat}"/><way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way></osm>`
  expect((await runImport(fileOf('map.osm', town(25.2)))).code).toBe(0)
  const before = await everything(w)
  const other = fileOf('map.osm', town(27.2))
  expect((await runImport(other)).code).toBe(2)
  expect(await everything(w)).toEqual(before)
  expect((await runImport(other, '--network=other')).code).toBe(0)
  expect((await runImport(other, '--replace')).code).toBe(0)
})

it.each<[string, () => Promise<Uint8Array>]>([
  ['town.osm', async () => townXml],
  ['town.osm.gz', async () => townGzip],
  ['town.osm.pbf', () => townPbf()],
])(
  'a truncated %s is refused with an exit code, and leaves the table exactly as it was',
  async (name, whole) => {
    const before = await everything(w)
    const bytes = await whole()
    const { code } = await runImport(fileOf(`cut-${name}`, bytes.subarray(0, bytes.length - 20)))
    expect(code).toBe(1)
    expect(await everything(w)).toEqual(before)
  },
)

it('of a table in GB18030 the good rows go in, the bad ones are told by their lines, and the exit code is 3', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => library.replace('柳溪图书馆', `桂花里${i}号书屋`))
  // Line 1 is the heading.
  rows[15] = rows[15]?.replace('图书馆', '酒吧') ?? ''
  rows[27] = rows[27]?.replace('121.0031', '') ?? ''
  const books = fileOf('books.csv', iconv.encode(table(...rows), 'gb18030'))
  const { code, said } = await runImport(books)
  expect(code).toBe(3)
  const numbers = said.match(/\d+/g)
  expect(numbers).toEqual(expect.arrayContaining(['17', '29']))
  const after = await everything(w)
  const names = placesOf(after).map(place => place.name)
  expect(names.filter(name => name?.endsWith('号书屋'))).toHaveLength(38)
  expect(names).not.toContain('桂花里15号书屋')

  expect((await runImport(books)).code).toBe(3)
  expect(await everything(w)).toEqual(after)
})

it('a file that is not there, and no file at all, are refused with exit code 2 before the table is touched', async () => {
  const before = await everything(w)
  expect((await runImport(join(folder, 'nowhere.osm'))).code).toBe(2)
  expect((await runImport()).code).toBe(2)
  expect(await everything(w)).toEqual(before)
})
