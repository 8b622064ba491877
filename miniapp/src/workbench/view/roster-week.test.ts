import { expect, it } from 'vitest'
import { weekGrid } from './roster-week'

const shift = (name: string, from: number, to: number) => ({ name, fromMinute: from * 60, toMinute: to * 60 })
const booked = (count: number, from: number, to: number) =>
  Array.from({ length: 96 }, (_, quarter) => (quarter >= from * 4 && quarter < to * 4 ? count : 0))
const day = (on: string, more: object = {}) => ({
  ...{ on, version: 0, shifts: [], booked: booked(0, 0, 0), affected: 0 },
  ...more,
})

it('a week shows whole hours from the first to the last in which there is anything, each of 4 quarters', () => {
  const { hours, days } = weekGrid({
    ...{ room: 10, ratio: 3 },
    days: [
      day('2026-11-23', { shifts: [shift('郁', 8.5, 12)], ofWeek: true as const }),
      day('2026-11-24', { shifts: [shift('郁', 9, 12), shift('钮', 9, 17.25)] }),
    ],
  })
  expect(hours).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
  const quarters = days.map(({ bars }) => bars.reduce((sum, { length }) => sum + length, 0))
  expect(quarters).toEqual([40, 40])
  expect(days.map(({ isOwn }) => isOwn)).toEqual([false, true])
})

it('a quarter-hour is as wide as min(room, carers × ratio) of the room: 4 × 3 are 10 of 10', () => {
  const four = ['郁', '钮', '马', '何'].map(name => shift(name, 9, 10))
  const { days } = weekGrid({ room: 10, ratio: 3, days: [day('2026-11-23', { shifts: four })] })
  expect(days[0]?.bars).toEqual([{ minute: 540, length: 4, seats: 100, booked: 0, isOver: false }])
})

it('more booked than there are carers for is told apart, in its quarter-hours alone', () => {
  const { days } = weekGrid({
    ...{ room: 10, ratio: 3 },
    days: [day('2026-11-23', { shifts: [shift('郁', 9, 11)], booked: booked(5, 10, 10.5) })],
  })
  expect(days[0]?.runs).toEqual([
    { fromMinute: 540, toMinute: 600, seats: 3, booked: 0 },
    { fromMinute: 600, toMinute: 630, seats: 3, booked: 5 },
    { fromMinute: 630, toMinute: 660, seats: 3, booked: 0 },
  ])
  const over = days[0]?.bars.filter(({ isOver }) => isOver)
  expect(over).toMatchObject([{ minute: 600, length: 2 }])
})

it('a week without anybody on duty has no hours', () => {
  expect(weekGrid({ room: 10, ratio: 3, days: [day('2026-11-23')] }).hours).toEqual([])
})
