/** Histories of a small season: whatever its people, its staff, the clock and the light do, it ends as it must. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noneAbove } from '../src/platform/condition'
import type { Change, Table } from '../src/platform/table'
import { nextTable, report, tried } from './long'
import { createMemory } from './memory'
import { acts, live, setting } from './seasons/history'

const { params, timeoutMs } = tried(25)

it(
  'in 25 histories with grants that end, closed days, interrupted steps and 2 of staff who draw at once, nothing is oversold, lost or told twice, and every draw is drawn again from its record',
  async () => {
    const seen: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), setting, acts, async (order, of, history) => {
        for (const what of await live(order, of, history, nextTable())) seen[what] = (seen[what] ?? 0) + 1
      }),
      params,
    )
    report(() => `${params.numRuns} histories, 0 failures: ${JSON.stringify(seen)}`)
    expect(seen['ended: settled']).toBeGreaterThan(0)
    const done = ['ask', 'ask for', 'take back', 'end the grant', 'close a day', 'draw', 'call off']
    for (const one of done) expect(seen[`${one}: done`], one).toBeGreaterThan(0)
  },
  timeoutMs,
)

/** The table with a condition less. */
const without =
  (meant: (change: Change) => boolean) =>
  (table: Table): Table => ({
    ...table,
    write: changes =>
      table.write(
        changes.map(change => (meant(change) ? { ...change, if: anything } : change)) as typeof changes,
      ),
  })
const anything = noneAbove({ nothing: 0 })
const isOf = (change: Change, sk: RegExp): boolean =>
  sk.test('put' in change ? change.put.sk : 'update' in change ? change.update.sk : change.check.sk)

it.each([
  [
    'a season is moved whoever moved it meanwhile',
    without(change => 'update' in change && !change.add && isOf(change, /^SEASON$/)),
  ],
  [
    'a request is taken once it has closed',
    without(change => ('check' in change || 'add' in change) && isOf(change, /^SEASON$/)),
  ],
])(
  'the same histories notice where %s',
  async (_, broken) => {
    const found = await fc.check(
      fc.asyncProperty(fc.scheduler(), setting, acts, async (order, of, history) => {
        await live(order, of, history, { memory: createMemory() }, broken)
      }),
      { seed: 20261123, numRuns: 300, endOnFailure: true },
    )
    expect(found.failed).toBe(true)
  },
  60_000,
)
