import { expect, test } from 'vitest'
import { checked, dayOf, lengths, newPlan, starts, timesOf } from './plan'

const at = '2026-11-22T04:20:00.000Z'
const plan = { ...newPlan('320205001001', at), title: '送餐', what: '送十二户', where: '食堂' }

test('today offers no start that has passed', () => {
  expect(starts('2026-11-22', at)[0]?.label).toBe('12:30')
  expect(starts('2026-11-23', at)[0]?.label).toBe('00:00')
})

test('a task may run past midnight, for twelve hours at most', () => {
  const night = { ...plan, on: '2026-11-23', start: 22 * 60, length: 180 }
  expect(timesOf(night)).toEqual({ startAt: '2026-11-23T14:00:00.000Z', endAt: '2026-11-23T17:00:00.000Z' })
  expect(lengths(night).at(-1)?.value).toBe('720')
})

test('a plan that is written well can be sent as it is', () => {
  expect(checked(plan, at)).toMatchObject({ task: { title: '送餐', places: 2 } })
})

test('each field that is missing is named, and no other', () => {
  const read = checked({ ...plan, title: ' ', where: '' }, at)
  expect(Object.keys('wrong' in read ? read.wrong : {}).sort()).toEqual(['title', 'where'])
})

test('a start that has passed is wrong, and choosing today moves it to the first that has not', () => {
  const late = { ...plan, on: '2026-11-22', start: 9 * 60 }
  const read = checked(late, at)
  expect(Object.keys('wrong' in read ? read.wrong : {})).toEqual(['startAt'])
  expect(dayOf(plan, '2026-11-22', at)).toEqual({ on: '2026-11-22', start: 12 * 60 + 30 })
  expect(dayOf(plan, '2026-11-24', at)).toEqual({ on: '2026-11-24', start: plan.start })
})
