/** What closes, opens or moves more than once for the same person. */
import { ok } from '@yike/shared/kernel/result'
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, HOME, OSMANTHUS, type Person, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { newId } from '../platform/ids'
import { keys } from '../platform/keys'
import { decide } from './domain'
import { type BookingRecord, bookingItem, changeOfferingChanges, loadBooking, moveChanges } from './store'

let w: World
let staff: Person
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const DAY = '2026-11-25'
const NEXT = '2026-11-26'
const span = (hour: number, day = DAY) => ({
  startAt: instantAt(day, hour * 60),
  endAt: instantAt(day, hour * 60 + 60),
})
const daycare = { purpose: 'dayCare' } as const
const book = async (who: Person, { placeId, offeringId }: Offering, hour: number, more: object = {}) =>
  (await w.as(who).post('/bookings', { placeId, offeringId, ...span(hour), ...more })).body
const show = async (who: Person, { bookingId }: { bookingId: string }) =>
  (await w.as(who).get(`/bookings/${bookingId}`)).body
const accept = async (who: Person, { bookingId }: { bookingId: string }) =>
  (await w.as(who).post(`/bookings/${bookingId}/accept`)).body
const settle = async () => {
  for (let i = 0; i < 4; i++) await w.react()
}
const changed = async (before: Offering, terms: Partial<Offering>): Promise<Offering> => {
  const after = { ...before, ...terms, version: before.version + 1 }
  expect(await w.table.write(changeOfferingChanges([{ before, after }], w.now))).toEqual(ok(undefined))
  await settle()
  return after
}
const closedOn = (...days: string[]) => ({ closures: days.map(on => ({ from: on, to: on, why: '检修' })) })
const others = async (who: Person, { bookingId }: { bookingId: string }) =>
  (await w.as(who).get('/bookings')).body.bookings.filter(
    (one: { bookingId: string }) => one.bookingId !== bookingId,
  )

it('who was moved twice at one place has their own time back like anybody', async () => {
  const offering = await w.offering(await w.place())
  const guest = await w.person()
  const booked = await book(guest, offering, 9)
  const once = await changed(offering, closedOn(DAY))
  expect(await accept(guest, booked)).toMatchObject({ state: 'confirmed', ...span(9, NEXT) })
  const twice = await changed(once, closedOn(DAY, NEXT))
  expect(await show(guest, booked)).toMatchObject({ state: 'offered' })
  await changed(twice, { closures: [] })
  expect(await show(guest, booked)).toMatchObject({ state: 'confirmed', ...span(9) })
})

it('the next of 60 who are hit are told behind the last that were, also where that one has cancelled meanwhile', async () => {
  const place = await w.place()
  const { bookingId } = await book(await w.person(), await w.offering(place), 9)
  const held = { ...((await loadBooking(w.table, bookingId)) as BookingRecord), takes: [], uses: undefined }
  const ids = Array.from({ length: 59 }, () => newId('booking', Date.parse(w.now)))
  await w.table.write(ids.map(id => ({ put: bookingItem({ ...held, bookingId: id }) })))
  const page = async (after?: string) => {
    const days = [{ from: DAY, to: DAY, hours: '休' }]
    const { body } = await w
      .as(staff)
      .post(`/work/places/${place.placeId}/affected`, { days, ...(after && { after }) })
    return body.affected.map((one: { bookingId: string }) => one.bookingId)
  }
  const first = await page()
  const last = first.at(-1)
  await w.table.write([{ put: bookingItem({ ...held, bookingId: last, state: 'cancelled' }) }])
  const next = await page(last)
  expect([first.length, next.length]).toEqual([50, 10])
  expect(new Set([...first, ...next]).size).toBe(60)
})

