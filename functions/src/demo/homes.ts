/** Where the imagined street lives: rows of houses, metres east and north of the middle, with their households. */
import type { Dwelling } from '../circle/coverage/report'
import { type CommunityKey, MIDDLE, offset } from './street'

type Row = readonly [
  count: number,
  households: number,
  from: readonly [number, number],
  step: readonly [number, number],
]

const rows: Readonly<Record<CommunityKey, readonly Row[]>> = {
  osmanthus: [
    [6, 48, [-640, 30], [95, 0]],
    [6, 48, [-640, 200], [95, 0]],
    [5, 60, [-560, 300], [100, 0]],
    [4, 36, [-650, -90], [100, 0]],
    // 南塘巷: old houses at the water; whichever way one leaves, there are steps.
    [5, 18, [-440, -196], [55, -2]],
    [6, 40, [-600, 400], [90, 0]],
  ],
  stonebridge: [
    [6, 54, [110, -50], [100, 0]],
    [5, 54, [120, -150], [110, 0]],
    [5, 42, [115, -250], [110, 0]],
    [4, 42, [160, 60], [115, 0]],
    // The far bank: new blocks, and the shops and nurseries of the old town a long way off.
    [4, 90, [400, -350], [90, 0]],
    [3, 90, [650, 240], [20, -40]],
  ],
}

export const homesOf = (key: CommunityKey): Dwelling[] =>
  rows[key].flatMap(([count, households, [east, north], [right, up]]) =>
    Array.from({ length: count }, (_, nth) => ({
      position: offset(MIDDLE, east + nth * right, north + nth * up),
      households,
    })),
  )
