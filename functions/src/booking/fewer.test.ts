/** There is less of something than is booked: whom that hits is seen before, and each is held something else afterwards. */
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createMeter } from '../../test/meter'
import { createWorld, type Person, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import type { Table } from '../platform/table'
import { closeAt } from './handlers'

let w: World
let staff: Person
/** What somebody does just before the first is displaced. */
let meanwhile: (() => Promise<unknown>) | undefined
const meddled = (table: Table): Table => ({
  ...table,
  async write(changes) {
    const isIt = changes.some(change => 'put' in change && change.put.timeline?.at(-1)?.verb === 'displace')
    const act = isIt ? meanwhile : undefined
    if (act) {
      meanwhile = undefined
      await act()
    }
    return table.write(changes)
  },
})
beforeEach(async () => {
  w = await createWorld({ meter: { ...createMeter(), around: meddled } })
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const DAY = '2026-11-25'
const span = (hour: number, day = DAY, hours = 1) => ({
  startAt: instantAt(day, hour * 60),
  endAt: instantAt(day, (hour + hours) * 60),
})
const book = async (who: Person, { placeId, offeringId }: Offering, hour: number, more: object = {}) =>
  (await w.as(who).post('/bookings', { placeId, offeringId, ...span(hour), ...more })).body
const show = async (who: Person, { bookingId }: { bookingId: string }) =>
  (await w.as(who).get(`/bookings/${bookingId}`)).body
const settle = async () => {
  for (let i = 0; i < 4; i++) await w.react()
}
const fields = {
  ...{ forWhom: '居民', hours: '每天 8:00–18:00，节假日照常', slotMinutes: 60, daysAhead: 14 },
  ...{ noticeMinutes: 0, cancelMinutes: 60, needsApproval: false, priceClass: 'free', priceFen: 0 },
}
const entryOf = async ({ placeId, offeringId }: Offering) =>
  (await w.as(staff).get(`/work/places/${placeId}/offerings`)).body.offerings.find(
    (one: { offeringId: string }) => one.offeringId === offeringId,
  )
/** Writes an offering anew, as the form does. */
const write = async (of: Offering, terms: object) => {
  const { version } = await entryOf(of)
  const path = `/work/places/${of.placeId}/offerings/${of.offeringId}`
  const written = await w.as(staff).put(path, { name: of.name, ...fields, ...terms, version })
  expect(written.status).toBe(200)
}
const affected = async ({ placeId, offeringId }: Offering, is: object) =>
  (await w.as(staff).post(`/work/places/${placeId}/affected`, { offeringId, hours: fields.hours, ...is }))
    .body
interface Line {
  readonly bookingId: string
  readonly swap?: Readonly<Record<string, unknown>>
}
const shownOf = ({ affected: lines }: { affected: Line[] }) =>
  lines.map(({ bookingId, swap }) => {
    const { placeId, offeringId, startAt, endAt } = swap ?? {}
    return { bookingId, ...(swap && { swap: { placeId, offeringId, startAt, endAt } }) }
  })
const outcome = async ({ placeId }: Offering, shown: object[]) =>
  (await w.as(staff).post(`/work/places/${placeId}/affected/outcome`, { shown })).body.lines
const room = async (is: Partial<Offering> = {}) =>
  w.offering(await w.place(), { kind: 'venue', capacity: 3, ...is })

describe('a smaller room', () => {
  it('shows before it is saved who would have to leave, the last who booked, with what each gets; asking changes nothing', async () => {
    const offering = await room()
    const guests = []
    for (let i = 0; i < 3; i++) {
      const who = await w.person({ name: `客${i}` })
      guests.push((await book(who, offering, 9)).bookingId)
      w.pass(1)
    }
    const { count, affected: lines } = await affected(offering, { capacity: 1 })
    expect(count).toBe(2)
    expect(lines.map((one: { bookingId: string }) => one.bookingId)).toEqual(guests.slice(1))
    for (const { swap } of lines)
      expect(swap).toMatchObject({ way: 'anotherTime', offeringId: offering.offeringId })
    expect((await affected(offering, { capacity: 3 })).count).toBe(0)
  })

  it('moves them as a closing does, told why, and staff read that it came as shown', async () => {
    const offering = await room({ capacity: 2 })
    const [first, last] = [await w.person(), await w.person()]
    const kept = await book(first, offering, 9)
    w.pass(1)
    const moved = await book(last, offering, 9)
    const shown = shownOf(await affected(offering, { capacity: 1 }))
    await write(offering, { capacity: 1 })
    expect((await outcome(offering, shown))[0]).toMatchObject({ is: 'pending' })
    await settle()
    expect(await show(first, kept)).toMatchObject({ state: 'confirmed', ...span(9) })
    expect(await show(last, moved)).toMatchObject({
      state: 'offered',
      can: ['accept', 'pass'],
      movedFrom: { ...span(9) },
    })
    expect(await outcome(offering, shown)).toMatchObject([{ is: 'asShown' }])
    const calls = (await w.as(staff).get(`/work/calls/unsettled?community=${offering.community}`)).body
    expect(calls.calls.map((one: { bookingId: string }) => one.bookingId)).toEqual([moved.bookingId])
  })

  it('gives back what it took once it is as large as before', async () => {
    const offering = await room({ capacity: 2 })
    const [first, last] = [await w.person(), await w.person()]
    await book(first, offering, 9)
    w.pass(1)
    const moved = await book(last, offering, 9)
    await write(offering, { capacity: 1 })
    await settle()
    await write(offering, { capacity: 2 })
    await settle()
    expect(await show(last, moved)).toMatchObject({ state: 'confirmed', ...span(9) })
  })

  it('moves nobody where somebody left in between, and says that they stay', async () => {
    const offering = await room({ capacity: 2 })
    const [first, last] = [await w.person(), await w.person()]
    const gone = await book(first, offering, 9)
    w.pass(1)
    const stays = await book(last, offering, 9)
    const shown = shownOf(await affected(offering, { capacity: 1 }))
    await w.as(first).post(`/bookings/${gone.bookingId}/cancel`)
    await write(offering, { capacity: 1 })
    await settle()
    expect(await show(last, stays)).toMatchObject({ state: 'confirmed', ...span(9) })
    expect(await outcome(offering, shown)).toMatchObject([{ is: 'otherwise', why: 'stays' }])
  })

  it('leaves whoever has accepted what was held for them where they are, though two look at once', async () => {
    const offering = await room({ capacity: 2 })
    const [first, last] = [await w.person(), await w.person()]
    await book(first, offering, 9)
    w.pass(1)
    const moved = await book(last, offering, 9)
    meanwhile = async () => {
      await closeAt(w.table, offering, w.now)
      expect((await w.as(last).post(`/bookings/${moved.bookingId}/accept`)).status).toBe(200)
    }
    // One hour a day: what is held for them is on another one.
    await write(offering, { capacity: 1, hours: '每天 9:00–10:00，节假日照常' })
    await settle()
    const { state, timeline } = await show(last, moved)
    expect(state).toBe('confirmed')
    expect(timeline.filter(({ verb }: { verb: string }) => verb === 'displace')).toHaveLength(1)
  })

  it('is the room of all that share it: who booked another offering of it last has to leave', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { kind: 'venue' })
    const { thingId } = offering
    const other = await w.offering(place, {
      kind: 'venue',
      capacity: 2,
      thingId,
      name: '另一项',
    })
    const [first, last] = [await w.person(), await w.person()]
    await book(first, offering, 9)
    w.pass(1)
    const moved = await book(last, other, 9)
    const lines = (await affected(offering, { capacity: 1 })).affected
    expect(lines.map(({ bookingId }: Line) => bookingId)).toEqual([moved.bookingId])
    await write(offering, { capacity: 1 })
    await settle()
    expect(await show(last, moved)).toMatchObject({ state: 'offered', movedFrom: { offeringName: '另一项' } })
  })

  it('says nothing of whom another offering of it has just closed out, whose seat is not taken any more', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { kind: 'venue', capacity: 3 })
    const { thingId } = offering
    const other = await w.offering(place, { kind: 'venue', capacity: 3, thingId, name: '另一项' })
    await book(await w.person(), offering, 9)
    w.pass(1)
    await book(await w.person(), other, 9)
    await write(other, { capacity: 3, closures: [{ from: DAY, to: DAY, why: '检修' }] })
    expect((await affected(offering, { capacity: 3 })).count).toBe(0)
    expect((await affected(offering, { capacity: 1 })).count).toBe(0)
    await settle()
  })

  it('lets nobody take a seat that is held for them and is none any more, also before anybody was told', async () => {
    const offering = await room({ capacity: 2 })
    const [first, second, third] = [await w.person(), await w.person(), await w.person()]
    await book(first, offering, 9)
    const given = await book(second, offering, 9)
    w.pass(1)
    const { placeId, offeringId } = offering
    const waits = (await w.as(third).post('/bookings/waiting', { placeId, offeringId, ...span(9) })).body
    await w.as(second).post(`/bookings/${given.bookingId}/cancel`)
    await settle()
    expect(await show(third, waits)).toMatchObject({ state: 'offered' })
    await write(offering, { capacity: 1 })
    const answer = await w.as(third).post(`/bookings/${waits.bookingId}/accept`)
    expect([answer.status, answer.body.code]).toEqual([409, 'booking.wrong_state'])
    await settle()
    expect(await show(third, waits)).toMatchObject({ state: 'offered', movedFrom: { ...span(9) } })
  })

  it('of 12 who book while it is made smaller 4 times none is over it afterwards, and who had to leave was held something', async () => {
    const offering = await room({ capacity: 6 })
    const crowd = await Promise.all(Array.from({ length: 12 }, () => w.person()))
    const [answers] = await Promise.all([
      Promise.all(crowd.map((who, i) => book(who, offering, 9 + (i % 2)))),
      (async () => {
        for (const capacity of [5, 4, 3, 2]) {
          await write(offering, { capacity })
          await w.react()
        }
      })(),
    ])
    await settle()
    const { kept, bookings } = await readBooks(w)
    const taken = Object.entries(kept).filter(([name]) =>
      name.startsWith(`SHEET#${offering.thingId} DAY#${DAY}`),
    )
    expect(Math.max(...taken.map(([, count]) => count))).toBe(2)
    const granted = answers.filter(({ bookingId }) => bookingId).length
    const stay = bookings.filter(({ state }) => state === 'confirmed')
    const moved = bookings.filter(({ state, movedFrom }) => state === 'offered' && movedFrom)
    expect([stay.length, stay.length + moved.length]).toEqual([4, granted])
  })
})