it('older news that the stream brings once more takes nobody off the call list for whom nothing is held now', async () => {
  const shut = ['2026-11-23', '2026-11-24']
  const offering = await w.offering(await w.place(), { daysAhead: 3, ...closedOn(...shut) })
  const guest = await w.person()
  const booked = await book(guest, offering, 9)
  const once = await changed(offering, closedOn(...shut, DAY))
  const held = (await loadBooking(w.table, booked.bookingId)) as BookingRecord
  expect(held.state).toBe('offered')
  await changed(once, closedOn(...shut, DAY, NEXT))
  const calls = async () =>
    (await w.as(staff).get(`/work/calls/unsettled?community=${OSMANTHUS}`)).body.calls.length
  expect(await calls()).toBe(1)
  for (const { name, react } of w.reactions)
    if (name === 'booking.scheduleReminder')
      await react(w.table, {
        sequence: '1',
        before: bookingItem({ ...held, state: 'displaced' }),
        after: bookingItem(held),
      })
  expect(await calls()).toBe(1)
})

describe('staff who close once more read of whoever was moved here before', () => {
  /** Who was moved from the first day to the next, and took that; then it closes as well. `late`: nothing was found at first. */
  const closedAgain = async (late = false) => {
    const shut = late ? ['2026-11-23', '2026-11-24'] : []
    const place = await w.place()
    const offering = await w.offering(place, {
      capacity: 1,
      ...(late && { daysAhead: 3 }),
      ...closedOn(...shut),
    })
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    let once = await changed(offering, closedOn(...shut, DAY, ...(late ? [NEXT] : [])))
    if (late) {
      expect((await show(guest, booked)).timeline.at(-1).verb).toBe('seek')
      once = await changed(once, closedOn(...shut, DAY))
      w.pass(31)
      await w.tick()
      await settle()
    }
    expect(await accept(guest, booked)).toMatchObject({ state: 'confirmed', ...span(9, NEXT) })
    await settle()
    const ask = `/work/places/${place.placeId}/affected`
    const days = [{ from: NEXT, to: NEXT, hours: '休' }]
    const [{ swap }] = (await w.as(staff).post(ask, { days })).body.affected
    const { placeId, offeringId, startAt, endAt } = swap ?? {}
    const shown = [
      { bookingId: booked.bookingId, ...(swap && { swap: { placeId, offeringId, startAt, endAt } }) },
    ]
    const outcome = async () => (await w.as(staff).post(`${ask}/outcome`, { shown })).body.lines[0]
    const after = { ...once, ...closedOn(...shut, DAY, NEXT), version: once.version + 1 }
    await w.table.write(changeOfferingChanges([{ before: once, after }], w.now))
    return { outcome, shown }
  }

  it('that it has not come to them yet, and then that it came as it was shown', async () => {
    const { outcome, shown } = await closedAgain()
    expect(shown[0]?.swap).toBeDefined()
    expect((await outcome()).is).toBe('pending')
    await settle()
    expect((await outcome()).is).toBe('asShown')
  })

  it('of whoever came from elsewhere and was moved on', async () => {
    const place = async (lat: number) => {
      const at = await w.place({ name: `中心${lat}`, position: { ...HOME, lat: HOME.lat + lat } })
      return w.offering(at, { ...daycare, capacity: 1, name: '日间照料' })
    }
    const [from, here, on] = [await place(0), await place(0.001), await place(0.002)]
    await w.react()
    const guest = await w.person()
    const booked = await book(guest, from, 9)
    await changed(from, closedOn(DAY))
    expect((await accept(guest, booked)).offeringId).toBe(here.offeringId)
    await changed(here, closedOn(DAY))
    expect((await show(guest, booked)).offeringId).toBe(on.offeringId)
    const { placeId, offeringId } = on
    const shown = [{ bookingId: booked.bookingId, swap: { placeId, offeringId, ...span(9) } }]
    const { body } = await w.as(staff).post(`/work/places/${here.placeId}/affected/outcome`, { shown })
    expect(body.lines).toMatchObject([{ is: 'asShown' }])
  })

  it('the same where nothing is held for them, nor was once before', async () => {
    const { outcome, shown } = await closedAgain(true)
    expect(shown[0]?.swap).toBeUndefined()
    const { write } = w.table
    w.table.write = async changes =>
      changes.some(change => 'put' in change && change.put.type === 'Reminder')
        ? { ok: false, refusal: { code: 'request.busy' } }
        : write(changes)
    await settle()
    expect(await outcome()).toMatchObject({ state: 'displaced', is: 'pending' })
    w.table.write = write
    await settle()
    expect((await outcome()).is).toBe('asShown')
  })
})

