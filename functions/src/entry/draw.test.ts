// The command as anybody runs it: a process of its own, and its exit code.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DRAW_RULE, draw, listText, sha256Hex, withResult } from '@yike/shared/booking/rules/draw'
import { afterAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const entry = fileURLToPath(new URL('./draw.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'yike-draw-'))
afterAll(() => rmSync(folder, { recursive: true }))

const seasonId = `sn_${'0'.repeat(26)}`
const slots = [0, 2].map((weekday, i) => ({
  slotId: `s${i + 1}`,
  seats: 1,
  weekday,
  fromMinute: 840,
  toMinute: 900,
}))
const entries = Array.from({ length: 5 }, (_, i) => ({
  ...{ wishId: `wi_${'0'.repeat(25)}${i}`, first: i === 4, wants: 1, choices: ['s1', 's2'] },
}))
const [seed, publicNumber] = [sha256Hex('a seed'), '12 34 56']
const list = { seasonId, slots, entries }
const result = draw(list, seed, publicNumber)
const record = {
  ...{
    rule: DRAW_RULE,
    state: 'settled',
    placeName: '球场',
    offeringName: '羽毛球',
    source: 'hand',
    ...list,
  },
  ...{
    from: '2026-12-14',
    to: '2027-01-03',
    closesAt: '2026-11-23T02:00:00.000Z',
    drawAt: '2026-11-23T03:00:00.000Z',
  },
  ...{ commitment: sha256Hex(seed), listHash: sha256Hex(listText(list)), seed, publicNumber },
  ...{ part: 0, parts: 1, entries: withResult(entries, result) },
}
/** Each content in a file of its own, given to the command in this order. */
const run = (name: string, ...contents: readonly object[]) => {
  const files = contents.map((content, i) => {
    const file = join(folder, `${name}-${i}.json`)
    writeFileSync(file, JSON.stringify(content))
    return file
  })
  return new Promise<{ code: number; out: string }>(done =>
    execFile(process.execPath, ['--import', 'tsx', entry, ...files], { cwd: root }, (failure, out) =>
      done({ code: failure ? Number(failure.code) : 0, out }),
    ),
  )
}

it('answers 0 to an honest record and prints all 5 in their order, 1 to one that was touched, 2 to what is none', async () => {
  const [first, second, ...others] = record.entries
  const touched = {
    ...record,
    entries: [{ ...first, rank: second?.rank }, { ...second, rank: first?.rank }, ...others],
  }
  const { seed: _, publicNumber: __, ...unnumbered } = record
  const [honest, turned, early, odd] = await Promise.all([
    run('honest', record),
    run('touched', touched),
    run('early', { ...unnumbered, entries }),
    run('odd', []),
  ])
  expect([honest, turned, early, odd].map(({ code }) => code)).toEqual([0, 1, 2, 2])
  expect(
    honest.out
      .split('\n')
      .slice(0, 5)
      .map(line => line.split(' ')[1]),
  ).toEqual(result.order)
}, 60_000)

it('takes a record of 2 parts in any order, and answers 2 where one is missing, twice there or of another draw', async () => {
  const [one, two] = [0, 1].map(part => ({
    ...{ ...record, part, parts: 2 },
    entries: record.entries.filter((_, i) => i < 3 === (part === 0)),
  }))
  if (!one || !two) throw new Error('two are needed')
  const answers = await Promise.all([
    run('both', two, one),
    run('half', one),
    run('twice', one, one),
    run('mixed', one, { ...two, publicNumber: '65 43 21' }),
  ])
  expect(answers.map(({ code }) => code)).toEqual([0, 2, 2, 2])
}, 60_000)
