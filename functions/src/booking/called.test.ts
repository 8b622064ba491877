/** Whose time closed and who may not know it yet: they stand on the call list with what is held, and staff answer for them. */
import { ok } from '@yike/shared/kernel/result'
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { sandboxTemplates } from '../entry/dev/wechat-sandbox'
import { changeOfferingChanges } from './store'

const DAY = '2026-11-25'
const TEMPLATE = sandboxTemplates.booking?.id ?? ''
const span = (hour: number, day = DAY) => ({
  startAt: instantAt(day, hour * 60),
  endAt: instantAt(day, hour * 60 + 60),
})

let w: World
let staff: Person
let offering: Offering
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
  offering = await w.offering(await w.place(), { capacity: 1, needsApproval: true })
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  expect(w.lines.filter(line => line.includes('reaction_failed'))).toEqual([])
  await w.close()
})

const settle = async () => {
  for (let i = 0; i < 4; i++) await w.react()
}
const change = async (before: Offering, terms: Partial<Offering>): Promise<Offering> => {
  const after = { ...before, ...terms, version: before.version + 1 }
  expect(await w.table.write(changeOfferingChanges([{ before, after }], w.now))).toEqual(ok(undefined))
  await settle()
  return after
}
/** Staff close the day: what was booked for it is held on the next one. */
const close = () => change(offering, { closures: [{ from: DAY, to: DAY, why: '电路检修' }] })
const call = async (hour = 9): Promise<string> => {
  const { placeId, offeringId } = offering
  const asked = {
    placeId,
    offeringId,
    ...span(hour),
    phone: `0519886612${String(hour).padStart(2, '0')}`,
    name: '李奶奶',
  }
  const { body } = await w.as(staff).post('/work/bookings', asked)
  const approved = await w.as(staff).post(`/bookings/${body.bookingId}/approve`)
  expect(approved.body).toMatchObject({ state: 'confirmed' })
  return body.bookingId
}
const list = async (by = staff) =>
  (await w.as(by).get(`/work/calls/unsettled?community=${OSMANTHUS}`)).body.calls
const seen = async (bookingId: string) => (await w.as(staff).get(`/bookings/${bookingId}`)).body
const accept = (bookingId: string, by = staff) => w.as(by).post(`/work/bookings/${bookingId}/accept`)

it('whoever has no phone of ours stands on the call list with what closed and what is held; what they say yes to is theirs for sure, once, and told to whoever reads it', async () => {
  const bookingId = await call()
  await close()
  expect(await list()).toMatchObject([
    {
      ...{ bookingId, state: 'offered', hasPhone: true, ...span(9, '2026-11-26') },
      closed: { ...span(9), why: '电路检修' },
    },
  ])
  expect((await list())[0].deadlineAt > w.now).toBe(true)
  const answers = await Promise.all([accept(bookingId), accept(bookingId)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  await settle()
  expect(await list()).toEqual([])
  const { state, timeline, startAt } = await seen(bookingId)
  expect([state, startAt]).toEqual(['confirmed', span(9, '2026-11-26').startAt])
  expect(timeline.filter(({ verb }: { verb: string }) => verb === 'acceptFor')).toMatchObject([
    { by: 'staff' },
  ])
})

it('whoever says no is cancelled in the write that notes the call, and the hour is free again', async () => {
  const bookingId = await call()
  await close()
  const [{ version }] = await list()
  const path = `/work/bookings/${bookingId}/call`
  expect((await w.as(staff).post(path, { version, outcome: 'cancel' })).status).toBe(200)
  expect((await seen(bookingId)).state).toBe('cancelled')
  expect((await accept(bookingId)).body.code).toBe('booking.wrong_state')
})

it('whoever is known to have been told by a message, or has answered, need not be called', async () => {
  const openId = 'openid-told'
  const { body } = await w.send('POST', '/sessions', { body: { code: w.sandbox.login(openId) } })
  const told = w.as(body)
  await told.put('/me/community', { community: OSMANTHUS, name: '王阿姨' })
  w.sandbox.service.consent(openId, TEMPLATE)
  await told.post('/consents', { about: 'booking' })
  const guest = await w.person()
  const { placeId, offeringId } = offering
  const [first, second] = await Promise.all([
    told.post('/bookings', { placeId, offeringId, ...span(9) }),
    w.as(guest).post('/bookings', { placeId, offeringId, ...span(11) }),
  ])
  await close()
  await settle()
  expect((await seen(first.body.bookingId)).state).toBe('offered')
  expect(await list()).toMatchObject([{ bookingId: second.body.bookingId }])
  await w.as(guest).post(`/bookings/${second.body.bookingId}/pass`)
  await settle()
  expect(await list()).toEqual([])
})

it('what is offered is taken for somebody by staff of its community alone, before its deadline, and never for oneself', async () => {
  const own = await call()
  const { placeId, offeringId } = offering
  const mine = (await w.as(staff).post('/bookings', { placeId, offeringId, ...span(13) })).body.bookingId
  await close()
  const far = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
  expect((await accept(own, far)).status).toBe(404)
  expect((await accept(mine)).body.code).toBe('booking.own_case')
  w.pass(3 * 24 * 60)
  expect((await accept(own)).body.code).toBe('booking.offer_over')
})

it('whom nobody could reach by the deadline stands on the list until then, and not after it', async () => {
  const bookingId = await call()
  await close()
  for (const [hours, left] of [
    [46, 1],
    [3, 0],
  ] as const) {
    w.pass(hours * 60)
    await w.tick()
    await settle()
    expect(await list()).toHaveLength(left)
  }
  expect((await seen(bookingId)).state).toBe('passed')
})

it('whoever is displaced a second time from one place is held something else again, and everybody has their own back once all is open', async () => {
  const ids = [await call(9), await call(11)]
  const shut = await close()
  const day = (on: string) => ({ from: on, to: on, why: '电路检修' })
  const twice = await change(shut, { closures: [day(DAY), day('2026-11-26')] })
  for (const id of ids)
    expect(await seen(id)).toMatchObject({ state: 'offered', movedFrom: { why: '电路检修' } })
  expect((await list()).map(({ startAt }: { startAt: string }) => startAt.slice(0, 10))).not.toContain(
    '2026-11-26',
  )
  await change(twice, { closures: [] })
  for (const id of ids) expect((await seen(id)).state).toBe('confirmed')
})
