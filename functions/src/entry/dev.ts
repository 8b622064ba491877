/**
 * The whole product on one machine: the API, the h5 app with its door into the sandbox, the stream's reactions and the
 * clock. `npm start` starts it; nothing of it is in a Lambda.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { instantOf } from '@yike/shared/kernel/time'
import { createApp, createReactions, createTick, type Outside } from '../app'
import { createCalendars } from '../app/calendars'
import { openLearning } from '../circle/handlers'
import { loadDemo } from '../demo/load'
import { loadPhotos } from '../demo/photos'
import { docsRoutes } from '../docs/routes'
import { type DevEnv, type Env, readDevEnv } from '../platform/env'
import { failureFields, jsonLog, type Log } from '../platform/log'
import { deliver, ITEMS_AT_ONCE } from '../platform/outbox'
import { openTable } from '../platform/table'
import { createTable, NoEngine } from '../platform/table/create'
import { followStream } from '../platform/table/follow'
import { appRoutes } from './dev/app-routes'
import { createBucketSandbox } from './dev/bucket-sandbox'
import { createWeChatSandbox, sandboxTemplates } from './dev/wechat-sandbox'

const HOST = '127.0.0.1'
const REGION = 'local'
const STREAM_EVERY_MS = 250
const CLOCK_EVERY_MS = 20_000

/** At a developer's desk only what went wrong is worth a line. */
const log: Log = (event, fields) => {
  if (/failed$/.test(event)) jsonLog(event, fields)
}

/** Repeats a task with a pause between, until stopped; what fails is logged and tried again. */
const repeat = (name: string, everyMs: number, task: () => Promise<unknown>): (() => void) => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const run = async () => {
    await task().catch((failure: unknown) => log(`${name}_failed`, failureFields(failure)))
    if (!stopped) timer = setTimeout(run, everyMs)
  }
  void run()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

const BUCKET = '/bucket'
/** So long the WeChat of the sandbox looks at a picture. */
const LOOKS_MS = 3_000

const start = async ({
  table: name,
  endpoint,
  apiPort,
  appPort,
  h5Dir,
  tokenSecret,
  photosDir,
}: DevEnv): Promise<() => void> => {
  const where = { region: REGION, endpoint }
  await createTable(name, where)
  const outside: Outside = { clock: Date.now, log, table: openTable({ name, ...where }) }
  const chance = (bytes: number) => randomBytes(bytes).toString('base64url')
  const push = { token: chance(16), aesKey: chance(32).replace(/[-_]/g, '0') }
  const photos = {
    name: 'photos',
    url: `http://${HOST}:${appPort}${BUCKET}`,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: chance(24) },
  }
  const env: Env = {
    table: name,
    ...where,
    tokenSecret: tokenSecret ?? chance(32),
    wechat: {
      appId: 'wx0000000000sandbox',
      appSecret: randomBytes(16).toString('hex'),
      baseUrl: `http://${HOST}:${appPort}`,
      templates: sandboxTemplates,
      push,
    },
    photos,
  }
  const learn = openLearning(outside.table)
  await learn(Date.now())
  const isNew = await loadDemo(outside.table, { appId: env.wechat.appId, now: instantOf(Date.now()) })
  if (isNew) console.log('示范社区已装入：清水街道，桂花里、石桥头两个社区。(Demo community loaded.)')

  const api = createApp(env, outside).route('/', createCalendars(outside)).route('/', docsRoutes())
  const tell = async (path: string, body: object) =>
    (await api.request(path, { method: 'POST', body: JSON.stringify(body) })).ok
  const sandbox = createWeChatSandbox({
    ...env.wechat,
    clock: Date.now,
    push: { ...push, tell, judgesAfterMs: LOOKS_MS },
  })
  const folder = photosDir ?? mkdtempSync(join(tmpdir(), 'yike-photos-'))
  const bucket = createBucketSandbox({ ...photos, path: BUCKET, folder, clock: Date.now })
  sandbox.app.route(BUCKET, bucket.app)
  await loadPhotos(outside.table, instantOf(Date.now()), bucket.keep)
  const servers = [
    serve({ fetch: api.fetch, port: apiPort, hostname: HOST }),
    serve({ fetch: appRoutes(api, sandbox, h5Dir).fetch, port: appPort, hostname: HOST }),
  ]
  const reactions = createReactions(env, outside)
  const stream = await followStream(name, where, moves =>
    deliver(outside.table, reactions, moves, log, ITEMS_AT_ONCE),
  )
  const tick = createTick(outside)
  const stops = [
    repeat('stream', STREAM_EVERY_MS, stream.once),
    repeat('clock', CLOCK_EVERY_MS, () => tick(Date.now())),
    repeat('holidays', CLOCK_EVERY_MS, () => learn(Date.now())),
  ]

  console.log(`
  应用 app       http://${HOST}:${appPort}
  接口 API       http://${HOST}:${apiPort}
  接口说明 docs   http://${HOST}:${apiPort}/docs   (OpenAPI: /openapi.json)
`)
  return () => {
    for (const stop of stops) stop()
    for (const server of servers) server.close()
    if (!photosDir) rmSync(folder, { recursive: true, force: true })
  }
}

const stop = await start(readDevEnv()).catch((failure: unknown) => {
  if (!(failure instanceof NoEngine)) throw failure
  console.error(failure.message)
  process.exit(1)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stop()
    process.exit(0)
  })