describe('less equipment', () => {
  const things = [
    { name: '投影', count: 2 },
    { name: '椅子', count: 50 },
  ]
  it('shows who asked for it last, who is held their own time with what is left of it, or another', async () => {
    const offering = await room({ equipment: things })
    const [first, last, other] = [await w.person(), await w.person(), await w.person()]
    await book(first, offering, 9, { equipment: [{ name: '椅子', count: 20 }] })
    w.pass(1)
    const moved = await book(last, offering, 9, { equipment: [{ name: '椅子', count: 30 }] })
    w.pass(1)
    const untouched = await book(other, offering, 9, { equipment: [{ name: '投影', count: 1 }] })
    const equipment = [things[0], { name: '椅子', count: 40, id: '椅子' }]
    const shown = await affected(offering, { capacity: 3, equipment })
    expect(shown).toMatchObject({
      count: 1,
      affected: [
        {
          bookingId: moved.bookingId,
          swap: { way: 'ownTime', ...span(9), lacking: [{ name: '椅子', count: 10 }] },
        },
      ],
    })
    await write(offering, { capacity: 3, equipment })
    await settle()
    expect(await outcome(offering, shownOf(shown))).toMatchObject([{ is: 'asShown' }])
    expect(await show(last, moved)).toMatchObject({ state: 'offered', ...span(9) })
    expect(await show(other, untouched)).toMatchObject({ state: 'confirmed' })
  })

  it('of a sort that is taken out there is none: whoever asked for it is held the room without it', async () => {
    const offering = await room({ equipment: things })
    const who = await w.person()
    const moved = await book(who, offering, 9, { equipment: [{ name: '投影', count: 1 }] })
    const equipment = [{ name: '椅子', count: 50 }]
    expect(await affected(offering, { equipment })).toMatchObject({ count: 1 })
    await write(offering, { capacity: 3, equipment })
    await settle()
    expect(await show(who, moved)).toMatchObject({ state: 'offered', ...span(9) })
  })
})

