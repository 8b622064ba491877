import { expect, test } from 'vitest'
import { pinsOf } from './pins'

/** The same places in every run. */
function scatter(count: number, spread: number, seed: number) {
  let state = seed
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return Array.from({ length: count }, (_, of) => ({
    x: 175 + (next() - 0.5) * spread,
    y: 175 + (next() - 0.5) * spread,
    of,
  }))
}

const layouts = [44, 60].flatMap(cell =>
  [1, 20, 120].flatMap(count =>
    [0, 40, 200, 350].flatMap(spread =>
      [1, 2, 3].map(seed => ({ cell, spots: scatter(count, spread, seed + count + spread) })),
    ),
  ),
)

test('in 72 layouts of 1 to 120 places no pin of 44 or 60 px lies over another, leaves the map or hides the door', () => {
  const over = layouts.flatMap(({ cell, spots }) => {
    const pins = pinsOf(spots, { cell, side: 350, free: { x: 175, y: 175, around: 12 } })
    const apart = (one: { x: number; y: number }, other: { x: number; y: number }) =>
      Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))
    return pins.filter(
      (pin, at) =>
        pins.some((other, index) => index !== at && apart(pin, other) < cell - 1e-6) ||
        apart(pin, { x: 175, y: 175 }) > 175 - cell / 2 + 1e-6 ||
        apart(pin, { x: 175, y: 175 }) < cell / 2 + 12 - 1e-6,
    )
  })
  expect(layouts).toHaveLength(72)
  expect(over).toEqual([])
})

test('every one of 120 places is on exactly 1 pin', () => {
  const pins = pinsOf(scatter(120, 300, 7), { cell: 60, side: 350 })
  expect(pins.flatMap(({ of }) => of).sort((one, other) => one - other)).toEqual([...Array(120).keys()])
})

test('2 places that are a pin apart stay 2, and 2 that are nearer are 1 in their middle', () => {
  const spots = (apart: number) => [
    { x: 100, y: 100, of: 'one' },
    { x: 100 + apart, y: 100, of: 'other' },
  ]
  expect(pinsOf(spots(44), { cell: 44 })).toHaveLength(2)
  expect(pinsOf(spots(40), { cell: 44 })).toEqual([{ x: 120, y: 100, of: ['one', 'other'] }])
})
