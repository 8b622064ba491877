import { instantAt } from '@yike/shared/kernel/time'
import { expect, it } from 'vitest'
import { cutTo, detailsOf, noteOf, spanOf } from './details'

const at = (hour: number) => instantAt('2026-11-24', hour * 60)

it.each([
  [undefined, 10],
  [60, 10],
  [120, 11],
  [180, 10],
])('a wish of %s minutes where two hours are free ends at %s', (minutes, hour) => {
  const slot = { startAt: at(9), endAt: at(10), longestEndAt: at(11), left: 1 }
  expect(spanOf(slot, minutes === undefined ? {} : { minutes }).endAt).toBe(at(hour))
})

it('what another offering asked for is not sent: an unknown mode becomes the first, an unknown paper is left out', () => {
  const matter = { modes: ['window' as const, 'agent' as const], papers: [{ name: '身份证' }] }
  expect(detailsOf(matter, { mode: 'visit', papers: ['户口簿', '身份证'] })).toEqual({
    mode: 'window',
    papers: ['身份证'],
  })
  expect(detailsOf({}, { mode: 'visit', papers: ['身份证'] })).toEqual({})
})

it('a wish for 30 chairs becomes 10 where 10 are free, and 0 where none is; what is free stays', () => {
  const left = [
    { name: '椅子', left: 10 },
    { name: '投影', left: 1 },
  ]
  expect(cutTo(left, { 椅子: 30, 投影: 1 })).toEqual({ 椅子: 10, 投影: 1 })
  expect(cutTo(left, { 椅子: 10, 投影: 1 })).toBeUndefined()
})

it('a note goes along in every manner, and of spaces nothing does', () => {
  expect(noteOf({ note: '走不快，请等等我' })).toEqual({ note: '走不快，请等等我' })
  expect(noteOf({ note: '  ' })).toEqual({})
})
