import fc from 'fast-check'
import type { DaySpans, WeeklyHours } from '../hours'

/** Ascending spans of one day; the last may run past midnight. */
const daySpans: fc.Arbitrary<DaySpans> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: 6 })
  .chain(minutes => {
    const sorted = minutes.toSorted((one, other) => one - other)
    const pairs = Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => [
      sorted[2 * i] ?? 0,
      sorted[2 * i + 1] ?? 0,
    ])
    return fc
      .integer({ min: 0, max: 600 })
      .map(past =>
        pairs.map(([from = 0, to = 0], i): readonly [number, number] => [
          from,
          i === pairs.length - 1 && past > 300 ? Math.min(1440 + past, from + 1440) : to,
        ]),
      )
  })

/** Hours with at least one open day; no list stands where a plain word would say the same. */
export const weeklyHours: fc.Arbitrary<WeeklyHours> = fc.record(
  {
    days: fc
      .array(daySpans, { minLength: 7, maxLength: 7 })
      .filter(days => days.some(spans => spans.length > 0)),
    publicHoliday: fc.oneof(
      fc.constantFrom('closed' as const, 'asUsual' as const, 'unknown' as const),
      daySpans.filter(spans => spans.length > 0),
    ),
    makeUpDay: daySpans,
  },
  { requiredKeys: ['days', 'publicHoliday'] },
)
