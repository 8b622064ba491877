// The command as anybody runs it: a process of its own, and its exit code.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DRAW_RULE, draw, listText, sha256Hex } from '@yike/shared/booking/rules/draw'
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
  ...draw(list, seed, publicNumber),
}
const run = (name: string, content: string) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return new Promise<{ code: number; out: string }>(done =>
    execFile(process.execPath, ['--import', 'tsx', entry, file], { cwd: root }, (failure, out) =>
      done({ code: failure ? Number(failure.code) : 0, out }),
    ),
  )
}

it('answers 0 to an honest record and prints all 5 in their order, 1 to one that was touched, 2 to what is none', async () => {
  const { seed: _, publicNumber: __, order: ___, allotted: ____, ...undrawn } = record
  const [honest, touched, early, odd] = await Promise.all([
    run('honest.json', JSON.stringify(record)),
    run('touched.json', JSON.stringify({ ...record, order: [...record.order].reverse() })),
    run('early.json', JSON.stringify(undrawn)),
    run('odd.json', '[]'),
  ])
  expect([honest, touched, early, odd].map(({ code }) => code)).toEqual([0, 1, 2, 2])
  expect(
    honest.out
      .split('\n')
      .slice(0, 5)
      .map(line => line.split(' ')[1]),
  ).toEqual(record.order)
}, 60_000)
