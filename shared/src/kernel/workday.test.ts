import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { instantAt } from './time'
import { addWorkdays, dayKindOf } from './workday'

const nine = (on: string) => instantAt(on, 9 * 60)

describe('addWorkdays', () => {
  it('five workdays from a Monday end at the same time on the next Monday', () => {
    expect(addWorkdays(nine('2026-11-23'), 5)).toBe(nine('2026-11-30'))
  })

  it('from a Saturday the first one is Monday', () => {
    expect(addWorkdays(nine('2026-11-28'), 1)).toBe(nine('2026-11-30'))
  })

  it('skips the National Day holidays and counts the make-up workday on a Saturday', () => {
    expect(addWorkdays(nine('2026-09-30'), 1)).toBe(nine('2026-10-08'))
    expect(addWorkdays(nine('2026-10-09'), 1)).toBe(nine('2026-10-10'))
  })

  it('counts Monday to Friday where the notice of the year is not published, New Year included', () => {
    expect(addWorkdays(nine('2026-12-31'), 1)).toBe(nine('2027-01-01'))
    expect(addWorkdays(nine('2027-01-01'), 1)).toBe(nine('2027-01-04'))
  })

  it('the day follows the clock in Shanghai, not in UTC', () => {
    expect(addWorkdays('2026-11-26T16:30:00.000Z', 1)).toBe('2026-11-29T16:30:00.000Z')
  })
})

describe('dayKindOf', () => {
  it('knows every year from 2025 on whose notice the library holds: a newer library brings a newer year', () => {
    const tables = dirname(fileURLToPath(import.meta.resolve('chinese-days/dist/years/2026.json')))
    const held = readdirSync(tables).flatMap(file => /^(\d{4})\.json$/.exec(file)?.[1] ?? [])
    expect(held).toContain('2026')
    const years = Array.from({ length: 40 }, (_, i) => `${2025 + i}`)
    expect(years.filter(year => dayKindOf(`${year}-01-01`) !== 'unknown')).toEqual(
      years.filter(year => held.includes(year)),
    )
  })

  it.each([
    ['2026-11-23', 'workday'],
    ['2026-11-28', 'weekend'],
    ['2026-10-01', 'holiday'],
    ['2026-10-10', 'workday'],
    ['2027-01-01', 'unknown'],
    ['2024-12-31', 'unknown'],
    ['2026-02-15', 'holiday'],
    ['2026-02-14', 'workday'],
    ['2026-10-06', 'holiday'],
  ] as const)('%s is %s', (on, kind) => {
    expect(dayKindOf(on)).toBe(kind)
  })
})
