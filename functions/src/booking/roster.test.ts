import { instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'

let w: World
let staff: Person
beforeAll(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterAll(() => w.close())

const DAY = '2026-11-24'
const shift = (name: string, fromHour = 8, toHour = 18) => ({
  name,
  fromMinute: fromHour * 60,
  toMinute: toHour * 60,
})
const sick = (name: string) => ({ ...shift(name), absent: true as const })
const always = (...shifts: ReturnType<typeof shift>[]) => Array.from({ length: 7 }, () => shifts)
const wish = ({ placeId, offeringId }: Offering, hour: number) => ({
  ...{ placeId, offeringId },
  startAt: instantAt(DAY, hour * 60),
  endAt: instantAt(DAY, (hour + 1) * 60),
})
const pathOf = ({ placeId, offeringId }: Offering, on = DAY) =>
  `/places/${placeId}/offerings/${offeringId}/rosters/${on}`

/** A class for ten, two to a carer, with two carers on duty, and four families at nine: the last booked stands last. */
const fullClass = async (is: Partial<Offering> = {}) => {
  const place = await w.place()
  const staffing = { ratio: 2, weekly: always(shift('郁'), shift('钮')) }
  const care = await w.offering(place, { capacity: 10, staffing, ...is })
  const families: { by: Person; bookingId: string }[] = []
  for (let nth = 0; nth < 4; nth++) {
    const by = await w.person()
    const { body } = await w.as(by).post('/bookings', wish(care, 9))
    families.push({ by, bookingId: body.bookingId })
    w.pass(1)
  }
  const callInSick = () => w.as(staff).put(pathOf(care), { version: 1, shifts: [shift('郁'), sick('钮')] })
  const displace = (nth: number, by = staff) =>
    w.as(by).post(`/work/bookings/${families[nth]?.bookingId}/displace`)
  return { place, care, families, callInSick, displace }
}

it('of 3 places the directory shows the 2 that can be booked and the 1 that has a roster, before and after staff write its entry anew', async () => {
  const own = await createWorld()
  const worker = own.as(await own.person({ roles: ['resident', 'worker'] }))
  const [place] = [await own.place({ name: '桂花里托育园' }), await own.place()]
  const hall = await own.offering(place)
  const room = await own.place({ name: '桂花里书画室' })
  await own.offering(room)
  await own.offering(place, { staffing: { ratio: 2, weekly: always(shift('郁')) } })
  const having = async (what: 'roster' | 'bookings') => {
    await own.react()
    const { body } = await worker.get(`/work/places?community=${hall.community}&has=${what}`)
    return body.places.map((line: { placeId: string }) => line.placeId)
  }
  expect(await having('roster')).toEqual([place.placeId])
  expect((await having('bookings')).sort()).toEqual([place.placeId, room.placeId].sort())
  const { name, kind, position } = place
  await worker.put(`/work/places/${place.placeId}`, { version: place.version ?? 0, name, kind, position })
  expect(await having('roster')).toEqual([place.placeId])
  await own.close()
})

it.each(['2026-11-22', '2020-01-01', '2036-11-24'])('the roster of %s is a slip and is refused', async on => {
  const care = await w.offering(await w.place(), { staffing: { ratio: 2, weekly: always(shift('郁')) } })
  const set = (day: string) => w.as(staff).put(pathOf(care, day), { version: 0, shifts: [shift('钮')] })
  expect(await set(on)).toMatchObject({ status: 400, body: { code: 'booking.roster_date' } })
  expect((await w.as(staff).get(pathOf(care, on))).body.version).toBe(0)
  expect((await set('2026-11-23')).status).toBe(200)
})

describe('a carer who calls in sick', () => {
  it('lowers the seats in one write, lists the families it leaves without one, last booked first, and lets nobody in', async () => {
    const own = await createWorld()
    const shifts = [shift('郁'), shift('钮')]
    const care = await own.offering(await own.place(), {
      capacity: 10,
      needsApproval: true,
      staffing: { ratio: 2, weekly: Array.from({ length: 7 }, () => shifts) },
    })
    const ids: string[] = []
    for (const hour of [9, 9, 9, 14]) {
      const by = await own.person()
      ids.push((await own.as(by).post('/bookings', wish(care, hour))).body.bookingId)
      own.pass(1)
    }
    const desk = own.as(await own.person({ roles: ['resident', 'worker'] }))
    const path = pathOf(care)
    await desk.post(`/bookings/${ids[2]}/approve`)
    expect((await desk.get(path)).body).toMatchObject({ version: 1, affected: [] })
    const sick = [shift('郁'), { ...shift('钮'), absent: true }]
    const set = await desk.put(path, { version: 1, shifts: sick })
    expect(set.body.affected.map(({ bookingId }: { bookingId: string }) => bookingId)).toEqual([ids[2]])
    expect((await own.as(await own.person()).post('/bookings', wish(care, 9))).body.code).toBe(
      'booking.slot_full',
    )
    expect((await own.as(await own.person()).post('/bookings', wish(care, 14))).status).toBe(201)
    expect((await desk.put(path, { version: 1, shifts: sick })).status).toBe(200)
    expect((await desk.put(path, { version: 1, shifts })).body.code).toBe('booking.roster_moved')
    const { kept, due } = await readBooks(own)
    expect(kept).toEqual(due)
    await own.close()
  })

  it('counts once who stands on the roster twice at the same hour', async () => {
    const { care } = await fullClass()
    const set = await w.as(staff).put(pathOf(care), { version: 1, shifts: [shift('郁'), shift('郁', 9, 12)] })
    expect(set.body.seats[40]).toBe(2)
  })

  it.each([
    ['ends before it begins', shift('郁', 12, 9)],
    ['begins within a quarter-hour', { ...shift('郁'), fromMinute: 487 }],
  ])('is refused a shift that %s, and nothing changes', async (_, wrong) => {
    const { care } = await fullClass()
    expect((await w.as(staff).put(pathOf(care), { version: 1, shifts: [wrong] })).status).toBe(400)
    expect((await w.as(staff).get(pathOf(care))).body.version).toBe(1)
  })
})

describe('the rosters of a week', () => {
  it('say of each class and day who is on duty, what is booked and how many have no carer; one room is one class', async () => {
    const { place, care, callInSick } = await fullClass()
    await w.offering(place, { name: '半日托', thingId: care.thingId, capacity: 10, staffing: care.staffing })
    await w.offering(place, { name: '棋牌室' })
    await callInSick()
    const { body } = await w.as(staff).get(`/work/places/${place.placeId}/rosters?from=2026-11-23`)
    expect(body.classes).toHaveLength(1)
    const [{ names, ratio, room, days }] = body.classes
    expect({ names, ratio, room }).toEqual({ names: ['半日托', '计时托'], ratio: 2, room: 10 })
    expect(
      days.map(({ on, affected, ofWeek }: { on: string; affected: number; ofWeek?: true }) => [
        on.slice(8),
        affected,
        ofWeek,
      ]),
    ).toEqual([
      ['23', 0, true],
      ['24', 2, undefined],
      ...['25', '26', '27', '28', '29'].map(on => [on, 0, true]),
    ])
    expect([35, 36, 39, 40].map(quarter => days[1].booked[quarter])).toEqual([0, 4, 4, 0])
    const elsewhere = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect((await w.as(elsewhere).get(`/work/places/${place.placeId}/rosters?from=2026-11-23`)).status).toBe(
      404,
    )
  })
})

describe('a family for whom there is no carer', () => {
  it('gives its seat back and is held another hour or place, the last who booked; the others keep theirs', async () => {
    const { care, families, callInSick, displace } = await fullClass()
    expect((await displace(3)).body.code).toBe('booking.still_seated')
    const { body } = await callInSick()
    expect(
      body.affected.map(({ bookingId, movable }: { bookingId: string; movable: boolean }) => [
        bookingId,
        movable,
      ]),
    ).toEqual([
      [families[3]?.bookingId, true],
      [families[2]?.bookingId, true],
    ])
    expect((await displace(0)).body.code).toBe('booking.still_seated')
    expect((await displace(3)).body.state).toBe('displaced')
    expect((await displace(3)).status).toBe(200)
    await w.react()
    const own = w.as(families[3]?.by as Person)
    const held = (await own.get(`/bookings/${families[3]?.bookingId}`)).body
    expect(held.state).toBe('offered')
    expect(held.movedFrom.startAt).toBe(wish(care, 9).startAt)
    expect([held.placeId, held.startAt]).not.toEqual([care.placeId, wish(care, 9).startAt])
    const left = (await w.as(staff).get(pathOf(care))).body.affected
    expect(left.map(({ bookingId }: { bookingId: string }) => bookingId)).toEqual([families[2]?.bookingId])
    const told = (await own.get('/notices')).body.notices
    expect(told.some(({ caseId }: { caseId: string }) => caseId === families[3]?.bookingId)).toBe(true)
  })

  it('has its own hour back before anybody who waits for it, once there are carers enough again', async () => {
    const { care, families, callInSick, displace } = await fullClass()
    await callInSick()
    const [last, third] = [families[3], families[2]]
    expect((await displace(3)).status).toBe(200)
    expect((await displace(2)).status).toBe(200)
    for (let i = 0; i < 4; i++) await w.react()
    const show = async (one = last) => (await w.as(one?.by as Person).get(`/bookings/${one?.bookingId}`)).body
    expect((await show()).startAt).not.toBe(wish(care, 9).startAt)
    const taken = await w.as(third?.by as Person).post(`/bookings/${third?.bookingId}/accept`)
    expect(taken.body.state).toBe('confirmed')
    const waiting = await w.person()
    const { bookingId } = (await w.as(waiting).post('/bookings/waiting', wish(care, 9))).body
    await w.react()
    const { version } = (await w.as(staff).get(pathOf(care))).body
    const set = await w.as(staff).put(pathOf(care), { version, shifts: [shift('郁'), shift('卞')] })
    expect(set.status).toBe(200)
    // Nor does anybody come between, who books just then.
    const stranger = w.as(await w.person())
    expect((await stranger.post('/bookings', wish(care, 9))).body.code).toBe('booking.slot_full')
    for (let i = 0; i < 4; i++) await w.react()
    expect((await stranger.post('/bookings', wish(care, 15))).status).toBe(201)
    expect(await show()).toMatchObject({ state: 'confirmed', ...wish(care, 9) })
    expect((await w.as(waiting).get(`/bookings/${bookingId}`)).body.state).toBe('waiting')
    // Who has taken another hour is asked.
    const { bookings } = (await w.as(third?.by as Person).get('/bookings')).body
    const back = bookings.find((one: { insteadOf?: object }) => one.insteadOf)
    expect(back).toMatchObject({ state: 'offered', ...wish(care, 9) })
  })

  it('keeps its seat where a colleague brings a carer in at the same moment: 1 of the 2 writes stands', async () => {
    const { care, families, callInSick, displace } = await fullClass()
    await callInSick()
    const [moved, set] = await Promise.all([
      displace(3),
      w.as(staff).put(pathOf(care), { version: 2, shifts: [shift('郁'), shift('钮')] }),
    ])
    const { state } = (await w.as(families[3]?.by as Person).get(`/bookings/${families[3]?.bookingId}`)).body
    expect(set.status).toBe(200)
    expect(moved.status === 200 ? ['displaced'] : ['confirmed']).toContain(state)
    const { kept, due } = await readBooks(w)
    expect(kept).toEqual(due)
  })

  it('is nobody’s to move in their own favour: who booked it for their own family asks a colleague', async () => {
    const { care, callInSick } = await fullClass()
    const { body } = await w.as(staff).post('/bookings', wish(care, 14))
    await callInSick()
    expect((await w.as(staff).post(`/work/bookings/${body.bookingId}/displace`)).status).toBe(404)
  })

  it('can be called: its number is shown to staff of the place alone', async () => {
    const { care } = await fullClass()
    const called = await w
      .as(staff)
      .post('/work/bookings', { ...wish(care, 15), phone: '13900002222', name: '金爷爷' })
    const path = `/work/bookings/${called.body.bookingId}/contact`
    expect((await w.as(staff).post(path)).body.phone).toBe('13900002222')
    const elsewhere = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect((await w.as(elsewhere).post(path)).status).toBe(404)
  })
})

it('of an offering that no carers look after there is no roster, to read or to write, and what is said leads on', async () => {
  const hall = await w.offering(await w.place())
  const answers = [
    await w.as(staff).get(pathOf(hall)),
    await w.as(staff).put(pathOf(hall), { version: 0, shifts: [shift('郁')] }),
  ]
  expect(answers.map(({ body }) => body.code)).toEqual(['booking.no_roster', 'booking.no_roster'])
  expect(answers.every(({ body }) => body.next.length > 0)).toBe(true)
})
