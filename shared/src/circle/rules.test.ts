import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHours } from './hours/read'
import { isFacility, ringShare, shortDays, straightMeters, walkMeters, walkMinutes } from './rules'

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

describe('eight hours a day', () => {
  const shortOf = (text: string) => shortDays(readHours(text) ?? { days: [], publicHoliday: 'unknown' })

  it('are kept by 8:30 to 16:30, and by two halves of four hours', () => {
    expect(shortOf('每天 8:30-16:30')).toEqual([])
    expect(shortOf('每天 8:00-12:00 14:00-18:00')).toEqual([])
  })

  it('are missed by each day that is a minute short or closed, with its minutes', () => {
    expect(shortOf('周一至周五 8:30-17:30，周六 9:00-16:59，周日休')).toEqual([
      { day: 5, minutes: 479 },
      { day: 6, minutes: 0 },
    ])
  })

  it('are asked of a community centre and not of a shop', () => {
    expect([isFacility('venue'), isFacility('commerce')]).toEqual([true, false])
  })
})
