/** One calendar for everything that can be taken: shares, buffers, people who serve, rosters, quotas, changed terms. */
import { seatsByQuarter } from '@yike/shared/booking/rules/staffing'
import { instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, HOME, type Person, type World } from '../../test/world'
import { type Offering, offeringItem } from '../circle/store'
import { newId } from '../platform/ids'
import { changeOfferingChanges } from './store'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const DAY = '2026-11-24'
const wish = (
  { placeId, offeringId, slotMinutes }: Offering,
  hour: number,
  minutes = slotMinutes,
  day = DAY,
) => ({
  placeId,
  offeringId,
  startAt: instantAt(day, hour * 60),
  endAt: instantAt(day, hour * 60 + minutes),
})
const book = async (offering: Offering, hour: number, by?: Person, minutes?: number, day?: string) =>
  w.as(by ?? (await w.person())).post('/bookings', wish(offering, hour, minutes, day))
const codeOf = async (...of: Parameters<typeof book>) => {
  const { status, body } = await book(...of)
  return status < 300 ? 'booked' : body.code
}
const dayOf = async (offering: Offering, day = DAY) => {
  const [found] = await w.as(await w.person()).days(offering, `from=${day}&days=1`)
  if (!found) throw new Error('no day')
  return found
}
const leftAt = async (offering: Offering, hour: number) =>
  (await dayOf(offering)).slots.find(slot => slot.startAt === instantAt(DAY, hour * 60))?.left
const thing = () => newId('thing', 0)

describe('a hall and its two halves (一室多用)', () => {
  it('exclude each other both ways, and the halves leave each other free', async () => {
    const place = await w.place()
    const hallThing = thing()
    const hall = await w.offering(place, { thingId: hallThing, capacity: 2, units: 2 })
    const half = () =>
      w.offering(place, { capacity: 1, alsoTakes: [{ thingId: hallThing, units: 1, capacity: 2 }] })
    const [east, west] = [await half(), await half()]
    expect(await codeOf(east, 9)).toBe('booked')
    expect([await leftAt(hall, 9), await leftAt(west, 9)]).toEqual([0, 1])
    expect(await codeOf(hall, 9)).toBe('booking.slot_full')
    expect(await codeOf(west, 9)).toBe('booked')
    expect(await codeOf(hall, 10)).toBe('booked')
    expect([await leftAt(east, 10), await leftAt(west, 10)]).toEqual([0, 0])
    expect(await codeOf(west, 10)).toBe('booking.slot_full')
  })

  it('are let again when the hall is given back', async () => {
    const place = await w.place()
    const hallThing = thing()
    const hall = await w.offering(place, { thingId: hallThing, capacity: 2, units: 2 })
    const half = await w.offering(place, {
      capacity: 1,
      alsoTakes: [{ thingId: hallThing, units: 1, capacity: 2 }],
    })
    const resident = await w.person()
    const { body } = await book(hall, 9, resident)
    await w.as(resident).post(`/bookings/${body.bookingId}/cancel`)
    expect(await codeOf(half, 9)).toBe('booked')
  })
})

describe('what is kept free around a booking', () => {
  it('is taken of the room in the same write, and not of the person', async () => {
    const place = await w.place()
    const room = await w.offering(place, { capacity: 1, afterMinutes: 30, stepMinutes: 30 })
    const other = await w.offering(place)
    const resident = await w.person()
    expect(await codeOf(room, 9, resident)).toBe('booked')
    expect(await codeOf(room, 10)).toBe('booking.slot_full')
    expect(await codeOf(room, 8.5)).toBe('booking.slot_full')
    expect(await codeOf(room, 10.5)).toBe('booked')
    expect(await codeOf(other, 10, resident)).toBe('booked')
  })
})

describe('lengths', () => {
  it('run from the slot to the longest in steps, and no further than the door is open or the room is free', async () => {
    const court = await w.offering(await w.place(), { capacity: 1, longestMinutes: 180 })
    expect(await codeOf(court, 12, undefined, 240)).toBe('booking.too_long')
    expect(await codeOf(court, 17, undefined, 120)).toBe('booking.not_a_slot')
    expect(await codeOf(court, 12, undefined, 180)).toBe('booked')
    const { slots } = await dayOf(court)
    const at = (hour: number) => slots.find(slot => slot.startAt === instantAt(DAY, hour * 60))?.longestEndAt
    expect([at(10), at(11), at(13), at(17)]).toEqual([
      instantAt(DAY, 12 * 60),
      instantAt(DAY, 12 * 60),
      undefined,
      instantAt(DAY, 18 * 60),
    ])
  })
})

