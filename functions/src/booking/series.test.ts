import { addDays, instantAt, localDate } from '@yike/shared/kernel/time'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Person, type World } from '../../test/world'
import type { Offering } from '../circle/store'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const TUESDAY = '2026-11-24'
const at = (on: string, hour = 14) => ({
  startAt: instantAt(on, hour * 60),
  endAt: instantAt(on, (hour + 1) * 60),
})
const weeks = (count: number, hour = 14) =>
  Array.from({ length: count }, (_, i) => at(addDays(TUESDAY, 7 * i), hour))
const of = ({ placeId, offeringId }: Offering) => ({ placeId, offeringId })
const ahead = { daysAhead: 90 }

const preview = async (by: Person, offering: Offering, more: object = {}) => {
  const input = { ...of(offering), ...at(TUESDAY), every: 'weekly', times: 4, ...more }
  const { status, body } = await w.as(by).post('/series/preview', input)
  expect(status).toBe(200)
  return body.dates as {
    on: string
    refused?: { code: string; facts?: object }
    instead?: { startAt: string }
  }[]
}
const codes = (dates: Awaited<ReturnType<typeof preview>>) => dates.map(({ refused }) => refused?.code)
const place = (by: Person, offering: Offering, spans: object[], key?: string) =>
  w.as(by).post('/series', { ...of(offering), spans }, key)
const mine = async (by: Person) => (await w.as(by).get('/bookings')).body.bookings

describe('a preview of every Tuesday', () => {
  it('says of each of 4 dates whether it can be booked, why not, and what is nearest to it', async () => {
    const offering = await w.offering(await w.place(), {
      capacity: 1,
      ...ahead,
      closures: [{ from: '2026-12-08', to: '2026-12-08', why: '消毒' }],
    })
    const [one, other] = [await w.person(), await w.person()]
    await w.as(other).post('/bookings', { ...of(offering), ...at('2026-12-01') })
    const dates = await preview(one, offering)
    expect(codes(dates)).toEqual([undefined, 'booking.slot_full', 'booking.closed', undefined])
    expect(dates[1]?.instead?.startAt).toBe(at('2026-12-01', 15).startAt)
    expect(localDate(dates[2]?.instead?.startAt ?? '')).toBe('2026-12-09')
  })

  it('keeps make-up workdays and leaves out holidays where it is every workday', async () => {
    const offering = await w.offering(await w.place(), ahead)
    const dates = await preview(await w.person(), offering, {
      ...at('2026-09-30'),
      every: 'workday',
      times: 3,
    })
    // 10 October 2026 is a Saturday on which people work.
    expect(dates.map(({ on }) => on)).toEqual(['2026-09-30', '2026-10-08', '2026-10-09'])
    const longer = await preview(await w.person(), offering, {
      ...at('2026-10-09'),
      every: 'workday',
      times: 2,
    })
    expect(longer.map(({ on }) => on)).toEqual(['2026-10-09', '2026-10-10'])
  })

  it('counts a quota of 2 a month across its dates, and not those that are left out', async () => {
    const quotas = [{ per: 'person', count: 'bookings', within: 'month', most: 2 }] as const
    const offering = await w.offering(await w.place(), { ...ahead, quotas: [...quotas] })
    const one = await w.person()
    const december = { ...at('2026-12-01'), times: 4 }
    const used = 'booking.quota_used'
    const dates = await preview(one, offering, december)
    expect(codes(dates)).toEqual([undefined, undefined, used, used])
    const facts = { per: 'person', count: 'bookings', within: 'month', most: 2, left: 0 }
    expect(dates[2]?.refused?.facts).toEqual({ ...facts, againOn: '2027-01-01' })
    const without = await preview(one, offering, { ...december, leave: ['2026-12-01'] })
    expect(codes(without)).toEqual([undefined, undefined, undefined, used])
  })

  it('says what it says of a single booking: too early, not for them', async () => {
    const offering = await w.offering(await w.place(), {
      daysAhead: 10,
      eligible: { ageMonths: { below: 36 } },
    })
    const refused = codes(await preview(await w.person({ bornOn: '1950-01' }), offering))
    expect(refused).toEqual([
      'booking.not_eligible',
      'booking.not_eligible',
      'booking.too_early',
      'booking.too_early',
    ])
  })
})

