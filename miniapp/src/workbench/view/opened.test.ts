import { expect, test } from 'vitest'
import type { Line } from './line'
import { beginningIn, keptOf } from './opened'

const line = (caseId: string, more: Partial<Line> = {}) =>
  ({ kind: 'booking', caseId, since: '2026-11-21T02:00:00.000Z', ...more }) as Line
const lines = [line('bk_1'), line('bk_2'), line('pl_1', { offeringId: 'of_1' as never }), line('pl_1')]
const ME = 'rs_1'

test('a tab begins with what stood open in it, which its reader has met', () => {
  for (const [index, open] of lines.entries())
    expect(beginningIn(lines, ME, keptOf(ME, open))).toEqual({ index, isMet: true })
})

test('a new tab begins with the first, which nobody slid before its reader', () => {
  expect(beginningIn(lines, ME, null)).toEqual({ index: 0, isMet: true })
})

test('where what stood open waits no more, the first came up by itself', () => {
  expect(beginningIn(lines, ME, keptOf(ME, line('bk_9')))).toEqual({ index: 0, isMet: false })
})

test('what a colleague had open in the same tab is nobody’s beginning', () => {
  expect(beginningIn(lines, ME, keptOf('rs_2', line('bk_2')))).toEqual({ index: 0, isMet: true })
})

test('of several reported hours none counts as met after a reload', () => {
  const reports = [line('ts_1'), line('ts_1')]
  const hours = line('ts_1', { reports })
  expect(beginningIn([...lines, hours], ME, keptOf(ME, hours))).toEqual({ index: 4, isMet: false })
})