describe('a class whose seats follow its carers', () => {
  const carer = (name: string, from: number, to: number) => ({
    name,
    fromMinute: from * 60,
    toMinute: to * 60,
  })
  const week = (...shifts: ReturnType<typeof carer>[]) => Array.from({ length: 7 }, () => shifts)

  it('has min(room, carers × ratio) of them in each quarter-hour', () => {
    const seats = seatsByQuarter(10, 3, [
      carer('郁', 8, 12),
      carer('钮', 8, 17),
      carer('包', 9, 10),
      carer('宗', 9, 10),
    ])
    expect([seats[31], seats[32], seats[36], seats[40], seats[48], seats[68]]).toEqual([0, 6, 10, 6, 3, 0])
  })

  it('sells them up to the last and none above, from the ordinary week on a day that nobody has opened', async () => {
    const care = await w.offering(await w.place(), {
      capacity: 10,
      staffing: { ratio: 2, weekly: week(carer('郁', 8, 18), carer('钮', 8, 12)) },
    })
    expect([await leftAt(care, 11), await leftAt(care, 12)]).toEqual([4, 2])
    const codes = await Promise.all(Array.from({ length: 6 }, () => codeOf(care, 12)))
    expect(codes.filter(code => code === 'booked')).toHaveLength(2)
    expect([await leftAt(care, 11), await leftAt(care, 12)]).toEqual([4, 0])
  })

  it('has no seat where nobody is on duty', async () => {
    const care = await w.offering(await w.place(), {
      capacity: 10,
      staffing: { ratio: 2, weekly: week(carer('郁', 8, 12)) },
    })
    expect(await codeOf(care, 13)).toBe('booking.slot_full')
    expect(await codeOf(care, 9)).toBe('booked')
  })
})

describe('a visit at home', () => {
  const at = (east: number) => ({ label: '家', lng: HOME.lng + east / 94_500, lat: HOME.lat })
  const visit = (names: string[], reachMinutes = 30) =>
    w.place().then(place =>
      w.offering(place, {
        capacity: names.length,
        kind: 'homeVisit',
        stepMinutes: 15,
        servers: names.map(name => ({ thingId: thing(), name })),
        from: HOME,
        reachMinutes,
      }),
    )

  it('leaves whoever comes the time to walk from door to door', async () => {
    const care = await visit(['吴'])
    // Ten minutes on foot: a quarter-hour there and one back.
    const near = () => w.person({ home: at(450) })
    expect(await codeOf(care, 9, await near())).toBe('booked')
    expect(await codeOf(care, 10.25, await near())).toBe('booking.no_server')
    expect(await codeOf(care, 10.5, await near())).toBe('booked')
  })

  it('takes whoever is free, and each of them only once', async () => {
    const care = await visit(['吴', '倪'])
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => book(care, 9, await w.person({ home: at(0) }))),
    )
    const names = answers.filter(({ status }) => status === 201).map(({ body }) => body.serverName)
    expect(names.sort()).toEqual(['倪', '吴'].sort())
  })

  it('goes only so far, and to a door that is known', async () => {
    const care = await visit(['吴'], 15)
    expect(await codeOf(care, 9, await w.person({ home: at(2_000) }))).toBe('booking.too_far')
    const refused = await book(care, 9, await w.person())
    expect(refused.body).toMatchObject({ code: 'booking.home_unknown', next: [{ do: 'open' }, {}] })
  })
})

describe('quotas', () => {
  it('count what is pending like what is held, by person and by family, and give back what is cancelled', async () => {
    const place = await w.place()
    const court = await w.offering(place, {
      needsApproval: true,
      quotas: [
        { per: 'person', count: 'bookings', within: 'day', most: 1 },
        { per: 'family', count: 'minutes', within: 'week', most: 180 },
      ],
    })
    const resident = await w.person()
    const mother = (await w.as(resident).post('/me/people', { name: '妈妈', relation: 'parent' })).body
      .people[1]
    const first = await book(court, 9, resident)
    expect(first.body.state).toBe('requested')
    expect(await codeOf(court, 11, resident)).toBe('booking.quota_used')
    const hers = { ...wish(court, 11), personId: mother.personId }
    expect((await w.as(resident).post('/bookings', hers)).status).toBe(201)
    expect(await codeOf(court, 9, resident, undefined, '2026-11-25')).toBe('booked')
    // Three hours of the family's week are used; the next week has its own.
    expect(await codeOf(court, 9, resident, undefined, '2026-11-26')).toBe('booking.quota_used')
    expect(await codeOf(court, 9, resident, undefined, '2026-11-30')).toBe('booked')
    await w.as(resident).post(`/bookings/${first.body.bookingId}/cancel`)
    expect(await codeOf(court, 9, resident, undefined, '2026-11-26')).toBe('booked')
  })

  it('a refusal names whose it is, how much, of what period and from when again; longer than all of it, no date', async () => {
    const minutes = { per: 'person', count: 'minutes', within: 'week', most: 120 } as const
    const court = await w.offering(await w.place(), { longestMinutes: 180, quotas: [minutes] })
    const resident = await w.person()
    await book(court, 9, resident)
    await book(court, 10, resident)
    expect((await book(court, 11, resident)).body.facts).toEqual({
      ...minutes,
      left: 0,
      againOn: '2026-11-30',
    })
    const long = await book(court, 9, await w.person(), 180)
    expect([long.body.code, long.body.facts]).toEqual(['booking.quota_used', { ...minutes, left: 120 }])
  })

  it('of ten tries at once on ten slots no more get through than one may have', async () => {
    const court = await w.offering(await w.place(), {
      attended: false,
      quotas: [{ per: 'person', count: 'bookings', within: 'week', most: 2 }],
    })
    const resident = await w.person()
    const codes = await Promise.all(Array.from({ length: 10 }, (_, i) => codeOf(court, 8 + i, resident)))
    expect(codes.filter(code => code === 'booked')).toHaveLength(2)
    expect(codes.filter(code => code === 'booking.quota_used')).toHaveLength(8)
  })
})

