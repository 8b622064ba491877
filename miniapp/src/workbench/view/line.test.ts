import { expect, test } from 'vitest'
import { filtered, isOverdue, lineKey, waitingKindOf } from './line'

const line = {
  kind: 'microproject',
  caseId: 'mp_1',
  title: '装扶手',
  subtitle: '三号楼',
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