it('what closed a moment ago is held for nobody, where a read shows it a moment later', async () => {
  const position = { ...HOME, lat: HOME.lat + 0.003 }
  const [place, next] = [await w.place(), await w.place({ name: '邻近的中心', position })]
  const offering = await w.offering(place, { ...daycare, capacity: 1 })
  const beside = await w.offering(place, { ...daycare, capacity: 1, name: '另一间' })
  const other = await w.offering(next, { ...daycare, capacity: 1, name: '邻近的计时托' })
  await w.react()
  const guest = await w.person()
  const booked = await book(guest, offering, 9)
  const { query } = w.table
  const { pk } = keys.place(place.placeId)
  const former = await query({ pk })
  w.table.query = async ask => (ask.pk === pk && !ask.consistent ? former : query(ask))
  const closures = [{ from: DAY, to: DAY, why: '检修' }]
  const changes = [offering, beside].map(before => ({
    before,
    after: { ...before, closures, version: before.version + 1 },
  }))
  expect(await w.table.write(changeOfferingChanges(changes, w.now))).toEqual(ok(undefined))
  await settle()
  const held = await show(guest, booked)
  expect([held.state, held.offeringId]).toEqual(['offered', other.offeringId])
})

describe('whoever is asked whether to go back', () => {
  const moved = async () => {
    const [place, next] = [await w.place(), await w.place({ name: '邻近的中心' })]
    const offering = await w.offering(place, { ...daycare, capacity: 1 })
    const other = await w.offering(next, { ...daycare, capacity: 1, name: '邻近的计时托' })
    await w.react()
    const guest = await w.person()
    const booked = await book(guest, offering, 9, { note: '带轮椅来' })
    const shut = await changed(offering, closedOn(DAY))
    await accept(guest, booked)
    await settle()
    const open = await changed(shut, { closures: [] })
    const [back] = await others(guest, booked)
    expect(back).toMatchObject({ state: 'offered', ...span(9) })
    return { guest, booked, back, other, open }
  }

  it('is told before the tap that staff are asked once more, and nothing is where they are not', async () => {
    expect((await moved()).back.insteadOf).not.toHaveProperty('asks')
    const offering = await w.offering(await w.place(), { ...daycare, capacity: 1, needsApproval: true })
    await w.offering(await w.place(), { ...daycare, capacity: 1, name: '邻近的计时托' })
    const guest = await w.person()
    const booked = await book(guest, offering, 9)
    const shut = await changed(offering, closedOn(DAY))
    await accept(guest, booked)
    await settle()
    await w.as(staff).post(`/bookings/${booked.bookingId}/approve`)
    await changed(shut, { closures: [] })
    const [back] = await others(guest, booked)
    expect(back).toMatchObject({ state: 'offered', insteadOf: { bookingId: booked.bookingId, asks: true } })
    await accept(guest, back)
    await settle()
    expect((await show(guest, back)).state).toBe('requested')
    expect((await show(guest, booked)).state).toBe('cancelled')
  })

  it('has what they told staff there too', async () => {
    const { guest, back } = await moved()
    await accept(guest, back)
    await settle()
    expect((await show(guest, back)).note).toBe('带轮椅来')
  })

  it('is held nothing more in place of what they gave up, where that closed meanwhile', async () => {
    const { guest, booked, back, other } = await moved()
    await changed(other, closedOn(DAY))
    expect((await show(guest, booked)).state).toBe('offered')
    expect((await accept(guest, back)).state).toBe('confirmed')
    expect((await show(guest, booked)).state).toBe('cancelled')
  })

  it('has nothing sought for them any more where staff take it on the telephone before something else is found', async () => {
    const { guest, booked, back } = await moved()
    const held = (await loadBooking(w.table, booked.bookingId)) as BookingRecord
    const displaced = decide.displace(held, { part: 'clock', now: w.now })
    if (displaced.ok) await w.table.write(moveChanges(held, displaced.value))
    expect((await show(guest, booked)).state).toBe('displaced')
    const taken = await w.as(staff).post(`/work/bookings/${back.bookingId}/accept`)
    expect(taken.body.state).toBe('confirmed')
    expect((await show(guest, booked)).state).toBe('cancelled')
  })

  it('is not looked for any longer, where that closed a moment ago and nothing is held yet', async () => {
    const { guest, booked, back, other } = await moved()
    const after = { ...other, ...closedOn(DAY), version: other.version + 1 }
    await w.table.write(changeOfferingChanges([{ before: other, after }], w.now))
    const held = (await loadBooking(w.table, booked.bookingId)) as BookingRecord
    const displaced = decide.displace(held, { part: 'clock', now: w.now })
    if (displaced.ok) await w.table.write(moveChanges(held, displaced.value))
    expect((await show(guest, booked)).state).toBe('displaced')
    expect((await accept(guest, back)).state).toBe('confirmed')
    await settle()
    expect((await show(guest, booked)).state).toBe('cancelled')
  })
})

