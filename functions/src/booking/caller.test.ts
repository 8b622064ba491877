/** Staff book and cancel for somebody who called, or who stands before them. */
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { everything } from '../../test/everything'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering, Place } from '../circle/store'

let w: World
let staff: Person
let place: Place
let offering: Offering
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
  place = await w.place()
  // Residents book a day ahead, staff up to the start.
  offering = await w.offering(place, { noticeMinutes: 24 * 60 })
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const CALLER = { phone: '0519 8866-1234', name: '李奶奶' }
const slot = (hour: number, of = offering) => {
  const startAt = instantAt('2026-11-23', hour * 60)
  return { placeId: of.placeId, offeringId: of.offeringId, startAt, endAt: addMinutes(startAt, 60) }
}
const bookFor = (input: object, key?: string, by = staff) => w.as(by).post('/work/bookings', input, key)
const find = async (phone: string, by = staff) =>
  (await w.as(by).post('/work/callers', { community: OSMANTHUS, phone })).body
const callers = async () =>
  Object.values(await everything(w)).filter(item => (item as { type?: string }).type === 'Caller')

describe('for somebody who calls', () => {
  it('staff book the same day, where residents no longer can, and the days show it to them alone', async () => {
    const days = async (by: Person, audience = '&audience=staff') =>
      (await w.as(by).days(offering, `days=1${audience}`))[0]?.slots.at(-1)?.shut
    const neighbour = await w.person()
    expect([await days(staff), await days(staff, ''), await days(neighbour)]).toEqual([
      undefined,
      'too_late',
      'too_late',
    ])
    expect((await w.as(neighbour).post('/bookings', slot(14))).body.code).toBe('booking.too_late')
    const { status, body } = await bookFor({ ...slot(14), ...CALLER })
    expect(status).toBe(201)
    expect(body).toMatchObject({ forName: '李奶奶', phone: '051988661234' })
    expect(body.timeline).toMatchObject([{ verb: 'placeFor', by: 'staff' }])
  })

  it('staff read of a ration that is used up whose it is, how much, of what period and from when again', async () => {
    const once = { per: 'person', count: 'bookings', within: 'week', most: 1 } as const
    const rationed = await w.offering(place, { quotas: [once] })
    await bookFor({ ...slot(10, rationed), ...CALLER })
    const { code, facts } = (await bookFor({ ...slot(12, rationed), ...CALLER })).body
    expect([code, facts]).toEqual(['booking.quota_used', { ...once, left: 0, againOn: '2026-11-30' }])
  })

  it('somebody new is known by the number from then on, once, however often it is sent', async () => {
    expect(await find(CALLER.phone)).toEqual({ names: [] })
    const asked = { ...slot(10), ...CALLER }
    const answers = await Promise.all(Array.from({ length: 8 }, () => bookFor(asked, 'one-intent-of-staff')))
    const done = answers.filter(({ status }) => status === 201)
    expect(new Set(done.map(({ body }) => body.bookingId)).size).toBe(1)
    expect((await bookFor(asked, 'one-intent-of-staff')).status).toBe(201)
    expect(await callers()).toHaveLength(1)
    expect(await find('051988661234')).toEqual({ names: ['李奶奶'] })
    expect((await bookFor({ ...slot(11), phone: CALLER.phone })).body.forName).toBe('李奶奶')
  })

  it('two who share a number are two people, each booked by name; without one it asks which', async () => {
    await bookFor({ ...slot(10), ...CALLER, bornOn: '1944-03' })
    const wife = await bookFor({ ...slot(10), phone: CALLER.phone, name: '赵奶奶', bornOn: '1946-03' })
    expect(wife).toMatchObject({ status: 201, body: { forName: '赵奶奶' } })
    expect((await find(CALLER.phone)).names.sort()).toEqual(['李奶奶', '赵奶奶'].sort())
    const which = await bookFor({ ...slot(12), phone: CALLER.phone })
    expect(which.body).toMatchObject({ status: 400, code: 'booking.caller_unclear' })
    expect(Object.keys(which.body.fields)).toEqual(['name'])
    const again = await bookFor({ ...slot(12), phone: CALLER.phone, name: '赵奶奶' })
    expect(again.body.forName).toBe('赵奶奶')
    expect(await callers()).toHaveLength(2)
  })

  it('two clerks with the same new caller at once make one of them', async () => {
    const [one, two] = await Promise.all([
      bookFor({ ...slot(10), ...CALLER }),
      bookFor({ ...slot(12), ...CALLER }),
    ])
    expect([one.status, two.status].filter(status => status === 201).length).toBeGreaterThan(0)
    expect(await callers()).toHaveLength(1)
  })

  it('nothing is written of somebody whose booking was refused', async () => {
    const full = await w.offering(place, { capacity: 1 })
    await bookFor({ ...slot(10, full), ...CALLER })
    const refused = await bookFor({ ...slot(10, full), phone: '13900000002', name: '赵爷爷' })
    expect(refused.body.code).toBe('booking.slot_full')
    expect(refused.body.next[0].page).toContain('/workbench/pages/book-for')
    expect(await callers()).toHaveLength(1)
  })

  it('without a number, or with a new one and no name, it says what is missing', async () => {
    expect((await bookFor(slot(10))).body).toMatchObject({ status: 400, code: 'booking.caller_unclear' })
    const noName = await bookFor({ ...slot(10), phone: CALLER.phone })
    expect(Object.keys(noName.body.fields)).toEqual(['name'])
    expect((await bookFor({ ...slot(10), ...CALLER, phone: '12' })).body.code).toBe('request.malformed')
  })

  it('staff of another community neither find nor book anybody here', async () => {
    await bookFor({ ...slot(10), ...CALLER })
    const far = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect((await find(CALLER.phone, far)).code).toBe('request.not_found')
    expect((await bookFor({ ...slot(11), ...CALLER }, undefined, far)).status).toBe(404)
  })
})

describe('for somebody who has it on the phone', () => {
  it('they are found by another booking, and read who booked it and who cancelled it, with the reason', async () => {
    const resident = await w.person()
    const open = await w.offering(place)
    const { body: before } = await w.as(resident).post('/bookings', slot(10, open))
    w.pass(1)
    const { body } = await bookFor({ ...slot(15), bookingId: before.bookingId })
    await w.react()
    const reason = '来电话说不去了'
    w.pass(1)
    expect((await w.as(staff).post(`/work/bookings/${body.bookingId}/cancel`, { reason })).body.state).toBe(
      'cancelled',
    )
    await w.react()
    const { notices } = (await w.as(resident).get('/notices')).body
    expect(notices.slice(0, 2)).toMatchObject([{ verb: 'cancelFor', note: reason }, { verb: 'placeFor' }])
    const shown = (await w.as(resident).get(`/bookings/${body.bookingId}`)).body
    expect(shown.phone).toBeUndefined()
    expect(shown.timeline.map(({ by }: { by: string }) => by)).toEqual(['staff', 'staff'])
  })

  it('nobody books for themselves in this way, nor cancels what is their own', async () => {
    const { body } = await w.as(staff).post('/bookings', slot(10, await w.offering(place)))
    expect((await bookFor({ ...slot(15), bookingId: body.bookingId })).status).toBe(404)
    const own = await w.as(staff).post(`/work/bookings/${body.bookingId}/cancel`, { reason: '不去了' })
    expect(own.body.code).toBe('booking.own_case')
  })
})
