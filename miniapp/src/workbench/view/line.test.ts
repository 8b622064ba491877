import { expect, test } from 'vitest'
import { filtered, folded, isOverdue, lineKey, saidOf, waitingKindOf } from './line'

const line = {
  kind: 'microproject',
  caseId: 'mp_1',
  title: '装扶手',
  where: '三号楼',
  since: '2026-11-20T04:00:00.000Z',
  deadlineAt: '2026-11-27T04:00:00.000Z',
} as const

test('a case that is filed again is another line, so deciding it once hides it only once', () => {
  expect(lineKey({ ...line, since: '2026-11-21T04:00:00.000Z' })).not.toBe(lineKey(line))
})

test('hours of two volunteers in one task are two lines', () => {
  const hours = { ...line, kind: 'hours', caseId: 'tk_1' } as const
  expect(lineKey({ ...hours, volunteerId: 'rs_1' as never })).not.toBe(
    lineKey({ ...hours, volunteerId: 'rs_2' as never }),
  )
})

test('a promise is broken from its very moment on', () => {
  expect(isOverdue(line, '2026-11-27T03:59:59.999Z')).toBe(false)
  expect(isOverdue(line, line.deadlineAt)).toBe(true)
})

test('a filter shows its kind alone', () => {
  expect(filtered([line], 'booking')).toEqual([])
  expect(filtered([line], 'all')).toEqual([line])
})

test('an address with a strange kind does not break the page', () => {
  expect(waitingKindOf('nonsense')).toBe('booking')
})

test('each kind of line says what tells it from its neighbours, in three parts at most, and nothing of what a line lacks', () => {
  const at = '2026-11-24T02:00:00.000Z'
  const booking = { ...line, kind: 'booking', where: undefined, startAt: at, number: '0A1B' } as const
  expect(saidOf(line, at)).toEqual(['三号楼'])
  expect(saidOf(booking, at)).toHaveLength(2)
  expect(saidOf({ ...booking, appealed: true }, at)).toHaveLength(3)
  expect(saidOf({ ...line, kind: 'hours', minutes: 90 }, at)).toHaveLength(2)
  for (const kind of ['task', 'place'] as const) expect(saidOf({ ...line, kind }, at)).toHaveLength(1)
  // As the phone remembers a line from before it held its parts.
  expect(saidOf({ ...line, where: undefined }, at)).toEqual([])
})

test('three that were asked for together are one line, and what is answered of them one less', () => {
  const of = (caseId: string, seriesId?: string) =>
    ({ ...line, kind: 'booking', caseId, seriesId: seriesId as never }) as const
  const waiting = [of('bk_1', 'sr_1'), of('bk_2'), of('bk_3', 'sr_1'), of('bk_4', 'sr_1')]
  const told = (some: typeof waiting) => folded(some).map(({ caseId, together }) => [caseId, together])
  expect(told(waiting)).toEqual([
    ['bk_1', 3],
    ['bk_2', undefined],
  ])
  expect(told(waiting.slice(1))).toEqual([
    ['bk_2', undefined],
    ['bk_3', 2],
  ])
})

test('3 who reported hours of one task are one line, those of another task are another; what is answered is one less', () => {
  const of = (caseId: string, who: string) =>
    ({ ...line, kind: 'hours', caseId, volunteerId: who as never, minutes: 90 }) as const
  const waiting = [of('tk_1', 'rs_1'), of('tk_2', 'rs_1'), of('tk_1', 'rs_2'), of('tk_1', 'rs_3')]
  const told = (some: typeof waiting) =>
    folded(some).map(({ caseId, reports }) => [caseId, reports?.map(({ volunteerId }) => volunteerId)])
  expect(told(waiting)).toEqual([
    ['tk_1', ['rs_1', 'rs_2', 'rs_3']],
    ['tk_2', undefined],
  ])
  expect(told(waiting.slice(1))).toEqual([
    ['tk_2', undefined],
    ['tk_1', ['rs_2', 'rs_3']],
  ])
  expect(saidOf(folded(waiting)[0] ?? line, line.since)).toHaveLength(1)
})

test('a line of a kind that only a newer server knows says nothing, and the queue is seen all the same', () => {
  expect(saidOf({ ...line, kind: 'errand' as 'task' }, line.since)).toEqual([])
})
