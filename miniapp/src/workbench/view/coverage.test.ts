import type { Community } from '@yike/shared/identity/schema'
import { describe, expect, it, test } from 'vitest'
import { bandFor, levelOf, planOf, positionsOf, STANDARD, stepsOf } from './coverage'

describe('the band of a kind', () => {
  it('is the one that was chosen', () => {
    expect(bandFor([5, 10, 15], '10', 'elderCare')).toBe(1)
  })
  it.each([
    ['elderCare', [5, 10, 15], 0],
    ['commerce', [5, 10, 15], 1],
    ['medical', [5, 10, 15], 2],
    // A city without a band of fifteen minutes is held to the next below, one that begins later to its first.
    ['medical', [5, 10], 1],
    ['elderCare', [10, 20], 0],
  ] as const)('by the standard is that of its circle: %s of %j', (kind, bands, at) => {
    expect(bandFor(bands, STANDARD, kind)).toBe(at)
  })
})

const community = (code: string, street: string) => ({ code, name: code, street }) as Community
const all = [community('320411002001', '清水街道'), community('320411003001', '北港街道')]

test('who answers for a district chooses it or a street, and then of that street; who answers for one community has nothing to choose', () => {
  const codes = (scope: string | null, region: string, some = all) =>
    stepsOf(some, scope, region).map(step => step.map(({ code }) => code))
  const streets = ['320411', '320411002', '320411003']
  expect(codes('320411', '320411')).toEqual([streets])
  expect(codes('320411', '320411003')).toEqual([streets, ['320411003', '320411003001']])
  expect(codes('320411', '320411003001')).toEqual([streets, ['320411003', '320411003001']])
  expect(codes('320411002', '320411002', all.slice(0, 1))).toEqual([['320411002', '320411002001']])
  expect(codes('320411002001', '320411002001', all.slice(0, 1))).toEqual([['320411002001']])
  expect(codes(null, '320411002001', all.slice(0, 1))).toEqual([['320411002001']])
})

test('of a district of 10 streets and 300 communities no step shows more than 31', () => {
  const many = Array.from({ length: 300 }, (_, nth) =>
    community(`3204110${10 + Math.floor(nth / 30)}${String(nth % 30).padStart(3, '0')}`, `街道 ${nth % 30}`),
  )
  const steps = stepsOf(many, '320411', many[100]?.code ?? '')
  expect(steps.map(({ length }) => length)).toEqual([11, 31])
})

test('parts are called what their codes are', () => {
  expect(['320411002001001', '320411002001', '320411002', '320411'].map(levelOf)).toEqual([
    'grid',
    'community',
    'street',
    'district',
  ])
})

test('streets are drawn in the same place as the dwellings that stand on them', () => {
  const homes = [
    { position: { lng: 120, lat: 31 }, households: 1, minutes: [] },
    { position: { lng: 120.01, lat: 31.01 }, households: 1, minutes: [] },
  ]
  const streets = { from: { lng: 120, lat: 31 }, lines: [[0, 0, 1000, 1000]] }
  const { dots, streets: drawn } = planOf({ homes, kinds: [] } as never, 0, 15, streets)
  const points = dots.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
  expect(drawn).toBe(`M${points.join('L')}`)
  expect(positionsOf(streets)).toEqual([homes.map(({ position }) => position)])
})
