import { holds } from '@yike/shared/booking/lifecycle'
import { instantAt } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBooks } from './books'
import { createTurns } from './interleavings/turns'
import { nextTable, report, tried } from './long'
import { createMeter } from './meter'
import { type Answer, createWorld, type Person } from './world'

/** Of three residents, some act from two phones at once; whatever they place is at the same hour. */
type Act =
  | { readonly verb: 'place'; readonly resident: number; readonly where: 'class' | 'court' }
  | { readonly verb: 'cancel' | 'approve' | 'decline'; readonly resident: number }

const resident = fc.nat(2)
const act = fc.oneof<fc.Arbitrary<Act>[]>(
  fc.record({ verb: fc.constant('place'), resident, where: fc.constantFrom('class', 'class', 'court') }),
  fc.record({ verb: fc.constantFrom('cancel', 'cancel', 'approve', 'decline'), resident }),
)
const phones = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 })

const HOUR = { startAt: instantAt('2026-11-24', 14 * 60), endAt: instantAt('2026-11-24', 15 * 60) }
const REFUSALS = ['booking.slot_full', 'booking.person_busy', 'booking.wrong_state']

/** One seat in a class whose staff approve, and one on a court; the first resident may have asked for the class before. */
const meet = async (order: fc.Scheduler, parts: readonly (readonly Act[])[], hasAsked: boolean) => {
  const turns = createTurns(order)
  const w = await createWorld({ ...nextTable(), meter: { ...createMeter(), around: turns.around } })
  const place = await w.place()
  const [care, court, staff, ...residents] = await Promise.all([
    w.offering(place, { capacity: 1, needsApproval: true }),
    w.offering(place, { capacity: 1 }),
    w.person({ roles: ['resident', 'worker'] }),
    ...[0, 1, 2].map(() => w.person()),
  ])
  const offerings = { class: care, court }
  const answers: Answer[] = []
  /** The last that anybody has seen of each resident's booking. */
  const seen = new Map<number, { bookingId: string; version?: number }>()

  const send = (one: Act): Promise<Answer> | undefined => {
    const self = w.as(residents[one.resident] as Person)
    if (one.verb === 'place') {
      const { placeId, offeringId } = offerings[one.where]
      return self.post('/bookings', { placeId, offeringId, ...HOUR })
    }
    const booking = seen.get(one.resident)
    if (!booking) return undefined
    const by = one.verb === 'cancel' ? self : w.as(staff)
    const reason = one.verb === 'decline' ? '当天消毒' : undefined
    return by.post(`/bookings/${booking.bookingId}/${one.verb}`, { version: booking.version, reason })
  }
  const perform = async (one: Act) => {
    const answer = await send(one)
    if (!answer) return
    answers.push(answer)
    if (answer.status < 300) seen.set(one.resident, answer.body as { bookingId: string })
  }

  if (hasAsked) await perform({ verb: 'place', resident: 0, where: 'class' })
  await turns.run(
    parts.map(acts => async () => {
      for (const one of acts) await perform(one)
    }),
  )
  const books = await readBooks(w)
  await w.close()
  return { answers, books }
}

const { params, timeoutMs } = tried(300)

it(
  'however 300 meetings of two or three phones interleave: no seat is sold twice or lost, nobody is in two places, all are answered',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), phones, fc.boolean(), async (order, parts, hasAsked) => {
        const { answers, books } = await meet(order, parts, hasAsked)
        const granted = answers.filter(({ status }) => status < 300).map(({ body }) => body)
        for (const { status, body } of answers)
          if (status >= 300) expect([409, REFUSALS]).toEqual([status, expect.arrayContaining([body.code])])

        expect(books.kept).toEqual(books.due)
        expect(Object.values(books.kept).filter(taken => taken > 1)).toEqual([])
        const states = new Map(books.bookings.map(({ bookingId, state }) => [bookingId as string, state]))
        expect([...states.keys()].sort()).toEqual([...new Set(granted.map(body => body.bookingId))].sort())
        // Whoever was told that it is over was told so for good.
        for (const { bookingId, state } of granted)
          if (!holds(state as never)) expect(states.get(String(bookingId))).toBe(state)
      }),
      params,
    )
    report(() => `${params.numRuns} interleavings, 0 failures`)
  },
  timeoutMs,
)
