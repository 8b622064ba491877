/** That a refusal says the true reason: the code, and what holds of this very case. */
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Person, type World } from '../../test/world'
import type { Offering } from '../circle/store'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const DAY = '2026-11-24'
const slot = ({ placeId, offeringId }: Offering, hour: number, minutes = 60, day = DAY) => {
  const startAt = instantAt(day, Math.round(hour * 60))
  return { placeId, offeringId, startAt, endAt: addMinutes(startAt, minutes) }
}
const refused = async (of: ReturnType<typeof slot>, by?: Person) => {
  const { status, body } = await w.as(by ?? (await w.person())).post('/bookings', of)
  expect(status).toBe(409)
  return body
}

describe('what of a time is no slot', () => {
  it.each([
    ['three hours where two are the most', 9, 180, 'booking.too_long', ['2 小时']],
    ['90 minutes where whole hours are booked', 9, 90, 'booking.odd_length', ['1 小时', '2 小时']],
    ['a start between two slots', 9.5, 60, 'booking.odd_start', ['09:00', '10:00']],
    ['an end after the door has closed', 17, 120, 'booking.not_a_slot', ['08:00–18:00']],
  ])('%s is told from the others, with what would fit', async (_, hour, minutes, code, named) => {
    const court = await w.offering(await w.place(), { longestMinutes: 120 })
    const body = await refused(slot(court, hour, minutes))
    expect(body.code).toBe(code)
    for (const part of named) expect(body.detail).toContain(part)
  })
})

describe('what is booked too early', () => {
  const hall = async (groups: ('elder' | 'minor')[] = ['elder']) =>
    w.offering(await w.place(), { daysAhead: 7, priority: { groups, days: 3 } })

  it('by somebody who comes first is refused by the plain notice, and names the year where it is not this one', async () => {
    const elder = await w.person({ name: '王桂芳', bornOn: '1954-03' })
    const { detail } = await refused(slot(await hall(), 9, 60, '2027-12-05'), elder)
    expect(detail).toContain('2027年11月28日')
    expect(detail).not.toContain('老人')
  })

  it('by somebody else names who comes first only while those can book, and only them', async () => {
    const resident = await w.person({ bornOn: '1990-03' })
    const offering = await hall()
    const held = await refused(slot(offering, 9, 60, '2026-11-29'), resident)
    expect(held.detail).toContain('老人')
    expect(held.detail).not.toContain('孩子')
    expect(held.detail).toContain('后天')
    expect(held.facts).toEqual({ opensOn: '2026-11-25', first: 'elder' })
    const early = await refused(slot(offering, 9, 60, '2026-12-05'), resident)
    expect(early.detail).not.toContain('老人')
    expect(early.detail).toContain('12月1日')
    expect(early.facts).toEqual({ opensOn: '2026-12-01' })
  })
})

it('a closed day whose reason nobody has read says once that it is closed', async () => {
  const closures = [{ from: DAY, to: DAY, why: '不开放' }]
  const offering = await w.offering(await w.place(), { closures })
  const body = await refused(slot(offering, 9))
  expect([body.code, body.detail, body.facts]).toEqual(['booking.closed', undefined, undefined])
  const { days } = (
    await w
      .as(await w.person())
      .get(`/places/${offering.placeId}/offerings/${offering.offeringId}/days?from=${DAY}&days=1`)
  ).body
  expect(days[0].closed).toBeUndefined()
})

describe('one’s own booking', () => {
  it('is not approved, declined, excused or cancelled by oneself as staff, and this is why', async () => {
    const staff = await w.person({ roles: ['resident', 'worker'] })
    const offering = await w.offering(await w.place(), { needsApproval: true })
    const { bookingId } = (await w.as(staff).post('/bookings', slot(offering, 14))).body
    const answers = [
      await w.as(staff).post(`/bookings/${bookingId}/approve`),
      await w.as(staff).post(`/bookings/${bookingId}/decline`, { reason: '不合适' }),
      await w.as(staff).post(`/bookings/${bookingId}/excuse`),
      await w.as(staff).post(`/bookings/${bookingId}/uphold`, { reason: '没有接到电话' }),
      await w.as(staff).post(`/work/bookings/${bookingId}/cancel`, { reason: '不去了' }),
    ]
    expect(answers.map(({ body }) => body.code)).toEqual(Array(5).fill('booking.own_case'))
    expect(answers.every(({ body }) => body.next.length > 0)).toBe(true)
  })
})

describe('a grant by which nothing is done', () => {
  const offered = async (is: object = {}) => {
    const [mother, daughter] = [await w.person({ name: '王桂芳' }), await w.person()]
    const asked = { may: ['book', 'cancel', 'see'], days: 30, ...is }
    const { code, grantId } = (await w.as(mother).post('/grants', asked)).body
    await w.as(daughter).post('/grants/take', { code })
    const offering = await w.offering(await w.place())
    const book = async () => (await w.as(daughter).post('/bookings', { ...slot(offering, 9), grantId })).body
    return { mother, daughter, grantId, book }
  }

  it('was not confirmed yet, does not hold this act, or was ended, by whom: each is told from the others', async () => {
    const { mother, daughter, grantId, book } = await offered({ may: ['see'] })
    expect((await book()).code).toBe('booking.grant_unconfirmed')
    await w.as(mother).post(`/grants/${grantId}/confirm`)
    expect((await book()).code).toBe('booking.grant_lacks')
    await w.as(mother).post(`/grants/${grantId}/end`)
    const ended = await book()
    expect(ended.code).toBe('booking.grant_over')
    expect(ended.detail).toContain('王桂芳')
    expect(ended.facts).toMatchObject({ endedBy: 'giver' })
    const other = await offered()
    await w.as(other.mother).post(`/grants/${other.grantId}/confirm`)
    await w.as(other.daughter).post(`/grants/${other.grantId}/end`)
    expect((await other.book()).detail).not.toContain('王桂芳')
    expect(daughter.residentId).not.toBe(mother.residentId)
  })
})

describe('what was sent wrongly', () => {
  it('is to be put right or sent anew, and the answer says which', async () => {
    const resident = await w.person()
    const offering = await w.offering(await w.place())
    const malformed = await w.as(resident).post('/bookings', { placeId: offering.placeId })
    const token = await w.tokenOf(resident)
    const keyless = await w.send('POST', '/bookings', { token, body: slot(offering, 9) })
    const key = 'intent-of-a-refusal'
    await w.as(resident).post('/bookings', slot(offering, 9), key)
    const reused = await w.as(resident).post('/bookings', slot(offering, 10), key)
    expect([malformed, keyless, reused].map(({ body }) => [body.code, body.next.length])).toEqual([
      ['request.malformed', 1],
      ['request.key_missing', 1],
      ['request.key_reused', 1],
    ])
  })
})