describe('placing a series', () => {
  it('books all 8 Tuesdays as ordinary bookings, told in one message', async () => {
    const offering = await w.offering(await w.place(), ahead)
    const one = await w.person()
    const placed = await place(one, offering, weeks(8))
    expect(placed.status).toBe(201)
    expect((await mine(one)).map(({ state }: { state: string }) => state)).toEqual(Array(8).fill('confirmed'))
    await w.react()
    expect((await w.as(one).get('/notices')).body.notices).toHaveLength(1)
    const shown = await w.as(one).get(`/series/${placed.body.seriesId}`)
    expect(shown.body.bookings.map(({ series }: { series: { nth: number } }) => series.nth)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ])
    expect((await w.as(await w.person()).get(`/series/${placed.body.seriesId}`)).status).toBe(404)
  })

  it('books none of 8 where one is taken, and names that one', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1, ...ahead })
    const [one, other] = [await w.person(), await w.person()]
    await w.as(other).post('/bookings', { ...of(offering), ...at('2026-12-15') })
    const refused = await place(one, offering, weeks(8))
    expect(refused).toMatchObject({ status: 409, body: { code: 'booking.series_moved' } })
    expect(refused.body.detail).toContain('12月15日')
    expect(refused.body.facts).toMatchObject({ code: 'booking.slot_full' })
    expect(await mine(one)).toEqual([])
    expect(codes(await preview(one, offering)).filter(Boolean)).toEqual(['booking.slot_full'])
  })

  it('ten retries at once of one intent make one series of 4', async () => {
    const offering = await w.offering(await w.place(), { capacity: 20, ...ahead })
    const one = await w.person()
    const key = 'intent-of-a-series'
    const answers = await Promise.all(Array.from({ length: 10 }, () => place(one, offering, weeks(4), key)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
    expect(await mine(one)).toHaveLength(4)
    const other = await place(one, offering, weeks(3, 9), key)
    expect(other.body.code).toBe('request.key_reused')
    expect(await mine(one)).toHaveLength(4)
  })

  it('of 6 series for the same room at once exactly one gets its 5 days, the others none', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1, ...ahead })
    const crowd = await Promise.all(Array.from({ length: 6 }, () => w.person()))
    // Each wants four days of its own order and one that all want.
    const answers = await Promise.all(
      crowd.map((one, i) => place(one, offering, i % 2 ? weeks(5).reverse() : weeks(5))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
    const held = await Promise.all(crowd.map(async one => (await mine(one)).length))
    expect(held.sort()).toEqual([0, 0, 0, 0, 0, 5])
  })

  it('two series at once do not slip past a quota of 4 a month between them', async () => {
    const quotas = [{ per: 'person', count: 'bookings', within: 'year', most: 4 }] as const
    const offering = await w.offering(await w.place(), { ...ahead, capacity: 9, quotas: [...quotas] })
    const one = await w.person()
    const answers = await Promise.all([place(one, offering, weeks(3, 9)), place(one, offering, weeks(3, 15))])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await mine(one)).toHaveLength(3)
    expect((await place(one, offering, weeks(2, 11))).body.code).toBe('booking.series_moved')
    await w.as(one).post(`/series/${answers.find(({ status }) => status === 201)?.body.seriesId}/cancel`)
    expect((await place(one, offering, weeks(4, 11))).status).toBe(201)
  })

  it('opens the rosters of a class on each of its days', async () => {
    const shifts = [{ name: '郁老师', fromMinute: 480, toMinute: 1080 }]
    const offering = await w.offering(await w.place(), {
      ...ahead,
      capacity: 10,
      staffing: { ratio: 3, weekly: Array(7).fill(shifts) },
    })
    const crowd = await Promise.all(Array.from({ length: 4 }, () => w.person()))
    const statuses: number[] = []
    for (const one of crowd) statuses.push((await place(one, offering, weeks(3))).status)
    expect(statuses).toEqual([201, 201, 201, 409])
  })

  it('cancels one, then all that remain from a date on; twice is the same as once', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1, ...ahead })
    const one = await w.person()
    const { body } = await place(one, offering, weeks(4))
    await w.as(one).post(`/bookings/${body.bookings[1].bookingId}/cancel`)
    const cancel = (by: Person, from?: string) =>
      w.as(by).post(`/series/${body.seriesId}/cancel`, from ? { from } : {})
    expect((await cancel(await w.person())).status).toBe(404)
    const once = await cancel(one, at('2026-12-08').startAt)
    const states = (answer: typeof once) => answer.body.bookings.map(({ state }: { state: string }) => state)
    expect(states(once)).toEqual(['confirmed', 'cancelled', 'cancelled', 'cancelled'])
    expect(await cancel(one, at('2026-12-08').startAt)).toEqual(once)
    expect(codes(await preview(await w.person(), offering))).toEqual([
      'booking.slot_full',
      undefined,
      undefined,
      undefined,
    ])
    expect(states(await cancel(one))).toEqual(Array(4).fill('cancelled'))
  })

  it('what may not be cancelled any more stays, and the rest of 3 is cancelled', async () => {
    const offering = await w.offering(await w.place(), { ...ahead, cancelMinutes: 3 * 24 * 60 })
    const one = await w.person()
    const { body } = await place(one, offering, weeks(3))
    const { body: after } = await w.as(one).post(`/series/${body.seriesId}/cancel`)
    expect(after.bookings.map(({ state }: { state: string }) => state)).toEqual([
      'confirmed',
      'cancelled',
      'cancelled',
    ])
  })
})

