/** What opens again is first theirs whose it was, from the very write that opens it. */
import { addDays, instantAt, type LocalDate, localDate, minutesBetween } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createMeter } from '../../test/meter'
import { createWorld, HOME, type Person, type World } from '../../test/world'
import type { Offering, Place } from '../circle/store'
import { newId } from '../platform/ids'
import { keys } from '../platform/keys'
import type { Table } from '../platform/table'
import { offerFreed } from './handlers'

let w: World
let staff: Person
/** What somebody does just before the first booking is given back. */
let meanwhile: (() => Promise<unknown>) | undefined
/** After every end of what is kept. */
let ended: (() => Promise<unknown>) | undefined
/** Once before the sheets are read of what is kept. */
let read: (() => Promise<unknown>) | undefined
const meddled = (table: Table): Table => ({
  ...table,
  async query(ask) {
    const act = ask.consistent && ask.pk.startsWith('SHEET#') ? read : undefined
    if (act) {
      read = undefined
      await act()
    }
    return table.query(ask)
  },
  async write(changes) {
    const isBack = changes.some(change => 'put' in change && change.put.timeline?.at(-1)?.verb === 'restore')
    const act = isBack ? meanwhile : undefined
    if (act) {
      meanwhile = undefined
      await act()
    }
    const saved = await table.write(changes)
    if (changes.some(change => 'update' in change && change.remove?.includes('keptUntil'))) await ended?.()
    return saved
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
const span = (hour: number) => ({
  startAt: instantAt(DAY, hour * 60),
  endAt: instantAt(DAY, (hour + 1) * 60),
})
const book = async (who: Person, { placeId, offeringId }: Offering, hour: number) =>
  w.as(who).post('/bookings', { placeId, offeringId, ...span(hour) })
const show = async (who: Person, bookingId: string) => (await w.as(who).get(`/bookings/${bookingId}`)).body
const settle = async () => {
  for (let i = 0; i < 4; i++) await w.react()
}
const fields = {
  ...{ forWhom: '居民', hours: '每天 8:00–18:00，节假日照常', slotMinutes: 60, daysAhead: 14, capacity: 1 },
  ...{ noticeMinutes: 0, cancelMinutes: 60, needsApproval: false, priceClass: 'free', priceFen: 0 },
}
const write = async ({ placeId, offeringId, name }: Offering, terms: object) => {
  const path = `/work/places/${placeId}/offerings`
  const { offerings } = (await w.as(staff).get(path)).body
  const { version } = offerings.find((one: { offeringId: string }) => one.offeringId === offeringId)
  const written = await w.as(staff).put(`${path}/${offeringId}`, { name, ...fields, ...terms, version })
  expect(written.status).toBe(200)
}
const close = (of: Offering, terms = {}) =>
  write(of, { ...terms, closures: [{ from: DAY, to: DAY, why: '检修' }] })
/** Somebody whose hour is closed, and who is held another one. */
const closedOut = async (of: Offering, terms = {}) => {
  const owner = await w.person()
  const { bookingId } = (await book(owner, of, 9)).body
  await close(of, terms)
  await settle()
  expect(await show(owner, bookingId)).toMatchObject({ state: 'offered' })
  return { owner, bookingId }
}

it('nobody else has it before the stream has given it back, and everybody may book the rest of that day afterwards', async () => {
  const offering = await w.offering(await w.place(), { kind: 'venue', capacity: 1 })
  const { owner, bookingId } = await closedOut(offering)
  const stranger = await w.person()
  await write(offering, { closures: [] })
  expect((await book(stranger, offering, 9)).body.code).toBe('booking.slot_full')
  await settle()
  expect(await show(owner, bookingId)).toMatchObject({ state: 'confirmed', ...span(9) })
  expect((await book(stranger, offering, 10)).status).toBe(201)
})

it('meanwhile its day shows nothing free to others, they are led to another day, and may wait there', async () => {
  const offering = await w.offering(await w.place(), { kind: 'venue', capacity: 1 })
  await closedOut(offering)
  const stranger = await w.person()
  const { placeId, offeringId } = offering
  const freeOn = async () => {
    const [day] = await w.as(stranger).days(offering, `from=${DAY}`)
    return day?.slots.filter(({ left }) => left > 0).length
  }
  await write(offering, { closures: [] })
  expect(await freeOn()).toBe(0)
  const { next } = (await book(stranger, offering, 9)).body
  const times = next.filter((one: { do: string }) => one.do === 'book')
  expect(times.length).toBeGreaterThan(0)
  for (const { startAt } of times) expect(localDate(startAt)).not.toBe(DAY)
  const waits = await w.as(stranger).post('/bookings/waiting', { placeId, offeringId, ...span(10) })
  expect(waits.body).toMatchObject({ state: 'waiting' })
  await settle()
  expect(await freeOn()).toBe(8)
  expect(await show(stranger, waits.body.bookingId)).toMatchObject({ state: 'offered' })
})

it('what is kept of an hour that begins meanwhile is ended with the giving back, by whatever clock that goes', async () => {
  const offering = await w.offering(await w.place(), { kind: 'venue', capacity: 1 })
  await closedOut(offering)
  const stranger = await w.person()
  w.pass(minutesBetween(w.now, span(9).startAt))
  const [fast, late] = [0.5, -0.5].map(aheadMinutes => w.startServer({ aheadMinutes }))
  if (!fast || !late) throw new Error('two servers')
  w.turnTo(late)
  await write(offering, { closures: [] })
  w.turnTo(fast)
  await settle()
  expect((await book(stranger, offering, 11)).status).toBe(201)
})

it('where the stream fails it is kept for two minutes and not for ever', async () => {
  const offering = await w.offering(await w.place(), { kind: 'venue', capacity: 1 })
  await closedOut(offering)
  const stranger = await w.person()
  await write(offering, { closures: [] })
  w.pass(1)
  expect((await book(stranger, offering, 9)).status).toBe(409)
  w.pass(1)
  expect((await book(stranger, offering, 9)).status).toBe(201)
})

it('where its place opens again too, and of a larger room', async () => {
  const place: Place = await w.place()
  const offering = await w.offering(place, { kind: 'venue', capacity: 1 })
  const owner = await w.person()
  const { bookingId } = (await book(owner, offering, 9)).body
  const hall = { name: '桂花里工坊', kind: 'culture', position: HOME, hours: '每天 8:00–20:00，节假日照常' }
  const days = async (specialDays: object[]) => {
    const path = `/work/places/${place.placeId}`
    const { version } = (await w.as(staff).get(path)).body
    expect((await w.as(staff).put(path, { version, ...hall, specialDays })).status).toBe(200)
  }
  await days([{ from: DAY, to: DAY, hours: '休', note: '停电' }])
  await settle()
  const stranger = await w.person()
  const taken: string[] = []
  const intrude = async () => {
    taken.push((await book(stranger, offering, 9)).body.code)
  }
  meanwhile = intrude
  await days([])
  await settle()
  expect(await show(owner, bookingId)).toMatchObject({ state: 'confirmed', ...span(9) })

  await write(offering, { capacity: 2 })
  const second = await w.person()
  w.pass(1)
  const other = (await book(second, offering, 9)).body.bookingId
  await write(offering, { capacity: 1 })
  await settle()
  expect(await show(second, other)).toMatchObject({ state: 'offered' })
  meanwhile = intrude
  await write(offering, { capacity: 2 })
  await settle()
  expect(await show(second, other)).toMatchObject({ state: 'confirmed', ...span(9) })
  expect(taken).toEqual(['booking.slot_full', 'booking.slot_full'])
})

it('of a part of a hall: the hall as a whole is nobody else’s either', async () => {
  const place = await w.place()
  const whole = newId('thing', 0)
  const hall = await w.offering(place, { kind: 'venue', thingId: whole, capacity: 2, units: 2, name: '大厅' })
  const alsoTakes = [{ thingId: whole, units: 1, capacity: 2 }]
  const part = await w.offering(place, { kind: 'venue', capacity: 1, alsoTakes, name: '东半厅' })
  const { owner, bookingId } = await closedOut(part)
  await write(part, { closures: [] })
  expect((await book(await w.person(), hall, 9)).body.code).toBe('booking.slot_full')
  await settle()
  expect(await show(owner, bookingId)).toMatchObject({ state: 'confirmed', ...span(9) })
  expect((await book(await w.person(), hall, 11)).status).toBe(201)
})

it('of two parts of a hall that open at once: the second is kept until it is given back too', async () => {
  const place: Place = await w.place()
  const whole = newId('thing', 0)
  const hall = await w.offering(place, { kind: 'venue', thingId: whole, capacity: 2, units: 2, name: '大厅' })
  const alsoTakes = [{ thingId: whole, units: 1, capacity: 2 }]
  const parts = [
    await w.offering(place, { kind: 'venue', capacity: 1, alsoTakes, name: '东半厅' }),
    await w.offering(place, { kind: 'venue', capacity: 1, alsoTakes, name: '西半厅' }),
  ] as const
  const owners = [await w.person(), await w.person()] as const
  const booked = [
    (await book(owners[0], parts[0], 9)).body.bookingId,
    (await book(owners[1], parts[1], 14)).body.bookingId,
  ] as const
  const address = {
    name: '桂花里工坊',
    kind: 'culture',
    position: HOME,
    hours: '每天 8:00–20:00，节假日照常',
  }
  const days = async (specialDays: object[]) => {
    const path = `/work/places/${place.placeId}`
    const { version } = (await w.as(staff).get(path)).body
    expect((await w.as(staff).put(path, { version, ...address, specialDays })).status).toBe(200)
  }
  await days([{ from: DAY, to: DAY, hours: '休', note: '停电' }])
  await settle()
  const strangers = [await w.person(), await w.person()] as const
  const taken: string[] = []
  ended = async () => {
    for (const [i, hour] of [9, 14].entries())
      taken.push((await book(strangers[i] as Person, hall, hour)).body.code)
  }
  await days([])
  await settle()
  ended = undefined
  expect([...new Set(taken)]).toEqual(['booking.slot_full'])
  for (const [i, hour] of [9, 14].entries())
    expect(await show(owners[i] as Person, booked[i] as string)).toMatchObject({
      state: 'confirmed',
      ...span(hour),
    })
})

it('what is opened while something is given back is kept on', async () => {
  const offering = await w.offering(await w.place(), { kind: 'venue', capacity: 1 })
  const { owner, bookingId } = await closedOut(offering, { hours: '每天 12:00–18:00，节假日照常' })
  const stranger = await w.person()
  await write(offering, { hours: '每天 12:00–18:00，节假日照常' })
  read = () => write(offering, {})
  let code = ''
  ended = async () => {
    code ||= (await book(stranger, offering, 9)).body.code
  }
  await settle()
  ended = undefined
  expect(code).toBe('booking.slot_full')
  expect(await show(owner, bookingId)).toMatchObject({ state: 'confirmed', ...span(9) })
})

it('on every day of three months, where the part of a hall opens that was closed for a fortnight', async () => {
  const whole = newId('thing', 0)
  const alsoTakes = [{ thingId: whole, units: 1, capacity: 2 }]
  const part = await w.offering(await w.place(), { kind: 'venue', capacity: 1, daysAhead: 90, alsoTakes })
  const { placeId, offeringId } = part
  const dates = Array.from({ length: 12 }, (_, i) => addDays('2026-11-24' as LocalDate, i))
  for (const on of dates) {
    const hour = { startAt: instantAt(on, 9 * 60), endAt: instantAt(on, 10 * 60) }
    const booked = await w.as(await w.person()).post('/bookings', { placeId, offeringId, ...hour })
    expect(booked.status).toBe(201)
  }
  const terms = { daysAhead: 90 }
  await write(part, { ...terms, closures: [{ from: dates[0], to: dates.at(-1), why: '检修' }] })
  await settle()
  await write(part, { ...terms, closures: [] })
})

it('whoever waits for the hall is asked once the part is given back: what was given back meanwhile was kept', async () => {
  const place = await w.place()
  const whole = newId('thing', 0)
  const hall = await w.offering(place, { kind: 'venue', thingId: whole, capacity: 2, units: 2, name: '大厅' })
  const alsoTakes = [{ thingId: whole, units: 1, capacity: 2 }]
  const part = await w.offering(place, { kind: 'venue', capacity: 1, alsoTakes, name: '东半厅' })
  const [guest, waits] = [await w.person(), await w.person()]
  const given = (await book(guest, hall, 15)).body.bookingId
  const { placeId, offeringId } = hall
  const waiting = (await w.as(waits).post('/bookings/waiting', { placeId, offeringId, ...span(15) })).body
  await closedOut(part)
  const key = keys.offering(placeId, part.offeringId)
  const before = await w.table.get(key, { consistent: true })
  await write(part, { closures: [] })
  const after = await w.table.get(key, { consistent: true })
  expect((await w.as(guest).post(`/bookings/${given}/cancel`)).status).toBe(200)
  // The news of the hall come before those of its part, and then the latter.
  await offerFreed(w.table, hall.community, { placeId, things: [whole], ...span(15) }, w.now)
  expect(await show(waits, waiting.bookingId)).toMatchObject({ state: 'waiting' })
  for (const { on, react } of w.reactions)
    if (on === 'Offering') await react(w.table, { before, after, sequence: '0' })
  expect(await show(waits, waiting.bookingId)).toMatchObject({ state: 'offered', ...span(15) })
  await settle()
})

it('a change that opens nothing of anybody’s keeps nothing', async () => {
  const offering = await w.offering(await w.place(), { kind: 'venue', capacity: 1 })
  await closedOut(offering)
  await close(offering, { priceClass: 'paid', priceFen: 100 })
  const elsewhere = await w.offering(await w.place(), { kind: 'venue', capacity: 1 })
  await write(elsewhere, { priceClass: 'paid', priceFen: 100 })
  expect((await book(await w.person(), elsewhere, 9)).status).toBe(201)
})
