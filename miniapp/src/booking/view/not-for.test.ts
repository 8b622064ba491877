import type { PriorityGroup, Terms } from '@yike/shared/booking/rules/terms'
import { addDays, instantAt } from '@yike/shared/kernel/time'
import { describe, expect, test } from 'vitest'
import { isForSome, whyNot } from './not-for'

const today = '2026-11-27'
const at = instantAt(today, 12 * 60)
const inDays = (days: number) => ({ startAt: instantAt(addDays(today, days), 8 * 60) })
const room = (...groups: PriorityGroup[]): Terms & { kind: 'venue' } => ({
  ...{ kind: 'venue', slotMinutes: 60, noticeMinutes: 0, daysAhead: 14, cancelMinutes: 0, priceFen: 0 },
  ...{ needsApproval: false, priority: { groups, days: 5 } },
})
const whom = (bornOn: string, more: { grantId?: string } = {}) => ({
  ...{ name: '邻居', community: null, bornOn },
  ...more,
})

describe('who comes first is told before anybody taps', () => {
  test('elders may, a father and his child not yet, and all of them once it is open', () => {
    const ruleOf = (bornOn: string, days: number) =>
      whyNot(room('elder'), whom(bornOn), inDays(days), at)?.rule
    expect(['1948-03', '1988-01', '2023-05'].map(born => ruleOf(born, 12))).toEqual([
      undefined,
      'too_early',
      'too_early',
    ])
    expect(ruleOf('1988-01', 9)).toBeUndefined()
  })

  test('of somebody whose certificate this phone may not know nothing is said', () => {
    const other = whom('1988-01', { grantId: 'gr_1' })
    expect(whyNot(room('disabled'), other, inDays(12), at)).toBeUndefined()
    expect(whyNot(room('elder'), other, inDays(12), at)?.rule).toBe('too_early')
  })
})

test('what is only for holders is suggested to a household that has one, by the day of the slot', () => {
  const holders = { disabled: true } as const
  const holder = { ...whom('1948-03'), disabledUntil: addDays(today, 3) }
  expect(isForSome(holders, [whom('1948-03'), whom('1988-01')], inDays(2))).toBe(false)
  expect(isForSome(holders, [whom('1988-01'), holder], inDays(2))).toBe(true)
  expect(isForSome(holders, [holder], inDays(4))).toBe(false)
  expect(isForSome(undefined, [holder], inDays(2))).toBe(true)
  // Whoever has only not said how old they are can say so.
  expect(isForSome({ ageMonths: { min: 720 } }, [{ name: '邻居', community: null }], inDays(2))).toBe(true)
})
