import { expect, it } from 'vitest'
import { canHold, readCode, spokenCode } from './rules'
import type { RegionCode } from './schema'

it.each(['K7QF-2M9P-X3TA', 'k7qf 2m9p x3ta', ' K7QF2M9PX3TA', 'Ｋ７ＱＦ－2M9P－X3TA'])(
  'a code is read as people write it: %s',
  typed => expect(readCode(typed)).toBe('K7QF2M9PX3TA'),
)

it('what is easily taken for another sign is read as the one that the alphabet has', () => {
  expect(readCode('OIL0-1234-5678')).toBe('011012345678')
})

it.each(['', 'K7QF', 'K7QF-2M9P-X3TA-1', 'K7QF-2M9P-X3TU'])('%s is no code', typed => {
  expect(readCode(typed)).toBeUndefined()
})

it('what is spoken is read again as the same', () => {
  const code = readCode('K7QF2M9PX3TA')
  expect(code && readCode(spokenCode(code))).toBe(code)
})

it.each([
  ['worker', '320499001001', true],
  ['worker', '320499001', true],
  ['worker', '320499', false],
  ['worker', '320499001001001', false],
  ['supervisor', '320499001', true],
  ['supervisor', '3204', true],
  ['supervisor', '320499001001', false],
] as const)('a %s of %s: %s', (role, scope, may) => {
  expect(canHold(role, scope as RegionCode)).toBe(may)
})
