/** Who has a disability certificate comes first where an offering says so, once staff have seen it. */
import { addDays, instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'

let w: World
let staff: Person
beforeAll(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterAll(() => w.close())

const MONDAY = '2026-11-23'
const priority = { groups: ['disabled' as const], days: 5 }
const at = ({ placeId, offeringId }: Offering, day: number, hour = 14) => {
  const on = addDays(MONDAY, day)
  return {
    ...{ placeId, offeringId },
    ...{ startAt: instantAt(on, hour * 60), endAt: instantAt(on, (hour + 1) * 60) },
  }
}
const noted = (bookingId: string, has: boolean, by = staff, more: object = { agreed: true }) =>
  w.as(by).post(`/work/bookings/${bookingId}/certificate`, { has, ...more })

describe('a certificate that staff have seen', () => {
  it('opens the days that are released 5 days early, and closes them again when it is taken out', async () => {
    const offering = await w.offering(await w.place(), { daysAhead: 10, priority })
    const one = await w.person()
    const soon = await w.as(one).post('/bookings', at(offering, 2))
    const far = async (hour: number) => (await w.as(one).post('/bookings', at(offering, 9, hour))).body.code
    expect(await far(9)).toBe('booking.too_early')
    expect((await noted(soon.body.bookingId, true)).body).toMatchObject({ has: true })
    expect(await far(9)).toBeUndefined()
    expect((await w.as(one).get('/me')).body.people[0].disabled).toBe(true)
    await noted(soon.body.bookingId, false)
    expect(await far(11)).toBe('booking.too_early')
    expect((await w.as(one).get('/me')).body.people[0].disabled).toBeUndefined()
  })

  it('comes before 1 who waited longer', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1, priority: { ...priority, days: 1 } })
    const [holder, first, second] = [await w.person(), await w.person(), await w.person()]
    const held = await w.as(holder).post('/bookings', at(offering, 2))
    await w.as(first).post('/bookings/waiting', at(offering, 2))
    w.pass(1)
    const other = await w.as(second).post('/bookings', at(offering, 3))
    await noted(other.body.bookingId, true)
    const waits = await w.as(second).post('/bookings/waiting', at(offering, 2))
    expect(waits.body.queue).toMatchObject({ first: true })
    await w.as(holder).post(`/bookings/${held.body.bookingId}/cancel`)
    await w.react()
    const now = async (by: Person) =>
      (await w.as(by).get('/bookings')).body.bookings.find(
        ({ startAt }: { startAt: string }) => startAt === at(offering, 2).startAt,
      ).state
    expect([await now(second), await now(first)]).toEqual(['offered', 'waiting'])
  })

  it('is noted by nobody without consent, from elsewhere, or for oneself; and its owner reads who did', async () => {
    const offering = await w.offering(await w.place())
    const one = await w.person()
    const { body } = await w.as(one).post('/bookings', at(offering, 2))
    expect((await noted(body.bookingId, true, staff, {})).status).toBe(400)
    const elsewhere = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect((await noted(body.bookingId, true, elsewhere)).status).toBe(404)
    expect((await noted(body.bookingId, true, one)).status).toBe(403)
    const own = await w.as(staff).post('/bookings', at(offering, 2))
    expect((await noted(own.body.bookingId, true)).status).toBe(404)
    await noted(body.bookingId, true)
    const { looks } = (await w.as(one).get('/me/looks')).body
    expect(looks.some(({ name }: { name: string }) => name.includes('残疾人证'))).toBe(true)
  })
})
