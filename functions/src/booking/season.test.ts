import { type PublishedDraw, recheck } from '@yike/shared/booking/rules/draw'
import { addDays, addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../../test/everything'
import { createMeter } from '../../test/meter'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { hashedId } from '../platform/ids'
import { keys } from '../platform/keys'
import type { Table } from '../platform/table'
import { moveOn } from './clock'
import { advanceSeason } from './handlers'
import { loadWish, wishChanges } from './store/season'

let w: World
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

const MONDAYS = ['2026-12-14', '2026-12-21', '2026-12-28']
/** Mondays and Wednesdays at two for three weeks: one court. */
const season = (more: object = {}) => ({
  ...{ from: '2026-12-14', to: '2027-01-03', most: 1, source: 'hand' },
  slots: [0, 2].map(weekday => ({ weekday, fromMinute: 840, toMinute: 900 })),
  closesAt: addMinutes(w.now, 60),
  drawAt: addMinutes(w.now, 120),
  ...more,
})
const worker = () => w.person({ roles: ['resident', 'worker'] })
const court = async (is: Partial<Offering> = {}) =>
  w.offering(await w.place(), { capacity: 1, daysAhead: 60, ...is })
const openAt = (by: Person, { placeId, offeringId }: Offering, more: object = {}) =>
  w.as(by).post(`/work/places/${placeId}/offerings/${offeringId}/seasons`, season(more))
const opened = async (offering: Offering, more: object = {}) => {
  const staff = await worker()
  const answer = await openAt(staff, offering, more)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { staff, seasonId: answer.body.seasonId as never, path: `/seasons/${answer.body.seasonId}` }
}
const ask = (by: Person, path: string, choices = ['s1', 's2'], more: object = {}) =>
  w.as(by).put(`${path}/wish`, { choices, wants: 1, ...more })
const at = (on: string, minute = 840) => ({
  startAt: instantAt(on, minute),
  endAt: instantAt(on, minute + 60),
})
const book = (by: Person, { placeId, offeringId }: Offering, on: string, minute?: number) =>
  w.as(by).post('/bookings', { placeId, offeringId, ...at(on, minute) })
const people = (count: number, is: object = {}) =>
  Promise.all(Array.from({ length: count }, () => w.person(is)))
const close = async () => {
  w.pass(61)
  await w.tick()
}
const toDraw = async () => {
  await close()
  w.pass(60)
}
const drawn = (by: Person, path: string, publicNumber = '12 34 56') =>
  w.as(by).post(`${path}/draw`, { publicNumber })
const record = async (path: string) => (await w.send('GET', `${path}/draw`, {})).body
const mine = async (by: Person) => (await w.as(by).get('/bookings')).body.bookings

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
      const { placeId, offeringId } = offering
      const days = await w
        .as(one)
        .get(`/places/${placeId}/offerings/${offeringId}/days?from=2026-12-14&days=1`)
      const shut = days.body.days[0].slots.filter((slot: { shut?: string }) => slot.shut === 'season_held')
      expect(shut.map(({ startAt }: { startAt: string }) => startAt)).toEqual([at('2026-12-14').startAt])
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
    const days = await w.as(one).get(`/places/${placeId}/offerings/${offeringId}/days?from=2026-12-14&days=1`)
    const noon = days.body.days[0].slots.find(
      (slot: { startAt: string }) => slot.startAt === at('2026-12-14', 720).startAt,
    )
    expect(noon.longestEndAt).toBe(at('2026-12-14').startAt)
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
})

