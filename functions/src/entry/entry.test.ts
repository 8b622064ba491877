/** What somebody sees who starts an entry the wrong way. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { createTable } from '../platform/table/create'

let folder: string
let csv: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yike-entry-'))
  csv = join(folder, 'places.csv')
  await writeFile(csv, '名称,类别,地址,经度,纬度\n桂花里书场,文化,桂花里 1 号,119.95,31.78\n')
})
afterAll(() => rm(folder, { recursive: true }))

const run = (entry: string, args: string[], env: Record<string, string>) =>
  new Promise<{ code: number; said: string }>(resolve => {
    const path = join(import.meta.dirname, `${entry}.ts`)
    execFile(
      process.execPath,
      ['--import', 'tsx', path, ...args],
      { env: { ...process.env, ...env } },
      (failure, out, err) => resolve({ code: failure ? Number(failure.code) : 0, said: out + err }),
    )
  })

it.each([
  ['dev', () => []],
  ['import', () => [csv]],
])('%s says in one sentence that no engine answers', async (entry, args) => {
  const { code, said } = await run(entry, args(), { DYNAMODB_ENDPOINT: 'http://127.0.0.1:1' })
  expect(code).toBe(1)
  expect(said).toContain('127.0.0.1:1')
  expect(said).not.toMatch(/^\s+at /m)
})

it('an import for a community that does not use the service is refused, and nothing is written', async () => {
  const name = `entry-${randomUUID()}`
  const where = { region: 'local', endpoint: inject('engine') }
  await createTable(name, where)
  const env = { DYNAMODB_ENDPOINT: where.endpoint, YIKE_TABLE: name }
  const { code, said } = await run('import', [csv, '--community=110108000001'], env)
  expect(code).toBe(2)
  expect(said).toContain('110108000001')
  expect(said).not.toContain('新增')
})

it('regions of a table are opened, a second time nothing changes, and a table with a bad row is refused whole', async () => {
  const name = `entry-${randomUUID()}`
  const env = { DYNAMODB_ENDPOINT: inject('engine'), YIKE_TABLE: name }
  const file = join(folder, 'regions.csv')
  const street = '代码,名称,经度,纬度,电话\n320499001,清水街道,,,\n'
  await writeFile(file, `${street}320499001001,桂花里社区,119.95,31.78,0519-1234\n`)
  expect(await run('regions', [file], env)).toMatchObject({
    code: 0,
    said: expect.stringContaining('新增 2'),
  })
  expect((await run('regions', [file], env)).said).toMatch(/新增 0，更新 0，没有变化 2/)
  await writeFile(file, `${street.replace('清水', '清溪')}32049900,半个\n`)
  expect(await run('regions', [file], env)).toMatchObject({
    code: 1,
    said: expect.stringContaining('第 3 行'),
  })
  const invited = await run('invite', ['--name=沈明远', '--scope=320499001'], env)
  expect(invited).toMatchObject({ code: 0, said: expect.stringContaining('清水街道') })
  expect(invited.said).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  for (const scope of ['320499009', '320499001001'])
    expect((await run('invite', ['--name=沈明远', `--scope=${scope}`], env)).code).toBe(2)
}, 60_000)
