/** Closing and shortening: who is affected is seen before, and each is told and held something else afterwards. */
import { ok } from '@yike/shared/kernel/result'
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { everything } from '../../test/everything'
import { createMeter } from '../../test/meter'
import { createWorld, HOME, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering, Place } from '../circle/store'
import { newId } from '../platform/ids'
import { indexes } from '../platform/keys'
import { queryAll, type Table } from '../platform/table'
import { closeAt } from './handlers'
import { type BookingRecord, bookingItem, changeOfferingChanges, loadBooking } from './store'

let w: World
let staff: Person
/** What somebody else does just before the next booking is displaced, or held another time. */
let meanwhile: (() => Promise<unknown>) | undefined
let before: 'displaced' | 'offered'
/** An index that does not show bookings yet. */
let lags = false
let calls = 0
/** What was read of agendas: from where, until where. */
let agendas: [from: string, to: string][] = []
const meddled = (table: Table): Table => ({
  ...table,
  query: ask => {
    calls++
    if (ask.pk.endsWith('#AGENDA') && ask.sk && 'from' in ask.sk) agendas.push([ask.sk.from, ask.sk.to])
    return lags && ask.index === 'by-deadline' ? Promise.resolve(ok({ items: [] })) : table.query(ask)
  },
  async write(changes) {
    const act = changes.some(change => 'put' in change && change.put.state === before) && meanwhile
    if (act) {
      meanwhile = undefined
      await act()
    }
    return table.write(changes)
  },
})
beforeEach(async () => {
  lags = false
  before = 'displaced'
  w = await createWorld({ meter: { ...createMeter(), around: meddled } })
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const DAY = '2026-11-25'
const span = (hour: number, day = DAY) => ({
  startAt: instantAt(day, hour * 60),
  endAt: instantAt(day, hour * 60 + 60),
})
/** Offerings that stand in for each other. */
const daycare = { purpose: 'dayCare' } as const
const book = async (who: Person, { placeId, offeringId }: Offering, hour: number, key?: string) =>
  (await w.as(who).post('/bookings', { placeId, offeringId, ...span(hour) }, key)).body
const show = async (who: Person, { bookingId }: { bookingId: string }) =>
  (await w.as(who).get(`/bookings/${bookingId}`)).body
/** Reactions of reactions too. */
const settle = async () => {
  for (let i = 0; i < 4; i++) await w.react()
}
const hall = { name: '桂花里工坊', kind: 'culture', position: HOME, hours: '每天 8:00–20:00，节假日照常' }
const shorten = (place: Place, hours: string) =>
  w.as(staff).put(`/work/places/${place.placeId}`, {
    version: place.version ?? 0,
    ...hall,
    specialDays: [{ from: DAY, to: DAY, hours, note: '电路检修' }],
  })
const affected = async (place: Place, is: object, by = staff) =>
  w.as(by).post(`/work/places/${place.placeId}/affected`, is)

describe('before a day is shortened', () => {
  it('whom it affects is told with what each would get, and nothing is changed by asking', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { capacity: 1 })
    const [early, late] = [await w.person({ name: '王' }), await w.person({ name: '李' })]
    await book(early, offering, 9)
    const { bookingId } = await book(late, offering, 16)
    const before = await everything(w)
    const days = [{ from: DAY, to: DAY, hours: '8:00-12:00' }]
    const { body } = await affected(place, { days })
    expect(body).toMatchObject({ count: 1, affected: [{ bookingId, ...span(16), forName: '李' }] })
    expect(body).toMatchObject({ unswapped: 0 })
    const held = { offeringName: offering.name, way: 'anotherTime', ...span(16, '2026-11-26') }
    expect(body.affected[0].swap).toMatchObject(held)
    expect(await everything(w)).toEqual(before)
    // Who is there already is not sent away, and nobody is where nothing is meant to change.
    w.pass((2 * 24 + 6.5) * 60)
    const marked = { mark: 'came', markedAt: w.now }
    expect((await w.as(staff).post(`/work/bookings/${bookingId}/mark`, marked)).status).toBe(200)
    expect((await affected(place, { days })).body).toEqual({ count: 0, unswapped: 0, affected: [] })
    expect((await affected(place, {})).status).toBe(400)
    const far = await w.person({ roles: ['resident', 'worker'], community: STONEBRIDGE, scope: STONEBRIDGE })
    expect((await affected(place, { days }, far)).status).toBe(404)
    expect((await affected(place, { days: [{ from: DAY, to: DAY, hours: '看情况' }] })).status).toBe(400)
  })
})

