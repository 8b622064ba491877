import { holds } from '@yike/shared/booking/lifecycle'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Act, meetOverTerms } from './interleavings/terms'
import { report, tried } from './long'
import { withoutVersions } from './without-versions'

const resident = fc.record({
  by: fc.constant('resident' as const),
  who: fc.nat(2),
  verb: fc.constantFrom(
    'place' as const,
    'place' as const,
    'join' as const,
    'cancel' as const,
    'accept' as const,
    'pass' as const,
  ),
})
const phone = fc.array(resident, { minLength: 1, maxLength: 3 })
const desk = fc.array(
  fc.record({
    by: fc.constant('staff' as const),
    verb: fc.constantFrom('close' as const, 'close' as const, 'open' as const, 'staff' as const),
  }),
  { minLength: 1, maxLength: 3 },
)
const stream = fc.array(fc.constant<Act>({ by: 'stream' }), { minLength: 1, maxLength: 3 })
const parts = fc.tuple(phone, phone, desk, stream) satisfies fc.Arbitrary<readonly (readonly Act[])[]>

const REFUSALS = [
  'booking.slot_full',
  'booking.person_busy',
  'booking.wrong_state',
  'booking.offer_over',
  'booking.closed',
  'booking.seat_left',
  'booking.offering_moved',
  'booking.roster_moved',
]
const { params, timeoutMs } = tried(120)

it(
  'however 120 meetings of two phones, a desk that closes, opens and staffs a class, and the stream interleave: nothing is taken of a closed hour, who held it is told, no seat is sold twice or forgotten, all are answered',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), parts, async (order, acts) => {
        const { answers, books, takenWhileClosed, isClosed, seats } = await meetOverTerms(order, acts)
        for (const { status, body } of answers)
          if (status >= 300) expect([409, REFUSALS]).toEqual([status, expect.arrayContaining([body.code])])
        expect(takenWhileClosed).toBe(0)
        expect(books.kept).toEqual(books.due)
        const inHour = books.bookings.filter(one => one.movedFrom === undefined)
        const held = inHour.filter(({ state }) => holds(state))
        expect(held.length).toBeLessThanOrEqual(isClosed ? 0 : seats)
        const forgotten = inHour.filter(
          one => one.state === 'waiting' && one.timeline.at(-1)?.verb !== 'skip',
        )
        if (!isClosed && forgotten.length > 0) expect(held.length).toBe(seats)
      }),
      params,
    )
    report(() => `${params.numRuns} interleavings, 0 failures`)
  },
  timeoutMs,
)

it('without the guard of versions on day-sheets the same meetings are caught taking of a closed hour', async () => {
  const found = await fc.check(
    fc.asyncProperty(fc.scheduler(), parts, async (order, acts) => {
      expect((await meetOverTerms(order, acts, withoutVersions)).takenWhileClosed).toBe(0)
    }),
    { seed: 20261123, numRuns: 200, endOnFailure: true },
  )
  expect(found.failed).toBe(true)
})
