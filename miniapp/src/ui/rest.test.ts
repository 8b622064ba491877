import { expect, test } from 'vitest'
import { restOf } from './rest'

const HOUR = 60
const DAY = 24 * HOUR

test('a ring never says that more time is left than there is', () => {
  const units = { minutes: 1, hours: HOUR, days: DAY }
  for (let left = 1; left <= 40 * DAY; left += 7) {
    const said = restOf(left).reduce((sum, [count, unit]) => sum + count * units[unit], 0)
    expect(said).toBeLessThanOrEqual(left)
    // Nor a third less.
    expect(said).toBeGreaterThan((left * 2) / 3)
  }
})

test('below three hours it says the minutes too, below three days the hours', () => {
  expect(restOf(97)).toEqual([
    [1, 'hours'],
    [37, 'minutes'],
  ])
  expect(restOf(47 * HOUR + 30)).toEqual([
    [1, 'days'],
    [23, 'hours'],
  ])
  expect(restOf(2 * HOUR)).toEqual([[2, 'hours']])
  expect(restOf(3 * HOUR + 59)).toEqual([[3, 'hours']])
  expect(restOf(3 * DAY - 1)).toEqual([
    [2, 'days'],
    [23, 'hours'],
  ])
  expect(restOf(4 * DAY - 1)).toEqual([[3, 'days']])
  expect(restOf(59.9)).toEqual([[59, 'minutes']])
  expect(restOf(0.5)).toEqual([[0, 'minutes']])
})
