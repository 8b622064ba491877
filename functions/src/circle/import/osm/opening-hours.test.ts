import { type DaySpans, roundTheClock, type WeeklyHours } from '@yike/shared/circle/hours'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readOpeningHours } from './opening-hours'

const closed: DaySpans = []
const office: DaySpans = [[510, 990]]
const week = (workday: DaySpans, saturday: DaySpans, sunday: DaySpans): DaySpans[] => [
  ...Array.from({ length: 5 }, () => workday),
  saturday,
  sunday,
]

it.each<[string, WeeklyHours]>([
  ['24/7', roundTheClock],
  ['Mo-Fr 08:30-16:30', { days: week(office, closed, closed), publicHoliday: 'unknown' }],
  ['Mo-Fr 08:30-16:30; PH off', { days: week(office, closed, closed), publicHoliday: 'closed' }],
  ['Mo-Su,PH 08:30-16:30', { days: week(office, office, office), publicHoliday: office }],
  ['08:30-16:30', { days: week(office, office, office), publicHoliday: 'asUsual' }],
  ['Mo-Su 08:30-16:30; Sa,Su off', { days: week(office, closed, closed), publicHoliday: 'asUsual' }],
  [
    'Fr-Mo 20:00-02:00',
    {
      days: [[[1200, 1560]], closed, closed, closed, [[1200, 1560]], [[1200, 1560]], [[1200, 1560]]],
      publicHoliday: 'unknown',
    },
  ],
  [
    'Mo-Fr 08:00-12:00, 14:00-18:00;',
    {
      days: week(
        [
          [480, 720],
          [840, 1080],
        ],
        closed,
        closed,
      ),
      publicHoliday: 'unknown',
    },
  ],
])('reads %s', (tag, hours) => {
  expect(readOpeningHours(tag)).toEqual(hours)
})

it.each([
  '',
  'Apr-Oct 09:00-17:00',
  'Mo-Fr sunrise-sunset',
  'SH 09:00-12:00',
  'Mo-Fr 09:00-17:00 || "by appointment"',
  'Mo-Fr 09:00+',
  'Mo-Fr 09:00-17:00 "ring the bell"',
  'week 1-26 Mo 09:00-12:00',
  'Mo[1] 09:00-12:00',
  'Mo 09:00-12:00; 14:00-18:00',
  'Fr 20:00-04:00; Fr 10:00-12:00',
  'Mo 12:00-10:00,11:00-13:00',
  'Mo 09:75-12:00',
  'Mo off',
  '周一至周五',
])('does not guess at %s', tag => {
  expect(readOpeningHours(tag)).toBeUndefined()
})

it('answers any text with sound hours or with nothing', () => {
  const pieces = ['Mo', 'Su', 'PH', '-', ',', ' ', '; ', '08:00', '25:00', '12:60', 'off', '24/7']
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map(list => list.join(''))
  fc.assert(
    fc.property(texts, text => {
      for (const [from, to] of readOpeningHours(text)?.days.flat() ?? []) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(from).toBeLessThan(1440)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(from + 1440)
      }
    }),
    { numRuns: 1000 },
  )
})
