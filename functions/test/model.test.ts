import { bookingVerbs } from '@yike/shared/booking/lifecycle'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBooks } from './books'
import { isLong, nextTable, report, tried } from './long'
import { createMemory } from './memory'
import { createMeter } from './meter'
import { acts } from './model/acts'
import { House } from './model/house'
import { mutants } from './model/mutants'
import { agreeOnSight, openReal } from './model/real'
import type { createWorld } from './world'

const carers = fc.tuple(fc.nat(2), fc.nat(2))
const setting = fc.record({
  seats: fc.integer({ min: 1, max: 2 }),
  hasNeighbour: fc.boolean(),
  needsApproval: fc.record({ hour: fc.boolean(), wholeDay: fc.boolean(), nextDoor: fc.boolean() }),
  week: fc.option(carers, { nil: undefined }),
  ration: fc.option(
    fc.record({
      within: fc.constantFrom('day' as const, 'week' as const),
      most: fc.integer({ min: 1, max: 2 }),
    }),
    { nil: undefined },
  ),
})

/** How often each thing happened to a booking. */
const done: Record<string, number> = {}

const history = (made: () => Parameters<typeof createWorld>[0]) =>
  fc.asyncProperty(setting, acts, async (of, commands) => {
    const house = new House(of)
    const real = await openReal(house, made())
    try {
      await fc.asyncModelRun(() => ({ model: house, real }), commands)
      await agreeOnSight(house, real)
      for (const { timeline, team } of (await readBooks(real.w)).bookings)
        for (const { verb, by } of timeline) {
          const what = by === 'delegate' ? `${verb} by grant` : team ? `${verb} for the team` : verb
          done[what] = (done[what] ?? 0) + 1
        }
    } finally {
      await real.w.close()
    }
  })

const { params, timeoutMs } = tried(40)

it(
  'in 40 histories of up to 80 acts of residents, relatives by their grants, a team, callers, staff and the clock, answered by three servers whose clocks differ, two rooms never differ from their model: seats, rations, series, states, offers, swaps, marks and refusals',
  async () => {
    await fc.assert(history(nextTable), params)
    report(() => `${params.numRuns} histories, 0 failures; done in them: ${JSON.stringify(done)}`)
    // Whatever may happen to a booking has.
    const byGrant = ['place', 'join', 'accept', 'pass', 'cancel'].map(verb => `${verb} by grant`)
    const forTeam = ['place', 'join', 'offer', 'accept', 'swap', 'cancel'].map(verb => `${verb} for the team`)
    if (isLong)
      expect(Object.keys(done)).toEqual(expect.arrayContaining([...bookingVerbs, ...byGrant, ...forTeam]))
  },
  timeoutMs,
)

it.each(Object.entries(mutants))(
  'the same histories notice where %s',
  async (_, around) => {
    const broken = () => ({ memory: createMemory(), meter: { ...createMeter(), around } })
    const found = await fc.check(history(broken), { seed: 20261123, numRuns: 200, endOnFailure: true })
    expect(found.failed).toBe(true)
  },
  timeoutMs,
)