describe('before a day is closed', () => {
  it('no two are shown one seat: two who booked one hour see two hours, and one person with two bookings too', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { capacity: 1 })
    const other = await w.offering(place, { capacity: 1, name: '另一班' })
    const [one, two] = [await w.person(), await w.person()]
    await book(one, offering, 9)
    await book(one, offering, 10)
    await book(two, other, 9)
    const { body } = await affected(place, { days: [{ from: DAY, to: '2026-11-27', hours: '休' }] })
    const swaps = body.affected.map(({ swap }: { swap: object }) => JSON.stringify(swap))
    expect([body.count, new Set(swaps).size]).toEqual([3, 3])
  })
})

describe('who booked a day that closes', () => {
  it('is told why, and held the same hour at a neighbour of the same kind, which one tap takes', async () => {
    const [place, next] = [await w.place(), await w.place({ name: '邻近的中心' })]
    const offering = await w.offering(place, daycare)
    const other = await w.offering(next, { ...daycare, name: '邻近的计时托' })
    await w.react()
    const guest = await w.person()
    const booked = await book(guest, offering, 10, 'a-key-for-this-very-wish')
    const { bookingId } = booked
    await shorten(place, '休')
    await settle()
    const offered = await show(guest, { bookingId })
    expect(offered).toMatchObject({
      state: 'offered',
      placeName: '邻近的中心',
      ...span(10),
      movedFrom: { offeringName: offering.name, why: '电路检修', ...span(10) },
      can: ['accept', 'pass'],
    })
    const notices = (await w.as(guest).get('/notices')).body.notices
    expect(notices.map(({ verb }: { verb: string }) => verb)).toEqual(
      expect.arrayContaining(['displace', 'swap']),
    )
    // The retry of the first intent is answered as it was then.
    expect(await book(guest, offering, 10, 'a-key-for-this-very-wish')).toEqual(booked)
    expect((await w.as(guest).post(`/bookings/${bookingId}/accept`)).body).toMatchObject({
      state: 'confirmed',
    })
    expect(other.offeringId).toBe((await show(guest, { bookingId })).offeringId)
    await settle()
    // No seat of a waiting list was taken, and so it is told.
    expect((await w.as(guest).get('/notices')).body.notices[0]).toMatchObject({
      ...{ verb: 'accept', booking: { held: 'swap' } },
    })
  })

  it('is still known by the number they called from and by the relative who booked it, also where another time is held', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { daysAhead: 30 })
    const slot = { placeId: offering.placeId, offeringId: offering.offeringId }
    const caller = { phone: '051988661234', name: '李奶奶' }
    const called = (await w.as(staff).post('/work/bookings', { ...slot, ...span(10), ...caller })).body
    const [giver, holder] = [await w.person(), await w.person()]
    const { code, grantId } = (await w.as(giver).post('/grants', { may: ['book', 'see'], days: 30 })).body
    await w.as(holder).post('/grants/take', { code })
    await w.as(giver).post(`/grants/${grantId}/confirm`)
    const booked = (await w.as(holder).post('/bookings', { ...slot, ...span(11), grantId })).body
    await shorten(place, '休')
    await settle()
    expect(await show(staff, called)).toMatchObject({ state: 'offered', phone: caller.phone })
    const taken = await w.as(holder).post(`/bookings/${booked.bookingId}/accept`, { grantId })
    expect(taken.body.state).toBe('confirmed')
    expect((await w.as(holder).get('/notices')).body.notices).toContainEqual(
      expect.objectContaining({ verb: 'swap', grantId }),
    )
  })

  it('is told of to staff also where another server made the offer, half a minute ahead by its clock', async () => {
    const place = await w.place()
    await book(await w.person(), await w.offering(place), 16)
    await shorten(place, '8:00-12:00')
    const here = w.startServer()
    w.turnTo(w.startServer({ aheadMinutes: 0.5 }))
    await settle()
    w.turnTo(here)
    const { body } = await affected(place, { days: [{ from: DAY, to: '2026-11-30', hours: '休' }] })
    expect(body.count).toBe(1)
  })

  it('each of three is held another seat, and what nobody answers in two days frees itself', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { capacity: 1 })
    const guests = await Promise.all([0, 1, 2].map(() => w.person()))
    const booked = await Promise.all(guests.map((one, i) => book(one, offering, 9 + i)))
    await shorten(place, '休')
    await settle()
    const shown = await Promise.all(guests.map((one, i) => show(one, booked[i])))
    expect(shown.map(({ state }) => state)).toEqual(['offered', 'offered', 'offered'])
    expect(new Set(shown.map(({ startAt }) => startAt)).size).toBe(3)
    // Both happened in one millisecond: the later one is read first.
    for (const one of guests) {
      const { notices } = (await w.as(one).get('/notices')).body
      expect(notices.map(({ verb }: { verb: string }) => verb)).toEqual(['swap', 'displace', 'place'])
    }
    w.pass(49 * 60)
    await w.tick()
    expect((await show(guests[0] as Person, booked[0])).state).toBe('passed')
  })

  it('where nothing is free stays displaced with the reason, and may book anew', async () => {
    const place = await w.place()
    const offering = await w.offering(place)
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    await w.as(staff).post(`/work/places/${place.placeId}/close`, { version: 0, reason: '房屋收回' })
    await settle()
    expect(await show(guest, booked)).toMatchObject({
      state: 'displaced',
      movedFrom: { reason: 'placeClosed' },
      can: ['cancel'],
    })
  })

  it('asked for first, is asked for at the new time too: staff did not approve the old one', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { needsApproval: true })
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    await shorten(place, '休')
    await settle()
    expect((await w.as(guest).post(`/bookings/${booked.bookingId}/accept`)).body.state).toBe('requested')
  })
})

