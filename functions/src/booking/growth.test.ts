/** What is read for one thing does not grow with what else there is; and what comes in pages is read to its end. */
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMeter, type Meter } from '../../test/meter'
import { createWorld, type Person, type World } from '../../test/world'
import type { Offering, Place } from '../circle/store'
import { loadHousehold } from '../identity/store'
import type { Table } from '../platform/table'
import { loadSheets, takeChanges } from './store'

let w: World
let meter: Meter
beforeEach(async () => {
  meter = createMeter()
  w = await createWorld({ meter })
})
afterEach(() => w.close())

const slot = ({ placeId, offeringId }: Offering, day = '2026-11-25', hour = 14) => {
  const startAt = instantAt(day, hour * 60)
  return { placeId, offeringId, startAt, endAt: addMinutes(startAt, 60) }
}
const people = (count: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: count }, () => w.person()))
/** Somebody holds the only seat, and so many wait for it. */
const queueAt = async (place: Place, waiters: number, day?: string) => {
  const offering = await w.offering(place, { capacity: 1 })
  const [holder, ...waiting] = await people(1 + waiters)
  const { bookingId } = (await w.as(holder as Person).post('/bookings', slot(offering, day))).body
  await Promise.all(waiting.map(one => w.as(one).post('/bookings/waiting', slot(offering, day))))
  await w.react()
  return { cancel: () => w.as(holder as Person).post(`/bookings/${bookingId}/cancel`) }
}

it('a seat that is given back is offered for the same price, whether nobody or 12 wait for other things of the place at that hour', async () => {
  const priceWith = async (others: number) => {
    const place = await w.place()
    const { cancel } = await queueAt(place, 1)
    for (let i = 0; i < others; i++) await queueAt(place, 1)
    await cancel()
    meter.take()
    await w.react()
    const { calls, writeUnits } = meter.take()
    return { calls, writeUnits }
  }
  expect(await priceWith(12)).toEqual(await priceWith(0))
})

it('the list of a place and day costs no more calls for 12 who booked than for 2, and reads nobody’s other bookings', async () => {
  const staff = await w.person({ roles: ['resident', 'worker'] })
  const callsFor = async (count: number) => {
    const place = await w.place()
    const offering = await w.offering(place, { capacity: count })
    const holders = await people(count)
    await Promise.all(holders.map(one => w.as(one).post('/bookings', slot(offering))))
    meter.take()
    const { body } = await w.as(staff).get(`/work/places/${place.placeId}/bookings?from=2026-11-25&days=1`)
    expect(body.lines).toHaveLength(count)
    return meter.take().calls
  }
  const calls = await callsFor(12)
  expect(calls.length).toBe((await callsFor(2)).length)
  expect(calls.join()).not.toContain('by-owner.bookings')
})

it('the list of a place reads as much beside 60 who wait there next week as beside none', async () => {
  const staff = await w.person({ roles: ['resident', 'worker'] })
  const place = await w.place()
  await queueAt(place, 0)
  const unitsFor = async () => {
    meter.take()
    await w.as(staff).get(`/work/places/${place.placeId}/bookings?from=2026-11-25&days=1`)
    return meter.take().readUnits
  }
  const before = await unitsFor()
  for (let i = 0; i < 3; i++) await queueAt(place, 20, '2026-12-02')
  expect(await unitsFor()).toBe(before)
})

/** A table that answers a query with so many items at most. */
const inPagesOf = (limit: number, table: Table): Table => ({
  ...table,
  query: ask => table.query({ ...ask, limit }),
})

it('5 day-sheets and a household of 6 are read whole where an answer ends after 2', async () => {
  const thing = 'th_01'
  for (let day = 20; day < 25; day++) {
    const startAt = instantAt(`2026-11-${day}`, 600)
    await w.table.write(takeChanges(thing, { startAt, endAt: addMinutes(startAt, 60) }, 'booking.slot_full'))
  }
  const table = inPagesOf(2, w.table)
  expect([...(await loadSheets(table, thing, '2026-11-20', '2026-11-24')).keys()]).toHaveLength(5)
  const parent = await w.person()
  for (let i = 0; i < 5; i++)
    await w
      .as(parent)
      .post('/me/people', { name: `小朋友${'一二三四五'[i]}`, bornOn: '2024-01', relation: 'child' })
  expect((await loadHousehold(table, parent.residentId))?.people).toHaveLength(5)
})
