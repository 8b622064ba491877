/** Holds TABLE.md against platform/keys and against what the engine reports. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { indexes, type Key, keys, tableShape } from '../src/platform/keys'
import { endpoints } from './contract'
import { type Measured, measureCosts } from './costs'
import { shapeOf } from './meter'

const file = join(import.meta.dirname, '../TABLE.md')
const text = readFileSync(file, 'utf8')

type Builder<K> = (...parts: string[]) => K
const wanted = new Map([
  ...Object.entries(keys).map(([name, build]) => {
    const { pk, sk } = shapeOf(build as Builder<Key>)
    return [name, `${pk} | ${sk}`] as const
  }),
  ...Object.values(indexes).flatMap(({ name: index, ...lists }) =>
    Object.entries(lists).map(
      ([name, build]) =>
        [`${index}.${name}`, shapeOf(build as Builder<readonly string[]>).join(' | ')] as const,
    ),
  ),
])

/** What a page says wrong of the keys, or leaves out. */
const problemsOf = (page: string): string[] => {
  const rows = [...page.matchAll(/^\| `([\w.-]+)` +\| `([^`]+)` +\| `([^`]+)` +\|/gm)]
  const told = new Map(rows.map(([, name = '', pk, sk]) => [name, `${pk} | ${sk}`.replace(/\{\w+\}/g, '{}')]))
  return [
    ...[...wanted].filter(([name]) => !told.has(name)).map(([name]) => `${name} is missing`),
    ...[...told.keys()].filter(name => !wanted.has(name)).map(name => `${name} is no key of ours`),
    ...[...wanted]
      .filter(([name, key]) => told.has(name) && told.get(name) !== key)
      .map(([name, key]) => `${name} is ${key}`),
    ...[tableShape.key, ...tableShape.indexes.map(index => [index.name, ...index.key]), [tableShape.expiry]]
      .flat()
      .filter(name => !page.includes(`\`${name}\``))
      .map(name => `${name} is not mentioned`),
  ]
}

/** Measured once; who asks first waits for it. */
let measuring: Promise<Measured[]> | undefined
const measured = () => {
  measuring ??= measureCosts()
  return measuring
}

it('what says that it only reads writes nothing, in its request or after it', async () => {
  const reads = endpoints.filter(({ endpoint }) => endpoint.reads).map(({ id }) => id)
  const wrote = (await measured()).filter(
    ({ name, inRequest, afterwards }) =>
      reads.includes(name) && inRequest.writeUnits + afterwards.writeUnits > 0,
  )
  expect(reads.length).toBeGreaterThan(4)
  expect(wrote.map(({ name }) => name)).toEqual([])
}, 60_000)

describe('TABLE.md', () => {
  it('explains every key and every index list as platform/keys builds them, and no other', () => {
    expect(problemsOf(text)).toEqual([])
  })

  it.each([
    ['a key that it leaves out', text.replace(/^\| `booking`.*\n/m, ''), 'booking is missing'],
    ['a list that it leaves out', text.replace(/^\| `by-owner.tasks`.*\n/m, ''), 'by-owner.tasks is missing'],
    [
      'a key that nobody builds',
      text.replace('| `booking`', '| `reservation`'),
      'reservation is no key of ours',
    ],
    [
      'another partition',
      text.replace('`BOOKING#{bookingId}`', '`BOOKING`'),
      'booking is BOOKING#{} | BOOKING',
    ],
    ['an attribute that it forgets', text.replaceAll('`ownerSk`', ''), 'ownerSk is not mentioned'],
  ])('would not pass with %s', (_, page, problem) => {
    expect(problemsOf(page)).toContain(problem)
  })

  it('shows what every endpoint costs, as the engine measures it', async () => {
    if (inject('engine') === inject('dynamodbLocal')) {
      console.warn(
        'Costs are not compared: DynamoDB Local reports other figures for transactions than AWS charges.',
      )
      return
    }
    const page = text.replace(
      /(<!-- costs -->\n)[\s\S]*(<!-- \/costs -->)/,
      `$1${costTable(await measured())}$2`,
    )
    await expect(page).toMatchFileSnapshot(file)
  }, 60_000)
})

const costTable = (measured: readonly Measured[]): string => {
  const rows = [
    ['Endpoint', 'In the request', 'RCU', 'WCU', 'After the commit', 'RCU', 'WCU'],
    ...measured.map(({ name, inRequest, afterwards }) => [
      name,
      ...[inRequest, afterwards].flatMap(cost => [
        cost.calls.join(' · '),
        shown(cost.readUnits),
        shown(cost.writeUnits),
      ]),
    ]),
  ]
  // As wide as Biome sets a table, so that formatting the page changes nothing.
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map(row => row[column]?.length ?? 0)))
  const [head, ...body] = rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
  const lines = [head ?? [], widths.map(width => '-'.repeat(width)), ...body]
  return `\n${lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')}\n\n`
}

const shown = (units: number): string => (units === 0 ? '' : String(units))