/** The same offering with other terms, written as staff would. */
const changed = async (before: Offering, terms: Partial<Offering>): Promise<Offering> => {
  const after = { ...before, ...terms, version: before.version + 1 }
  const saved = await w.table.write(changeOfferingChanges([{ before, after }], w.now))
  expect(saved).toEqual(ok(undefined))
  return after
}
const closed = { closures: [{ from: DAY, to: DAY, why: '电路检修' }] }
const verbs = async (who: Person, booked: { bookingId: string }) =>
  (await show(who, booked)).timeline.map(({ verb }: { verb: string }) => verb)

describe('whoever is displaced', () => {
  it('is planned for anew where somebody else takes the projector at this very moment: it is held with another hour', async () => {
    const projector = { equipment: [{ name: '投影', count: 1 }] }
    const venue = { kind: 'venue', purpose: 'room', capacity: 2, ...projector } as const
    const hall = await w.offering(await w.place(), venue)
    const other = await w.offering(await w.place({ name: '邻近的文化站' }), { ...venue, daysAhead: 2 })
    await w.react()
    const [guest, quick] = [await w.person(), await w.person()]
    const { placeId, offeringId } = hall
    const wish = { placeId, offeringId, ...span(10), ...projector }
    const booked = (await w.as(guest).post('/bookings', wish)).body
    before = 'offered'
    const theirs = { placeId: other.placeId, offeringId: other.offeringId, ...span(10), ...projector }
    meanwhile = () => w.as(quick).post('/bookings', theirs)
    await changed(hall, closed)
    await settle()
    const held = await show(guest, booked)
    expect(held).toMatchObject({ state: 'offered', ...span(11), ...projector })
    expect(held.offeringId).toBe(other.offeringId)
  })

  it('is so by the hours that hold now: what closed and opened again before the stream told of it displaces nobody', async () => {
    const offering = await w.offering(await w.place())
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    await changed(await changed(offering, closed), { closures: [] })
    await settle()
    expect((await show(guest, booked)).state).toBe('confirmed')
  })

  it('is not so where it opens again at this very moment', async () => {
    const offering = await w.offering(await w.place())
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    const shut = await changed(offering, closed)
    meanwhile = () => changed(shut, { closures: [] })
    await settle()
    expect((await show(guest, booked)).state).toBe('confirmed')
  })

  it('is told also where staff approve at this very moment', async () => {
    const offering = await w.offering(await w.place(), { needsApproval: true })
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    await changed(offering, closed)
    meanwhile = () => w.as(staff).post(`/bookings/${booked.bookingId}/approve`)
    await settle()
    expect(await verbs(guest, booked)).toEqual(['place', 'approve', 'displace', 'swap'])
  })

  it('is found at a second look where the list did not show the booking yet', async () => {
    const offering = await w.offering(await w.place())
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    await changed(offering, closed)
    lags = true
    await settle()
    expect((await show(guest, booked)).state).toBe('confirmed')
    lags = false
    w.pass(11)
    await w.tick()
    await settle()
    expect((await show(guest, booked)).state).toBe('offered')
    // And the list of what is due is empty again.
    const [pk] = indexes.byDeadline.queue(offering.community, '', '', '', '')
    const due = await queryAll(w.table, { index: 'by-deadline', pk })
    expect(due.filter(({ type }) => type === 'Offering')).toEqual([])
  })

  it('is told once that nothing is free, and is looked for until something is', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { daysAhead: 2, capacity: 1 })
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    const shut = await changed(offering, {
      hours: { ...offering.hours, days: offering.hours.days.map(() => []) },
    })
    await settle()
    for (let i = 0; i < 3; i++) {
      w.pass(31)
      await w.tick()
      await settle()
    }
    expect(await verbs(guest, booked)).toEqual(['place', 'displace', 'seek'])
    await changed(shut, { hours: offering.hours })
    w.pass(31)
    await w.tick()
    await settle()
    expect(await show(guest, booked)).toMatchObject({ state: 'confirmed', ...span(9) })
  })

  it('has the very time that was booked, where that opens again', async () => {
    const offering = await w.offering(await w.place())
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    const shut = await changed(offering, {
      closures: [{ from: '2026-11-01', to: '2026-12-31', why: '检修' }],
    })
    await settle()
    expect((await show(guest, booked)).state).toBe('displaced')
    await changed(shut, { closures: [{ from: '2026-11-26', to: '2026-12-31', why: '检修' }] })
    await settle()
    expect(await show(guest, booked)).toMatchObject({ state: 'confirmed', ...span(9) })
  })

  it('has missed it when the time that was booked has come, and may say before that nothing more is wanted', async () => {
    const offering = await w.offering(await w.place())
    const [patient, busy] = [await w.person(), await w.person()]
    const [one, other] = [await book(patient, offering, 9), await book(busy, offering, 10)]
    await changed(offering, { closures: [{ from: '2026-11-01', to: '2026-12-31', why: '检修' }] })
    await settle()
    await w.as(busy).post(`/bookings/${other.bookingId}/cancel`)
    w.pass(2 * 1440 + 60)
    await w.tick()
    expect((await show(patient, one)).state).toBe('missed')
    expect((await show(busy, other)).state).toBe('cancelled')
  })

  it('is held a seat of a class on a day whose roster nobody has opened', async () => {
    const carers = [{ name: '郁老师', fromMinute: 480, toMinute: 1080 }]
    const weekly = Array.from({ length: 7 }, () => carers)
    const offering = await w.offering(await w.place(), { staffing: { ratio: 3, weekly } })
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    await changed(offering, closed)
    await settle()
    expect(await show(guest, booked)).toMatchObject({ state: 'offered', ...span(9, '2026-11-26') })
  })
})

