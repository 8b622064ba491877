import { expect, it } from 'vitest'
import { linesOf } from './holidays'

it('a festival is one line: days one after the other as one run, and the weekend days that are worked for it', () => {
  const on = (...days: string[]) => days.map(day => ({ on: `2026-${day}`, name: '国庆节' }))
  const lines = linesOf({ holidays: on('09-30', '10-01', '10-02', '10-05'), workdays: on('10-10') })
  expect(lines).toHaveLength(1)
  const digits = lines[0]?.match(/\d+/g)
  expect(digits).toEqual(['9', '30', '10', '2', '10', '5', '10', '10'])
})
