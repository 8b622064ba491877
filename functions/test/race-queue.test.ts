import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { offerFreed } from '../src/booking/handlers'
import { readBooks } from './books'
import { type FaultyEngine, startFaultyEngine } from './faulty-engine'
import { createWorld, type World } from './world'

let faulty: FaultyEngine
let w: World
beforeEach(async () => {
  faulty = await startFaultyEngine(inject('engine'), { conflict: 0.2, throttle: 0.05, lostReply: 0.02 })
  w = await createWorld({ engine: faulty.endpoint })
})
afterEach(async () => {
  await w.close()
  await faulty.close()
})

it('with conflicts (20 %), throttling (5 %) and lost replies (2 %), 6 cancels, 8 who wait, 6 passers-by and every change told three times at once: 0 oversold, each seat offered to one, in order, nobody asked twice', async () => {
  const SLOTS = 2
  const SEATS = 3
  const WAIT = 4
  const offering = await w.offering(await w.place(), { capacity: SEATS })
  const { placeId, offeringId, thingId, community } = offering
  const slot = (i: number) => ({
    placeId,
    offeringId,
    startAt: instantAt('2026-11-25', (8 + i) * 60),
    endAt: instantAt('2026-11-25', (9 + i) * 60),
  })
  const slots = Array.from({ length: SLOTS }, (_, i) => i)
  const times = (count: number) => Array.from({ length: count }, (_, i) => i)
  const holders = await Promise.all(
    slots.flatMap(i =>
      times(SEATS).map(async () => {
        const who = await w.person()
        return { who, bookingId: (await w.as(who).post('/bookings', slot(i))).body.bookingId, slot: slot(i) }
      }),
    ),
  )
  const queues: string[][] = slots.map(() => [])
  for (let rank = 0; rank < WAIT; rank++) {
    w.pass(1)
    const joined = await Promise.all(
      slots.map(async i => w.as(await w.person()).post('/bookings/waiting', slot(i))),
    )
    for (const [i, { body }] of joined.entries()) queues[i]?.push(body.bookingId)
  }
  const strangers = await Promise.all(times(SLOTS * SEATS).map(() => w.person()))
  const tell = (freed: ReturnType<typeof slot>) =>
    Promise.allSettled(
      times(3).map(() => offerFreed(w.table, community, { ...freed, things: [thingId] }, w.now)),
    )
  const [, snatched] = await Promise.all([
    Promise.all(
      holders.map(async ({ who, bookingId, slot: freed }) => {
        await w.as(who).post(`/bookings/${bookingId}/cancel`)
        await tell(freed)
      }),
    ),
    Promise.all(strangers.map((who, i) => w.as(who).post('/bookings', slot(i % SLOTS)))),
  ])
  // What was given up as busy the stream brings again.
  for (const i of slots) await tell(slot(i))

  const { kept, due, bookings } = await readBooks({ env: { ...w.env, endpoint: inject('engine') } })
  expect(kept).toEqual(due)
  const taken = Object.entries(kept).filter(([at]) => at.startsWith(`SHEET#${thingId} `))
  expect(taken.every(([, units]) => units === SEATS)).toBe(true)
  const byId = new Map(bookings.map(one => [one.bookingId as string, one]))
  for (const [i, queue] of queues.entries()) {
    const states = queue.map(id => byId.get(id)?.state)
    const asked = states.filter(state => state === 'offered').length
    const gone = snatched.filter(
      ({ status, body }) => status === 201 && body.startAt === slot(i).startAt,
    ).length
    const cancelled = holders.filter(
      ({ bookingId, slot: of }) =>
        of.startAt === slot(i).startAt && byId.get(bookingId)?.state === 'cancelled',
    ).length
    expect(asked + gone).toBe(cancelled)
    expect(states).toEqual(times(WAIT).map(rank => (rank < asked ? 'offered' : 'waiting')))
    const offers = queue.flatMap(id => byId.get(id)?.timeline.filter(({ verb }) => verb === 'offer') ?? [])
    expect(offers).toHaveLength(asked)
  }
}, 60_000)