describe('asking', () => {
  it('is one request for each resident, whatever is changed, and keeps its pseudonym', async () => {
    const { path } = await opened(await court())
    const one = await w.person()
    const first = await ask(one, path, ['s1'])
    await Promise.all([
      ask(one, path, ['s2', 's1']),
      ask(one, path, ['s2', 's1']),
      ask(one, path, ['s2', 's1']),
    ])
    const changed = await w.as(one).get(path)
    expect(changed.body).toMatchObject({
      asked: 1,
      mine: { wishId: first.body.mine.wishId, choices: ['s2', 's1'] },
    })
    await w.as(one).post(`${path}/wish/withdraw`)
    expect((await w.as(one).post(`${path}/wish/withdraw`)).body).toMatchObject({
      asked: 0,
      mine: { withdrawn: true },
    })
    const again = await ask(one, path, ['s1'])
    expect(again.body).toMatchObject({ asked: 1, mine: { wishId: first.body.mine.wishId } })
    expect(again.body.mine.withdrawn).toBeUndefined()
  })

  it('counts 20 who ask at once as 20', async () => {
    const { path } = await opened(await court())
    const crowd = await people(20)
    const answers = await Promise.all(crowd.map(one => ask(one, path)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect((await w.as(crowd[0] as Person).get(path)).body.asked).toBe(20)
  })

  it.each([
    ['a slot that is not offered', { choices: ['s9'] }, 400],
    ['one slot twice', { choices: ['s1', 's1'] }, 400],
    ['more than one may get', { choices: ['s1', 's2'], wants: 2 }, 400],
    ['nothing', { choices: [] }, 400],
    ['somebody else’s child', { choices: ['s1'], personId: 'ps_01JD0000000000000000000000' }, 404],
  ])('refuses %s', async (_, wrong, status) => {
    const { path } = await opened(await court())
    const one = await w.person()
    expect((await w.as(one).put(`${path}/wish`, { wants: 1, ...wrong })).status).toBe(status)
    expect((await w.as(one).get(path)).body).toMatchObject({ asked: 0 })
  })

  it('is refused to whom the offering is not for', async () => {
    const { path } = await opened(await court({ eligible: { ageMonths: { min: 720 } } }))
    expect((await ask(await w.person({ bornOn: '1980-01' }), path)).body.code).toBe('booking.wish_not_for')
    expect((await ask(await w.person({ bornOn: '1950-01' }), path)).status).toBe(200)
  })

  it('ends with the minute that was announced, also before the clock has come and in the write itself', async () => {
    const { path, seasonId } = await opened(await court())
    const [early, late] = await people(2)
    if (!early || !late) throw new Error('two are needed')
    await ask(early, path)
    const asked = w.now
    w.pass(60)
    expect((await ask(late, path)).body.code).toBe('booking.season_closed')
    expect((await w.as(early).post(`${path}/wish/withdraw`)).body.code).toBe('booking.season_closed')
    await w.tick()
    // A request that came in time, and whose write was slow.
    const before = await loadWish(w.table, seasonId, early.residentId)
    if (!before) throw new Error('the request is gone')
    const slow = await w.table.write(
      wishChanges(before, { ...before, version: 2, withdrawn: true }, seasonId, asked),
    )
    expect(slow).toMatchObject({ ok: false, refusal: { code: 'booking.season_closed' } })
    expect((await record(path)).entries).toHaveLength(1)
  })
})

describe('the draw', () => {
  it('publishes a frozen list under pseudonyms, and anybody draws the same from it', async () => {
    const { path, staff } = await opened(await court())
    const crowd = await people(6)
    for (const one of crowd) await ask(one, path)
    expect((await record(path)).entries).toEqual([])
    await close()
    const frozen = await record(path)
    expect(frozen.entries).toHaveLength(6)
    expect(frozen.listHash).toMatch(/^[0-9a-f]{64}$/)
    expect(frozen.seed).toBeUndefined()
    for (const { residentId, personId, name } of crowd)
      for (const known of [residentId, personId, name]) expect(JSON.stringify(frozen)).not.toContain(known)
    w.pass(60)
    expect((await drawn(staff, path)).status).toBe(200)
    const published = (await record(path)) as PublishedDraw
    expect(recheck(published)).toEqual({ commitment: true, list: true, order: true, result: true })
    expect({ ...published, entries: undefined }).toMatchObject({
      listHash: frozen.listHash,
      commitment: frozen.commitment,
    })
    expect(published.allotted.flatMap(({ slotIds }) => slotIds).sort()).toEqual(['s1', 's2'])
  })

  it('waits for the list and for the number’s hour, and takes only what its source publishes', async () => {
    const { path, staff } = await opened(await court(), { source: 'dlt', issue: '2026138' })
    const balls = '03 08 11 17 25 30 07'
    expect((await drawn(staff, path, balls)).body.code).toBe('booking.season_state')
    await close()
    expect((await drawn(staff, path, balls)).body.code).toBe('booking.draw_early')
    w.pass(60)
    expect((await drawn(staff, path, '1 2 3')).body.fields).toHaveProperty('publicNumber')
    expect((await drawn(staff, path, balls)).status).toBe(200)
  })

  it('is done once by 6 who press at once, with one number or with two', async () => {
    for (const numbers of [['12 34 56'], ['12 34 56', '65 43 21']]) {
      const { path, staff } = await opened(await court())
      for (const one of await people(4)) await ask(one, path)
      await toDraw()
      const tries = Array.from({ length: 6 }, (_, i) => numbers[i % numbers.length])
      const answers = await Promise.all(tries.map(number => drawn(staff, path, number)))
      const { publicNumber } = await record(path)
      for (const [i, { status, body }] of answers.entries())
        expect(status === 200 ? tries[i] : body.code).toBe(
          status === 200 ? publicNumber : 'booking.draw_done',
        )
      expect(answers.some(({ status }) => status === 200)).toBe(true)
      expect(recheck((await record(path)) as PublishedDraw).order).toBe(true)
      await w.react()
    }
  })

  it('lets who comes first choose before everybody else', async () => {
    const { path, staff } = await opened(await court(), {
      priority: ['elder'],
      slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
    })
    for (const one of await people(8, { bornOn: '1990-01' })) await ask(one, path, ['s1'])
    const elder = await w.person({ bornOn: '1950-01' })
    await ask(elder, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    expect((await w.as(elder).get(path)).body.mine).toMatchObject({
      first: true,
      rank: 1,
      got: [{ slotId: 's1', booked: 3 }],
    })
  })

  it('is no business of another community’s staff', async () => {
    const { path } = await opened(await court())
    await toDraw()
    const far = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE, community: STONEBRIDGE })
    expect((await drawn(far, path)).status).toBe(404)
  })
})

/** A table that fails before its nth write from now on. */
const failing = (table: Table, nth: number): Table => {
  let writes = 0
  return {
    ...table,
    write: changes => {
      if (writes++ === nth) throw new Error('the light went out')
      return table.write(changes)
    },
  }
}

describe('after the draw', () => {
  const four = async (is: Partial<Offering> = {}) => {
    const offering = await court(is)
    const season = await opened(offering, { most: 2 })
    const crowd = await people(4)
    for (const one of crowd) await ask(one, season.path, ['s1', 's2'], { wants: 1 })
    return { offering, crowd, ...season }
  }
  const outcome = async (crowd: readonly Person[], path: string) =>
    Promise.all(
      crowd.map(async one => ({
        got: (await w.as(one).get(path)).body.mine.got,
        booked: (await mine(one)).length,
        told: (await w.as(one).get('/notices')).body.notices.map(({ verb }: { verb: string }) => verb),
      })),
    )

  it('books all 3 dates for each of 2 winners, tells all 4 once, and gives nothing to the others', async () => {
    const { crowd, path, staff } = await four()
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const ends = await outcome(crowd, path)
    expect(ends.map(({ booked }) => booked).sort()).toEqual([0, 0, 3, 3])
    for (const { got, booked, told } of ends) {
      expect(told).toEqual([booked > 0 ? 'won' : 'lost'])
      expect(got.map((one: { booked: number }) => one.booked)).toEqual(booked > 0 ? [3] : [])
    }
    const winner = crowd[ends.findIndex(({ booked }) => booked > 0)] as Person
    const [one] = await mine(winner)
    expect(one).toMatchObject({
      state: 'confirmed',
      series: { of: 3 },
      timeline: [{ verb: 'allot', by: 'clock' }],
    })
    expect((await w.as(winner).get(path)).body.state).toBe('settled')
  })

  it('names each date that cannot be booked and why: taken before, closed, the winner elsewhere', async () => {
    const offering = await court({ closures: [{ from: '2026-12-21', to: '2026-12-21', why: '消毒' }] })
    await book(await w.person(), offering, '2026-12-14')
    const { path, staff } = await opened(offering)
    const one = await w.person()
    await book(one, await court(), '2026-12-28')
    await ask(one, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const { got } = (await w.as(one).get(path)).body.mine
    expect(got[0].booked).toBe(0)
    expect(
      (await w.as(one).get('/notices')).body.notices.map(({ verb }: { verb: string }) => verb),
    ).toContain('unbooked')
    expect(got[0].missing.map(({ on, code }: { on: string; code: string }) => [on, code])).toEqual(
      [
        ['booking.slot_full', 0],
        ['booking.closed', 1],
        ['booking.person_busy', 2],
      ].map(([code, i]) => [MONDAYS[i as number], code]),
    )
  })

  it('what nobody got is everybody’s again, and what was won is not', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering)
    await ask(await w.person(), path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const shown = (await w.as(staff).get(path)).body
    expect(shown.slots.map(({ left }: { left: number }) => left)).toEqual([0, 1])
    const other = await w.person()
    expect((await book(other, offering, '2026-12-14')).body.code).toBe('booking.slot_full')
    expect((await book(other, offering, '2026-12-16')).status).toBe(201)
  })

  it('its bookings need no approval, use up no quota and lie as far ahead as the season', async () => {
    const quotas = [{ per: 'person', count: 'bookings', within: 'month', most: 1 }] as const
    const offering = await court({ quotas: [...quotas], needsApproval: true, daysAhead: 7 })
    const { path, staff } = await opened(offering, {
      from: '2027-03-01',
      to: '2027-06-27',
      slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
    })
    const one = await w.person()
    await ask(one, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    expect((await w.as(one).get(path)).body.mine.got).toMatchObject([{ booked: 17, missing: [] }])
    const states = new Set((await mine(one)).map(({ state }: { state: string }) => state))
    expect([...states]).toEqual(['confirmed'])
  })

  it('interrupted before each of its writes, and by two at once, it ends the same: nothing twice, nothing lost', async () => {
    let writes = 0
    for (let nth = 0; ; nth++) {
      const { crowd, path, staff, seasonId } = await four()
      await toDraw()
      await drawn(staff, path)
      const broken = await advanceSeason(failing(w.table, nth), seasonId, w.now).then(
        () => false,
        () => true,
      )
      await Promise.allSettled([1, 2].map(() => advanceSeason(w.table, seasonId, w.now)))
      await advanceSeason(w.table, seasonId, w.now)
      const ends = await outcome(crowd, path)
      expect(ends.map(({ booked }) => booked).sort(), `write ${nth}`).toEqual([0, 0, 3, 3])
      expect(ends.map(({ told }) => told.length)).toEqual([1, 1, 1, 1])
      expect((await w.as(staff).get(path)).body.state).toBe('settled')
      if (!broken) break
      writes = nth + 1
    }
    // Two slots, four people, the hours that were kept, the season.
    expect(writes).toBe(8)
  })

  it('what the stream has not done the clock does within a minute', async () => {
    const { crowd, path, staff } = await four()
    await toDraw()
    await drawn(staff, path)
    w.pass(1)
    await w.tick()
    expect((await outcome(crowd, path)).map(({ booked }) => booked).sort()).toEqual([0, 0, 3, 3])
    await w.react()
  })

  it('a pause at its minute voids nothing', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering)
    const one = await w.person()
    await ask(one, path, ['s1'])
    await toDraw()
    const { version, pk, sk, ...now } =
      (await w.table.get(keys.offering(offering.placeId, offering.offeringId))) ?? {}
    await w.table.write([{ put: { pk, sk, ...now, version: version + 1, paused: '换地板' } }])
    await drawn(staff, path)
    await w.react()
    expect((await w.as(one).get(path)).body.mine.got).toMatchObject([{ booked: 3 }])
  })

  it('who holds a date four months ahead is displaced when it closes, and counted before', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering, {
      from: '2027-03-01',
      to: '2027-04-04',
      slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
    })
    const one = await w.person()
    await ask(one, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const days = [{ from: '2027-03-29', to: '2027-03-29', hours: '休' }]
    const seen = await w.as(staff).post(`/work/places/${offering.placeId}/affected`, { days })
    expect(seen.body.count).toBe(1)
    const { version, ...now } =
      (await w.table.get(keys.offering(offering.placeId, offering.offeringId))) ?? {}
    const closures = [{ from: '2027-03-29', to: '2027-03-29', why: '消毒' }]
    await w.table.write([{ put: { ...now, pk: now.pk, sk: now.sk, version: version + 1, closures } }])
    await w.react()
    const states = (await mine(one)).map(({ state }: { state: string }) => state)
    expect(states.filter((state: string) => state !== 'confirmed')).toHaveLength(1)
  })

  it('no write of it is longer than 100, whatever each date takes', async () => {
    const place = await w.place()
    const things = await Promise.all([1, 2, 3, 4].map(() => w.offering(place)))
    const alsoTakes = things.map(({ thingId }) => ({ thingId, units: 1, capacity: 1 }))
    const until = (weeks: number) => ({
      slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
      to: addDays('2026-12-14', 7 * weeks - 1),
    })
    const offering = await court({ alsoTakes })
    expect((await openAt(await worker(), offering, until(14))).body.fields).toHaveProperty('to')
    // What is kept free past midnight takes of two days.
    const late = await court({
      ...{ alsoTakes: alsoTakes.slice(0, 1), afterMinutes: 60, stepMinutes: 60 },
      hours: { days: Array.from({ length: 7 }, () => [[480, 1440]] as const), publicHoliday: 'asUsual' },
    })
    const slots = [{ weekday: 0, fromMinute: 1380, toMinute: 1440 }]
    const { path, staff } = await opened(late, { ...until(20), slots })
    const one = await w.person()
    await ask(one, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const [{ booked, missing }] = (await w.as(one).get(path)).body.mine.got
    expect(booked).toBeGreaterThan(10)
    expect(booked + missing.length).toBe(20)
    expect(missing.at(-1).code).toBe('booking.series_long')
  })

  /** A table that refuses to write anything of this. */
  const stuckAt = (id: string): Table => ({
    ...w.table,
    write: changes => {
      if (JSON.stringify(changes).includes(id)) throw new Error('stuck')
      return w.table.write(changes)
    },
  })

  it('one season that is stuck does not hold up another, nor one winner the next', async () => {
    const [stuck, other] = [await four(), await four()]
    await toDraw()
    await drawn(stuck.staff, stuck.path)
    w.pass(1)
    await drawn(other.staff, other.path)
    await expect(moveOn(stuckAt(stuck.seasonId), OSMANTHUS, w.now)).rejects.toThrow('stuck')
    expect((await w.as(other.staff).get(other.path)).body.state).toBe('settled')
    const ranks = await Promise.all(
      stuck.crowd.map(async one => (await w.as(one).get(stuck.path)).body.mine.rank),
    )
    const first = stuck.crowd[ranks.indexOf(1)] as Person
    const second = stuck.crowd[ranks.indexOf(2)] as Person
    await expect(advanceSeason(stuckAt(first.residentId), stuck.seasonId, w.now)).rejects.toThrow('stuck')
    expect([(await mine(first)).length, (await mine(second)).length]).toEqual([0, 3])
    await w.react()
    expect((await mine(first)).length).toBe(3)
  })

  it('the pseudonym that is published does not lead to a booking', async () => {
    const { crowd, path, staff } = await four()
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const ids = (await Promise.all(crowd.map(mine))).flat().map(({ bookingId }) => bookingId)
    expect(ids).toHaveLength(6)
    for (const { wishId, slotIds } of (await record(path)).allotted)
      for (const slotId of slotIds)
        for (const on of [...MONDAYS, '2026-12-16', '2026-12-23', '2026-12-30']) {
          const seriesId = hashedId('series', `${wishId} ${slotId}`)
          expect(ids).not.toContain(hashedId('booking', `${seriesId} ${at(on).startAt}`))
        }
  })
})

