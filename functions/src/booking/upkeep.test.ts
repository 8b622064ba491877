/** What can be booked as staff keep it up: added, changed under those who are booking, closed for a while. */
import { instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { everything } from '../../test/everything'
import { createWorld, HOME, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import { type Offering, offeringItem, type Place } from '../circle/store'

let w: World
let staff: Person
beforeAll(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterAll(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const DAY = '2026-11-24'
const fields = {
  name: '陶艺课',
  forWhom: '人人可约',
  capacity: 2,
  hours: '每天 9:00–18:00，节假日照常',
  slotMinutes: 60,
  noticeMinutes: 0,
  daysAhead: 14,
  cancelMinutes: 60,
  needsApproval: false,
  priceClass: 'free',
  priceFen: 0,
}
type Typed = Omit<Partial<typeof fields>, 'priceClass'> & Record<string, unknown>

const path = ({ placeId }: Pick<Place, 'placeId'>, offeringId = '') =>
  `/work/places/${placeId}/offerings${offeringId && `/${offeringId}`}`
const add = async (place: Place, is: Typed = {}, by = staff) =>
  w.as(by).post(path(place), { kind: 'venue', ...fields, ...is })
const change = async (place: Place, { offeringId, version }: Offering, is: Typed = {}, by = staff) =>
  w.as(by).put(path(place, offeringId), { version, ...fields, ...is })
const stored = async ({ offeringId }: Pick<Offering, 'offeringId'>): Promise<Offering> =>
  Object.values(await everything(w)).find(
    item =>
      (item as Offering & { type: string }).offeringId === offeringId &&
      (item as { type: string }).type === 'Offering',
  ) as Offering
const wish = ({ placeId, offeringId }: Pick<Offering, 'placeId' | 'offeringId'>, hour = 10, day = DAY) => ({
  placeId,
  offeringId,
  startAt: instantAt(day, hour * 60),
  endAt: instantAt(day, hour * 60 + 60),
})
const book = async (...of: Parameters<typeof wish>) => w.as(await w.person()).post('/bookings', wish(...of))

describe('what staff add', () => {
  it('can be booked at once, as far as it goes, and stands on the page of its place', async () => {
    const place = await w.place({ name: '桂花里工坊' })
    const { status, body } = await add(place)
    expect(status).toBe(201)
    expect(body).toMatchObject({ version: 1, name: '陶艺课', sharedWith: [], capacityFixed: false })
    expect([(await book(body)).status, (await book(body)).status]).toEqual([201, 201])
    expect((await book(body)).body.code).toBe('booking.slot_full')
    await w.react()
    const shown = await w.as(await w.person()).get(`/places/${place.placeId}`)
    expect(shown.body).toMatchObject({ bookable: ['venue'], offerings: [{ name: '陶艺课' }] })
    expect((await w.as(staff).get(path(place))).body.offerings).toMatchObject([
      { ...body, timeline: [{ verb: 'add' }] },
    ])
  })

  it('in the room of another offering has that one’s seats, not its own', async () => {
    const place = await w.place()
    const first = (await add(place, { capacity: 1 })).body
    const second = (await add(place, { name: '书法课', capacity: 50, sharesWith: first.offeringId })).body
    expect(second).toMatchObject({ capacity: 1, sharedWith: ['陶艺课'] })
    expect((await book(first)).status).toBe(201)
    expect((await book(second)).body.code).toBe('booking.slot_full')
  })

  it('twice under one key is there once', async () => {
    const place = await w.place()
    const wished = { kind: 'venue', ...fields }
    const both = await Promise.all(
      [1, 2].map(() => w.as(staff).post(path(place), wished, 'one-key-for-two-taps')),
    )
    expect(both[0]?.body.offeringId).toBe(both[1]?.body.offeringId)
    expect((await w.as(staff).get(path(place))).body.offerings).toHaveLength(1)
  })

  it.each<[string, Typed]>([
    ['hours', { hours: '看天气' }],
    ['slotMinutes', { slotMinutes: 50 }],
    ['longestMinutes', { longestMinutes: 90 }],
    ['longestMinutes', { longestMinutes: 45 }],
    ['noticeMinutes', { noticeMinutes: 3 * 1440, daysAhead: 1 }],
    ['priceFen', { priceFen: 500 }],
    ['priceFen', { priceClass: 'paid' }],
    ['eligible', { eligible: { ageMonths: { min: 36, below: 12 } } }],
    ['closures', { closures: [{ from: '2026-12-02', to: '2026-12-01', why: '检修' }] }],
    ['daysAhead', { daysAhead: 60, staffing: { ratio: 3, weekly: [[], [], [], [], [], [], []] } }],
    [
      'staffing',
      {
        staffing: {
          ratio: 3,
          weekly: [[{ name: '郁老师', fromMinute: 500, toMinute: 400 }], [], [], [], [], [], []],
        },
      },
    ],
  ])(
    'that does not fit together is refused with advice on %s, %j, and nothing is there',
    async (field, is) => {
      const place = await w.place()
      const { status, body } = await add(place, is)
      expect([status, body.code]).toEqual([400, 'booking.terms_unclear'])
      expect(Object.keys(body.fields)).toContain(field)
      expect((await w.as(staff).get(path(place))).body.offerings).toEqual([])
    },
  )

  it('is refused at a place that is closed, and of another community is not there', async () => {
    const place = await w.place({ state: 'closed' })
    expect((await add(place)).body.code).toBe('booking.place_closed')
    const far = await w.person({ roles: ['resident', 'worker'], community: STONEBRIDGE, scope: STONEBRIDGE })
    expect((await add(place, {}, far)).status).toBe(404)
    expect((await w.as(far).get(path(place))).status).toBe(404)
  })
})

describe('a change', () => {
  it('ends the old terms in its own write: whoever still decides by them is refused, and a retry gets the new', async () => {
    const place = await w.place()
    const before = await stored((await add(place, { capacity: 9 })).body)
    const { body } = await change(place, before, { capacity: 9, priceClass: 'low', priceFen: 500 })
    expect(body).toMatchObject({ version: 2, priceFen: 500 })
    const after = await stored(before)
    // A server that has not read the change yet.
    await w.table.write([{ put: offeringItem(before) }])
    expect((await book(before)).body.code).toBe('booking.slot_full')
    await w.table.write([{ put: offeringItem(after) }])
    expect((await book(before)).body.priceFen).toBe(500)
  })

  it('of two people who read the same version holds once; the same sent again finds it done', async () => {
    const place = await w.place()
    const other = await w.person({ roles: ['resident', 'worker'] })
    const before = await stored((await add(place)).body)
    const both = await Promise.all([
      change(place, before, { forWhom: '六十岁以上' }),
      change(place, before, { forWhom: '七十岁以上' }, other),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const won = both.findIndex(({ status }) => status === 200)
    const again = await change(
      place,
      before,
      { forWhom: won === 0 ? '六十岁以上' : '七十岁以上' },
      won === 0 ? staff : other,
    )
    expect([again.status, again.body.version]).toEqual([200, 2])
  })

  it('takes out what is left out', async () => {
    const place = await w.place()
    const more = {
      longestMinutes: 120,
      quotas: [{ per: 'person', count: 'bookings', within: 'week', most: 1 }],
    }
    const before = await stored((await add(place, more)).body)
    expect(before).toMatchObject(more)
    const { body } = await change(place, before)
    expect([body.longestMinutes, body.quotas]).toEqual([undefined, undefined])
  })

  it('that closes it for a while refuses with the reason, and hides it from who looks for something to book', async () => {
    const place = await w.place()
    const before = await stored((await add(place)).body)
    await change(place, before, { paused: '老师请假' })
    const refused = await book(before)
    expect(refused.body).toMatchObject({
      code: 'booking.closed',
      detail: expect.stringContaining('老师请假'),
    })
    await w.react()
    const shown = await w.as(await w.person()).get(`/places/${place.placeId}`)
    expect(shown.body).toMatchObject({ bookable: [], offerings: [] })
    await change(place, await stored(before))
    expect((await book(before)).status).toBe(201)
  })

  it('of the room is one for all that share it, and a part of a hall is not changed alone', async () => {
    const place = await w.place()
    const first = await stored((await add(place, { capacity: 1 })).body)
    const second = await stored((await add(place, { name: '书法课', sharesWith: first.offeringId })).body)
    expect((await change(place, first, { capacity: 3 })).body.capacity).toBe(3)
    expect(await stored(second)).toMatchObject({ capacity: 3, version: 2 })
    const part = await w.offering(place, {
      alsoTakes: [{ thingId: first.thingId, units: 1, capacity: 3 }],
    })
    for (const fixed of [part, await stored(first)]) {
      const refused = await change(place, fixed, { capacity: 8 })
      expect(refused.body.fields).toHaveProperty('capacity')
    }
  })

  it('of a class counts the seats of days that are open already anew: 1 carer × 3, then × 5, then a room for 4', async () => {
    const place = await w.place()
    const everyDay = Array.from({ length: 7 }, () => [{ name: '郁老师', fromMinute: 480, toMinute: 1080 }])
    const staffed = (ratio: number) => ({ staffing: { ratio, weekly: everyDay } })
    const made = (await add(place, { capacity: 10, ...staffed(3) })).body
    const left = async () => {
      const days = `/places/${place.placeId}/offerings/${made.offeringId}/days?from=${DAY}&days=1`
      const { body } = await w.as(await w.person()).get(days)
      return body.days[0].slots[1].left
    }
    expect((await book(made)).status).toBe(201)
    expect(await left()).toBe(2)
    await change(place, await stored(made), { capacity: 10, ...staffed(5) })
    expect(await left()).toBe(4)
    await change(place, await stored(made), { capacity: 4, ...staffed(5) })
    expect(await left()).toBe(3)
    for (const status of [201, 201, 201, 409]) expect((await book(made)).status).toBe(status)
  })
})

describe('what a place says of its days', () => {
  const hall = { name: '桂花里工坊', kind: 'culture', position: HOME, hours: '每天 8:00–20:00，节假日照常' }
  const special = async (place: Place, hours: string) => {
    const day = { from: DAY, to: DAY, hours, note: '电路检修' }
    const changed = await w
      .as(staff)
      .put(`/work/places/${place.placeId}`, { version: place.version ?? 0, ...hall, specialDays: [day] })
    expect(changed.status).toBe(200)
    await w.react()
  }

  it('is a term too: a booking by what held before it closed never comes after', async () => {
    const place = await w.place()
    const before = await w.offering(place)
    await special(place, '休')
    expect((await book(before)).body).toMatchObject({
      code: 'booking.closed',
      detail: expect.stringContaining('电路检修'),
    })
    await w.table.write([{ put: offeringItem(before) }])
    expect((await book(before)).body.code).toBe('booking.slot_full')
  })

  it('shortens an offering on a short day, and lengthens none on a long one', async () => {
    const [short, long] = [await w.place(), await w.place()]
    const [brief, same] = [await w.offering(short), await w.offering(long)]
    await special(short, '10:00-12:00')
    await special(long, '6:00-22:00')
    const hoursOf = async ({ placeId, offeringId }: Offering) => {
      const { body } = await w
        .as(await w.person())
        .get(`/places/${placeId}/offerings/${offeringId}/days?from=${DAY}&days=1`)
      return body.days[0].slots.map(({ startAt }: { startAt: string }) => startAt.slice(11, 13))
    }
    expect(await hoursOf(brief)).toEqual(['02', '03'])
    expect((await hoursOf(same)).at(0)).toBe('00')
    expect(await hoursOf(same)).toHaveLength(10)
    expect((await book(brief, 9)).body.code).toBe('booking.not_a_slot')
    expect((await book(brief, 11)).status).toBe(201)
  })
})

it('who of staff changed an offering is kept, and told nobody but by office', async () => {
  const place = await w.place()
  const made = (await add(place)).body
  expect((await stored(made)).lastActorId).toBe(staff.residentId)
  expect(JSON.stringify(made)).not.toContain(staff.residentId)
  expect(OSMANTHUS).toBe((await stored(made)).community)
})
