import { walkProfiles } from '@yike/shared/circle/kinds'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOME } from '../../../test/world'
import { at, network, position, positionIn } from './made-up.test-support'
import { plainSeconds } from './plain.test-support'
import { streetsOf } from './streets'
import { groundOf, openWalks } from './walks'

const asked = network.chain(map =>
  fc.record({
    map: fc.constant(map),
    from: positionIn(map),
    ends: fc.array(positionIn(map), { minLength: 1, maxLength: 4 }),
  }),
)

describe('walking time', () => {
  it.each(walkProfiles)(
    '%s: equals a plain Dijkstra over the raw map, from any door to any place, also beside corners',
    profile => {
      fc.assert(
        fc.property(asked, ({ map, from, ends }) => {
          const walks = openWalks(groundOf(map), profile)
          const reach = walks.from(walks.doorsAt(from), 1e6)
          for (const end of ends) {
            const seconds = reach.secondsTo(walks.entrancesAt(end))
            const { least, most } = plainSeconds(map, profile, from, end)
            // A flat plane over some hundred metres against the sphere: centimetres.
            const isRight = seconds >= least - 0.2 && seconds <= most + 0.2
            expect(isRight, `${seconds} between ${least} and ${most}`).toBe(true)
          }
        }),
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
          const [a, b] = [walks.doorsAt(one), walks.doorsAt(other)]
          fc.pre(a.length > 0 && b.length > 0)
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
        const door = walks.doorsAt(from)
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
    const [below, above] = [walks.doorsAt(at(-100, 1)), walks.doorsAt(at(1, 100))]
    expect([below.length, above.length]).toEqual([1, 1])
    expect(walks.from(below, 1e6).secondsTo(above)).toBe(Number.POSITIVE_INFINITY)
  })

  it('a network of nothing ties no door, and a door in the sea is tied to nothing', () => {
    expect(openWalks(groundOf({ nodes: [], edges: [] }), 'ordinary').doorsAt(HOME)).toEqual([])
    const nodes = [at(0, 0), at(400, 0)].map((where, i) => ({ key: `${i}`, ...where }))
    const walks = openWalks(groundOf({ nodes, edges: [{ from: 0, to: 1, meters: 400 }] }), 'ordinary')
    expect(walks.doorsAt(at(0, 5000))).toEqual([])
    expect(walks.doorsAt(at(0, 299))).toMatchObject([{ street: 0, along: 0 }])
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
    return walks.from(walks.doorsAt(at(0, 1)), 1e6).secondsTo(walks.entrancesAt(where))
  }
  it.each([
    ['the head of a flight of steps', at(302, 99), ['pram', 'wheelchair']],
    ['the head of a steep ramp', at(602, 99), ['wheelchair']],
    ['the foot of the steps', at(303, 12), []],
  ])('at %s is none for whoever cannot walk there, though a street passes below', (_, where, barred) => {
    expect(walkProfiles.filter(one => reached(one, where) === Number.POSITIVE_INFINITY)).toEqual(barred)
  })
})

describe('doors', () => {
  const meters = (
    nodes: readonly (readonly [number, number])[],
    pairs: readonly (readonly [number, number])[],
  ) => {
    const all = nodes.map(([east, north], nth) => ({ key: `${nth}`, ...at(east, north) }))
    const long = ([a = [0, 0], b = [0, 0]]: (readonly [number, number] | undefined)[]) =>
      Math.hypot(a[0] - b[0], a[1] - b[1])
    const edges = pairs.map(([from, to]) => ({ from, to, meters: long([nodes[from], nodes[to]]) }))
    const walks = openWalks(groundOf({ nodes: all, edges }), 'ordinary')
    return (from: readonly [number, number], to: readonly [number, number]) =>
      Math.round(walks.from(walks.doorsAt(at(...from)), 1e6).secondsTo(walks.entrancesAt(at(...to))))
  }
  /** A block of 100 m whose streets go on to the east. */
  const block = meters(
    [
      [0, 0],
      [100, 0],
      [600, 0],
      [0, 100],
      [100, 100],
      [600, 100],
    ],
    [
      [0, 1],
      [1, 2],
      [3, 4],
      [4, 5],
      [0, 3],
    ],
  )

  it('a place 50 m from two streets is reached by either: 150 m from the door in the one, 150 m from the door in the other', () => {
    expect(block([0, 0], [100, 50])).toBe(150)
    expect(block([0, 100], [100, 50])).toBe(150)
  })

  it('beside a corner a metre to one side or the other makes six metres of way at most: nothing leaps', () => {
    for (let east = 0; east < 160; east++)
      expect(
        Math.abs(block([600, 0], [east, 50]) - block([600, 0], [east + 1, 50])),
        `${east}`,
      ).toBeLessThanOrEqual(6)
  })

  it('nobody comes in across a street: a canal of 20 m with a path on either side is walked round', () => {
    const canal = meters(
      [
        [0, 0],
        [400, 0],
        [0, 20],
        [400, 20],
      ],
      [
        [0, 1],
        [2, 3],
        [1, 3],
      ],
    )
    expect(canal([100, -25], [100, 45])).toBe(25 + 300 + 20 + 300 + 25)
  })

  it('inside the bend of one street both its arms lead out', () => {
    const bend = meters(
      [
        [0, 0],
        [300, 0],
        [300, 60],
        [0, 60],
      ],
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    )
    expect(bend([0, 0], [100, 30])).toBe(130)
    expect(bend([0, 60], [100, 30])).toBe(130)
  })
})
