import { MOST_DAYS_AHEAD } from '@yike/shared/booking/rules/terms'
import { addDays } from '@yike/shared/kernel/time'
import { describe, expect, test } from 'vitest'
import { daysShown, FIRST, nextDays } from './ahead'
import { pagesTo } from './reach'

const today = '2026-11-27'

const datesOf = (pages: number, daysAhead: number): string[] => {
  const shown = daysShown(pages, daysAhead)
  const dates = Array.from({ length: FIRST }, (_, i) => addDays(today, i))
  while (dates.length < shown) {
    const { from, days } = nextDays(today, dates.length, shown)
    expect(days).toBeLessThanOrEqual(31)
    dates.push(...Array.from({ length: days }, (_, i) => addDays(from, i)))
  }
  return dates
}

describe('the days that are shown', () => {
  test('every day that may be booked is reached page by page, once each, and the last one ends them', () => {
    for (let ahead = 0; ahead <= MOST_DAYS_AHEAD; ahead += 1) {
      let pages = 1
      while (daysShown(pages, ahead) <= ahead) pages += 1
      const dates = datesOf(pages, ahead)
      expect(dates).toEqual(dates.map((_, i) => addDays(today, i)))
      expect(dates).toContain(addDays(today, ahead))
      expect(dates.length).toBe(Math.max(FIRST, ahead + 1))
    }
  })

  test('what can be booked two weeks ahead is on the first page', () => {
    expect(daysShown(1, 14)).toBeGreaterThan(14)
  })

  test('a day that is named is among as many pages as reach it', () => {
    for (const days of [0, 14, 15, 28, 29, 90])
      expect(datesOf(pagesTo(today, addDays(today, days)), MOST_DAYS_AHEAD)).toContain(addDays(today, days))
    expect(pagesTo(today, '2030-01-01')).toBe(pagesTo(today, addDays(today, MOST_DAYS_AHEAD)))
    expect(pagesTo(today, '2026-01-01')).toBe(1)
  })
})
