/** Made-up networks for tests: a few streets around HOME with everything on them that a map may say. */
import { straightMeters } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'
import fc from 'fast-check'
import { HOME } from '../../../test/world'
import type { WalkEdge, WalkNetwork, WalkNode, WalkTraits } from '../import/types'

/** Maps have seven decimals. */
const seven = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** A position some metres east and north of HOME. */
export const at = (east: number, north: number) => ({
  lng: seven(HOME.lng + east / (111_195 * Math.cos((HOME.lat * Math.PI) / 180))),
  lat: seven(HOME.lat + north / 111_195),
})

const park = {
  days: Array.from({ length: 7 }, () => [[360, 1200]] as const),
  publicHoliday: 'asUsual',
} as const

const traits: fc.Arbitrary<WalkTraits> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  fc.constantFrom<WalkTraits>(
    { steps: true, wheelchair: 'no' },
    { steps: true, wheelchair: 'yes' },
    { wheelchair: 'limited' },
    { wheelchair: 'no' },
    { lit: false },
    { hours: park, hoursText: '06:00-20:00' },
  ),
)
const point = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  fc.constantFrom<Partial<WalkNode>>(
    { gate: { hoursText: '06:00-20:00', hours: park } },
    { gate: { hoursText: 'by appointment' } },
    { blocksWheels: true },
    { lift: true },
  ),
)
const meters = fc.double({ min: -400, max: 400, noNaN: true })
export const position = fc.tuple(meters, meters).map(([east, north]) => at(east, north))

/** Chains (bends, as maps have them), with chords across. */
const tangle: fc.Arbitrary<WalkNetwork> = fc
  .tuple(
    fc.array(fc.tuple(position, point), { minLength: 2, maxLength: 24 }),
    fc.array(traits, { minLength: 30, maxLength: 30 }),
    fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 12 }),
    fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
  )
  .map(([points, kinds, chords, breaks]) => {
    const nodes = points.map(([where, is], index): WalkNode => ({ key: `${index}`, ...where, ...is }))
    const chain = nodes
      .slice(1)
      .flatMap((_, from) => (breaks[from] && from % 5 === 0 ? [] : [[from, from + 1]]))
    const pairs = [...chain, ...chords.filter(([a, b]) => a !== b && Math.max(a, b) < nodes.length)]
    const edges = pairs.flatMap(([from = 0, to = 0], index): WalkEdge[] => {
      // Bends of one chain share their traits more often than not.
      const kind = kinds[Math.floor(index / 4) % kinds.length] ?? {}
      const meters = straightMeters(nodes[from] as WalkNode, nodes[to] as WalkNode)
      return meters === 0 ? [] : [{ from, to, meters, ...kind }]
    })
    return { nodes, edges }
  })

/** Blocks with right corners, as towns have them; a street in six is missing. */
const blocks: fc.Arbitrary<WalkNetwork> = fc
  .tuple(
    fc.array(fc.integer({ min: 20, max: 160 }), { minLength: 2, maxLength: 4 }),
    fc.array(fc.integer({ min: 20, max: 160 }), { minLength: 2, maxLength: 4 }),
    fc.array(point, { minLength: 25, maxLength: 25 }),
    fc.array(traits, { minLength: 40, maxLength: 40 }),
    fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 40, maxLength: 40 }),
  )
  .map(([widths, heights, points, kinds, missing]) => {
    const sums = (steps: readonly number[]) => [
      -200,
      ...steps.map((_, nth) => steps.slice(0, nth + 1).reduce((sum, step) => sum + step, -200)),
    ]
    const [columns, rows] = [sums(widths), sums(heights)]
    const nodes = rows.flatMap((north, row) =>
      columns.map((east, column): WalkNode => {
        const index = row * columns.length + column
        return { key: `${index}`, ...at(east, north), ...points[index] }
      }),
    )
    const pairs = [...nodes.keys()].flatMap(index => [
      ...((index + 1) % columns.length === 0 ? [] : [[index, index + 1]]),
      ...(index + columns.length < nodes.length ? [[index, index + columns.length]] : []),
    ])
    const edges = pairs.flatMap(([from = 0, to = 0], index): WalkEdge[] => {
      if (missing[index] === 0) return []
      const kind = kinds[index] ?? {}
      return [{ from, to, meters: straightMeters(nodes[from] as WalkNode, nodes[to] as WalkNode), ...kind }]
    })
    return { nodes, edges }
  })

export const network = fc.oneof(tangle, blocks)

/** Anywhere, or beside a corner: as far from one of its streets as from the other, or nearly so. */
export const positionIn = ({ nodes }: WalkNetwork): fc.Arbitrary<Position> =>
  fc.oneof(
    position,
    fc
      .tuple(
        fc.constantFrom(...nodes),
        fc.integer({ min: -70, max: 70 }),
        fc.constantFrom(1, -1, 0.6, 0.9, 1.4),
      )
      .map(([{ lng, lat }, east, share]) => {
        const [off, home] = [at(east, east * share), at(0, 0)]
        return { lng: seven(lng + off.lng - home.lng), lat: seven(lat + off.lat - home.lat) }
      }),
  )