it('afterwards staff read what came otherwise than was shown before, and why: a seat that somebody took, a booking that was cancelled', async () => {
  const [place, next] = [await w.place(), await w.place({ name: '邻近的中心' })]
  const offering = await w.offering(place, daycare)
  const other = await w.offering(next, { ...daycare, capacity: 1, name: '邻近的计时托' })
  await w.react()
  const guests = [await w.person(), await w.person(), await w.person()] as const
  for (const [i, guest] of guests.entries()) {
    await book(guest, offering, [9, 14, 16][i] ?? 9)
    w.pass(1)
  }
  const days = [{ from: DAY, to: DAY, hours: '休' }]
  const shown = (await affected(place, { days })).body.affected.map(
    ({ bookingId, swap }: { bookingId: string; swap: Record<string, string> }) => {
      const { placeId, offeringId, startAt, endAt } = swap
      return { bookingId, swap: { placeId, offeringId, startAt, endAt } }
    },
  )
  const outcome = async () =>
    (await w.as(staff).post(`/work/places/${place.placeId}/affected/outcome`, { shown })).body.lines
  await shorten(place, '休')
  expect((await outcome()).map(({ is }: { is: string }) => is)).toEqual(['pending', 'pending', 'pending'])
  await book(await w.person(), other, 9)
  await w.as(guests[2]).post(`/bookings/${shown[2].bookingId}/cancel`)
  await settle()
  expect(await outcome()).toMatchObject([
    { is: 'otherwise', why: 'full', now: span(10) },
    { is: 'asShown', now: span(14) },
    { is: 'otherwise', why: 'cancelled' },
  ])
})

