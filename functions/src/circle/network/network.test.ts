import { walkProfiles } from '@yike/shared/circle/kinds'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOME } from '../../../test/world'
import { at, network, position } from './made-up.test-support'
import { plainSeconds } from './plain.test-support'
import { streetsOf } from './streets'
import { groundOf, openWalks } from './walks'

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
          if (there < Number.POSITIVE_INFINITY) expect(back).toBeCloseTo(there, 3)
          else expect(back).toBe(there)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('a bounded walk finds exactly the corners of an unbounded one that lie within the bound, each once and in its own seconds', () => {
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
        const near = [...walks.search.reached()].map(
          corner => [corner, walks.search.secondsAt(corner)] as const,
        )
        expect(near).toHaveLength(new Set(near.map(([corner]) => corner)).size)
        expect(new Map(near)).toEqual(new Map(all.filter(([, seconds]) => seconds <= limit)))
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

describe('an entrance', () => {
  // A road, and from its middle a flight of steps up to a clinic; a ramp of 15 % up to a library farther on.
  const hill = {
    nodes: [at(0, 0), at(300, 0), at(600, 0), at(300, 100), at(600, 100)].map((where, nth) => ({
      key: `${nth}`,
      ...where,
    })),
    edges: [
      { from: 0, to: 1, meters: 300 },
      { from: 1, to: 2, meters: 300 },
      { from: 1, to: 3, meters: 100, steps: true as const, wheelchair: 'no' as const },
      { from: 2, to: 4, meters: 100, gradePercent: 15 },
    ],
  }
  const reached = (profile: (typeof walkProfiles)[number], where: ReturnType<typeof at>) => {
    const walks = openWalks(groundOf(hill), profile)
    const [door, entrance] = [walks.doorAt(at(0, 1)), walks.entranceAt(where)]
    return door && entrance ? walks.from(door, 1e6).secondsTo(entrance) : Number.POSITIVE_INFINITY
  }
  it.each([
    ['the head of a flight of steps', at(302, 99), ['pram', 'wheelchair']],
    ['the head of a steep ramp', at(602, 99), ['wheelchair']],
    ['the foot of the steps', at(303, 12), []],
  ])('at %s is none for whoever cannot walk there, though a street passes below', (_, where, barred) => {
    expect(walkProfiles.filter(one => reached(one, where) === Number.POSITIVE_INFINITY)).toEqual(barred)
  })
})
