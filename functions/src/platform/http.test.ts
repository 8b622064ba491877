import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type FaultyEngine, startFaultyEngine } from '../../test/faulty-engine'
import { createWorld, type World } from '../../test/world'
import { createApp } from '../app'
import { openTable } from './table'

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
