import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMeter } from '../../test/meter'
import { createWorld, type World } from '../../test/world'

const DAY_MINUTES = 24 * 60

const meter = createMeter()
let w: World
beforeAll(async () => {
  w = await createWorld({ meter })
})
afterAll(() => w.close())

it('of all that is offered at each place of a list the soonest free slot is told with its seats, in one answer; where a week is full, that it is', async () => {
  const [care, hall, shop] = [await w.place(), await w.place(), await w.place()]
  await w.offering(care, { name: '后天的', capacity: 3, noticeMinutes: 2 * DAY_MINUTES })
  const sooner = await w.offering(care, { name: '明天的', capacity: 1, noticeMinutes: DAY_MINUTES })
  await w.offering(hall, { paused: '装修' })
  await w.offering(hall, { noticeMinutes: 8 * DAY_MINUTES })
  const resident = w.as(await w.person())
  const ask = async (...places: readonly { placeId: string }[]) =>
    (await resident.get(`/soonest?places=${places.map(({ placeId }) => placeId).join(',')}`)).body.places
  meter.take()
  const [first, ...rest] = await ask(care, hall, shop, care)
  // A query for each place, one for each that it offers.
  expect(meter.take().calls).toHaveLength(2)
  expect(first).toMatchObject({
    placeId: care.placeId,
    free: { offeringId: sooner.offeringId, name: '明天的', slot: { left: 1 } },
  })
  expect(rest).toEqual([{ placeId: hall.placeId, free: null }])

  const { startAt, endAt } = first.free.slot
  const taken = { placeId: care.placeId, offeringId: sooner.offeringId, startAt, endAt }
  expect((await resident.post('/bookings', taken)).status).toBe(201)
  const [after] = await ask(care)
  expect(after.free.slot.startAt > startAt).toBe(true)

  await w.offering(shop, { paused: '装修' })
  expect(await ask(shop)).toEqual([])
})

const anId = `pl_01KAS${'0'.repeat(21)}`
it.each([
  ['none', ''],
  ['no id', 'pl_1'],
  ['more than a page', Array.from({ length: 21 }, () => anId).join(',')],
])('a list of places that is %s is refused', async (_, places) => {
  const answer = await w.as(await w.person()).get(`/soonest?places=${places}`)
  expect(answer).toMatchObject({ status: 400 })
})
