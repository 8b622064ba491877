/**
 * A small world for tests: a fresh table on a real engine, the whole app in process, a clock that the test moves, and
 * people who hold whatever role the test gives them. Only WeChat, the clock and the log are not the real ones.
 */

import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { errorTable } from '@yike/shared/api'
import { readDays } from '@yike/shared/booking/rules/days'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Role } from '@yike/shared/kernel/contract'
import type { ErrorSpec } from '@yike/shared/kernel/problem'
import { instantAt, instantOf } from '@yike/shared/kernel/time'
import { inject } from 'vitest'
import { createApp, createReactions, createTick } from '../src/app'
import { createCalendars } from '../src/app/calendars'
import { type Offering, offeringItem, type Place, placeItem } from '../src/circle/store'
import { createBucketSandbox } from '../src/entry/dev/bucket-sandbox'
import { createWeChatSandbox, sandboxTemplates } from '../src/entry/dev/wechat-sandbox'
import { type Resident, regionItem, residentItem } from '../src/identity/store'
import { openTokens } from '../src/platform/actor'
import type { Env } from '../src/platform/env'
import { newId } from '../src/platform/ids'
import { deliver, type Moved } from '../src/platform/outbox'
import { openTable, type Table } from '../src/platform/table'
import { createTable } from '../src/platform/table/create'
import { followStream } from '../src/platform/table/follow'
import type { Memory } from './memory'
import type { Meter } from './meter'

/** Monday 2026-11-23, 09:00 in Shanghai: an ordinary workday. */
export const MONDAY = Date.parse(instantAt('2026-11-23', 9 * 60))

const region = (code: string) => code as RegionCode
export const STREET = region('320499001')
export const OSMANTHUS = region('320499001001')
export const STONEBRIDGE = region('320499001002')

export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T
  readonly type: string
}

