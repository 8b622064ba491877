import { describe, expect, it } from 'vitest'
import { newSeasonDraft, readSeason, restOf, slotsIn, tidyNumber, whyNotNumber } from './season'

const NOW = '2026-11-23T01:00:00.000Z'

describe('a season as it is typed', () => {
  it('takes each stretch of a day for one slot', () => {
    expect(slotsIn('周一、周三 19:00–20:00，周六 9:00–11:00')).toEqual([
      { weekday: 0, fromMinute: 1140, toMinute: 1200 },
      { weekday: 2, fromMinute: 1140, toMinute: 1200 },
      { weekday: 5, fromMinute: 540, toMinute: 660 },
    ])
    expect(slotsIn('晚上')).toEqual([])
  })

  it('is ready to send once its slots are written: twelve weeks from a Monday', () => {
    const read = readSeason({ ...newSeasonDraft(NOW), slots: '周一 19:00-20:00' })
    expect(read).toMatchObject({
      fields: { from: '2026-12-14', to: '2027-03-07', closesAt: '2026-12-03T10:00:00.000Z' },
    })
  })

  it.each([
    ['from', { from: '明天' }],
    ['to', { to: '2027-02-31x' }],
    ['closesAt', { closesAt: '2026-12-03 18:75' }],
    ['drawAt', { drawAt: '' }],
    ['slots', { slots: '看情况' }],
  ])('says what of %s cannot be read', (field, part) => {
    const read = readSeason({ ...newSeasonDraft(NOW), slots: '周一 19:00-20:00', ...part })
    expect('wrong' in read && Object.keys(read.wrong)).toEqual([field])
  })
})

it('made shorter once more, it leaves every week after its own end to the next one', () => {
  expect(restOf('2027-01-10', '2027-03-07')).toEqual({ from: '2027-01-11', to: '2027-03-07' })
  expect(restOf('2027-03-07', '2027-03-07')).toBeUndefined()
  expect(restOf('2027-01-', '2027-03-07')).toBeUndefined()
})

describe('the public number', () => {
  it('is the same however its balls are set apart, and has to be typed the same twice', () => {
    expect(tidyNumber(' 03,08 11、17  25 30 + 07')).toBe('03 08 11 17 25 30 07')
    expect(whyNotNumber('ssq', '03 08 11 17 25 30 07', '03,08,11,17,25,30+07')).toBeUndefined()
    expect(whyNotNumber('ssq', '03 08 11 17 25 30 07', '03 08 11 17 25 30 08')).toBeDefined()
    expect(whyNotNumber('hand', '12 3', '12 3')).toBeDefined()
  })
})
