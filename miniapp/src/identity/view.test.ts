import { UNNAMED } from '@yike/shared/identity/rules'
import { expect, test } from 'vitest'
import { identity } from '../english/identity'
import { speak } from '../platform/language'
import { birthMonthOf, degreesOf, inChina, rolesOf, saidName } from './view'

test('a month of birth is understood as six digits, with a dash, as one says it, and from a whole date', () => {
  for (const typed of ['195003', '1950-3', '1950年3月', '19500301', '1950-3-1', '1950年3月1日'])
    expect(birthMonthOf(typed)).toBe('1950-03')
})

test('a month or a day that does not exist is no birth', () => {
  for (const typed of ['195013', '195000', '19500231', '1950', '十月', '19501301'])
    expect(birthMonthOf(typed)).toBeUndefined()
})

test('resident is a role worth naming only where there is no other', () => {
  expect(rolesOf({ roles: ['resident'] })).toHaveLength(1)
  expect(rolesOf({ roles: ['resident', 'worker'] })).toHaveLength(1)
})

test('what a newcomer is called is not written for them, in no language', () => {
  for (const language of ['zh', 'en'] as const) {
    speak(language, { identity })
    expect(saidName({ name: UNNAMED })).toBe('')
    expect(saidName({ name: '季长庚' })).toBe('季长庚')
  }
  speak('zh')
})

test('degrees are read as written; what lies outside China is a slip of the pen', () => {
  expect(degreesOf(' 116.32 ', inChina.lng)).toBe(116.32)
  expect(degreesOf('40', inChina.lat)).toBe(40)
  for (const typed of ['40.00', '', '116.', '-116.32', '116,32']) {
    expect(degreesOf(typed, inChina.lng)).toBeUndefined()
  }
  expect(degreesOf('116.32', inChina.lat)).toBeUndefined()
})
