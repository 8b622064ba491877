import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { startFaultyEngine } from '../../../test/faulty-engine'
import { absent, all, any, below, belowOther, equal, noneAbove, present } from '../condition'
import type { Key } from '../keys'
import { createTable } from './create'
import { followStream } from './follow'
import { type Change, type Item, openTable, queryAll, type Table } from './index'

const engines = [
  ['dynoxide', inject('engine')],
  ['DynamoDB Local', inject('dynamodbLocal')],
] as const

// Without Java there is no DynamoDB Local; the run's set-up has said so aloud.
for (const [engine, endpoint] of engines)
  describe.runIf(endpoint !== undefined)(`the table on ${engine}`, () => {
    const name = `table-${randomUUID()}`
    const where = { region: 'local', endpoint }
    let table: Table
    beforeAll(async () => {
      await createTable(name, where)
      table = openTable({ name, ...where })
    }, 30_000)

    const key = (sk = 'X') => ({ pk: randomUUID(), sk })
    const put = async (item: Item & { pk: string; sk: string }) =>
      expect(await table.write([{ put: item }])).toEqual({ ok: true, value: undefined })
    const write = async (changes: readonly Change[]) => {
      const done = await table.write(changes)
      return done.ok ? 'ok' : done.refusal.code
    }

    it('creating the table again changes nothing', async () => {
      expect(await createTable(name, where)).toBe(false)
    })

    it('writes all changes or none, and names the first condition that failed', async () => {
      const [one, two, three] = [key(), key(), key()]
      await put({ ...two, n: 1 })
      await put({ ...three, n: 1 })
      const refused = await write([
        { put: { ...one, n: 1 }, if: absent(), else: 'a' },
        { update: two, set: { n: 2 }, if: equal('n', 7), else: 'b' },
        { update: three, set: { n: 2 }, if: equal('n', 8), else: 'c' },
      ])
      expect(refused).toBe('b')
      expect(await table.get(one)).toBeUndefined()
      expect(await table.get(two)).toMatchObject({ n: 1 })
    })

    it.each([
      ['absent', absent(), 'no'],
      ['present', present(), 'ok'],
      ['equal', equal('n', 5), 'ok'],
      ['below', below('n', 5), 'no'],
      ['below an attribute', belowOther('n', 'm'), 'ok'],
      ['none above, one being absent', noneAbove({ n: 5, nowhere: 0 }), 'ok'],
      ['none above, one being over', noneAbove({ n: 5, m: 8 }), 'no'],
      ['all', all(equal('n', 5), equal('m', 8)), 'no'],
      ['any', any(equal('n', 4), equal('m', 9)), 'ok'],
    ] as const)('holds the condition «%s»', async (_, condition, expected) => {
      const at = key()
      await put({ ...at, n: 5, m: 9 })
      expect(await write([{ update: at, set: { done: true }, if: condition, else: 'no' }])).toBe(expected)
      expect((await table.get(at))?.done ?? false).toBe(expected === 'ok')
    })

    it('takes all 96 quarters of a day in one condition, twice and not a third time', async () => {
      const at = key()
      const quarters = Array.from({ length: 96 }, (_, q) => `q${q}`)
      const take: Change = {
        update: at,
        add: Object.fromEntries(quarters.map(q => [q, 1])),
        if: noneAbove(Object.fromEntries(quarters.map(q => [q, 1]))),
        else: 'full',
      }
      expect([await write([take]), await write([take]), await write([take])]).toEqual(['ok', 'ok', 'full'])
    })

    it('sets, adds and removes in one update', async () => {
      const at = key()
      await put({ ...at, n: 1, gone: true })
      await write([{ update: at, set: { size: 'new' }, add: { n: 2 }, remove: ['gone'] }])
      expect(await table.get(at)).toEqual({ ...at, n: 3, size: 'new' })
    })

    it('pages through a list without repeating or skipping a row, in both directions and by index', async () => {
      const pk = randomUUID()
      const rows = Array.from({ length: 7 }, (_, i) => `R#${i}`)
      for (const sk of rows) await put({ pk, sk, ownerPk: `owner-${pk}`, ownerSk: sk })
      for (const newestFirst of [false, true])
        for (const ask of [{ pk }, { pk: `owner-${pk}`, index: 'by-owner' as const }]) {
          const seen: string[] = []
          let cursor: string | undefined
          do {
            const page = await table.query({ ...ask, limit: 3, newestFirst, cursor })
            if (!page.ok) throw new Error('refused')
            seen.push(...page.value.items.map(item => item.sk))
            cursor = page.value.cursor
          } while (cursor)
          expect(seen).toEqual(newestFirst ? rows.toReversed() : rows)
        }
    })

    it('one item that is asked for twice among several is given in both places', async () => {
      const [one, two] = [key(), key()]
      await put({ ...one, n: 1 })
      await put({ ...two, n: 2 })
      const found = await table.getAll([one, two, one, key()])
      expect(found.map(item => item?.n)).toEqual([1, 2, 1, undefined])
    })

    it('more than an engine gives in one call are all given, in order; and of none none is asked', async () => {
      const all = Array.from({ length: 230 }, key)
      await put({ ...(all[3] as Key), n: 3 })
      await put({ ...(all[229] as Key), n: 229 })
      const found = await table.getAll(all)
      expect(found).toHaveLength(230)
      expect(found.flatMap((item, i) => (item ? [[i, item.n]] : []))).toEqual([
        [3, 3],
        [229, 229],
      ])
      expect(await table.getAll([])).toEqual([])
    })

    it('between a beginning and an earlier end nothing is found, and nothing fails', async () => {
      const pk = randomUUID()
      for (const sk of ['A', 'B', 'C']) await put({ pk, sk })
      const found = async (from: string, to: string) =>
        (await queryAll(table, { pk, sk: { from, to } })).length
      expect([await found('C', 'A'), await found('B', 'B'), await found('A', 'C')]).toEqual([0, 1, 3])
    })

    it('everything is found also where it is more than the megabyte of one answer', async () => {
      const pk = randomUUID()
      const rows = ['A', 'B', 'C', 'D', 'E']
      for (const sk of rows) await put({ pk, sk, text: 'x'.repeat(300_000) })
      const first = await table.query({ pk })
      expect(first.ok && first.value.items.length).toBeLessThan(rows.length)
      expect((await queryAll(table, { pk })).map(item => item.sk)).toEqual(rows)
    })

    it('a cursor of one list opens no other list', async () => {
      const [mine, theirs] = [randomUUID(), randomUUID()]
      for (const pk of [mine, theirs]) for (const sk of ['A', 'B', 'C']) await put({ pk, sk, of: pk })
      const first = await table.query({ pk: theirs, limit: 1 })
      const page = await table.query({ pk: mine, cursor: first.ok ? first.value.cursor : '' })
      expect(page.ok && page.value.items.map(item => item.of)).toEqual([mine, mine])
    })

    it.each([
      '',
      'x',
      '!!!',
      Buffer.from('[]').toString('base64url'),
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('[""]').toString('base64url'),
    ])('what is no cursor (%j) is refused', async cursor => {
      expect(await table.query({ pk: 'p', cursor })).toMatchObject({ refusal: { code: 'request.malformed' } })
    })

    it('40 parallel writers on one counter with a limit of 10 get exactly 10 through', async () => {
      const at = key()
      await put({ ...at, n: 0 })
      const answers = await Promise.all(
        Array.from({ length: 40 }, () =>
          write([{ update: at, add: { n: 1 }, if: below('n', 10), else: 'full' }]),
        ),
      )
      expect(answers.filter(answer => answer === 'ok')).toHaveLength(10)
      expect(await table.get(at)).toMatchObject({ n: 10 })
    })

    it('the stream brings every change with what was before and after, and again from where delivery failed', async () => {
      const at = key()
      await put({ ...at, n: 1 })
      await write([{ update: at, set: { n: 2 } }])
      const seen: (number | undefined)[][] = []
      let failing = true
      const stream = await followStream(name, where, async moves => {
        for (const { before, after, sequence } of moves) {
          if (after?.pk !== at.pk) continue
          if (failing && after.n === 2) {
            failing = false
            return sequence
          }
          seen.push([before?.n, after.n])
        }
        return undefined
      })
      await stream.once()
      await stream.once()
      expect(seen.slice(-2)).toEqual([
        [undefined, 1],
        [1, 2],
      ])
    })

    it('the stream goes on where it was when its place in it has expired, and brings nothing twice', async () => {
      const faulty = await startFaultyEngine(endpoint ?? '', { expiredIterator: 0.4 })
      const at = key()
      const seen: number[] = []
      const stream = await followStream(name, { region: 'local', endpoint: faulty.endpoint }, async moves => {
        seen.push(...moves.flatMap(({ after }) => (after?.pk === at.pk ? [after.n] : [])))
        return undefined
      })
      for (let n = 1; n <= 5; n++) {
        await put({ ...at, n })
        await stream.once()
      }
      await stream.once()
      expect(seen).toEqual([1, 2, 3, 4, 5])
      expect(faulty.injected.expiredIterator).toBeGreaterThan(1)
      await faulty.close()
    })
  })
