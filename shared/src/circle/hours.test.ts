import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMinutes, instantAt, localDate, minuteOfDay } from '../kernel/time'
import type { DayKind } from '../kernel/workday'
import { type DayKindOf, nextOpening, openAt, roundTheClock, spansOn, type WeeklyHours } from './hours'
import { weeklyHours } from './hours/arbitrary.test-support'

const officeHours: WeeklyHours = {
  days: [
    ...Array.from(
      { length: 5 },
      () =>
        [
          [510, 720],
          [810, 1050],
        ] as const,
    ),
    [],
    [],
  ],
  publicHoliday: 'closed',
}
const plainWeek: DayKindOf = on => (['2026-11-28', '2026-11-29'].includes(on) ? 'weekend' : 'workday')
const always =
  (kind: DayKind): DayKindOf =>
  () =>
    kind

describe('openAt', () => {
  it('is open from the first minute and closed at the minute of closing', () => {
    expect(openAt(officeHours, instantAt('2026-11-23', 510), plainWeek)).toEqual({
      state: 'open',
      closesAt: instantAt('2026-11-23', 720),
    })
    expect(openAt(officeHours, instantAt('2026-11-23', 720), plainWeek)).toEqual({
      state: 'closed',
      opensAt: instantAt('2026-11-23', 810),
    })
  })

  it('opens on Monday when it closed on Friday evening', () => {
    expect(openAt(officeHours, instantAt('2026-11-27', 1050), plainWeek)).toEqual({
      state: 'closed',
      opensAt: instantAt('2026-11-30', 510),
    })
  })

  it('finds the first morning behind an eight-day holiday', () => {
    const longHoliday: DayKindOf = on =>
      on >= '2026-10-01' && on <= '2026-10-08' ? 'holiday' : plainWeek(on)
    expect(openAt(officeHours, instantAt('2026-09-30', 1200), longHoliday)).toEqual({
      state: 'closed',
      opensAt: instantAt('2026-10-09', 510),
    })
  })

  it('counts the hours past midnight to the day on which they began', () => {
    const bar: WeeklyHours = { days: [[], [], [], [], [[1080, 1560]], [], []], publicHoliday: 'closed' }
    const saturdayOneOClock = instantAt('2026-11-28', 60)
    expect(openAt(bar, saturdayOneOClock, plainWeek)).toEqual({
      state: 'open',
      closesAt: instantAt('2026-11-28', 120),
    })
    expect(openAt(bar, instantAt('2026-11-28', 120), plainWeek).state).toBe('closed')
  })

  it('names no closing time where it never closes, and the true one where midnights join', () => {
    expect(openAt(roundTheClock, instantAt('2026-11-23', 0), always('unknown'))).toEqual({ state: 'open' })
    const twoDays: WeeklyHours = {
      days: [[[600, 1440]], [[0, 300]], [], [], [], [], []],
      publicHoliday: 'asUsual',
    }
    expect(openAt(twoDays, instantAt('2026-11-23', 1400), plainWeek)).toEqual({
      state: 'open',
      closesAt: instantAt('2026-11-24', 300),
    })
  })

  it('is unknown on a holiday of which nobody said anything', () => {
    const hours: WeeklyHours = { ...officeHours, publicHoliday: 'unknown' }
    expect(openAt(hours, instantAt('2026-11-23', 600), always('holiday'))).toEqual({ state: 'unknown' })
  })

  it('is unknown where the calendar is not published and a holiday would differ, certain where it would not', () => {
    const noon = instantAt('2026-11-23', 660)
    expect(openAt(officeHours, noon, always('unknown'))).toEqual({ state: 'unknown' })
    expect(openAt({ ...officeHours, publicHoliday: 'asUsual' }, noon, always('unknown')).state).toBe('open')
  })

  it('keeps workday hours on a make-up Saturday where it says so', () => {
    const hours: WeeklyHours = { ...officeHours, makeUpDay: [[540, 960]] }
    const saturday = instantAt('2026-11-28', 600)
    expect(openAt(hours, saturday, always('workday')).state).toBe('open')
    expect(openAt(hours, saturday, always('weekend')).state).toBe('closed')
    expect(openAt(officeHours, saturday, always('workday')).state).toBe('closed')
  })

  it('keeps the special days above weekday and holiday, and opens again behind them', () => {
    const repairs = { from: '2026-11-24', to: '2026-11-26', spans: [], note: '检修' }
    const late = { from: '2026-11-28', to: '2026-11-28', spans: [[1080, 1320]] } as const
    const hours: WeeklyHours = { ...officeHours, special: [repairs, late] }
    const at = (on: string, minute = 600) => openAt(hours, instantAt(on, minute), plainWeek)
    expect(at('2026-11-24')).toEqual({ state: 'closed', opensAt: instantAt('2026-11-27', 510) })
    expect(at('2026-11-28', 1100)).toEqual({ state: 'open', closesAt: instantAt('2026-11-28', 1320) })
    expect(openAt({ ...roundTheClock, special: [repairs] }, instantAt('2026-11-25', 600), plainWeek)).toEqual(
      {
        state: 'closed',
        opensAt: instantAt('2026-11-27', 0),
      },
    )
  })

  it('has no next opening where none is certain within two weeks', () => {
    expect(nextOpening(officeHours, instantAt('2026-11-23', 600), always('holiday'))).toBeUndefined()
  })
})

describe('openAt, for any hours and any minute', () => {
  const kinds = fc.array(fc.constantFrom<DayKind>('workday', 'weekend', 'holiday', 'unknown'), {
    minLength: 20,
    maxLength: 20,
  })
  const first = '2026-11-16'
  const calendarOf =
    (list: readonly DayKind[]): DayKindOf =>
    on =>
      list[Array.from({ length: 20 }, (_, i) => addDays(first, i)).indexOf(on)] ?? 'unknown'

  it('agrees with the spans of today and yesterday, and its next change is a change', () => {
    fc.assert(
      fc.property(weeklyHours, kinds, fc.integer({ min: 0, max: 3 * 1440 }), (hours, list, minute) => {
        const dayKindOf = calendarOf(list)
        const at = addMinutes(instantAt('2026-11-18', 0), minute)
        const state = openAt(hours, at, dayKindOf)
        const today = localDate(at)
        const now = minuteOfDay(at)
        const holds = (on: string, offset: number) =>
          spansOn(hours, on, dayKindOf)?.some(([from, to]) => from <= now + offset && now + offset < to) ??
          false
        const isOpen = holds(today, 0) || holds(addDays(today, -1), 1440)
        expect(state.state === 'open').toBe(isOpen)
        if (state.state === 'open' && state.closesAt) {
          expect(state.closesAt > at).toBe(true)
          expect(openAt(hours, state.closesAt, dayKindOf).state).not.toBe('open')
        }
        if (state.state === 'closed' && state.opensAt) {
          expect(state.opensAt > at).toBe(true)
          expect(openAt(hours, state.opensAt, dayKindOf).state).toBe('open')
        }
      }),
      { numRuns: 300 },
    )
  })
})
