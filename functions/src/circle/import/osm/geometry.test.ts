import fc from 'fast-check'
import { expect, it } from 'vitest'
import { areaOf, centroidOf, ringsOf } from './geometry'
import { Positions } from './positions'

it('the centre of an L lies in its thick part, not at the mean of its corners', () => {
  const corners = [
    [0, 0],
    [4, 0],
    [4, 1],
    [1, 1],
    [1, 4],
    [0, 4],
  ].map(([lng = 0, lat = 0]) => ({ lng, lat }))
  const centre = centroidOf(corners)
  expect(centre?.lng).toBeCloseTo(9.5 / 7, 9)
  expect(centre?.lat).toBeCloseTo(9.5 / 7, 9)
})

it('the centre of any triangle is the mean of its corners, whichever way round and wherever it lies', () => {
  const degree = fc.integer({ min: -1000, max: 1000 }).map(value => value / 1e6)
  const corner = fc.record({ lng: degree.map(value => 116 + value), lat: degree.map(value => 40 + value) })
  fc.assert(
    fc.property(fc.tuple(corner, corner, corner), triangle => {
      fc.pre(areaOf(triangle) > 1e-9)
      const centre = centroidOf(triangle)
      expect(centre?.lng).toBeCloseTo(triangle.reduce((sum, { lng }) => sum + lng, 0) / 3, 7)
      expect(centre?.lat).toBeCloseTo(triangle.reduce((sum, { lat }) => sum + lat, 0) / 3, 7)
    }),
  )
})

it('lines that were cut and turned at will join to the ring that they came from', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 18 }), { maxLength: 6 })
  const turns = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(cuts, turns, fc.infiniteStream(fc.nat()), (at, turned, random) => {
      const ring = [...Array.from({ length: 20 }, (_, i) => i), 0]
      const ends = [0, ...at.toSorted((one, other) => one - other), 20]
      const lines = ends.slice(1).map((end, i) => ring.slice(ends[i], end + 1))
      const shuffled = lines
        .map((line, i) => ({ line: turned[i] ? line.toReversed() : line, key: random.next().value }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ line }) => line)
      const rings = ringsOf(shuffled)
      expect(rings).toHaveLength(1)
      expect(new Set(rings[0])).toEqual(new Set(ring))
    }),
  )
})

it('lines that close no ring are left out', () => {
  expect(
    ringsOf([
      [1, 2, 3],
      [3, 4],
    ]),
  ).toEqual([])
  expect(ringsOf([[1, 2, 1]])).toEqual([])
})

it('a position is found again by its id, in whatever order the ids came', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.maxSafeInteger(), { maxLength: 3000 }), ids => {
      const positions = new Positions()
      for (const [i, id] of ids.entries()) positions.add(id, i * 10_000_000, i)
      for (const [i, id] of ids.entries()) expect(positions.find(id)).toEqual({ lng: i, lat: i / 1e7 })
      expect(positions.find(0.5)).toBeUndefined()
    }),
    { numRuns: 20 },
  )
})
