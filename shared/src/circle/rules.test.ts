import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ringShare, straightMeters, walkMeters, walkMinutes } from './rules'

const position = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
})
const home = { lng: 119.95, lat: 31.78 }

describe('distance', () => {
  it('a hundredth of a degree to the north is 1,112 metres', () => {
    expect(straightMeters(home, { ...home, lat: 31.79 })).toBeCloseTo(1112, 0)
  })

  it('is the same there and back, and nothing to where one stands', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(straightMeters(a, b)).toBeCloseTo(straightMeters(b, a), 6)
        expect(straightMeters(a, a)).toBe(0)
      }),
    )
  })

  it('on foot is never shorter than the straight line', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(walkMeters(a, b)).toBeGreaterThanOrEqual(straightMeters(a, b))
      }),
    )
  })
})

describe('the ring', () => {
  it('900 metres are 15 minutes and one metre more is 16', () => {
    expect(walkMinutes(900)).toBe(15)
    expect(walkMinutes(901)).toBe(16)
    expect(walkMinutes(0)).toBe(0)
  })

  it('is full at 15 minutes and never fuller', () => {
    expect([0, 7.5, 15, 30].map(ringShare)).toEqual([0, 0.5, 1, 1])
  })
})