it('one who was faster costs one their hour, and not everybody behind', async () => {
  const [shut, other] = [await w.place(), await w.place()]
  const closing = await w.offering(shut, { ...daycare, capacity: 1 })
  const standing = await w.offering(other, { ...daycare, capacity: 1 })
  const guests = await Promise.all([9, 10, 11, 12].map(() => w.person()))
  const booked = []
  for (const [i, hour] of [9, 10, 11, 12].entries()) {
    w.pass(1)
    booked.push(await book(guests[i] as Person, closing, hour))
  }
  await book(await w.person(), standing, 9)
  await changed(closing, closedOn(DAY))
  const held = await Promise.all(booked.map((one, i) => show(guests[i] as Person, one)))
  expect(held.slice(1)).toMatchObject([10, 11, 12].map(hour => ({ placeId: other.placeId, ...span(hour) })))
  expect(held[0]).toMatchObject({ state: 'offered' })
})

it('a carer more on a day that somebody was moved on from keeps nothing of it for them: whoever waits there is offered the seat', async () => {
  const carer = (toMinute: number) => ({ name: '郁', fromMinute: 8 * 60, toMinute })
  const weekly = Array.from({ length: 7 }, () => [carer(12 * 60)])
  const offering = await w.offering(await w.place(), { capacity: 1, staffing: { ratio: 1, weekly } })
  const setRoster = async (on: string, shifts: object[]) => {
    const path = `/places/${offering.placeId}/offerings/${offering.offeringId}/rosters/${on}`
    const { version } = (await w.as(staff).get(path)).body
    expect((await w.as(staff).put(path, { version, shifts })).status).toBe(200)
    await settle()
  }
  const guest = await w.person()
  const booked = await book(guest, offering, 9)
  const once = await changed(offering, closedOn(DAY))
  expect(await show(guest, booked)).toMatchObject({ state: 'offered', ...span(9, NEXT) })
  const twice = await changed(once, closedOn(DAY, NEXT))
  await setRoster(DAY, [])
  await changed(twice, { closures: [] })
  const other = await w.person()
  const wish = { placeId: offering.placeId, offeringId: offering.offeringId, ...span(15, NEXT) }
  const { body: entry } = await w.as(other).post('/bookings/waiting', wish)
  expect(entry.state).toBe('waiting')
  await setRoster(NEXT, [carer(18 * 60)])
  expect((await show(other, entry)).state).toBe('offered')
})
