/** What can be booked as staff keep it up: added, changed under those who are booking, closed for a while. */
import { instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { everything } from '../../test/everything'
import { createMeter } from '../../test/meter'
import { createWorld, HOME, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import { savePlaces } from '../circle/import/store'
import { type Offering, offeringItem, type Place } from '../circle/store'
import { derivedId } from '../platform/ids'
import type { Table } from '../platform/table'
import { rosterChanges } from './store'

let w: World
let staff: Person
/** What somebody else does just before the next offering is written. */
let meanwhile: (() => Promise<unknown>) | undefined
const meddled = (table: Table): Table => ({
  ...table,
  async write(changes) {
    const act = changes.some(change => 'put' in change && change.put.type === 'Offering') && meanwhile
    if (act) {
      meanwhile = undefined
      await act()
    }
    return table.write(changes)
  },
})
beforeAll(async () => {
  w = await createWorld({ meter: { ...createMeter(), around: meddled } })
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
const priced = { priceClass: 'paid', priceFen: 500 }
type Typed = Omit<Partial<typeof fields>, 'priceClass'> & Record<string, unknown>

const path = ({ placeId }: Pick<Place, 'placeId'>, offeringId = '') =>
  `/work/places/${placeId}/offerings${offeringId && `/${offeringId}`}`
/** Its words are read by the time that it is looked at. */
const add = async (place: Place, is: Typed = {}, by = staff) => {
  const added = await w.as(by).post(path(place), { kind: 'venue', ...fields, ...is })
  await w.react()
  return added
}
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

const hall = {
  name: '桂花里工坊',
  kind: 'culture',
  position: HOME,
  hours: '每天 8:00–20:00，节假日照常',
} as const
const special = async (place: Place, hours: string) => {
  const day = { from: DAY, to: DAY, hours, note: '电路检修' }
  const changed = await w
    .as(staff)
    .put(`/work/places/${place.placeId}`, { version: place.version ?? 0, ...hall, specialDays: [day] })
  expect(changed.status).toBe(200)
  await w.react()
}

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
      { ...body, wording: 'review', timeline: [{ verb: 'add' }] },
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

  it('in a room that is changed at this very moment has what comes of it: 2 seats become 1, whoever was first', async () => {
    const place = await w.place()
    const first = await stored((await add(place)).body)
    meanwhile = () => change(place, first, { capacity: 1 })
    const second = (await add(place, { name: '书法课', sharesWith: first.offeringId })).body
    expect(second.capacity).toBe(1)
    let third: Offering | undefined
    meanwhile = async () => {
      third = (await add(place, { name: '国画课', sharesWith: first.offeringId })).body
    }
    await change(place, await stored(first), { capacity: 3 })
    const rooms = await Promise.all(
      [first, second, third as unknown as Offering].map(async one => (await stored(one)).capacity),
    )
    expect(new Set(rooms).size).toBe(1)
  })

  it('at a place whose days are closed at this very moment is closed on them', async () => {
    const place = await w.place({ ...hall, hours: undefined })
    meanwhile = () => special(place, '休')
    const { body } = await add(place)
    expect((await book(body)).body.code).toBe('booking.closed')
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
    ['closures', { closures: [{ from: '2026-12-02', to: '2099-12-31', why: '检修' }] }],
    ['slotMinutes', { slotMinutes: 1440, hours: '每天 9:00–20:00' }],
    ['slotMinutes', { slotMinutes: 240, hours: '每天 9:00–12:00、14:00–17:00' }],
    ['hours', { hours: '周一至周日休息' }],
    ['hours', { hours: '每天 22:00–次日2:00' }],
    ['priority', { priority: { groups: [], days: 1 } }],
    ['priority', { priority: { groups: ['elder'], days: 8 }, daysAhead: 7 }],
    ['priority', { priority: { groups: ['elder'], days: 7 }, daysAhead: 7, noticeMinutes: 60 }],
    ['quotas', { quotas: [{ per: 'person', count: 'minutes', within: 'day', most: 30 }] }],
    ['eligible', { eligible: { livesIn: STONEBRIDGE } }],
    ['prices', { ...priced, prices: [{ eligible: { livesIn: STONEBRIDGE }, priceFen: 0, why: '免费' }] }],
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

it('an offering may be for the people of its community, or of what lies above it', async () => {
  const place = await w.place()
  for (const livesIn of [OSMANTHUS, OSMANTHUS.slice(0, 9), OSMANTHUS.slice(0, 4)])
    expect((await add(place, { eligible: { livesIn } })).status).toBe(201)
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

  it('of a room that 9 offerings share for 90 days says that it is too much for one write, and changes nothing', async () => {
    const place = await w.place()
    const first = (await add(place, { daysAhead: 90 })).body
    for (let i = 1; i < 9; i++)
      await add(place, { daysAhead: 90, name: `第 ${i} 班`, sharesWith: first.offeringId })
    const before = await stored(first)
    const refused = await change(place, before, { daysAhead: 90, capacity: 3 })
    expect([refused.status, Object.keys(refused.body.fields)]).toEqual([400, ['capacity']])
    expect((await change(place, before, { daysAhead: 90, forWhom: '六十岁以上' })).status).toBe(200)
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
    await w.react()
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
    expect((await change(place, await stored(first), { capacity: 3 })).body.capacity).toBe(3)
    expect(await stored(second)).toMatchObject({ capacity: 3, version: 2 })
    const part = await w.offering(place, {
      alsoTakes: [{ thingId: first.thingId, units: 1, capacity: 3 }],
    })
    for (const fixed of [part, await stored(first)]) {
      const refused = await change(place, fixed, { capacity: 8 })
      expect(refused.body.fields).toHaveProperty('capacity')
    }
  })

  describe('of a class', () => {
    const carers = [{ name: '郁老师', fromMinute: 480, toMinute: 1080 }]
    const staffed = (ratio: number) => ({
      staffing: { ratio, weekly: Array.from({ length: 7 }, () => carers) },
    })
    const left = async (offering: Offering) =>
      (await w.as(await w.person()).days(offering, `from=${DAY}&days=1`))[0]?.slots[1]?.left
    const statuses = async (times: number, ...of: Parameters<typeof wish>) => {
      const answers = []
      for (let i = 0; i < times; i++) answers.push((await book(...of)).status)
      return answers
    }

    it('counts the seats of days that are open already anew: 1 carer × 3, then × 5, then a room for 4', async () => {
      const place = await w.place()
      const made = (await add(place, { capacity: 10, ...staffed(3) })).body
      expect((await book(made)).status).toBe(201)
      expect(await left(made)).toBe(2)
      await change(place, await stored(made), { capacity: 10, ...staffed(5) })
      await w.react()
      expect(await left(made)).toBe(4)
      await change(place, await stored(made), { capacity: 4, ...staffed(5) })
      await w.react()
      expect(await left(made)).toBe(3)
      expect(await statuses(4, made)).toEqual([201, 201, 201, 409])
    })

    it('holds before the stream has told of it: 1 carer × 5 becomes × 2, and of an open day a third seat is refused', async () => {
      const place = await w.place()
      const made = (await add(place, { capacity: 10, ...staffed(5) })).body
      expect((await book(made)).status).toBe(201)
      await change(place, await stored(made), { capacity: 10, ...staffed(2) })
      expect(await statuses(2, made)).toEqual([201, 409])
    })

    it('holds for a day that somebody opens by the old terms after it: 1 carer × 2, not × 5', async () => {
      const place = await w.place()
      const before = await stored((await add(place, { capacity: 10, ...staffed(5) })).body)
      await change(place, before, { capacity: 10, ...staffed(2) })
      await w.table.write(rosterChanges(before, DAY, carers, undefined))
      expect(await statuses(3, before)).toEqual([201, 201, 409])
    })

    it('holds for a day beyond those that could be booked: a roster of the fortieth day, 1 carer × 5 becomes × 2', async () => {
      const place = await w.place()
      const made = (await add(place, { capacity: 10, ...staffed(5) })).body
      const far = '2027-01-02'
      const roster = `/places/${place.placeId}/offerings/${made.offeringId}/rosters/${far}`
      expect((await w.as(staff).put(roster, { version: 0, shifts: carers })).body.seats[40]).toBe(5)
      await change(place, await stored(made), { capacity: 10, daysAhead: 45, ...staffed(2) })
      expect((await w.as(staff).get(roster)).body.seats[40]).toBe(2)
      expect(await statuses(3, made, 10, far)).toEqual([201, 201, 409])
    })

    it('that has seats by its room only from now on gives back what no carer could look after', async () => {
      const place = await w.place()
      const made = (await add(place, { capacity: 3, ...staffed(1) })).body
      expect(await statuses(2, made)).toEqual([201, 409])
      await change(place, await stored(made), { capacity: 3 })
      await w.react()
      expect(await statuses(3, made)).toEqual([201, 201, 409])
    })
  })
})

describe('what a place says of its days', () => {
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

  it('comes also from an import that brings a place anew which nobody has touched', async () => {
    const draft = { sourceId: 'test:workshop', kind: 'culture' as const, ...HOME, name: '桂花里工坊' }
    const importing = { community: OSMANTHUS, on: '2026-11-23' }
    await savePlaces(w.table, [{ ...draft, phone: '0519-1' }], importing, () => {})
    const place = { placeId: derivedId('place', 0, draft.sourceId) }
    const made = (await add(place as Place)).body
    await savePlaces(w.table, [{ ...draft, phone: '0519-2' }], importing, () => {})
    await w.react()
    expect((await stored(made)).placePhone).toBe('0519-2')
  })

  it('and where it stands: home visits set out from its new door', async () => {
    const place = await w.place({ ...hall, hours: undefined })
    const made = (await add(place, { kind: 'homeVisit' })).body
    const position = { lng: 119.951, lat: HOME.lat }
    await w.as(staff).put(`/work/places/${place.placeId}`, { version: 0, ...hall, position })
    await w.react()
    expect((await stored(made)).from).toEqual(position)
  })

  it('shortens an offering on a short day, and lengthens none on a long one', async () => {
    const [short, long] = [await w.place(), await w.place()]
    const [brief, same] = [await w.offering(short), await w.offering(long)]
    await special(short, '10:00-12:00')
    await special(long, '6:00-22:00')
    const hoursOf = async (offering: Offering) => {
      const days = await w.as(await w.person()).days(offering, `from=${DAY}&days=1`)
      return days.flatMap(({ slots }) => slots.map(({ startAt }) => startAt.slice(11, 13)))
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
