// What was acknowledged survives SIGKILL, of the product and of the engine beneath it, and nothing is left half-written.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { everything } from '../../functions/test/everything'
import { dayParts, quartersOf } from '../../shared/src/booking/calendar'
import { holds } from '../../shared/src/booking/lifecycle'
import { type Engine, startEngine } from './engine'
import { type OwnedProcess, own } from './owned-process'
import { pickFreePort } from './ports.mjs'

const TABLE = 'yike-kill'
const CLIENTS = 6
/** The kill comes in the middle of bookings, once so many have been acknowledged. */
const ENOUGH = 30

interface Product {
  readonly process: OwnedProcess
  readonly api: string
  readonly app: string
}

const startProduct = async (engine: Engine): Promise<Product> => {
  const [apiPort, appPort] = [await pickFreePort(), await pickFreePort()]
  const process_ = await own({
    command: process.execPath,
    args: ['--import', 'tsx', 'functions/src/entry/dev.ts'],
    env: {
      DYNAMODB_ENDPOINT: engine.endpoint,
      YIKE_TABLE: TABLE,
      YIKE_API_PORT: String(apiPort),
      YIKE_APP_PORT: String(appPort),
    },
    output: 'keep',
  })
  const app = `http://127.0.0.1:${appPort}`
  for (let tries = 0; tries < 300; tries++) {
    if ((await fetch(`${app}/sandbox/personas`).catch(() => undefined))?.ok)
      return { process: process_, app, api: `http://127.0.0.1:${apiPort}` }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`the product did not start: ${process_.printed()}`)
}

// biome-ignore lint/suspicious/noExplicitAny: the test reads answers of several shapes
type Any = any

const ask = async (
  base: string,
  path: string,
  token?: string,
  body?: object,
): Promise<{ status: number; body: Any }> => {
  const response = await fetch(`${base}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

const signIn = async ({ app, api }: Product, persona: string) => {
  const { body } = await ask(app, '/sandbox/login', undefined, { persona })
  return (await ask(api, '/sessions', undefined, { code: body.code })).body
}

interface Acknowledged {
  readonly persona: string
  readonly bookingId: string
}

/** Books one slot after another until the product stops answering, and writes down what was acknowledged. */
const bookUntilKilled = async (product: Product, persona: string, turn: number, done: Acknowledged[]) => {
  try {
    const { token, me } = await signIn(product, persona)
    const { lng, lat } = me.home ?? me.community.center
    const { body: near } = await ask(
      product.api,
      `/places?lng=${lng}&lat=${lat}&minutes=30&bookable=1&limit=50`,
      token,
    )
    for (const { placeId } of near.places) {
      const { body: place } = await ask(product.api, `/places/${placeId}`, token)
      for (const { offeringId } of place.offerings) {
        const { body } = await ask(
          product.api,
          `/places/${placeId}/offerings/${offeringId}/days?days=14`,
          token,
        )
        const slots = body.days
          .flatMap((day: Any) => day.slots)
          .filter((slot: Any) => slot.left > 0 && !slot.shut)
        for (const { startAt, endAt } of slots.filter((_: Any, i: number) => i % CLIENTS === turn)) {
          const placed = await ask(product.api, '/bookings', token, { placeId, offeringId, startAt, endAt })
          if (placed.status === 201) done.push({ persona, bookingId: placed.body.bookingId })
        }
      }
    }
  } catch {
    // The product is gone: that is what the test waits for.
  }
}

/** What the day-sheets must hold, computed from every booking and claim; and what they hold. */
const books = async (engine: Engine) => {
  const all = await everything({ env: { table: TABLE, region: 'local', endpoint: engine.endpoint } })
  const items = Object.values(all) as Record<string, Any>[]
  const due = new Map<string, number>()
  const take = (thing: string, span: { startAt: string; endAt: string }) => {
    for (const part of dayParts(span))
      for (const quarter of quartersOf(part)) {
        const at = `SHEET#${thing} DAY#${part.on} q${quarter}`
        due.set(at, (due.get(at) ?? 0) + 1)
      }
  }
  for (const item of items) {
    if (item.type === 'Booking' && holds(item.state)) {
      take(item.thingId, item as Any)
      if (item.attended) take(item.personId, item as Any)
    }
    if (item.type === 'Claim' && item.state !== 'released') take(item.personId, item as Any)
  }
  const kept = new Map<string, number>()
  for (const item of items)
    if (String(item.pk).startsWith('SHEET#'))
      for (const [name, taken] of Object.entries(item))
        if (/^q\d+$/.test(name) && taken !== 0) kept.set(`${item.pk} ${item.sk} ${name}`, taken)
  return { due: Object.fromEntries([...due].sort()), kept: Object.fromEntries([...kept].sort()) }
}

it.each(['product', 'engine'] as const)(
  'SIGKILL of the %s during bookings loses none that was acknowledged and leaves none half-written',
  async victim => {
    const dbPath = mkdtempSync(join(tmpdir(), 'yike-kill-'))
    let engine = await startEngine({ kind: 'dynoxide', dbPath })
    let product = await startProduct(engine)
    const { body } = await ask(product.app, '/sandbox/personas')
    const personas: string[] = body.personas.filter((one: Any) => one.community).map((one: Any) => one.id)
    const acknowledged: Acknowledged[] = []
    const clients = personas
      .slice(0, CLIENTS)
      .map((persona, turn) => bookUntilKilled(product, persona, turn, acknowledged))
    while (acknowledged.length < ENOUGH) await new Promise(resolve => setTimeout(resolve, 20))
    const pid = victim === 'product' ? product.process.pid : engine.pid
    if (pid === undefined) throw new Error('the engine has no process of ours')
    process.kill(pid, 'SIGKILL')
    if (victim === 'engine') setTimeout(() => process.kill(product.process.pid, 'SIGKILL'), 500)
    await Promise.all(clients)
    await Promise.allSettled([product.process.stop(), ...(victim === 'engine' ? [engine.stop()] : [])])

    if (victim === 'engine') engine = await startEngine({ kind: 'dynoxide', dbPath })
    product = await startProduct(engine)
    const tokens = new Map<string, string>()
    for (const { persona, bookingId } of acknowledged) {
      const token = tokens.get(persona) ?? (await signIn(product, persona)).token
      tokens.set(persona, token)
      const { status, body: booking } = await ask(product.api, `/bookings/${bookingId}`, token)
      expect([status, holds(booking.state)]).toEqual([200, true])
    }
    const { due, kept } = await books(engine)
    expect(kept).toEqual(due)
    await product.process.stop()
    await engine.stop()
    rmSync(dbPath, { recursive: true, force: true })
  },
  90_000,
)