describe('calling off', () => {
  it('gives the hours back and tells who asked, once; a drawn season stays drawn', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering)
    const [one, gone] = await people(2)
    if (!one || !gone) throw new Error('two are needed')
    await ask(one, path)
    await ask(gone, path)
    await w.as(gone).post(`${path}/wish/withdraw`)
    const tries = await Promise.all(
      [1, 2].map(() => w.as(staff).post(`${path}/call-off`, { reason: 'repair' })),
    )
    expect(tries.map(({ status }) => status)).toEqual([200, 200])
    await w.react()
    await w.tick()
    const told = await w.as(one).get('/notices')
    expect(told.body.notices).toMatchObject([{ about: 'season', verb: 'callOff' }])
    expect((await w.as(gone).get('/notices')).body.notices).toEqual([])
    expect((await book(one, offering, '2026-12-14')).status).toBe(201)
    expect((await ask(one, path)).body.code).toBe('booking.season_off')
    const other = await opened(offering, { from: addDays('2026-12-14', 70), to: addDays('2026-12-14', 90) })
    await toDraw()
    await drawn(other.staff, other.path)
    expect((await w.as(other.staff).post(`${other.path}/call-off`, { reason: 'few' })).body.code).toBe(
      'booking.season_state',
    )
  })
})