describe('terms', () => {
  it('priority groups come first, everybody else so many days later, and are told when', async () => {
    const studio = await w.offering(await w.place(), {
      daysAhead: 7,
      priority: { groups: ['elder'], days: 2 },
    })
    const elder = await w.person({ bornOn: '1950-03' })
    expect(await codeOf(studio, 9, elder, undefined, '2026-11-30')).toBe('booked')
    const refused = await book(studio, 9, undefined, undefined, '2026-11-30')
    expect(refused.body).toMatchObject({ code: 'booking.too_early', detail: expect.stringContaining('后天') })
    expect(await codeOf(studio, 9, undefined, undefined, '2026-11-28')).toBe('booked')
  })

  it('a day is told in columns of one length, and nothing of lengths or of what is shut where there is none', async () => {
    const plain = await w.offering(await w.place())
    const long = await w.offering(await w.place(), { longestMinutes: 180, noticeMinutes: 26 * 60 })
    const told = async ({ placeId, offeringId }: Offering) =>
      (await w.as(await w.person()).get(`/places/${placeId}/offerings/${offeringId}/days?from=${DAY}&days=1`))
        .body.days[0]
    expect(Object.keys(await told(plain)).sort()).toEqual(['fromMinute', 'left', 'on'])
    const { on, ...columns } = await told(long)
    expect(Object.keys(columns).sort()).toEqual(['fromMinute', 'left', 'longestToMinute', 'shut'])
    expect(new Set(Object.values<unknown[]>(columns).map(({ length }) => length)).size).toBe(1)
    const isShut = columns.shut.map((why: string | null) => why !== null)
    expect(new Set(isShut)).toEqual(new Set([true, false]))
    expect(columns.longestToMinute.map((end: number | null) => end === null)).toEqual(isShut)
  })

  it('a closed date is refused with its reason, which the day shows too', async () => {
    const room = await w.offering(await w.place(), { closures: [{ from: DAY, to: DAY, why: '消毒' }] })
    const refused = await book(room, 9)
    const detail = expect.stringContaining('消毒')
    expect(refused.body).toMatchObject({ code: 'booking.closed', detail, facts: { why: '消毒' } })
    expect(await dayOf(room)).toMatchObject({ closed: { why: '消毒' }, slots: [] })
  })

  it('the price is for the person and the length, and says why', async () => {
    const table = await w.offering(await w.place(), {
      priceFen: 800,
      longestMinutes: 120,
      prices: [{ eligible: { ageMonths: { min: 720 } }, priceFen: 400, why: '60 岁以上减半' }],
    })
    const elder = await w.person({ bornOn: '1950-03' })
    expect((await book(table, 9, elder, 120)).body).toMatchObject({
      priceFen: 800,
      priceWhy: '60 岁以上减半',
    })
    expect((await book(table, 9, undefined, 120)).body).toMatchObject({ priceFen: 1600 })
  })

  it('a matter at the counter keeps its papers with the booking, and which of them one has', async () => {
    const matter = await w.offering(await w.place(), {
      kind: 'counter',
      papers: [{ name: '身份证' }, { name: '近照', note: '一寸' }],
      modes: ['window', 'agent'],
    })
    const resident = w.as(await w.person())
    const placed = await resident.post('/bookings', { ...wish(matter, 9), mode: 'agent', papers: ['身份证'] })
    expect(placed.body).toMatchObject({
      mode: 'agent',
      papers: [
        { name: '身份证', have: true },
        { name: '近照', note: '一寸', have: false },
      ],
    })
    const refused = await resident.post('/bookings', { ...wish(matter, 10), mode: 'visit' })
    expect(refused.body.code).toBe('booking.mode_unknown')
  })
})

describe('terms that change', () => {
  it('let no booking by the old ones through once they hold, and a wish that met the change is decided by the new', async () => {
    const before = await w.offering(await w.place(), { capacity: 5 })
    const after: Offering = { ...before, version: 2, priceFen: 500 }
    expect((await w.table.write(changeOfferingChanges([{ before, after }], w.now))).ok).toBe(true)
    // Somebody's server still decides by what it read a moment ago.
    await w.table.write([{ put: offeringItem(before) }])
    expect(await codeOf(before, 9)).toBe('booking.slot_full')
    await w.table.write([{ put: offeringItem(after) }])
    expect((await book(before, 9)).body.priceFen).toBe(500)
    expect((await w.table.write(changeOfferingChanges([{ before, after }], w.now))).ok).toBe(false)
  })
})