it('nobody books 3 hours of a quota of 2, also where none of it is counted yet', async () => {
  const quotas = [{ per: 'family', count: 'minutes', within: 'week', most: 120 }] as const
  const offering = await w.offering(await w.place(), { slotMinutes: 180, quotas: [...quotas] })
  const span = { startAt: instantAt(TUESDAY, 11 * 60), endAt: instantAt(TUESDAY, 14 * 60) }
  const refused = await w.as(await w.person()).post('/bookings', { ...of(offering), ...span })
  expect(refused.body.code).toBe('booking.quota_used')
})

it('what the preview says of 6 dates is what the write does of them, over 25 sets of books', async () => {
  const dates = Array.from({ length: 6 }, (_, i) => i)
  const books = fc.record({
    taken: fc.uniqueArray(fc.constantFrom(...dates), { maxLength: 4 }),
    busy: fc.uniqueArray(fc.constantFrom(...dates), { maxLength: 2 }),
    most: fc.integer({ min: 1, max: 6 }),
    within: fc.constantFrom('week' as const, 'month' as const),
    leave: fc.uniqueArray(fc.constantFrom(...dates), { maxLength: 3 }),
    afterMinutes: fc.constantFrom(0, 30),
    every: fc.constantFrom('daily' as const, 'weekly' as const),
  })
  await fc.assert(
    fc.asyncProperty(books, async ({ taken, busy, most, within, leave, afterMinutes, every }) => {
      const quotas = [{ per: 'person' as const, count: 'bookings' as const, within, most }]
      const offering = await w.offering(await w.place(), { capacity: 1, ...ahead, quotas, afterMinutes })
      const elsewhere = await w.offering(await w.place(), ahead)
      const [one, other] = [await w.person(), await w.person()]
      const on = (i: number) => addDays(TUESDAY, (every === 'daily' ? 1 : 7) * i)
      for (const i of taken) await w.as(other).post('/bookings', { ...of(offering), ...at(on(i)) })
      for (const i of busy) await w.as(one).post('/bookings', { ...of(elsewhere), ...at(on(i)) })
      const said = await preview(one, offering, { every, times: 6, leave: leave.map(on) })
      const free6 = said.filter(({ refused, on: date }) => !refused && !leave.map(on).includes(date))
      const refused = said.find(({ refused: why, on: date }) => why && !leave.map(on).includes(date))
      if (refused) {
        const whole = [...free6, refused].map(({ on: date }) => at(date))
        expect((await place(one, offering, whole)).body.code).toBe('booking.series_moved')
      }
      const chosen = free6.map(({ on: date }) => at(date))
      if (chosen.length === 0) return
      expect((await place(one, offering, chosen)).status).toBe(201)
    }),
    { numRuns: 25, seed: 20261124 },
  )
}, 60_000)
