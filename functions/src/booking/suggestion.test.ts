/** That what a refusal suggests is near to what was wished, is had by whoever takes it, and shows nobody too much. */
import type { NextAction } from '@yike/shared/kernel/problem'
import { addMinutes, type Instant, instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const DAY = '2026-12-21'
const slot = ({ placeId, offeringId }: Offering, hour: number, day = DAY, minutes = 60) => {
  const startAt = instantAt(day, hour * 60)
  return { placeId, offeringId, startAt, endAt: addMinutes(startAt, minutes) }
}
const hall = async (is: object = {}) => w.offering(await w.place(), { capacity: 1, daysAhead: 60, ...is })
const book = async (of: ReturnType<typeof slot>, by?: Person) =>
  w.as(by ?? (await w.person())).post('/bookings', of)
const refused = async (of: ReturnType<typeof slot>, by: Person) => {
  const { status, body } = await book(of, by)
  expect(status).toBe(409)
  return body as { code: string; detail?: string; facts?: object; next: NextAction[] }
}
const times = ({ next }: { next: NextAction[] }): Instant[] =>
  next.flatMap(one => (one.do === 'book' ? [one.startAt] : []))
const at = (hour: number, day = DAY) => instantAt(day, hour * 60)
const pages = ({ next }: { next: NextAction[] }) => next.flatMap(one => (one.do === 'open' ? [one.page] : []))

describe('the times that are suggested', () => {
  it('are those of the day that was asked for, nearest first, a month from now as well', async () => {
    const offering = await hall()
    await book(slot(offering, 10))
    await book(slot(offering, 11))
    const said = await refused(slot(offering, 10), await w.person())
    expect(times(said)).toEqual([at(9), at(8), at(12)])
  })

  it('are of the next day at that hour where the day itself has none, then of the day before', async () => {
    const offering = await hall({
      hours: { days: Array(7).fill([[600, 660]]), publicHoliday: 'asUsual' },
      closures: [{ from: DAY, to: DAY, why: '消杀' }],
    })
    const said = await refused(slot(offering, 10), await w.person())
    expect(times(said)).toEqual([at(10, '2026-12-22'), at(10, '2026-12-20'), at(10, '2026-12-23')])
  })

  it('are of the last days that this very person may book, who asks for later ones', async () => {
    const offering = await hall({ daysAhead: 20, priority: { groups: ['elder'], days: 5 } })
    const [young, old] = [await w.person({ bornOn: '1990-01' }), await w.person({ bornOn: '1950-01' })]
    const wish = slot(offering, 10, '2027-03-01')
    expect(times(await refused(wish, young))[0]).toBe(at(10, '2026-12-08'))
    expect(times(await refused(wish, old))[0]).toBe(at(10, '2026-12-13'))
  })

  it('are none at which a quota is used up, the person is elsewhere, or the notice is too short: each is had', async () => {
    const offering = await hall({
      quotas: [{ per: 'person', count: 'bookings', within: 'day', most: 1 }],
      noticeMinutes: 24 * 60,
    })
    const resident = await w.person()
    await book(slot(offering, 9, '2026-11-25'), resident)
    await book(slot(await hall(), 10, '2026-11-26'), resident)
    const said = await refused(slot(offering, 10, '2026-11-25'), resident)
    expect(said.code).toBe('booking.quota_used')
    expect(times(said)).toEqual([at(9, '2026-11-26'), at(11, '2026-11-26'), at(8, '2026-11-26')])
    for (const one of said.next) {
      if (one.do !== 'book') continue
      const { do: _, label: __, ...wish } = one
      const had = await book(wish as ReturnType<typeof slot>, resident)
      expect(had.status).toBe(201)
      await w.as(resident).post(`/bookings/${had.body.bookingId}/cancel`)
    }
  })

  it('are as long as was wished, or as long as it can be', async () => {
    const court = await hall({ longestMinutes: 120 })
    await book(slot(court, 14), await w.person())
    const long = await refused(slot(court, 12, DAY, 180), await w.person())
    expect(long.next[0]).toMatchObject({ startAt: at(12), endAt: at(14) })
    const two = await refused(slot(court, 13, DAY, 120), await w.person())
    expect(two.next[0]).toMatchObject({ startAt: at(12), endAt: at(14) })
  })
})

describe('whoever is elsewhere at that time', () => {
  it('reads what it is, where and when, and is led to it', async () => {
    const [offering, other] = [await hall(), await hall()]
    const resident = await w.person()
    const { body } = await book(slot(other, 10), resident)
    const said = await refused(slot(offering, 10), resident)
    expect(said.code).toBe('booking.person_busy')
    for (const part of [other.placeName, '10:00', '12月21日']) expect(said.detail).toContain(part)
    expect(said.facts).toMatchObject({ is: 'other', startAt: at(10) })
    expect(pages(said)).toContain(`/booking/pages/ticket?bookingId=${body.bookingId}`)
    expect(times(said)).toHaveLength(3)
  })

  it('is led to the very booking where it is this one, also where it has filled the slot', async () => {
    for (const capacity of [1, 2]) {
      const offering = await hall({ capacity })
      const resident = await w.person()
      const { body } = await book(slot(offering, 10), resident)
      const said = await refused(slot(offering, 10), resident)
      expect(said.next[0]).toMatchObject({ page: `/booking/pages/ticket?bookingId=${body.bookingId}` })
      expect(times(said)).toEqual([])
      expect(said.detail).toBeDefined()
    }
  })

  it('is named too where it is only offered to them, and an answer is due long before', async () => {
    const [offering, other] = [await hall(), await hall({ capacity: 1 })]
    const [holder, resident] = [await w.person(), await w.person()]
    const held = (await book(slot(other, 10), holder)).body
    const { bookingId } = (await w.as(resident).post('/bookings/waiting', slot(other, 10))).body
    await w.as(holder).post(`/bookings/${held.bookingId}/cancel`)
    await w.react()
    const said = await refused(slot(offering, 10), resident)
    expect(said.code).toBe('booking.person_busy')
    expect(pages(said)).toContain(`/booking/pages/ticket?bookingId=${bookingId}`)
  })

  it('by a grant is named only to whom it lets see it', async () => {
    const [mother, daughter] = [await w.person({ name: '王桂芳' }), await w.person()]
    const [offering, other] = [await hall(), await hall()]
    const { bookingId } = (await book(slot(other, 10), mother)).body
    for (const may of [['book'], ['book', 'see']]) {
      const { code, grantId } = (await w.as(mother).post('/grants', { may, days: 30 })).body
      await w.as(daughter).post('/grants/take', { code })
      await w.as(mother).post(`/grants/${grantId}/confirm`)
      const { body } = await w.as(daughter).post('/bookings', { ...slot(offering, 10), grantId })
      expect(body.code).toBe('booking.person_busy')
      const shown = JSON.stringify(body)
      expect([shown.includes(bookingId), shown.includes(other.placeName)]).toEqual(
        may.includes('see') ? [true, true] : [false, false],
      )
    }
  })

  it('is led to by staff who answer for it, without its words; of another community they read that it is', async () => {
    const staff = await w.person({ roles: ['resident', 'worker'] })
    const resident = await w.person()
    const [offering, other] = [await hall(), await hall()]
    const first = (await book(slot(offering, 9), resident)).body
    const clash = (await book(slot(other, 10), resident)).body
    const { body } = await w
      .as(staff)
      .post('/work/bookings', { ...slot(offering, 10), bookingId: first.bookingId })
    expect(body.code).toBe('booking.person_busy')
    expect(pages(body)[0]).toBe(`/workbench/pages/case?kind=booking&caseId=${clash.bookingId}`)
    expect(JSON.stringify(body)).not.toContain(other.placeName)
    const far = await w.offering(await w.place({ community: STONEBRIDGE }))
    const there = (await book(slot(far, 11, '2026-11-25'), resident)).body
    const said = await w
      .as(staff)
      .post('/work/bookings', { ...slot(offering, 11, '2026-11-25'), bookingId: first.bookingId })
    expect(said.body.code).toBe('booking.person_busy')
    expect(JSON.stringify(said.body)).not.toContain(there.bookingId)
  })
})
