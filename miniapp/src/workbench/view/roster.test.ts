import { expect, it } from 'vitest'
import { clashesOf, movedBy, shiftsWrong, shortBy, stretchesOf, summaryOf } from './roster'

const shift = (name: string, from: number, to: number) => ({ name, fromMinute: from * 60, toMinute: to * 60 })
const room = { room: 10, ratio: 3 }
const booked = (count: number, from: number, to: number) =>
  Array.from({ length: 96 }, (_, quarter) => (quarter >= from * 4 && quarter < to * 4 ? count : 0))

it('the hours of a day stand in rows of equal seats, 3 and 6, without those in which nothing is', () => {
  expect(stretchesOf(room, [shift('郁', 8, 18), shift('钮', 9, 12)], booked(2, 9, 10))).toEqual([
    { fromMinute: 480, toMinute: 540, seats: 3, booked: 0 },
    { fromMinute: 540, toMinute: 720, seats: 6, booked: 2 },
    { fromMinute: 720, toMinute: 1080, seats: 3, booked: 0 },
  ])
})

it('hours with more booked than seats stand apart from those beside them', () => {
  expect(stretchesOf(room, [shift('郁', 8, 18)], booked(5, 9, 10)).map(({ booked }) => booked)).toEqual([
    0, 5, 0,
  ])
  expect(shortBy(room, [shift('郁', 8, 18)], booked(5, 9, 10))).toBe(2)
})

it('somebody who is away for a part of the day is counted as present once', () => {
  const shifts = [shift('郁', 8, 12), { ...shift('郁', 13, 17), absent: true as const }, shift('钮', 8, 17)]
  expect(summaryOf(room, shifts)).toEqual({ present: 2, absent: 0, seats: 6 })
})

it('a change says in which hours the seats move: 6 become 3 from 9 to 12', () => {
  const before = [shift('郁', 8, 18), shift('钮', 9, 12)]
  const after = [shift('郁', 8, 18), { ...shift('钮', 9, 12), absent: true as const }]
  expect(movedBy(room, before, after)).toEqual([{ fromMinute: 540, toMinute: 720, before: 6, after: 3 }])
})

it('a shift without a name, one that ends before it begins and one that overlaps are each told', () => {
  const shifts = [
    shift('', 8, 9),
    shift('郁', 12, 9),
    shift('钮', 8, 12),
    shift('钮', 11, 13),
    shift('包', 8, 12),
  ]
  expect([...shiftsWrong(shifts).keys()]).toEqual([0, 1, 3])
})

it('who stands in two classes at the same hour is named with the other class, not who is away', () => {
  const other = {
    ...{ offeringId: 'of_2' as never, names: ['托大班'], ...room },
    days: [
      {
        ...{ on: '2026-11-24', version: 1, booked: [], affected: 0 },
        shifts: [shift('郁', 9, 10), { ...shift('钮', 9, 10), absent: true as const }],
      },
    ],
  }
  const found = clashesOf([shift('郁', 8, 18), shift('钮', 8, 18)], [other], 'of_1', '2026-11-24')
  expect(found).toEqual([{ name: '郁', where: '托大班' }])
})