describe('what nothing fits in place of', () => {
  it('is told to its owner and stands on the call list of staff until it is settled, with what came of the call', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { ...daycare, daysAhead: 2, capacity: 1 })
    // Of the same kind, but for another purpose; it stands open.
    await w.offering(place, { purpose: 'bathing', name: '助浴' })
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    const shut = await changed(offering, {
      hours: { ...offering.hours, days: offering.hours.days.map(() => []) },
    })
    await settle()
    // By a code: no person said it.
    const [told] = (await w.as(guest).get('/notices')).body.notices
    expect(told).toMatchObject({ verb: 'seek', reason: 'nothingFree' })
    expect(told).not.toHaveProperty('note')
    const list = async () =>
      (await w.as(staff).get(`/work/calls/unsettled?community=${OSMANTHUS}`)).body.calls
    const [call] = await list()
    expect(call).toMatchObject({ bookingId: booked.bookingId, state: 'displaced', tries: 0 })
    const outcome = { version: call.version, outcome: 'noAnswer' }
    const written = await w.as(staff).post(`/work/bookings/${booked.bookingId}/call`, outcome)
    expect(written.body).toMatchObject({ outcome: 'noAnswer', tries: 1 })
    await changed(shut, { hours: offering.hours })
    await settle()
    expect([(await show(guest, booked)).state, await list()]).toEqual(['confirmed', []])
  })

  it('is cancelled on the telephone, in the write that notes the call', async () => {
    const offering = await w.offering(await w.place(), { daysAhead: 2 })
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    await changed(offering, { closures: [{ from: '2026-11-01', to: '2026-12-31', why: '检修' }] })
    await settle()
    const path = `/work/bookings/${booked.bookingId}/call`
    expect((await w.as(staff).post(path, { version: 3, outcome: 'cancel' })).status).toBe(409)
    const [{ version }] = (await w.as(staff).get(`/work/calls/unsettled?community=${OSMANTHUS}`)).body.calls
    expect((await w.as(staff).post(path, { version, outcome: 'cancel' })).status).toBe(200)
    expect((await show(guest, booked)).state).toBe('cancelled')
  })
})

describe('what opens again', () => {
  const HALF_PAST = { from: '2026-11-01', to: '2026-12-31', why: '检修' }

  it('is at once theirs whom nothing was held, before the one who waits for it', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1 })
    const [guest, next] = [await w.person(), await w.person()]
    const booked = await book(guest, offering, 9)
    const { placeId, offeringId } = offering
    const waiting = (await w.as(next).post('/bookings/waiting', { placeId, offeringId, ...span(9) })).body
    const shut = await changed(offering, { closures: [HALF_PAST] })
    await settle()
    expect((await show(guest, booked)).state).toBe('displaced')
    await changed(shut, { closures: [] })
    await settle()
    expect(await show(guest, booked)).toMatchObject({ state: 'confirmed', ...span(9) })
    expect((await show(next, waiting)).state).toBe('waiting')
  })

  it('is theirs again who have not answered the swap, and that is given back in the same write', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1 })
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    const shut = await changed(offering, closed)
    await settle()
    const swapped = await show(guest, booked)
    expect(swapped).toMatchObject({ state: 'offered', ...span(9, '2026-11-26') })
    await changed(shut, { closures: [] })
    await settle()
    const back = await show(guest, booked)
    expect(back).toMatchObject({ state: 'confirmed', ...span(9) })
    expect(back.movedFrom).toBeUndefined()
    const other = await book(await w.person(), offering, 9)
    expect(other.code).toBe('booking.slot_full')
  })

  it('was only asked for: it is asked for again, and staff answer', async () => {
    const offering = await w.offering(await w.place(), { needsApproval: true, daysAhead: 2 })
    const guest = await w.person()
    const booked = await book(guest, offering, 9, 'asked-for-with-this-very-key')
    w.pass(1)
    const shut = await changed(offering, { closures: [HALF_PAST] })
    await settle()
    await changed(shut, { closures: [] })
    await settle()
    expect((await show(guest, booked)).state).toBe('requested')
    // Until when staff were to answer at first is what a retry of that is told.
    expect(await book(guest, offering, 9, 'asked-for-with-this-very-key')).toEqual(booked)
    expect((await w.as(staff).post(`/bookings/${booked.bookingId}/approve`)).body.state).toBe('confirmed')
  })

  it('is held for them who have taken something else, also at the very hour: taking it gives that up in one write', async () => {
    const [place, next] = [await w.place(), await w.place({ name: '邻近的中心' })]
    const quotas = [{ per: 'person', count: 'bookings', within: 'week', most: 1, pool: 'care' }] as const
    const offering = await w.offering(place, { ...daycare, capacity: 1, quotas: [...quotas] })
    await w.offering(next, { ...daycare, capacity: 1, quotas: [...quotas], name: '邻近的计时托' })
    await w.react()
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    const shut = await changed(offering, closed)
    await settle()
    const taken = (await w.as(guest).post(`/bookings/${booked.bookingId}/accept`)).body
    expect(taken).toMatchObject({ state: 'confirmed', placeName: '邻近的中心', ...span(9) })
    const open = await changed(shut, { closures: [] })
    await settle()
    const mine = (await w.as(guest).get('/bookings')).body.bookings
    const back = mine.find(({ bookingId }: { bookingId: string }) => bookingId !== booked.bookingId)
    expect(back).toMatchObject({
      ...{ state: 'offered', offeringId: offering.offeringId, ...span(9) },
      insteadOf: { bookingId: booked.bookingId, placeName: '邻近的中心' },
    })
    // Closed and open once more, it is asked once more.
    const again = await changed(open, closed)
    await settle()
    expect([(await show(guest, back)).state, (await show(guest, booked)).state]).toEqual([
      'passed',
      'confirmed',
    ])
    await changed(again, { closures: [] })
    await settle()
    const { notices } = (await w.as(guest).get('/notices')).body
    const told = notices.filter(({ caseId }: { caseId: string }) => caseId === back.bookingId)
    expect(told.map(({ booking }: { booking: { held?: string } }) => booking.held)).toContain('own')
    expect((await w.as(guest).post(`/bookings/${back.bookingId}/accept`)).body.state).toBe('confirmed')
    expect((await show(guest, booked)).state).toBe('cancelled')
  })
})

