import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  clockOf,
  DateInput,
  daysBetween,
  InstantInput,
  instantAt,
  instantsOn,
  localDate,
  minuteOfDay,
  spokenDate,
  weekdayOf,
} from './time'

const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString())
const dates = instants.map(localDate)

describe('local time', () => {
  it('midnight in Shanghai is 16:00 of the day before in UTC', () => {
    expect(instantAt('2026-11-24', 0)).toBe('2026-11-23T16:00:00.000Z')
    expect(localDate('2026-11-23T15:59:59.999Z')).toBe('2026-11-23')
    expect(localDate('2026-11-23T16:00:00.000Z')).toBe('2026-11-24')
  })

  it('many instants of a date are those that are asked for one by one, also before it and behind it', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -3000, max: 3000 }), (on, minute) => {
        expect(instantsOn(on)(minute)).toBe(instantAt(on, minute))
      }),
    )
  })

  it('minute 1440 of a day is minute 0 of the next', () => {
    expect(instantAt('2026-12-31', 1440)).toBe(instantAt('2027-01-01', 0))
  })

  it('a date and a minute make an instant that has this date and this minute', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1439 }), (on, minute) => {
        const at = instantAt(on, minute)
        expect([localDate(at), minuteOfDay(at)]).toEqual([on, minute])
      }),
    )
  })

  it('as many days forth as back, over leap days too', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -800, max: 800 }), (on, days) => {
        expect(daysBetween(on, addDays(on, days))).toBe(days)
      }),
    )
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
  })

  it('3,000 dates in a row, three times over, are those of the calendar, though fewer are kept', () => {
    const first = Date.UTC(2024, 1, 28)
    for (let times = 0; times < 3; times++)
      for (let n = 0; n < 3_000; n++) {
        const on = new Date(first + n * 86_400_000).toISOString().slice(0, 10)
        expect(addDays('2024-02-28', n)).toBe(on)
        expect(instantsOn(on)(480)).toBe(`${on}T00:00:00.000Z`)
      }
  })

  it('the week begins on Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(0)
    expect(weekdayOf('2026-11-29')).toBe(6)
  })

  it('a clock time has two digits each', () => {
    expect(clockOf(instantAt('2026-11-24', 65))).toBe('01:05')
  })

  it('near dates have names, later ones their month and day, and the year where it is not this one', () => {
    const today = '2026-12-30'
    expect(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'].map(on => spokenDate(on, today))).toEqual(
      ['今天', '明天', '后天', '2027年1月2日'],
    )
  })
})

describe('typed times', () => {
  it('an instant with any offset becomes the same instant in UTC', () => {
    expect(InstantInput.parse('2026-11-24T09:00:00+08:00')).toBe('2026-11-24T01:00:00.000Z')
  })

  it.each(['2026-11-24T25:00:00Z', '2026-02-30T09:00:00Z', '2026-11-24T09:00:00', '1970-01-01T00:00:00Z'])(
    '%s is no instant of ours',
    typed => {
      expect(InstantInput.safeParse(typed).success).toBe(false)
    },
  )

  it('29 February is a date in leap years only', () => {
    expect(DateInput.safeParse('2028-02-29').success).toBe(true)
    expect(DateInput.safeParse('2027-02-29').success).toBe(false)
  })
})
