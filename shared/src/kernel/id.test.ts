import { expect, it } from 'vitest'
import { idOf, idPrefixes, spokenNumber } from './id'

it('no two kinds share a prefix', () => {
  const prefixes = Object.values(idPrefixes)
  expect(new Set(prefixes).size).toBe(prefixes.length)
})

it('an id of one kind is none of another', () => {
  expect(idOf('booking').safeParse('bk_01JD3V8K2QW6ZB5M9T4XN7RHCE').success).toBe(true)
  expect(idOf('booking').safeParse('pl_01JD3V8K2QW6ZB5M9T4XN7RHCE').success).toBe(false)
})

it.each([
  'bk_01jd3v8k2qw6zb5m9t4xn7rhce',
  'bk_81JD3V8K2QW6ZB5M9T4XN7RHCE',
  'bk_01JD',
  ' bk_01JD3V8K2QW6ZB5M9T4XN7RHCE',
])('%s is no id', typed => {
  expect(idOf('booking').safeParse(typed).success).toBe(false)
})

it('the number to read out is the end of the id in two groups', () => {
  expect(spokenNumber('bk_01JD3V8K2QW6ZB5M9T4XN7RHCE')).toBe('N7R-HCE')
})
