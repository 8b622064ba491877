/** Things that are wanted beside a room, taken in the same write. */
import { instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, HOME, type Person, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { decide } from './domain'
import { type BookingRecord, loadBooking, moveChanges } from './store'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const DAY = '2026-11-24'
const at = (hour: number) => ({
  startAt: instantAt(DAY, hour * 60),
  endAt: instantAt(DAY, (hour + 1) * 60),
})
const things = [
  { name: '投影', count: 1 },
  { name: '椅子', count: 50 },
]
const rooms = async (is: Partial<Offering> = {}) =>
  w.offering(await w.place(), { kind: 'venue', capacity: 2, equipment: things, ...is })
const book = async (of: Offering, hour: number, equipment: object[], by?: Person) =>
  w.as(by ?? (await w.person())).post('/bookings', {
    ...{ placeId: of.placeId, offeringId: of.offeringId },
    ...{ ...at(hour), equipment },
  })
const left = async ({ placeId, offeringId }: Offering, hour: number) => {
  const { startAt, endAt } = at(hour)
  const path = `/places/${placeId}/offerings/${offeringId}/equipment?startAt=${startAt}&endAt=${endAt}`
  const { body } = await w.as(await w.person()).get(path)
  return body.equipment.map((one: { left: number }) => one.left)
}

describe('equipment', () => {
  it('is taken with the room or neither is: the second who wants the one projector gets no room, without it they do', async () => {
    const room = await rooms()
    expect((await book(room, 9, [{ name: '投影', count: 1 }])).status).toBe(201)
    expect(await left(room, 9)).toEqual([0, 50])
    expect((await book(room, 9, [{ name: '投影', count: 1 }])).body.code).toBe('booking.equipment_taken')
    expect((await book(room, 9, [{ name: '椅子', count: 50 }])).status).toBe(201)
    expect((await book(room, 9, [])).body.code).toBe('booking.slot_full')
    expect((await book(room, 10, [{ name: '投影', count: 1 }])).status).toBe(201)
  })

  it('of 8 who want the projector at once one has it', async () => {
    const room = await rooms({ capacity: 8 })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => book(room, 9, [{ name: '投影', count: 1 }])),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('comes back when the room is given up, and stands on the slip and on the sheet of the place till then', async () => {
    const room = await rooms()
    const by = await w.person()
    const { body } = await book(room, 9, [{ name: '椅子', count: 30 }], by)
    expect(body.equipment).toEqual([{ name: '椅子', count: 30 }])
    const staff = w.as(await w.person({ roles: ['resident', 'worker'] }))
    const sheet = await staff.get(`/work/places/${room.placeId}/bookings?from=${DAY}`)
    expect(sheet.body.lines[0].equipment).toEqual([{ name: '椅子', count: 30 }])
    await w.as(by).post(`/bookings/${body.bookingId}/cancel`)
    expect(await left(room, 9)).toEqual([1, 50])
  })

  it.each([
    ['what is not there', [{ name: '音响', count: 1 }], 'booking.equipment_unknown', 409],
    ['more than there is', [{ name: '椅子', count: 51 }], 'booking.equipment_unknown', 409],
    ['none of it', [{ name: '椅子', count: 0 }], 'request.malformed', 400],
    [
      'one thing twice',
      [
        { name: '椅子', count: 1 },
        { name: '椅子', count: 1 },
      ],
      'request.malformed',
      400,
    ],
  ])('is refused to who wants %s, and nothing is taken', async (_, wanted, code, status) => {
    const room = await rooms()
    const refused = await book(room, 9, wanted)
    expect([refused.body.code, refused.status]).toEqual([code, status])
    expect(await left(room, 9)).toEqual([1, 50])
  })

  it('is the room’s: what one offering of it has lent, another one of the same room has not', async () => {
    const place = await w.place()
    const shared = { kind: 'venue', capacity: 2, equipment: things } as const
    const room = await w.offering(place, shared)
    const evening = await w.offering(place, { ...shared, thingId: room.thingId, name: '晚间' })
    await book(room, 9, [{ name: '投影', count: 1 }])
    expect((await book(evening, 9, [{ name: '投影', count: 1 }])).body.code).toBe('booking.equipment_taken')
  })

  it('stays lent when it is called otherwise: the renamed projector is not lent twice', async () => {
    const room = await rooms()
    const staff = w.as(await w.person({ roles: ['resident', 'worker'] }))
    await book(room, 9, [{ name: '投影', count: 1 }])
    const listed = await staff.get(`/work/places/${room.placeId}/offerings`)
    const { version } = listed.body.offerings[0]
    const fields = {
      ...{ name: '活动室', forWhom: '人人可约', capacity: 2, hours: '每天 8:00–18:00，节假日照常' },
      ...{ slotMinutes: 60, noticeMinutes: 0, daysAhead: 14, cancelMinutes: 60, needsApproval: false },
      ...{ priceClass: 'free', priceFen: 0, version },
    }
    const path = `/work/places/${room.placeId}/offerings/${room.offeringId}`
    const equipment = [
      { name: '投影仪', count: 1, id: '投影' },
      { name: '投影', count: 1 },
    ]
    const { body } = await staff.put(path, { ...fields, equipment })
    expect(body.equipment.map(({ id }: { id: string }) => id)).toEqual(['投影', '投影 2'])
    expect((await book(room, 9, [{ name: '投影仪', count: 1 }])).body.code).toBe('booking.equipment_taken')
    expect((await book(room, 9, [{ name: '投影', count: 1 }])).status).toBe(201)
  })

  it.each([
    ['ends before it begins', 10, 9],
    ['lasts two days', 9, 57],
  ])('is not told of a time that %s', async (_, from, to) => {
    const { placeId, offeringId } = await rooms()
    const [startAt, endAt] = [from, to].map(hour => instantAt(DAY, hour * 60))
    const path = `/places/${placeId}/offerings/${offeringId}/equipment?startAt=${startAt}&endAt=${endAt}`
    expect((await w.as(await w.person()).get(path)).status).toBe(400)
  })

  it('of a series is taken on each of its dates: where one is lent, the preview says so', async () => {
    const room = await rooms()
    const by = await w.person()
    const wanted = { equipment: [{ name: '投影', count: 1 }] }
    const of = { placeId: room.placeId, offeringId: room.offeringId }
    await book(room, 9, wanted.equipment)
    const preview = await w
      .as(by)
      .post('/series/preview', { ...of, ...at(9), every: 'daily', times: 2, ...wanted })
    expect(preview.body.dates.map(({ refused }: { refused?: { code: string } }) => refused?.code)).toEqual([
      'booking.equipment_taken',
      undefined,
    ])
  })
})

describe('whoever waits for a room with the projector', () => {
  const projector = [{ name: '投影', count: 1 }]
  const join = (by: Person, { placeId, offeringId }: Offering, equipment: object[]) =>
    w.as(by).post('/bookings/waiting', { placeId, offeringId, ...at(9), equipment })
  const show = async (by: Person, { bookingId }: { bookingId: string }) =>
    (await w.as(by).get(`/bookings/${bookingId}`)).body

  it('is held both in one write when they come free', async () => {
    const room = await rooms({ capacity: 1 })
    const [first, waiter] = [await w.person(), await w.person()]
    const held = (await book(room, 9, projector, first)).body
    const waits = await join(waiter, room, projector)
    expect(waits.body).toMatchObject({ state: 'waiting', equipment: projector })
    await w.as(first).post(`/bookings/${held.bookingId}/cancel`)
    await w.react()
    expect(await show(waiter, waits.body)).toMatchObject({ state: 'offered', equipment: projector })
    expect(await left(room, 9)).toEqual([0, 50])
  })

  it('may wait though the room has a seat, keeps the place while the projector is out, and is asked once it is back', async () => {
    const room = await rooms({ capacity: 3 })
    const [first, second, waiter] = [await w.person(), await w.person(), await w.person()]
    const lent = (await book(room, 9, projector, first)).body
    const other = (await book(room, 9, [], second)).body
    expect((await join(waiter, room, [])).body.code).toBe('booking.seat_left')
    const refused = await book(room, 9, projector, waiter)
    expect(refused.body.next).toContainEqual(
      expect.objectContaining({ page: expect.stringMatching('/wait') }),
    )
    const waits = (await join(waiter, room, projector)).body
    await w.as(second).post(`/bookings/${other.bookingId}/cancel`)
    await w.react()
    const still = await show(waiter, waits)
    expect([still.state, still.timeline.at(-1).verb]).toEqual(['waiting', 'skip'])
    await w.as(first).post(`/bookings/${lent.bookingId}/cancel`)
    await w.react()
    expect(await show(waiter, waits)).toMatchObject({ state: 'offered', equipment: projector })
  })

  it('is told what is never there, and waits for nothing', async () => {
    const room = await rooms({ capacity: 1 })
    await book(room, 9, [])
    const refused = await join(await w.person(), room, [{ name: '音响', count: 1 }])
    expect(refused.body.code).toBe('booking.equipment_unknown')
  })
})

describe('who calls', () => {
  it('is lent the projector by whoever books for them, or neither it nor the room', async () => {
    const room = await rooms()
    const staff = w.as(await w.person({ roles: ['resident', 'worker'] }))
    const { placeId, offeringId } = room
    const call = (phone: string) =>
      staff.post('/work/bookings', {
        ...{ placeId, offeringId, ...at(9), phone, name: '李奶奶' },
        equipment: [{ name: '投影', count: 1 }],
      })
    expect((await call('051988661111')).body.equipment).toEqual([{ name: '投影', count: 1 }])
    expect((await call('051988662222')).body.code).toBe('booking.equipment_taken')
    expect(await left(room, 9)).toEqual([0, 50])
  })
})

describe('equipment of a room that closes', () => {
  const settle = async () => {
    for (let i = 0; i < 4; i++) await w.react()
  }
  const wanted = [
    { name: '投影', count: 1 },
    { name: '椅子', count: 50 },
  ]
  /** A hall of its own, with a neighbour that lends this; who booked the hall with all that it has. */
  const neighbours = async (lends: { name: string; count: number }[], where: number) => {
    const position = { lng: HOME.lng + where / 10, lat: HOME.lat }
    const [place, next] = [await w.place({ position }), await w.place({ position, name: '邻近的文化站' })]
    const hall = await w.offering(place, { kind: 'venue', purpose: 'room', daysAhead: 2, equipment: things })
    const other = await w.offering(next, {
      kind: 'venue',
      purpose: 'room',
      capacity: 2,
      name: '邻近的活动室',
      equipment: lends,
    })
    await w.react()
    const by = await w.person()
    return {
      place,
      hall,
      other,
      by,
      booked: (await book(hall, 9, wanted, by)).body,
      staff: await w.person({ roles: ['resident', 'worker'] }),
    }
  }
  const close = async ({ placeId }: Offering, by: Person) => {
    await w.as(by).post(`/work/places/${placeId}/close`, { version: 0, reason: '房屋收回' })
    await settle()
  }
  const show = async (by: Person, { bookingId }: { bookingId: string }) =>
    (await w.as(by).get(`/bookings/${bookingId}`)).body

  it('is held with the room at the neighbour’s, in the same write', async () => {
    const { hall, other, by, booked, staff } = await neighbours(things, 1)
    await close(hall, staff)
    const held = await show(by, booked)
    expect(held).toMatchObject({ state: 'offered', offeringId: other.offeringId, equipment: wanted })
    expect(held.movedFrom.lacking).toBeUndefined()
    expect(await left(other, 9)).toEqual([0, 0])
  })

  it('that the neighbour has not is named in the offer, and in what staff read before: one projector, 20 of 50 chairs', async () => {
    const { hall, other, by, booked, staff } = await neighbours([{ name: '椅子', count: 30 }], 2)
    const lacking = [
      { name: '投影', count: 1 },
      { name: '椅子', count: 20 },
    ]
    const { body } = await w
      .as(staff)
      .post(`/work/places/${hall.placeId}/affected`, { closed: true, days: [] })
    expect(body.affected[0].swap).toMatchObject({ offeringName: other.name, lacking })
    await close(hall, staff)
    const held = await show(by, booked)
    expect(held).toMatchObject({
      state: 'offered',
      equipment: [{ name: '椅子', count: 30 }],
      movedFrom: { lacking },
    })
    expect(await left(other, 9)).toEqual([0])
    await w.as(by).post(`/bookings/${booked.bookingId}/accept`)
    expect((await show(by, booked)).movedFrom.lacking).toEqual(lacking)
  })

  it('is looked for on another hour before the same hour without it is offered', async () => {
    const { hall, other, by, booked, staff } = await neighbours(things, 3)
    await book(other, 9, [{ name: '投影', count: 1 }])
    await close(hall, staff)
    expect(await show(by, booked)).toMatchObject({ state: 'offered', ...at(10), equipment: wanted })
  })

  it('of which 1 chair of 50 is missing at the same hour is offered then, and not whole at another', async () => {
    const { hall, other, by, booked, staff } = await neighbours(things, 5)
    await book(other, 9, [{ name: '椅子', count: 1 }])
    await close(hall, staff)
    expect(await show(by, booked)).toMatchObject({
      ...{ state: 'offered', ...at(9) },
      movedFrom: { lacking: [{ name: '椅子', count: 1 }] },
    })
  })

  it('that was displaced before this version is looked for all the same', async () => {
    const { hall, by, booked, staff } = await neighbours([{ name: '椅子', count: 50 }], 6)
    const held = (await loadBooking(w.table, booked.bookingId)) as BookingRecord
    const old = decide.displace(held, { part: 'clock', now: w.now, note: '检修' })
    if (!old.ok || !old.value.movedFrom) throw new Error('it can be displaced')
    const { equipment: _, ...movedFrom } = old.value.movedFrom
    await w.table.write(moveChanges(held, { ...old.value, movedFrom }))
    await close(hall, staff)
    const lacking = [{ name: '投影', count: 1 }]
    expect(await show(by, booked)).toMatchObject({ state: 'offered', movedFrom: { lacking } })
  })

  it('is lent once where two who are moved want the one projector at the same time', async () => {
    const { place, hall, other, by, booked, staff } = await neighbours(
      [
        { name: '投影', count: 1 },
        { name: '椅子', count: 100 },
      ],
      4,
    )
    const second = await w.offering(place, {
      ...{ kind: 'venue', purpose: 'room', name: '小厅', equipment: things },
    })
    const friend = await w.person()
    const theirs = (await book(second, 9, wanted, friend)).body
    await close(hall, staff)
    const [one, two] = [await show(by, booked), await show(friend, theirs)]
    expect([one.state, two.state]).toEqual(['offered', 'offered'])
    const at9 = [one, two].filter(
      ({ startAt, offeringId }) => startAt === at(9).startAt && offeringId === other.offeringId,
    )
    expect(
      at9.flatMap(({ equipment }) => equipment.filter(({ name }: { name: string }) => name === '投影')),
    ).toHaveLength(1)
  })
})
