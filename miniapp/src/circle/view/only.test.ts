import { expect, test } from 'vitest'
import { onlyOf, wishOnly } from './only'

const all = { openNow: false, openLate: false, bookable: false, stepFree: false }

test('what a list leaves out its map leaves out too, and what an address makes up says nothing', () => {
  for (const wish of [
    all,
    { ...all, openLate: true },
    { ...all, openNow: true, stepFree: true, price: 'free' as const },
  ])
    expect(wishOnly(onlyOf({ minutes: 15, ...wish }))).toEqual(wish)
  expect(onlyOf({ minutes: 15 })).toBeUndefined()
  expect(wishOnly('toString,gold')).toEqual(all)
})
