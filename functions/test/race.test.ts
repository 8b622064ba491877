import { instantAt } from '@yike/shared/kernel/time'
import { expect, inject, it } from 'vitest'
import { startFaultyEngine } from './faulty-engine'
import { createWorld } from './world'

it('with conflicts (20 %), throttling (5 %) and lost replies (2 %), 90 residents and 30 seats: 0 oversold, 0 lost, everyone answered', async () => {
  const faulty = await startFaultyEngine(inject('engine'), { conflict: 0.2, throttle: 0.05, lostReply: 0.02 })
  const w = await createWorld({ engine: faulty.endpoint })
  const offering = await w.offering(await w.place(), { capacity: 3 })
  const residents = await Promise.all(Array.from({ length: 90 }, () => w.person()))
  const tries = residents.map(async (resident, i) => {
    const hour = 8 + (i % 10)
    const placed = await w.as(resident).post('/bookings', {
      placeId: offering.placeId,
      offeringId: offering.offeringId,
      startAt: instantAt('2026-11-25', hour * 60),
      endAt: instantAt('2026-11-25', (hour + 1) * 60),
    })
    return { resident, hour, placed }
  })
  const answers = await Promise.all(tries)

  expect(answers.filter(({ placed }) => placed.status >= 500)).toEqual([])
  const won = answers.filter(({ placed }) => placed.status === 201)
  for (const { resident, placed } of won)
    expect((await w.as(resident).get(`/bookings/${placed.body.bookingId}`)).body.state).toBe('confirmed')
  const { body } = await w
    .as(residents[0] as never)
    .get(`/places/${offering.placeId}/offerings/${offering.offeringId}/days?from=2026-11-25&days=1`)
  for (const [index, slot] of body.days[0].slots.entries())
    expect(3 - slot.left).toBe(won.filter(({ hour }) => hour === 8 + index).length)
  // Each hour had three times as many askers as seats, so only «busy» may have left one free.
  const busy = answers.filter(({ placed }) => placed.status === 429).length
  expect(won.length + busy).toBeGreaterThanOrEqual(30)
  expect(
    Math.min(faulty.injected.conflict, faulty.injected.throttle, faulty.injected.lostReply),
  ).toBeGreaterThan(0)
  await w.close()
  await faulty.close()
}, 60_000)
