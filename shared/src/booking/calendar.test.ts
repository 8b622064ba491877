import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMinutes, instantAt } from '../kernel/time'
import { dayParts, isWholeQuarters, QUARTER_MINUTES, QUARTERS, quartersOf, unitsLeft } from './calendar'

const span = (on: string, from: number, to: number) => ({
  startAt: instantAt(on, from),
  endAt: instantAt(on, to),
})
const spans = fc
  .tuple(fc.integer({ min: 0, max: 365 * QUARTERS }), fc.integer({ min: 1, max: 3 * QUARTERS }))
  .map(([start, length]) => {
    const startAt = addMinutes(instantAt('2026-01-01', 0), start * QUARTER_MINUTES)
    return { length, startAt, endAt: addMinutes(startAt, length * QUARTER_MINUTES) }
  })

describe('a span', () => {
  it('from nine to ten takes the quarters 36 to 39', () => {
    const [part] = dayParts(span('2026-11-24', 540, 600))
    expect(part && quartersOf(part)).toEqual([36, 37, 38, 39])
  })

  it('is cut at midnight', () => {
    expect(dayParts(span('2026-11-24', 23 * 60, 25 * 60))).toEqual([
      { on: '2026-11-24', first: 92, end: 96 },
      { on: '2026-11-25', first: 0, end: 4 },
    ])
  })

  it('that ends at midnight does not touch the next day', () => {
    expect(dayParts(span('2026-11-24', 23 * 60, 24 * 60))).toEqual([{ on: '2026-11-24', first: 92, end: 96 }])
  })

  it('takes each of its quarters once, however many days it lasts', () => {
    fc.assert(
      fc.property(spans, ({ length, ...one }) => {
        const taken = dayParts(one).flatMap(part => quartersOf(part).map(quarter => `${part.on} ${quarter}`))
        expect(taken).toHaveLength(length)
        expect(new Set(taken).size).toBe(length)
      }),
    )
  })

  it('is whole quarters forwards, or none of ours', () => {
    const at = instantAt('2026-11-24', 540)
    expect(isWholeQuarters({ startAt: at, endAt: addMinutes(at, 15) })).toBe(true)
    expect(isWholeQuarters({ startAt: at, endAt: at })).toBe(false)
    expect(isWholeQuarters({ startAt: at, endAt: addMinutes(at, -15) })).toBe(false)
    expect(isWholeQuarters({ startAt: addMinutes(at, 5), endAt: addMinutes(at, 20) })).toBe(false)
  })
})

describe('what is left', () => {
  const part = { on: '2026-11-24', first: 36, end: 40 }

  it('is what the fullest quarter leaves', () => {
    expect(unitsLeft({ 36: 1, 38: 2, 50: 9 }, part, 3)).toBe(1)
    expect(unitsLeft({}, part, 3)).toBe(3)
  })

  it('is never less than nothing, also where the capacity has shrunk', () => {
    expect(unitsLeft({ 37: 5 }, part, 3)).toBe(0)
  })
})
