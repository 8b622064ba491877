/** The list that leaves the house, and how much of a place is used. */
import { instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering, Place } from '../circle/store'
import { newId } from '../platform/ids'

let w: World
let staff: Person
beforeAll(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterAll(() => w.close())

const book = (by: Person, { placeId, offeringId }: Offering, hour: number, day = '2026-11-24') =>
  w.as(by).post('/bookings', {
    placeId,
    offeringId,
    startAt: instantAt(day, hour * 60),
    endAt: instantAt(day, (hour + 1) * 60),
    note: '请大声些',
  })
const week = { from: '2026-11-23', days: 7 }
const take = (by: Person, { placeId }: Place) => w.as(by).post(`/work/places/${placeId}/attendance`, week)
const used = async ({ placeId }: Place) =>
  (await w.as(staff).get(`/work/places/${placeId}/bookings?from=${week.from}&days=7`)).body.utilisation

describe('a list of who came', () => {
  it('holds 6 things of each booking, and is taken by nobody of another community', async () => {
    const place = await w.place()
    await book(await w.person(), await w.offering(place), 10)
    const { status, body } = await take(staff, place)
    expect(status).toBe(200)
    const [line] = body.lines
    expect(Object.keys(line).sort()).toEqual([
      'endAt',
      'forName',
      'number',
      'offeringName',
      'startAt',
      'state',
    ])
    const far = await w.person({ roles: ['resident', 'worker'], community: STONEBRIDGE, scope: STONEBRIDGE })
    expect((await take(far, place)).status).toBe(404)
  })

  it('each of 2 residents reads once that it was taken, though one has booked twice and it was taken twice', async () => {
    const place = await w.place()
    const offering = await w.offering(place)
    const [one, other] = [await w.person(), await w.person()]
    for (const [by, hour] of [
      [one, 10],
      [one, 14],
      [other, 10],
    ] as const)
      await book(by, offering, hour)
    await take(staff, place)
    expect((await take(staff, place)).body.lines).toHaveLength(3)
    for (const by of [one, other]) expect((await w.as(by).get('/me/looks')).body.looks).toHaveLength(1)
    expect((await w.as(await w.person()).get('/me/looks')).body.looks).toEqual([])
  })
})

describe('utilisation', () => {
  it('is 4 of 560 quarter-hours where an hour of two seats is booked, open ten hours on seven days', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { capacity: 2, afterMinutes: 30 })
    expect((await book(await w.person(), offering, 11)).status).toBe(201)
    expect(await used(place)).toEqual({
      booked: 4,
      open: 560,
      of: [{ name: offering.name, booked: 4, open: 560 }],
    })
  })

  it('counts a closed day as not open, and what was cancelled as not booked', async () => {
    const place = await w.place()
    const closures = [{ from: '2026-11-25', to: '2026-11-26', why: '消毒' }]
    const offering = await w.offering(place, { capacity: 1, closures })
    const resident = await w.person()
    const { body } = await book(resident, offering, 10)
    await w.as(resident).post(`/bookings/${body.bookingId}/cancel`)
    expect(await used(place)).toMatchObject({ booked: 0, open: 5 * 40 })
  })

  it('counts two ways to book one room once, and half a hall with the hall', async () => {
    const place = await w.place()
    const hall = await w.offering(place, { capacity: 2, units: 2, name: '多功能厅' })
    await w.offering(place, { thingId: hall.thingId, capacity: 2, units: 2, name: '多功能厅（晚间）' })
    const half = await w.offering(place, {
      capacity: 1,
      name: '东半厅',
      thingId: newId('thing', Date.parse(w.now) + 1),
      alsoTakes: [{ thingId: hall.thingId, capacity: 2, units: 1 }],
    })
    await book(await w.person(), half, 10)
    const { booked, open, of } = await used(place)
    expect({ booked, open }).toEqual({ booked: 4, open: 560 })
    expect(of).toHaveLength(2)
  })

  it('of a class counts the seats that its carers make: 3 for two hours on one day', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { capacity: 10, staffing: { ratio: 3, weekly: [] } })
    const { placeId, offeringId } = offering
    const shifts = [{ name: '郁老师', fromMinute: 480, toMinute: 600 }]
    await w
      .as(staff)
      .put(`/places/${placeId}/offerings/${offeringId}/rosters/2026-11-24`, { version: 0, shifts })
    expect(await used(place)).toMatchObject({ booked: 0, open: 8 * 3 })
  })
})
