import { walkProfiles } from '@yike/shared/circle/kinds'
import { straightMeters } from '@yike/shared/circle/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOME } from '../../../test/world'
import type { WalkEdge, WalkNetwork, WalkNode, WalkTraits } from '../import/types'
import { plainSeconds } from './plain.test-support'
import { streetsOf } from './streets'
import { groundOf, openWalks } from './walks'

/** A position some metres east and north of HOME. */
const at = (east: number, north: number) => ({
  lng: HOME.lng + east / (111_195 * Math.cos((HOME.lat * Math.PI) / 180)),
  lat: HOME.lat + north / 111_195,
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
const position = fc.tuple(meters, meters).map(([east, north]) => at(east, north))

/** Chains (bends, as maps have them), with chords across. */
const network: fc.Arbitrary<WalkNetwork> = fc
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
    const edges = pairs.map(([from = 0, to = 0], index): WalkEdge => {
      // Bends of one chain share their traits more often than not.
      const kind = kinds[Math.floor(index / 4) % kinds.length] ?? {}
      return { from, to, meters: straightMeters(nodes[from] as WalkNode, nodes[to] as WalkNode), ...kind }
    })
    return { nodes, edges }
  })

describe('walking time', () => {
  it.each(walkProfiles)(
    '%s: equals a plain Dijkstra over the raw map, from any door to any door',
    profile => {
      fc.assert(
        fc.property(
          network,
          position,
          fc.array(position, { minLength: 1, maxLength: 4 }),
          (map, from, ends) => {
            const walks = openWalks(groundOf(map), profile)
            const door = walks.doorAt(from)
            const reach = door && walks.from(door, 1e6)
            for (const end of ends) {
              const other = walks.doorAt(end)
              const seconds =
                (reach && other ? reach.secondsTo(other) : undefined) ?? Number.POSITIVE_INFINITY
              // A flat plane over some hundred metres against the sphere: centimetres.
              const isRight = plainSeconds(map, profile, from, end).some(
                plain => plain === seconds || Math.abs(plain - seconds) < 0.2,
              )
              expect(isRight, `${seconds}`).toBe(true)
            }
          },
        ),
        { numRuns: 120 },
      )
    },
  )

  it('is the same there and back', () => {
    fc.assert(
      fc.property(
        network,
        position,
        position,
        fc.constantFrom(...walkProfiles),
        (map, one, other, profile) => {
          const walks = openWalks(groundOf(map), profile)
          const [a, b] = [walks.doorAt(one), walks.doorAt(other)]
          fc.pre(a !== undefined && b !== undefined)
          if (!a || !b) return
          const there = walks.from(a, 1e6).secondsTo(b)
          const back = walks.from(b, 1e6).secondsTo(a)
          if (there < Number.POSITIVE_INFINITY) expect(back).toBeCloseTo(there, 6)
          else expect(back).toBe(there)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('a bounded walk finds exactly the corners of an unbounded one that lie within the bound, nearest first', () => {
    fc.assert(
      fc.property(network, position, fc.integer({ min: 0, max: 1500 }), (map, from, limit) => {
        const walks = openWalks(groundOf(map), 'ordinary')
        const door = walks.doorAt(from)
        if (!door) return
        walks.from(door, 1e6)
        const all = [...walks.search.reached()].map(
          corner => [corner, walks.search.secondsAt(corner)] as const,
        )
        walks.from(door, limit)
        const near = [...walks.search.reached()]
        expect(new Set(near)).toEqual(
          new Set(all.filter(([, seconds]) => seconds <= limit).map(([corner]) => corner)),
        )
        const seconds = near.map(corner => walks.search.secondsAt(corner))
        expect(seconds).toEqual(seconds.toSorted((one, other) => one - other))
      }),
      { numRuns: 100 },
    )
  })
})

describe('streets', () => {
  it('keep every metre of the map, and a chain of equal pieces is one street', () => {
    fc.assert(
      fc.property(network, map => {
        const { meters } = streetsOf(map)
        const total = map.edges.reduce((sum, edge) => sum + edge.meters, 0)
        expect(meters.reduce((sum, length) => sum + length, 0)).toBeCloseTo(total, 6)
      }),
    )
    const bends = Array.from({ length: 9 }, (_, i) => ({ key: `${i}`, ...at(i * 30, (i % 2) * 20) }))
    const pieces = bends.slice(1).map((_, i) => ({ from: i, to: i + 1, meters: 36 }))
    expect(streetsOf({ nodes: bends, edges: pieces }).from).toHaveLength(1)
  })

  it('a bridge that shares no node with the road below is not joined to it', () => {
    const nodes = [at(-200, 0), at(200, 0), at(0, -200), at(0, 200)].map((where, i) => ({
      key: `${i}`,
      ...where,
    }))
    const walks = openWalks(
      groundOf({
        nodes,
        edges: [
          { from: 0, to: 1, meters: 400 },
          { from: 2, to: 3, meters: 400, bridge: true },
        ],
      }),
      'ordinary',
    )
    const [below, above] = [walks.doorAt(at(-100, 1)), walks.doorAt(at(1, 100))]
    if (!below || !above) throw new Error('not tied')
    expect(walks.from(below, 1e6).secondsTo(above)).toBe(Number.POSITIVE_INFINITY)
  })

  it('a network of nothing ties no door, and a door in the sea is tied to nothing', () => {
    expect(openWalks(groundOf({ nodes: [], edges: [] }), 'ordinary').doorAt(HOME)).toBeUndefined()
    const nodes = [at(0, 0), at(400, 0)].map((where, i) => ({ key: `${i}`, ...where }))
    const walks = openWalks(groundOf({ nodes, edges: [{ from: 0, to: 1, meters: 400 }] }), 'ordinary')
    expect(walks.doorAt(at(0, 5000))).toBeUndefined()
    expect(walks.doorAt(at(0, 299))).toMatchObject({ street: 0, along: 0 })
  })
})