it('asking whom a closed day hits reads each list once: for 12 people no more than two reads each beside', async () => {
  const [place, next] = [await w.place(), await w.place({ name: '邻近的中心' })]
  const offering = await w.offering(place, { capacity: 3 })
  await w.offering(next)
  await w.react()
  const reads = async () => {
    calls = 0
    const { body } = await affected(place, { days: [{ from: DAY, to: DAY, hours: '休' }] })
    return { count: body.count, calls }
  }
  await book(await w.person(), offering, 8)
  const forOne = await reads()
  for (let i = 1; i < 12; i++) await book(await w.person(), offering, 8 + Math.floor(i / 3))
  const forTwelve = await reads()
  expect([forOne.count, forTwelve.count]).toEqual([1, 12])
  expect(forTwelve.calls - forOne.calls).toBeLessThanOrEqual(11 * 2)
})

it('a day that closes is all that is read of an agenda, before and after; of a new price nothing is', async () => {
  const place = await w.place()
  const offering = await w.offering(place)
  const guest = await w.person()
  const booked = await book(guest, offering, 9)
  await settle()
  agendas = []
  const days = [{ from: DAY, to: DAY, hours: '休' }]
  expect((await affected(place, { days })).body.count).toBe(1)
  await changed(await changed(offering, { priceFen: 900 }), closed)
  await settle()
  expect((await show(guest, booked)).state).toBe('offered')
  const read = agendas.map(([from, to]) => [from.slice(0, 16), to.slice(0, 16)])
  const day = [instantAt(DAY, 0).slice(0, 16), instantAt('2026-11-26', 0).slice(0, 16)]
  expect(new Set(read.map(String))).toEqual(new Set([String(day)]))
})

it('230 who hold something of a day that closes are displaced, a page of the agenda at a time', async () => {
  const offering = await w.offering(await w.place())
  const { bookingId } = await book(await w.person(), offering, 9)
  const held = (await loadBooking(w.table, bookingId)) as BookingRecord
  const ids = Array.from({ length: 230 }, () => newId('booking', Date.parse(w.now)))
  for (let from = 0; from < ids.length; from += 50)
    await w.table.write(
      ids
        .slice(from, from + 50)
        .map(id => ({ put: bookingItem({ ...held, bookingId: id, takes: [], uses: undefined }) })),
    )
  await changed(offering, closed)
  await closeAt(w.table, offering, w.now)
  const found = await Promise.all(ids.map(id => loadBooking(w.table, id)))
  expect(found.filter(one => one?.movedFrom)).toHaveLength(230)
}, 30_000)

it('what still fits into the shorter hours stays as it is', async () => {
  const place = await w.place()
  const offering = await w.offering(place)
  const guest = await w.person()
  const booked = await book(guest, offering, 9)
  await shorten(place, '8:00-12:00')
  await settle()
  expect(await show(guest, booked)).toMatchObject({ state: 'confirmed', ...span(9) })
})
