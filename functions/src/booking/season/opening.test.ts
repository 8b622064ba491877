/** Opening a season: what it keeps for itself, and what is refused. */
import { addDays, instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../../../test/everything'
import { createMeter } from '../../../test/meter'
import { createWorld, type World } from '../../../test/world'
import type { Offering } from '../../circle/store'
import type { Table } from '../../platform/table'
import { at, MONDAYS, seasonsIn } from './seasons.test-support'

let w: World
const { worker, court, openAt, opened, ask, book, people, record } = seasonsIn(() => w)
/** What a booking that is decided waits for before it is written. */
let decided: (() => Promise<void>) | undefined
const held = (table: Table): Table => ({
  ...table,
  async write(changes) {
    if (changes.some(change => 'put' in change && change.put.type === 'Booking')) await decided?.()
    return table.write(changes)
  },
})
beforeAll(async () => {
  w = await createWorld({ meter: { ...createMeter(), around: held } })
})
afterAll(() => w.close())

describe('opening a season', () => {
  it('publishes the digest of a seed that no answer tells before the draw', async () => {
    const { path, staff } = await opened(await court())
    const items = Object.entries(await everything(w)) as [string, { seed?: string }][]
    const seeds = items.flatMap(([, { seed }]) => (seed ? [seed] : []))
    const one = await w.person()
    const answers = [
      await w.as(staff).get(path),
      await ask(one, path),
      await w.as(one).get(path),
      { body: await record(path) },
    ]
    expect(seeds.length).toBeGreaterThan(0)
    for (const { body } of answers) {
      expect(body.commitment).toMatch(/^[0-9a-f]{64}$/)
      for (const seed of seeds) expect(JSON.stringify(body)).not.toContain(seed)
    }
  })

  it('keeps its hours on all of its dates, also of what shares the court, and no others', async () => {
    const place = await w.place()
    const half = await w.offering(place, { capacity: 1, daysAhead: 60 })
    const whole = await w.offering(place, { capacity: 2, units: 2, daysAhead: 60, thingId: half.thingId })
    await opened(half)
    const one = await w.person()
    for (const offering of [half, whole]) {
      const refused = await book(one, offering, '2026-12-14')
      expect(refused).toMatchObject({ status: 409, body: { code: 'booking.season_held' } })
      const [day] = await w.as(one).days(offering, 'from=2026-12-14&days=1')
      const shut = day?.slots.filter(slot => slot.shut === 'season_held')
      expect(shut?.map(({ startAt }) => startAt)).toEqual([at('2026-12-14').startAt])
    }
    for (const on of ['2026-12-07', '2026-12-15', '2027-01-04'])
      expect((await book(one, half, on)).status, on).toBe(201)
    expect((await book(one, half, '2026-12-14', 900)).status).toBe(201)
  })

  it('a longer booking does not reach into its hours', async () => {
    const offering = await court({ longestMinutes: 180 })
    await opened(offering)
    const { placeId, offeringId } = offering
    const one = await w.person()
    const [day] = await w.as(one).days(offering, 'from=2026-12-14&days=1')
    const noon = day?.slots.find(slot => slot.startAt === at('2026-12-14', 720).startAt)
    expect(noon?.longestEndAt).toBe(at('2026-12-14').startAt)
    const long = { ...at('2026-12-14', 720), endAt: instantAt('2026-12-14', 900) }
    const refused = await w.as(one).post('/bookings', { placeId, offeringId, ...long })
    expect(refused.body.code).toBe('booking.season_held')
  })

  it('of 12 who were let through by the terms of before, the 6 who are written after it are refused', async () => {
    const offering = await court({ capacity: 12 })
    const crowd = await people(12)
    const waiting: (() => void)[] = []
    decided = () => new Promise(resolve => waiting.push(resolve))
    const tries = crowd.map(one => book(one, offering, '2026-12-14'))
    while (waiting.length < 12) await new Promise(resolve => setTimeout(resolve, 5))
    decided = undefined
    for (const go of waiting.slice(0, 6)) go()
    // Whichever six of them: only these have been written.
    const first: number[] = []
    const counted = tries.map(async one => first.push((await one).status))
    while (first.length < 6) await new Promise(resolve => setTimeout(resolve, 5))
    expect(first).toEqual(Array(6).fill(201))
    await opened(offering)
    for (const go of waiting.slice(6)) go()
    await Promise.all(counted)
    const answers = await Promise.all(tries)
    expect(answers.filter(({ body }) => body.code === 'booking.season_held')).toHaveLength(6)
  })

  it('on one half of a hall it leaves the other half free, and on the whole neither', async () => {
    const place = await w.place()
    const is = { capacity: 1, daysAhead: 28 }
    const whole = await w.offering(place, { ...is, capacity: 2, units: 2 })
    const alsoTakes = [{ thingId: whole.thingId, units: 1, capacity: 2 }]
    const east = await w.offering(place, { ...is, alsoTakes })
    const west = await w.offering(place, { ...is, alsoTakes })
    const one = await w.person()
    await opened(east)
    expect((await book(one, west, '2026-12-14')).status).toBe(201)
    for (const offering of [east, whole])
      expect((await book(one, offering, '2026-12-16')).body.code).toBe('booking.season_held')
    await opened(whole, { slots: [{ weekday: 4, fromMinute: 840, toMinute: 900 }] })
    for (const offering of [east, west, whole])
      expect((await book(one, offering, '2026-12-18')).body.code).toBe('booking.season_held')
  })

  it('its hours are kept by what is added in the same room later, and by how much is free around them', async () => {
    const place = await w.place()
    const first = await w.offering(place, { capacity: 1, daysAhead: 60, afterMinutes: 30, stepMinutes: 30 })
    const bare = await w.offering(place, { capacity: 1, daysAhead: 60, thingId: first.thingId })
    const { staff } = await opened(first)
    const added = await w.as(staff).post(`/work/places/${place.placeId}/offerings`, {
      ...{
        kind: 'venue',
        name: '陶艺课',
        forWhom: '人人可约',
        capacity: 1,
        slotMinutes: 60,
        noticeMinutes: 0,
      },
      ...{ hours: '每天 8:00–18:00，节假日照常', daysAhead: 60, cancelMinutes: 60, needsApproval: false },
      ...{ priceClass: 'free', priceFen: 0, attended: true, sharesWith: first.offeringId },
    })
    expect(added.status, JSON.stringify(added.body)).toBe(201)
    await w.react()
    const later = { placeId: place.placeId, offeringId: added.body.offeringId } as Offering
    const one = await w.person()
    expect((await book(one, later, '2026-12-14')).body.code).toBe('booking.season_held')
    expect((await book(one, bare, '2026-12-14', 900)).body.code).toBe('booking.season_held')
    expect((await book(one, bare, '2026-12-14', 780)).status).toBe(201)
  })

  it('has no more seats than its carers and the hall that it is a part of make', async () => {
    const place = await w.place()
    const carer = [{ name: '郁', fromMinute: 480, toMinute: 1080 }]
    const weekly = Array.from({ length: 7 }, (_, day) => (day === 2 ? [] : carer))
    const hall = { thingId: (await w.offering(place)).thingId, units: 1, capacity: 2 }
    const monday = { slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }] }
    for (const [is, seats] of [
      [{ staffing: { ratio: 3, weekly } }, 3],
      [{ alsoTakes: [hall] }, 2],
    ] as const) {
      const { path, staff } = await opened(await court({ capacity: 9, ...is }), monday)
      expect((await w.as(staff).get(path)).body.slots).toMatchObject([{ seats }])
    }
    const unstaffed = await openAt(
      await worker(),
      await court({ capacity: 9, staffing: { ratio: 3, weekly } }),
    )
    expect(unstaffed.body.fields).toHaveProperty('slots')
  })

  it('refuses two slots with too little between them', async () => {
    const slots = [840, 900].map(fromMinute => ({ weekday: 0, fromMinute, toMinute: fromMinute + 60 }))
    const offering = await court({ afterMinutes: 30, stepMinutes: 30 })
    expect((await openAt(await worker(), offering, { slots })).body.fields).toHaveProperty('slots')
  })

  it.each([
    ['no weekday in its dates', { to: '2026-12-14' }, 'to'],
    ['21 weeks', { to: '2027-06-01' }, 'to'],
    ['dates turned round', { to: '2026-12-01' }, 'to'],
    ['requests that have closed', { closesAt: '2026-11-22T00:00:00Z' }, 'closesAt'],
    [
      'a number known before the list is frozen',
      { drawAt: '2026-11-23T02:10:00Z', closesAt: '2026-11-23T02:00:00Z' },
      'drawAt',
    ],
    ['a draw after its first day', { drawAt: '2026-12-15T02:00:00Z' }, 'from'],
    [
      'two slots that overlap',
      {
        slots: [
          { weekday: 0, fromMinute: 840, toMinute: 900 },
          { weekday: 0, fromMinute: 870, toMinute: 930 },
        ],
      },
      'slots',
    ],
    ['half a quarter', { slots: [{ weekday: 0, fromMinute: 847, toMinute: 907 }] }, 'slots'],
    ['the middle of the night', { slots: [{ weekday: 0, fromMinute: 60, toMinute: 120 }] }, 'slots'],
    ['a lottery without its issue', { source: 'ssq' }, 'issue'],
  ])('refuses %s, names the field and changes nothing', async (_, wrong, field) => {
    const offering = await court()
    const staff = await worker()
    const before = await everything(w)
    const answer = await openAt(staff, offering, wrong)
    expect(answer).toMatchObject({ status: 400, body: { code: 'booking.season_unclear' } })
    expect(Object.keys(answer.body.fields)).toContain(field)
    expect(await everything(w)).toEqual(before)
  })

  it('refuses hours that another season keeps, and takes other ones', async () => {
    const offering = await court()
    const { staff } = await opened(offering)
    expect((await openAt(staff, offering)).body.fields).toHaveProperty('slots')
    expect((await openAt(staff, offering, { from: '2027-01-04', to: '2027-01-20' })).status).toBe(201)
  })

  it.each([
    ['25 weeks', { to: '2027-06-06' }, { to: '2027-05-02' }],
    [
      'a draw half an hour after it closes',
      { drawAt: '2026-11-23T02:30:00Z' },
      { drawAt: '2026-11-23T03:00:00.000Z' },
    ],
    [
      'a season that begins before it is drawn',
      { from: '2026-11-23', to: '2026-12-20' },
      { from: '2026-11-24' },
    ],
    ['an end before the second of its weekdays', { to: '2026-12-15' }, { to: '2026-12-16' }],
  ])('to %s it says what would fit, and that opens', async (_, wrong, fields) => {
    const offering = await court()
    const staff = await worker()
    const times = { closesAt: '2026-11-23T02:00:00Z', drawAt: '2026-11-23T03:00:00Z' }
    const refused = await openAt(staff, offering, { ...times, ...wrong })
    expect(refused.body.next).toMatchObject([{ do: 'fill', fields }])
    expect((await openAt(staff, offering, { ...times, ...wrong, ...fields })).status).toBe(201)
  })

  it('names the slot that another season keeps, and from when on it is free', async () => {
    const offering = await court()
    const { staff } = await opened(offering)
    const refused = await openAt(staff, offering, { to: '2027-01-31' })
    expect(refused.body.next).toMatchObject([{ do: 'fill', fields: { from: '2027-01-04' } }])
    const free = refused.body.next[0].fields
    expect((await openAt(staff, offering, { to: '2027-01-31', ...free })).status).toBe(201)
  })

  it('is closed to nobody on other dates: who booked by the terms of before is refused on its weekdays alone', async () => {
    const offering = await court({ capacity: 12 })
    const [one, other] = await people(2)
    if (!one || !other) throw new Error('two are needed')
    const waiting: (() => void)[] = []
    decided = () => new Promise(resolve => waiting.push(resolve))
    const tries = [book(one, offering, '2026-12-14'), book(other, offering, '2026-12-15')]
    while (waiting.length < 2) await new Promise(resolve => setTimeout(resolve, 5))
    decided = undefined
    await opened(offering)
    for (const go of waiting) go()
    const [kept, free] = await Promise.all(tries)
    expect([kept?.body.code, free?.status]).toEqual(['booking.season_held', 201])
  })

  /** A hall of three rooms, each with sheets of its own, that may be booked three months ahead. */
  const hall = async (things: number) => {
    const place = await w.place()
    const is = { capacity: 1, daysAhead: 90 }
    const whole = await w.offering(place, { ...is, capacity: things })
    const alsoTakes = [{ thingId: whole.thingId, units: 1, capacity: things }]
    await Promise.all(Array.from({ length: things - 1 }, () => w.offering(place, { ...is, alsoTakes })))
    return w.offering(place, { ...is, capacity: things, units: things, thingId: whole.thingId })
  }
  const everyDay = {
    from: '2026-11-30',
    to: '2027-02-21',
    slots: Array.from({ length: 7 }, (_, weekday) => ({ weekday, fromMinute: 840, toMinute: 900 })),
  }

  it('of 12 weeks on every day in 3 rooms is too wide for one write; it says by when it fits, and the rest is opened after it', async () => {
    const offering = await hall(3)
    const staff = await worker()
    const before = await everything(w)
    const refused = await openAt(staff, offering, everyDay)
    expect(refused).toMatchObject({ status: 409, body: { code: 'booking.season_wide' } })
    expect(await everything(w)).toEqual(before)
    let from = everyDay.from
    const ends: string[] = []
    for (let left = 5; left > 0; left--) {
      const tried = await openAt(staff, offering, { ...everyDay, from })
      if (tried.status === 201) break
      const [first, days] = tried.body.next
      expect([first.do, days.do]).toEqual(['fill', 'open'])
      const part = await openAt(staff, offering, { ...everyDay, from, to: first.fields.to })
      expect(part.status).toBe(201)
      ends.push(first.fields.to)
      // A day more would not have fitted.
      from = addDays(first.fields.to, 1)
    }
    expect(ends.length).toBeGreaterThan(0)
    const one = await w.person()
    for (const on of ['2026-11-30', ends[0] ?? '', from, '2027-02-20'])
      expect((await book(one, offering, on)).body.code, on).toBe('booking.season_held')
  })

  it('is refused for a room of teams alone, for people ask in a season', async () => {
    const { status, body } = await openAt(
      await worker(),
      await court({ kind: 'venue', eligible: { team: true } }),
    )
    expect([status, body.code, Object.keys(body.fields)]).toEqual([400, 'booking.season_unclear', ['slots']])
  })

  it('tells a date as missing once, and no more once what was booked there is given up', async () => {
    const offering = await court()
    const other = await w.person()
    const [first = '', second = ''] = MONDAYS
    const given = (await book(other, offering, first)).body.bookingId
    await book(other, offering, second)
    const { path } = await opened(offering)
    const missing = async () =>
      (await w.as(other).get(path)).body.slots[0].missing.map(({ on }: { on: string }) => on)
    expect(await missing()).toEqual([first, second])
    await w.as(other).post(`/bookings/${given}/cancel`)
    expect(await missing()).toEqual([second])
  })

  it('on 2 days a week the same season fits in one write', async () => {
    const slots = everyDay.slots.slice(0, 2)
    expect((await openAt(await worker(), await hall(3), { ...everyDay, slots })).status).toBe(201)
  })
})