export interface Person extends Resident {
  readonly token: string
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape the endpoint under test answers with
type Any = any

/** One process of the product: what it remembers and what its clock says are nobody else's. */
export interface Server {
  readonly table: Table
  readonly clock: () => number
  readonly app: ReturnType<typeof createApp>
  readonly tick: ReturnType<typeof createTick>
  readonly reactions: ReturnType<typeof createReactions>
}

export type World = Awaited<ReturnType<typeof createWorld>>

export const createWorld = async ({
  engine = inject('engine'),
  meter,
  memory,
}: {
  engine?: string
  meter?: Meter
  /** In place of an engine; then no call reaches WeChat or the bucket either. */
  memory?: Memory | undefined
} = {}) => {
  const where = { region: 'local', endpoint: engine }
  const name = `test-${randomUUID()}`
  // Tests share two cores and call in crowds: what is slow there is not what is busy in the cloud.
  const patience = { callMs: 20_000, tryMs: 15_000 }
  const openEngine = async () => {
    await createTable(name, where)
    return openTable({ name, ...where, patience, ...(meter && { meter: meter.told }) })
  }
  const opened = memory?.table ?? (await openEngine())
  let ms = MONDAY
  const clock = () => ms
  const push = { token: 'push-token', aesKey: 'a'.repeat(43) }
  const told: number[] = []
  const tell = async (path: string, body: object) => {
    const { status } = await server.app.request(path, { method: 'POST', body: JSON.stringify(body) })
    told.push(status)
    return status === 200
  }
  const sandbox = createWeChatSandbox({
    appId: 'wx-test',
    appSecret: 'secret',
    clock,
    push: { ...push, tell },
  })
  const folder = memory ? undefined : mkdtempSync(join(tmpdir(), 'yike-bucket-'))
  const credentials = { accessKeyId: 'local', secretAccessKey: 'a secret of the bucket' }
  const bucket = { name: 'photos', region: 'local', credentials }
  if (folder)
    sandbox.app.route('/bucket', createBucketSandbox({ ...bucket, path: '/bucket', folder, clock }).app)
  const wechat = folder ? await listen(sandbox.app.fetch) : nowhere
  const env: Env = {
    table: name,
    ...where,
    tokenSecret: 'a-secret-for-tests-of-32-characters',
    wechat: { appId: 'wx-test', appSecret: 'secret', baseUrl: wechat.url, templates: sandboxTemplates, push },
    photos: { ...bucket, url: `${wechat.url}/bucket` },
  }
  const tokens = openTokens(env.tokenSecret)
  const lines: string[] = []
  const log = (event: string, fields: object) => void lines.push(JSON.stringify({ event, ...fields }))
  const startServer = ({ aheadMinutes = 0 } = {}): Server => {
    const own = () => ms + aheadMinutes * 60_000
    const table = meter ? meter.around(opened) : opened
    return {
      table,
      clock: own,
      app: createApp(env, { clock: own, table, log }).route('/', createCalendars({ clock: own, table })),
      tick: createTick({ table, log }),
      reactions: createReactions(env, { clock: own }),
    }
  }
  const first = startServer()
  let server = first
  const { app, table, reactions } = first
  const letReact = (moves: readonly Moved[]) => deliver(server.table, server.reactions, moves, log)
  const stream = memory ? { once: () => memory.follow(letReact) } : await followStream(name, where, letReact)

  for (const [code, label] of [
    [OSMANTHUS, '桂花里社区'],
    [STONEBRIDGE, '石桥头社区'],
  ] as const)
    await put(
      table,
      regionItem({
        code,
        name: label,
        level: 'community',
        street: '清水街道',
        center: HOME,
        phone: '0519-00000000',
      }),
    )

  const known = new Map<string, Resident>()
  /** A token of this moment. */
  const tokenOf = async ({ residentId, roles, scope }: Resident): Promise<string> =>
    (await tokens.sign({ residentId, roles: [...roles], scope }, instantOf(ms))).token

  /** Somebody who has signed in: a resident of 桂花里 unless told otherwise. */
  const person = async (is: Partial<Resident> & { roles?: readonly Role[] } = {}): Promise<Person> => {
    const resident: Resident = {
      residentId: newId('resident', ms),
      personId: newId('person', ms),
      name: '王阿姨',
      roles: ['resident'],
      scope: OSMANTHUS,
      community: OSMANTHUS,
      home: null,
      householdSize: 1,
      createdAt: instantOf(ms),
      ...is,
    }
    await put(table, residentItem(resident))
    const token = await tokenOf(resident)
    known.set(token, resident)
    return { ...resident, token }
  }

  const send = async (
    method: string,
    path: string,
    {
      token,
      body,
      key,
      headers = {},
    }: { token?: string; body?: unknown; key?: string; headers?: Record<string, string> },
  ): Promise<Answer<Any>> => {
    const response = await server.app.request(path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const answered: Any = await response.json()
    if (response.status >= 400) expectAdvice(answered)
    return {
      status: response.status,
      body: answered,
      type: response.headers.get('content-type') ?? '',
    }
  }

  return {
    table,
    memory,
    app,
    sandbox,
    reactions,
    env,
    lines,
    person,
    tokenOf,
    send,
    get now() {
      return instantOf(server.clock())
    },
    /** Moves the clock on. */
    pass: (minutes: number) => {
      ms += minutes * 60_000
    },
    /** Lets the stream's reactions see all that was committed. */
    react: () => stream.once(),
    tick: () => server.tick(server.clock()),
    startServer,
    /** From now on this one answers, follows the stream and looks at the clock. */
    turnTo: (other: Server) => {
      server = other
    },
    /** Somebody at their phone, which signs in again by itself when the token has expired. */
    as: ({ token: given }: { token: string }) => {
      const call = async (method: string, path: string, more: { body?: unknown; key?: string } = {}) => {
        const resident = known.get(given)
        return send(method, path, { ...more, token: resident ? await tokenOf(resident) : given })
      }
      /** The version that is shown of the case whose verb a path ends in. */
      const versionAt = async (path: string): Promise<number> => {
        const { body } = await call('GET', path.slice(0, path.lastIndexOf('/')))
        return body.version ?? body.task?.version ?? 0
      }
      return {
        get: (path: string) => call('GET', path),
        /** What is free of an offering. `asked`: which days, as a query. */
        days: async ({ placeId, offeringId }: { placeId: string; offeringId: string }, asked = '') =>
          readDays((await call('GET', `/places/${placeId}/offerings/${offeringId}/days?${asked}`)).body).days,
        put: (path: string, body: unknown) => call('PUT', path, { body }),
        /** Each call is an intent of its own unless it names a key. */
        post: (path: string, body: unknown = {}, key: string = randomUUID()) =>
          call('POST', path, { body, key }),
        /** Looks at the case, then moves it by the verb at the end of the path, with the version that was seen. */
        move: async (path: string, body: object = {}) =>
          call('POST', path, { body: { version: await versionAt(path), ...body } }),
        /** Looks once and taps several times at once: retries of one move. */
        tap: async (times: number, path: string, body: object = {}) => {
          const seen = { version: await versionAt(path), ...body }
          return Promise.all(Array.from({ length: times }, () => call('POST', path, { body: seen })))
        },
      }
    },
    place: async (is: Partial<Place> = {}): Promise<Place> => {
      const place: Place = {
        placeId: newId('place', ms),
        sourceId: `test:${randomUUID()}`,
        community: OSMANTHUS,
        name: '桂花里日间照料中心',
        kind: 'elderCare',
        position: HOME,
        phone: '0519-00000001',
        bookable: [],
        // Looked at not long ago: the clock has nothing to ask about it.
        assuredOn: '2026-11-02',
        checkOn: '2027-05-01',
        askOn: '2027-05-01',
        ...is,
      }
      await put(table, placeItem(place))
      return place
    },
    offering: async (place: Place, is: Partial<Offering> = {}): Promise<Offering> => {
      const offering: Offering = {
        placeId: place.placeId,
        offeringId: newId('offering', ms),
        version: 1,
        thingId: newId('thing', ms),
        placeName: place.name,
        placePhone: place.phone,
        community: place.community ?? OSMANTHUS,
        kind: 'elderCare',
        name: '计时托',
        forWhom: '60 岁以上老人',
        capacity: 2,
        hours: {
          days: Array.from({ length: 7 }, () => [[8 * 60, 18 * 60]] as const),
          publicHoliday: 'asUsual',
        },
        slotMinutes: 60,
        priceClass: 'free',
        priceFen: 0,
        needsApproval: false,
        attended: true,
        noticeMinutes: 0,
        daysAhead: 14,
        cancelMinutes: 60,
        ...is,
      }
      await put(table, offeringItem(offering))
      return offering
    },
    /** What WeChat's calls to us were answered with. */
    told,
    /** Files in the bucket. */
    files: () => (folder ? readdirSync(folder).map(decodeURIComponent) : []),
    close: async () => {
      await wechat.close()
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Somewhere in the imagined town: all positions of tests are near it. */
export const HOME = { lng: 119.95, lat: 31.78 }

/** Whatever test meets a refusal: it says what its table promises. */
const expectAdvice = ({ code, next, fields }: Any): void => {
  const spec: ErrorSpec = errorTable[code as keyof typeof errorTable]
  const named = (next ?? []).every(({ page = '' }: Any) => !/[:=](&|$)/.test(page))
  if (named && (next?.length || fields || !(spec.next ?? spec.staffNext))) return
  throw new Error(`${code} does not say what to do next: ${JSON.stringify(next)}`)
}

const put = async (
  table: Table,
  item: Parameters<Table['write']>[0][number] extends infer C
    ? C extends { put: infer P }
      ? P
      : never
    : never,
) => {
  const done = await table.write([{ put: item }])
  if (!done.ok) throw new Error(done.refusal.code)
}

const nowhere = { url: 'http://127.0.0.1:1', close: async () => {} }

const listen = (fetch: (request: Request) => Response | Promise<Response>) =>
  new Promise<{ url: string; close: () => Promise<void> }>(resolve => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise(done => server.close(() => done())),
      }),
    )
  })
