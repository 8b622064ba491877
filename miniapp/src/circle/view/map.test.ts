import { expect, test } from 'vitest'
import { bandsOf, joinedStreets } from './map'

const street = (minutes: number, ...line: number[]) => ({ minutes, line })

test('three streets of one band that meet, one of them the other way round, are one line', () => {
  const streets = [street(2, 0, 0, 10, 0), street(3, 20, 5, 10, 0), street(4, 20, 5, 30, 5)]
  expect(joinedStreets(streets, 15)).toEqual([{ band: 0, line: [0, 0, 10, 0, 20, 5, 30, 5] }])
})

test('streets of different bands stay two lines where they meet, and so do streets that do not meet', () => {
  const streets = [street(2, 0, 0, 10, 0), street(12, 10, 0, 20, 0), street(2, 50, 50, 60, 60)]
  expect(joinedStreets(streets, 15)).toHaveLength(3)
})

test('bands end at minutes that people count in', () => {
  expect([5, 10, 15, 30].map(bandsOf)).toEqual([[5], [5, 10], [5, 10, 15], [10, 20, 30]])
})
