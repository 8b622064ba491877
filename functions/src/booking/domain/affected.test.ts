import { addDays, instantAt, type LocalDate } from '@yike/shared/kernel/time'
import { expect, it } from 'vitest'
import type { BookingRecord } from '../store'
import { affectedBy, crowdedOut, overOf } from './affected'

const first = '2026-11-25' as LocalDate
/** Twenty for ten hours on each of ninety days. */
const held = Array.from({ length: 90 * 20 }, (_, nth) => {
  const on = addDays(first, Math.floor(nth / 20))
  return {
    ...{ bookingId: `bk_${String(nth).padStart(4, '0')}`, timeline: [], takes: [{ thingId: 'thing' }] },
    ...{ startAt: instantAt(on, 8 * 60), endAt: instantAt(on, 18 * 60) },
  } as unknown as BookingRecord
})
const limit = { thingId: 'thing', capacity: 9, isRoom: true }
const full = Object.fromEntries(Array.from({ length: 96 }, (_, quarter) => [quarter, 20]))

it('of 1,800 bookings of a room that half give back it is known within seconds who of the others has to leave', () => {
  const gone = held.filter((_, nth) => nth % 2 === 0)
  const stay = held.filter((_, nth) => nth % 2 === 1)
  const leaving = crowdedOut(
    stay,
    limit,
    overOf(limit, () => full, gone),
  )
  expect(leaving).toHaveLength(90)
}, 4_000)

it('of one date as few leave as bring it back within its seats, the last who booked first', () => {
  const seats = Array.from({ length: 96 }, () => 18)
  expect(affectedBy(held, 'thing', first, seats).map(({ bookingId }) => bookingId)).toEqual([
    'bk_0019',
    'bk_0018',
  ])
})
