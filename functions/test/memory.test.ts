/** Two tables, one of an engine and one of maps, are asked the same: whatever a test shows on the second holds of the first. */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import type { Condition } from '../src/platform/condition'
import type { Moved } from '../src/platform/outbox'
import { type Change, type Item, openTable, type QueryAsk, type Table } from '../src/platform/table'
import { createTable } from '../src/platform/table/create'
import { followStream } from '../src/platform/table/follow'
import { report, tried } from './long'
import { createMemory } from './memory'

const key = fc
  .record({ p: fc.nat(2), s: fc.nat(2) })
  .map(({ p, s }) => ({ pk: `THING#${p}`, sk: `DAY#${s}` }))
const number = fc.integer({ min: -1, max: 3 })
const attribute = fc.constantFrom('q1', 'q2', 'version', 'missing')
const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    is: fc.constantFrom('absent' as const, 'present' as const),
    attribute: fc.constantFrom('pk', 'q1'),
  }),
  fc.record({
    is: fc.constantFrom('equal' as const, 'below' as const, 'above' as const),
    attribute,
    value: number,
  }),
  fc.record({
    is: fc.constant('equal' as const),
    attribute: fc.constant('word'),
    value: fc.constantFrom('甲', 'b'),
  }),
  fc.record({ is: fc.constant('belowOther' as const), attribute, other: attribute }),
  fc.record({
    is: fc.constant('contains' as const),
    attribute: fc.constant('list'),
    value: fc.constantFrom('甲', 'b'),
  }),
  fc.record({
    is: fc.constant('noneAbove' as const),
    limits: fc.dictionary(attribute, number, { minKeys: 1, maxKeys: 3 }),
  }),
)
const condition = fc.oneof(
  { weight: 3, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(simple, { minLength: 1, maxLength: 3 }),
    }),
  },
)
const place = fc.record({ pk: fc.constantFrom('LIST#1', 'LIST#2'), sk: fc.constantFrom('a', 'b', 'c') })
const body = fc
  .record(
    {
      q1: number,
      version: number,
      word: fc.constantFrom('甲', 'b'),
      list: fc.array(fc.constantFrom('甲', 'b', undefined), { maxLength: 2 }),
      deep: fc.record({ on: fc.boolean(), none: fc.constant(undefined), nil: fc.constant(null) }),
      owner: place,
      due: place,
    },
    { requiredKeys: [] },
  )
  .map(({ owner, due, ...rest }) => ({
    ...rest,
    ...(owner && { ownerPk: owner.pk, ownerSk: owner.sk }),
    ...(due && { deadlinePk: due.pk, deadlineSk: due.sk }),
  }))
const when = fc.option(condition, { nil: undefined })
const counts = fc.dictionary(fc.constantFrom('q1', 'q2'), number, { maxKeys: 2 })
const change = fc.oneof(
  fc.record({ key, body, when }).map(({ key: of, body: item, when: condition }) => ({
    put: { ...of, ...item },
    if: condition,
    else: 'put',
  })),
  fc
    .record({
      key,
      counts,
      when,
      word: fc.option(fc.constantFrom('甲', 'b'), { nil: undefined }),
      leaves: fc.boolean(),
    })
    .map(({ key: update, counts: add, when: condition, word, leaves }) => ({
      update,
      add,
      ...(word ? { set: { word } } : { set: { version: 7 } }),
      ...(leaves && { remove: ['deadlinePk', 'deadlineSk'] }),
      if: condition,
      else: 'update',
    })),
  fc
    .record({ key, condition })
    .map(({ key: check, condition: must }) => ({ check, if: must, else: 'check' })),
) as fc.Arbitrary<Change>
const nameOf = (one: Change) => {
  const { pk, sk } = 'put' in one ? one.put : 'update' in one ? one.update : one.check
  return `${pk} ${sk}`
}
const writes = fc.array(fc.uniqueArray(change, { selector: nameOf, minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
})

const asks: readonly QueryAsk[] = [
  ...[0, 1, 2].map(n => ({ pk: `THING#${n}` })),
  { pk: 'THING#0', sk: { begins: 'DAY#' }, newestFirst: true, consistent: true },
  { pk: 'THING#0', sk: { from: 'DAY#1', to: 'DAY#2' } },
  ...(['by-owner', 'by-deadline'] as const).flatMap(index => [
    { index, pk: 'LIST#1' },
    { index, pk: 'LIST#2', newestFirst: true },
    { index, pk: 'LIST#1', sk: { from: 'b', to: 'c' } },
  ]),
]

/** Of one list the order of what stands at one place is nobody's promise. */
const listed = (items: readonly Item[], { index }: QueryAsk) =>
  index ? [...items].sort((one, other) => (one.pk + one.sk < other.pk + other.sk ? -1 : 1)) : items

const pages = async (table: Table, ask: QueryAsk) => {
  const found: Item[] = []
  let cursor: string | undefined
  do {
    const page = await table.query({ ...ask, limit: 2, cursor })
    if (!page.ok) throw new Error(page.refusal.code)
    found.push(...page.value.items)
    cursor = page.value.cursor
  } while (cursor)
  return found
}

/**
 * DynamoDB writes no record of a change that changes nothing (Developer Guide, "Change data capture for DynamoDB Streams");
 * dynoxide 1.2.1 does.
 */
const isChange = ({ before, after }: Moved): boolean => !isDeepStrictEqual(before, after)
const same: Change = { update: { pk: 'THING#1', sk: 'DAY#1' }, set: { word: 'b' } }

const { params, timeoutMs } = tried(40)

it(
  'in 40 series of up to 12 transactions with conditions the table of maps answers, holds, lists, pages and tells what the engine does',
  async () => {
    await fc.assert(
      fc.asyncProperty(writes, async series => {
        const where = { region: 'local', endpoint: inject('engine') }
        const name = `test-${randomUUID()}`
        await createTable(name, where)
        const engine = openTable({ name, ...where })
        const memory = createMemory()
        const told: { engine: Moved[]; memory: Moved[] } = { engine: [], memory: [] }
        const following = await followStream(name, where, async moves => void told.engine.push(...moves))

        for (const changes of series) {
          expect(await memory.table.write(changes)).toEqual(await engine.write(changes))
        }
        for (const ask of asks) {
          const [ours, theirs] = [await memory.table.query(ask), await engine.query(ask)]
          if (!ours.ok || !theirs.ok) throw new Error('no cursor was sent')
          expect(listed(ours.value.items, ask)).toEqual(listed(theirs.value.items, ask))
          const [oursPaged, theirsPaged] = [await pages(memory.table, ask), await pages(engine, ask)]
          expect(listed(oursPaged, ask)).toEqual(listed(theirsPaged, ask))
        }
        const all = [0, 1, 2].flatMap(p => [0, 1, 2].map(s => ({ pk: `THING#${p}`, sk: `DAY#${s}` })))
        expect(await memory.table.getAll(all)).toEqual(await engine.getAll(all))
        for (const one of all)
          expect(await memory.table.get(one)).toEqual(await engine.get(one, { consistent: true }))
        await following.once()
        await memory.follow(async moves => void told.memory.push(...moves))
        const images = ({ before, after }: Moved) => ({ before, after })
        expect(told.memory.map(images)).toEqual(told.engine.filter(isChange).map(images))
      }),
      { ...params, examples: [[[[same], [same]]]] },
    )
    report(() => `${params.numRuns} series of transactions, 0 differences`)
  },
  timeoutMs,
)