describe('fewer seats of a class', () => {
  it('by another ratio, room or week are told with their days, and moved by nobody but a person at the roster', async () => {
    const carers = [
      { name: '陈', fromMinute: 480, toMinute: 1080 },
      { name: '李', fromMinute: 480, toMinute: 1080 },
    ]
    const weekly = Array.from({ length: 7 }, () => carers)
    const offering = await w.offering(await w.place(), { capacity: 4, staffing: { ratio: 2, weekly } })
    const guests = []
    for (let i = 0; i < 4; i++) guests.push(await book(await w.person(), offering, 9))
    const ask = (is: object) => affected(offering, { capacity: 4, staffing: { ratio: 2, weekly }, ...is })
    const alone = Array.from({ length: 7 }, () => carers.slice(1))
    expect(await ask({})).toEqual({ count: 0, unswapped: 0, affected: [] })
    expect(await ask({ capacity: 3 })).toMatchObject({ count: 0, seatless: { count: 1, days: [DAY] } })
    for (const staffing of [
      { ratio: 1, weekly },
      { ratio: 2, weekly: alone },
    ]) {
      expect(await ask({ staffing })).toMatchObject({ seatless: { count: 2, days: [DAY] } })
    }
    await write(offering, { capacity: 3, staffing: { ratio: 1, weekly } })
    await settle()
    const path = `/places/${offering.placeId}/offerings/${offering.offeringId}/rosters/${DAY}`
    expect((await w.as(staff).get(path)).body.affected).toHaveLength(2)
    const { bookings } = await readBooks(w)
    expect(bookings.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'confirmed'))
  })
})
