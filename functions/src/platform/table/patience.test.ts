import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Faults } from '../../../test/faults'
import { type FaultyEngine, startFaultyEngine } from '../../../test/faulty-engine'
import { absent, below } from '../condition'
import { createTable } from './create'
import { Busy, openTable, type Table } from './index'

const name = `patience-${randomUUID()}`
const open = (endpoint: string) => openTable({ name, region: 'local', endpoint })
const opened: FaultyEngine[] = []
beforeAll(() => createTable(name, { region: 'local', endpoint: inject('engine') }))
afterAll(() => Promise.all(opened.map(faulty => faulty.close())))

const behind = async (faults: Partial<Faults>) => {
  const faulty = await startFaultyEngine(inject('engine'), faults)
  opened.push(faulty)
  return { faulty, table: open(faulty.endpoint) }
}
const tenMore = async (table: Table) => {
  const at = { pk: randomUUID(), sk: 'X' }
  await table.write([{ put: { ...at, n: 0 } }])
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => table.write([{ update: at, add: { n: 1 } }])),
  )
  expect(answers.every(({ ok }) => ok)).toBe(true)
  return (await open(inject('engine')).get(at))?.n
}
const seconds = async (task: () => Promise<unknown>) => {
  const startedMs = performance.now()
  await task()
  return (performance.now() - startedMs) / 1000
}

describe.concurrent('a call to the table', () => {
  it.each([
    ['every second write meets a conflict', { conflict: 0.5 }],
    ['every second request is throttled', { throttle: 0.5 }],
    ['every third reply is lost', { lostReply: 0.34 }],
    ['every fifth request gets no reply at all', { silence: 0.2 }],
  ])('where %s, ten increments make ten', async (_, faults) => {
    expect(await tenMore((await behind(faults)).table)).toBe(10)
  })

  it('a condition that fails beside a conflict is asked again, not reported', async () => {
    const { table } = await behind({ conflictBesideCondition: 0.5 })
    for (let i = 0; i < 4; i++) {
      const [one, two] = [randomUUID(), randomUUID()]
      const written = await table.write([
        { put: { pk: one, sk: 'X' }, if: absent(), else: 'there' },
        { put: { pk: two, sk: 'X' }, if: absent(), else: 'there' },
      ])
      expect(written.ok).toBe(true)
    }
  })

  it.each([
    ['throttled for good', { throttle: 1 }],
    ['in conflict for good', { conflict: 1 }],
    ['unanswered', { silence: 1 }],
  ])('a write that is %s is refused as busy within 4.5 s', async (_, faults) => {
    const { table } = await behind(faults)
    const took = await seconds(async () =>
      expect(await table.write([{ put: { pk: randomUUID(), sk: 'X' } }])).toMatchObject({
        refusal: { code: 'request.busy' },
      }),
    )
    expect(took).toBeLessThan(4.5)
  })

  it.each([
    ['throttled for good', async () => (await behind({ throttle: 1 })).table],
    ['unanswered', async () => (await behind({ silence: 1 })).table],
    ['made where nobody listens', async () => open('http://127.0.0.1:1')],
  ])('a read that is %s ends as busy within 4.5 s', async (_, tableOf) => {
    const table = await tableOf()
    const took = await seconds(() =>
      Promise.all([
        expect(table.get({ pk: 'p', sk: 's' })).rejects.toThrow(Busy),
        expect(table.query({ pk: 'p' })).rejects.toThrow(Busy),
      ]),
    )
    expect(took).toBeLessThan(4.5)
  })

  it('throttled for good asks the engine fewer than 40 times', async () => {
    const { table, faulty } = await behind({ throttle: 1 })
    await table.write([{ put: { pk: randomUUID(), sk: 'X' } }])
    expect(faulty.injected.throttle).toBeLessThan(40)
  })

  it('what no patience mends is thrown at once', async () => {
    const { table } = await behind({})
    const took = await seconds(() =>
      expect(table.write([{ put: { pk: '', sk: 'X' }, if: below('n', 1), else: 'no' }])).rejects.toThrow(),
    )
    expect(took).toBeLessThan(1)
  })
})
