import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type FaultyEngine, startFaultyEngine } from '../../../test/faulty-engine'
import { createWorld, type World } from '../../../test/world'
import { createApp } from '../../app'
import { openTable } from '../table'

let w: World
let faulty: FaultyEngine
beforeAll(async () => {
  w = await createWorld()
  faulty = await startFaultyEngine(inject('engine'), { throttle: 1 })
})
afterAll(async () => {
  await faulty.close()
  await w.close()
})

it('where the engine throttles for good, a read and a write are both told that it is busy, in less than 9 s', async () => {
  const { token } = await w.person()
  const table = openTable({ name: w.env.table, region: 'local', endpoint: faulty.endpoint })
  const log = (event: string, fields: object) => void w.lines.push(JSON.stringify({ event, ...fields }))
  const app = createApp(w.env, { clock: () => Date.parse(w.now), table, log })
  const send = (method: string, path: string, body?: object) =>
    app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': 'an-intent-of-a-test',
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  const startedMs = performance.now()
  const answers = await Promise.all([
    send('GET', '/me'),
    send('PUT', '/me/home', { label: '3 幢', lng: 119.95, lat: 31.78 }),
    send('POST', '/me/people', { name: '妈妈', relation: 'parent' }),
  ])
  expect(performance.now() - startedMs).toBeLessThan(9_000)
  for (const answer of answers) {
    expect(answer.status).toBe(429)
    expect(await answer.json()).toMatchObject({ code: 'request.busy' })
  }
})

describe('a kept-alive connection', () => {
  let server: Server
  let at: AddressInfo
  beforeAll(async () => {
    server = createServer(getRequestListener(w.app.fetch))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    at = server.address() as AddressInfo
  })
  afterAll(() => new Promise(resolve => server.close(resolve)))

  const send = (agent: Agent, method: string, path: string, body?: string, isAnnounced = true) =>
    new Promise<{ status: number; socket: unknown }>((resolve, reject) => {
      const headers = {
        ...(body && { 'content-type': 'application/json' }),
        ...(body && isAnnounced && { 'content-length': Buffer.byteLength(body) }),
      }
      const sent = request({ agent, host: at.address, port: at.port, method, path, headers }, answer => {
        answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, socket: sent.socket }))
      })
      sent.on('error', reject)
      if (body && !isAnnounced)
        for (let i = 0; i < body.length; i += 8192) sent.write(body.slice(i, i + 8192))
      sent.end(isAnnounced ? body : undefined)
    })

  it.each([
    ['a megabyte', '/sessions', 1_000_000, true, 413],
    ['a megabyte that was not announced', '/sessions', 1_000_000, false, 413],
    ['eight megabytes', '/sessions', 8_000_000, true, 413],
    ['a megabyte without a token', '/bookings', 1_000_000, true, 401],
    ['a megabyte to nobody', '/nope', 1_000_000, true, 404],
  ])('carries the next request after %s', async (_, path, bytes, isAnnounced, status) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const first = await send(agent, 'POST', path, JSON.stringify({ code: 'x'.repeat(bytes) }), isAnnounced)
    expect(first.status).toBe(status)
    const second = await send(agent, 'GET', '/communities')
    expect(second).toEqual({ status: 200, socket: first.socket })
    agent.destroy()
  })
})
