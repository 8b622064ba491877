import { describe, expect, it } from 'vitest'
import type { RegionCode } from '../../identity/schema'
import { instantAt } from '../../kernel/time'
import { ageInMonths, spokenAges, whyIneligible } from './eligibility'

const community = '320499001001' as RegionCode
const on = (day: string) => ({ startAt: instantAt(day, 9 * 60) })
const born = (bornOn?: string) => ({ name: '小满', community, bornOn })
const rule = (ageMonths: { min?: number; below?: number }, bornOn: string | undefined, day: string) =>
  whyIneligible({ ageMonths }, born(bornOn), on(day))?.rule

describe('age in months', () => {
  it.each([
    ['2024-11-25', '2026-11-24', 23],
    ['2024-11-24', '2026-11-24', 24],
    ['2024-02-29', '2025-02-28', 11],
    ['2024-02-29', '2025-03-01', 12],
    ['2024-11', '2026-11-01', 24],
  ])('who is born on %s has lived %s as month %i', (bornOn, day, months) => {
    expect(ageInMonths(bornOn, day)).toBe(months)
  })
})

describe('whom an offering is for', () => {
  it('a five-year-old is too young for care of those over 60, whose own birthday lets them in', () => {
    const elders = { min: 720 }
    expect(rule(elders, '2021-06-01', '2026-11-24')).toBe('too_young')
    expect(rule(elders, '1966-11-25', '2026-11-24')).toBe('too_young')
    expect(rule(elders, '1966-11-24', '2026-11-24')).toBeUndefined()
  })

  it('a class ends with the birthday that begins the next one, counted on the day of care', () => {
    const toddlers = { min: 12, below: 24 }
    expect(rule(toddlers, '2024-11-25', '2026-11-24')).toBeUndefined()
    expect(rule(toddlers, '2024-11-25', '2026-11-25')).toBe('too_old')
  })

  it('an age that nobody told is no age', () => {
    expect(rule({ min: 720 }, undefined, '2026-11-24')).toBe('age_unknown')
    expect(whyIneligible({}, born(), on('2026-11-24'))).toBeUndefined()
  })

  it('who reads of their own age is addressed, not named', () => {
    const why = (relation?: string) =>
      whyIneligible({ ageMonths: { min: 720 } }, { ...born(), relation }, on('2026-11-24'))?.why
    expect(why()).toContain('小满')
    expect(why('self')).not.toContain('小满')
  })

  it('who lives elsewhere, or has not said where, is not of this street', () => {
    const streetOnly = { livesIn: '320499001' as RegionCode }
    expect(whyIneligible(streetOnly, born(), on('2026-11-24'))).toBeUndefined()
    expect(whyIneligible(streetOnly, { ...born(), community: null }, on('2026-11-24'))?.rule).toBe(
      'elsewhere',
    )
    const elsewhere = { ...born(), community: '320499002001' as RegionCode }
    expect(whyIneligible(streetOnly, elsewhere, on('2026-11-24'))?.rule).toBe('elsewhere')
  })

  it('is told in the months of a nursery and the years of everybody else', () => {
    expect(spokenAges({ min: 18, below: 24 })).toContain('18 个月')
    expect(spokenAges({ min: 720 })).toContain('60 岁')
  })
})
