import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createTable } from '@yike/functions/platform/table/create'
import { api } from '@yike/shared/api'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { API_BUNDLE_LIMIT_BYTES, bundle, bundleFile, type Entry, entries } from '../src/bundle'

const folder = mkdtempSync(join(tmpdir(), 'yike-bundle-'))
const table = `bundle-${randomUUID()}`
beforeAll(async () => {
  await createTable(table, { region: 'local', endpoint: inject('engine') })
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the api function is at most 450 KB of code', () => {
  expect(bundle('api').code.length).toBeLessThanOrEqual(API_BUNDLE_LIMIT_BYTES)
})

test('what endpoints are for is told by /docs, and parsed by no function', () => {
  const code = Buffer.from(bundle('api').code).toString()
  const summaries = Object.values(api).flatMap(({ endpoints }) =>
    Object.values(endpoints).map(({ summary }) => summary),
  )
  expect(summaries.length).toBeGreaterThan(100)
  expect(summaries.filter(said => code.includes(said))).toEqual([])
})

describe.each(entries)('the bundle of %s', entry => {
  const { code, map, inputs, imports } = bundle(entry)

  test('holds nothing of the local product', () => {
    expect(inputs.length).toBeGreaterThan(50)
    expect(
      inputs.filter(input => /wechat-sandbox|entry\/dev|demo|dynamodb-streams|\.test\./.test(input)),
    ).toEqual([])
    expect(Buffer.from(code).toString()).not.toMatch(/wechat-sandbox/)
  })

  test('asks the runtime for nothing but its own modules', () => {
    expect(imports.filter(name => !builtinModules.includes(name.replace(/^node:/, '')))).toEqual([])
  })

  test('is the same each time, and points at no map', async () => {
    expect(Buffer.compare((await bundleFile(`functions/src/entry/${entry}.ts`)).code, code)).toBe(0)
    expect(Buffer.from(code).toString()).not.toContain('sourceMappingURL')
    expect(JSON.parse(Buffer.from(map).toString()).sources).toContainEqual(
      expect.stringMatching(`functions/src/entry/${entry}.ts$`),
    )
  })
})

test.each([
  ['code of the local product', 'functions/src/entry/dev/wechat-sandbox.ts'],
  ['a package that only development needs', 'functions/src/platform/table/follow.ts'],
])('probe: no bundle is made of %s', async (_, file) => {
  await expect(bundleFile(file)).rejects.toThrow()
})

describe('as Lambda runs them, on a real engine', () => {
  test('api answers a request that reads the table', async () => {
    const answer = await invoke('api', get('/communities'))
    expect(answer).toMatchObject({ statusCode: 200 })
  })

  test('api answers an unknown path with a problem', async () => {
    const answer = await invoke('api', get('/nothing-here'))
    expect(answer).toMatchObject({
      statusCode: 404,
      headers: { 'content-type': 'application/problem+json' },
    })
  })

  test('calendars answers nobody by a link that it has not given out', async () => {
    const answer = await invoke('calendars', get(`/calendars/rs_${'0'.repeat(26)}.${'x'.repeat(43)}.ics`))
    expect(answer).toMatchObject({ statusCode: 404 })
  })

  test('stream takes a batch and reports no failure', async () => {
    const NewImage = { pk: { S: 'A' }, sk: { S: 'A' }, type: { S: 'nobody-follows-this' } }
    const answer = await invoke('stream', { Records: [{ dynamodb: { SequenceNumber: '1', NewImage } }] })
    expect(answer).toEqual({ batchItemFailures: [] })
  })

  test('clock does its minute', async () => {
    expect(await invoke('clock', {})).toBeNull()
  })
})

/** The bundle in a process of its own, with its environment and nothing else of ours. */
const invoke = async (entry: Entry, event: object): Promise<unknown> => {
  const file = join(folder, `${entry}.js`)
  writeFileSync(file, bundle(entry).code)
  const call = `require(${JSON.stringify(file)}).handler(${JSON.stringify(event)}, {}).then(
    answer => process.stdout.write('\\n' + JSON.stringify(answer ?? null)))`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', call], {
    cwd: folder,
    env: {
      YIKE_TABLE: table,
      YIKE_TOKEN_SECRET: 'x'.repeat(64),
      WECHAT_APP_ID: 'wx-test',
      WECHAT_APP_SECRET: 'secret',
      YIKE_PHOTOS: 'photos',
      YIKE_PHOTOS_URL: 'https://photos.example.cn',
      AWS_REGION: 'local',
      DYNAMODB_ENDPOINT: inject('engine'),
    },
  })
  return JSON.parse(stdout.split('\n').at(-1) ?? '')
}

/** A request as the HTTP API passes it on. */
const get = (rawPath: string) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath,
  rawQueryString: '',
  headers: { host: 'api.example.cn' },
  requestContext: { http: { method: 'GET', path: rawPath }, domainName: 'api.example.cn', stage: '$default' },
  isBase64Encoded: false,
})
