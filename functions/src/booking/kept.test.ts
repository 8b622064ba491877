/** What opens again is first theirs whose it was, from the very write that opens it. */
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createMeter } from '../../test/meter'
import { createWorld, HOME, type Person, type World } from '../../test/world'
import type { Offering, Place } from '../circle/store'
import { newId } from '../platform/ids'
import type { Table } from '../platform/table'

let w: World
let staff: Person
/** What somebody does just before the first booking is given back. */
let meanwhile: (() => Promise<unknown>) | undefined
const meddled = (table: Table): Table => ({
  ...table,
  async write(changes) {
    const isBack = changes.some(change => 'put' in change && change.put.timeline?.at(-1)?.verb === 'restore')
    const act = isBack ? meanwhile : undefined
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

it('a change that opens nothing of anybody’s keeps nothing', async () => {
  const offering = await w.offering(await w.place(), { kind: 'venue', capacity: 1 })
  await closedOut(offering)
  await close(offering, { priceClass: 'paid', priceFen: 100 })
  const elsewhere = await w.offering(await w.place(), { kind: 'venue', capacity: 1 })
  await write(elsewhere, { priceClass: 'paid', priceFen: 100 })
  expect((await book(await w.person(), elsewhere, 9)).status).toBe(201)
})
