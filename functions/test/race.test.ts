import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { readBooks } from './books'
import { type FaultyEngine, startFaultyEngine } from './faulty-engine'
import { type Answer, createWorld, type World } from './world'

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

/** Who won; everybody else was told one of these reasons. */
const winners = (answers: readonly Answer[], reasons: readonly string[]): Answer[] => {
  const won = answers.filter(({ status }) => status < 300)
  const lost = answers.filter(({ status }) => status >= 300)
  expect(
    [...new Set(lost.map(({ body }) => String(body.code)))].filter(code => !reasons.includes(code)),
  ).toEqual([])
  return won
}
const booksOfTheEngine = () => readBooks({ env: { ...w.env, endpoint: inject('engine') } })

it('with conflicts (20 %), throttling (5 %) and lost replies (2 %), 90 residents and 30 seats: none oversold, none lost, none twice, at least 25 sold, everyone answered', async () => {
  const HOURS = 10
  const offering = await w.offering(await w.place(), { capacity: 3 })
  const residents = await Promise.all(Array.from({ length: 90 }, () => w.person()))
  const { placeId, offeringId, thingId } = offering
  const answers = await Promise.all(
    residents.map((resident, i) => {
      const hour = 8 + (i % HOURS)
      const startAt = instantAt('2026-11-25', hour * 60)
      const endAt = instantAt('2026-11-25', (hour + 1) * 60)
      return w.as(resident).post('/bookings', { placeId, offeringId, startAt, endAt })
    }),
  )

  const won = winners(answers, ['booking.slot_full', 'request.busy'])
  expect(won.length).toBeGreaterThanOrEqual(25)
  const { kept, due, bookings } = await booksOfTheEngine()
  expect(kept).toEqual(due)
  expect(bookings.map(({ bookingId }) => bookingId).sort()).toEqual(
    won.map(({ body }) => body.bookingId).sort(),
  )
  const sold = Object.entries(kept).filter(([at]) => at.startsWith(`SHEET#${thingId} `))
  expect(Math.max(...sold.map(([, taken]) => taken))).toBe(3)
  const { conflict, throttle, lostReply } = faulty.injected
  expect(Math.min(conflict, throttle, lostReply)).toBeGreaterThan(0)
}, 60_000)

it('with the same faults, of 100 volunteers exactly three get the three places of a task, and only they give their time', async () => {
  const staff = await w.person({ roles: ['resident', 'worker'] })
  const published = await w.as(staff).post('/tasks', {
    community: staff.community,
    title: '陪老人散步',
    what: '绕小区走两圈',
    where: '中心花园',
    kind: 'housework',
    startAt: instantAt('2026-11-24', 14 * 60),
    endAt: instantAt('2026-11-24', 15 * 60),
    places: 3,
  })
  const task = `/tasks/${published.body.taskId}`
  await w.react()
  const crowd = await Promise.all(
    Array.from({ length: 100 }, () => w.person({ roles: ['resident', 'volunteer'] })),
  )
  const answers = await Promise.all(crowd.map(one => w.as(one).move(`${task}/claim`)))

  const won = winners(answers, ['volunteer.task_full', 'request.busy'])
  expect(won).toHaveLength(3)
  const { kept, due } = await booksOfTheEngine()
  expect(kept).toEqual(due)
  expect(kept[`TASK#${published.body.taskId}`]).toBe(3)
}, 60_000)
