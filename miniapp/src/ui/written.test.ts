import { expect, test } from 'vitest'
import { lengthOf, noteOf } from './written'

const field = (length: number, more: object = {}) =>
  noteOf({ label: '', value: '好'.repeat(length), maxLength: 40, onChange: () => undefined, ...more })

test('a text that is far from its limit is not counted, one near it is, and one character more is wrong', () => {
  expect(field(34)).toEqual({})
  expect(field(36).note).toContain('4')
  expect(field(40).note).toContain('0')
  expect(field(42).wrong).toContain('2')
})

test('what is too long is said before what else is wrong, and both before a hint', () => {
  expect(field(41, { error: '别的' }).wrong).not.toBe('别的')
  expect(field(3, { error: '别的', hint: '提示' })).toEqual({ wrong: '别的' })
  expect(field(3, { hint: '提示' })).toEqual({ note: '提示' })
})

test('a character outside the first plane is one, and spaces around the words are none', () => {
  expect(lengthOf(' 𠮷野家 ')).toBe(3)
})
