// What was acknowledged survives SIGKILL, of the product and of the engine beneath it, and nothing is left half-written.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readBooks } from '../../functions/test/books'
import { holds } from '../../shared/src/booking/lifecycle'
import { readDays } from '../../shared/src/booking/rules/days'
import { explainMissingJava } from './dynamodb-local'
import { chooseEngine, type Engine, startEngine } from './engine'
import { type Product, startProduct } from './product'

const CLIENTS = 6
/** The kill comes in the middle of bookings, once so many have been acknowledged. */
const ENOUGH = 30

/** The engine that this run is made on, but never one at DYNAMODB_ENDPOINT: only what is ours is killed. */
const chosen = chooseEngine({ YIKE_ENGINE: process.env.YIKE_ENGINE })
const kind = chosen === 'dynamodb-local' ? chosen : 'dynoxide'
const missing = kind === 'dynamodb-local' ? await explainMissingJava() : undefined
if (missing)
  console.warn(`没有引擎可以强行终止，这些测试跳过。(No engine to kill: these tests are skipped.) ${missing}`)

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

const engineOver = async (dbPath: string): Promise<Engine> => {
  const engine = await startEngine({ kind, dbPath })
  cleanups.push(() => engine.stop())
  return engine
}

const productOn = async ({ endpoint }: Engine, table?: string): Promise<Product> => {
  const product = await startProduct({ endpoint, ...(table && { table }) })
  cleanups.push(() => product.stop())
  return product
}

// biome-ignore lint/suspicious/noExplicitAny: the test reads answers of several shapes
type Any = any

const ask = async (at: string, token?: string, body?: object): Promise<{ status: number; body: Any }> => {
  const response = await fetch(at, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

const signIn = async ({ api, loginCode }: Product, persona: string) =>
  (await ask(`${api}/sessions`, undefined, { code: await loginCode(persona) })).body

interface Acknowledged {
  readonly persona: string
  readonly bookingId: string
}

/** Books one slot after another, each client slots of its own, and tells of each that was acknowledged. */
const bookAll = async (
  product: Product,
  persona: string,
  turn: number,
  tell: (booked: Acknowledged) => void,
) => {
  const { token, me } = await signIn(product, persona)
  const { lng, lat } = me.home ?? me.community.center
  const places = `${product.api}/places`
  const near = await ask(`${places}?lng=${lng}&lat=${lat}&minutes=30&bookable=1&limit=50`, token)
  for (const { placeId } of near.body.places) {
    const { body: place } = await ask(`${places}/${placeId}`, token)
    for (const { offeringId } of place.offerings) {
      const { body } = await ask(`${places}/${placeId}/offerings/${offeringId}/days?days=14`, token)
      const slots = readDays(body).days.flatMap(day => day.slots)
      const open = slots.filter(slot => slot.left > 0 && !slot.shut)
      for (const { startAt, endAt } of open.filter((_, i) => i % CLIENTS === turn)) {
        const wish = { placeId, offeringId, startAt, endAt }
        const placed = await ask(`${product.api}/bookings`, token, wish)
        if (placed.status === 201) tell({ persona, bookingId: placed.body.bookingId })
      }
    }
  }
}

/** Lets clients book until there is enough to lose, then kills under them; what had been acknowledged by the end. */
const bookUntilKilled = async (product: Product, kill: () => void): Promise<readonly Acknowledged[]> => {
  const { body } = await ask(`${product.app}/sandbox/personas`)
  const personas: string[] = body.personas.filter((one: Any) => one.community).map((one: Any) => one.id)
  const acknowledged: Acknowledged[] = []
  let ended: Promise<PromiseSettledResult<void>[]> | undefined
  await new Promise<void>((resolve, reject) => {
    const tell = (booked: Acknowledged) => {
      if (acknowledged.push(booked) === ENOUGH) resolve()
    }
    const clients = personas.slice(0, CLIENTS).map((persona, turn) => bookAll(product, persona, turn, tell))
    ended = Promise.allSettled(clients)
    ended.then(ends => {
      const causes = ends.map(end => (end.status === 'rejected' ? String(end.reason) : 'all slots tried'))
      reject(new Error(`only ${acknowledged.length} bookings before the clients ended: ${causes}`))
    })
  })
  kill()
  // Without its engine the product may go on refusing for a while: long enough to see that it acknowledges nothing.
  await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 500))])
  await product.stop()
  await ended
  return acknowledged
}

it.skipIf(missing).each(['product', 'engine'] as const)(
  'SIGKILL of the %s during bookings loses none that was acknowledged and leaves none half-written',
  async victim => {
    const dbPath = mkdtempSync(join(tmpdir(), 'yike-kill-'))
    cleanups.push(() => rmSync(dbPath, { recursive: true, force: true }))
    const engine = await engineOver(dbPath)
    const product = await productOn(engine)
    const pid = victim === 'engine' ? engine.pid : product.pid
    if (pid === undefined) throw new Error('the engine has no process of ours')
    const acknowledged = await bookUntilKilled(product, () => process.kill(pid, 'SIGKILL'))
    expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH)

    const engineNow = victim === 'engine' ? await engineOver(dbPath) : engine
    const productNow = await productOn(engineNow, product.table)
    const tokens = new Map<string, string>()
    for (const { persona, bookingId } of acknowledged) {
      const token = tokens.get(persona) ?? (await signIn(productNow, persona)).token
      tokens.set(persona, token)
      const { status, body: booking } = await ask(`${productNow.api}/bookings/${bookingId}`, token)
      expect([status, holds(booking.state)]).toEqual([200, true])
    }
    await productNow.stop()
    const env = { table: product.table, region: 'local', endpoint: engineNow.endpoint }
    const { kept, due } = await readBooks({ env })
    expect(kept).toEqual(due)
  },
  90_000,
)
