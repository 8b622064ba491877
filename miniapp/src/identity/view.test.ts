import { expect, test } from 'vitest'
import { birthDateOf, rolesOf } from './view'

test('a birth date is understood as eight digits, with dashes and as one says it', () => {
  for (const typed of ['19500301', '1950-3-1', '1950年3月1日']) expect(birthDateOf(typed)).toBe('1950-03-01')
})

test('a day that does not exist is no birth date', () => {
  for (const typed of ['19500231', '1950', '十月', '19501301']) expect(birthDateOf(typed)).toBeUndefined()
})

test('resident is a role worth naming only where there is no other', () => {
  expect(rolesOf({ roles: ['resident'] })).toHaveLength(1)
  expect(rolesOf({ roles: ['resident', 'worker'] })).toHaveLength(1)
})
