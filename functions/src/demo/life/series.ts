/** What somebody of the demo has booked together: the same hour, week after week. */
import { addMinutes } from '@yike/shared/kernel/time'
import type { SeriesRecord } from '../../booking/store'
import { offeringNamed } from '../offerings'
import { demoId } from '../street'
import { book, firstFree, type PlannedBooking, type Planning } from './book'
import { partyOf, personaOf } from './cast'

export interface PlannedSeries {
  readonly record: SeriesRecord
  readonly bookings: readonly PlannedBooking[]
}

const WEEK_MINUTES = 7 * 24 * 60
const PLACED_HOURS_AGO = 5
const TIMES = 6

export const planSeries = (planning: Planning): PlannedSeries => {
  const offering = offeringNamed('桂花里书画室', '书画室')
  const party = partyOf(personaOf(planning.cast, 'osmanthus-resident'), '王桂芳')
  const placedAt = addMinutes(planning.now, -60 * PLACED_HOURS_AGO)
  const first = firstFree(planning, offering, party, 7, placedAt)
  const seriesId = demoId('series', 'painting')
  const bookings = Array.from({ length: TIMES }, (_, i): PlannedBooking => {
    const at = {
      startAt: addMinutes(first.startAt, i * WEEK_MINUTES),
      endAt: addMinutes(first.endAt, i * WEEK_MINUTES),
    }
    const { placed } = book(planning, offering, party, { ...at, placedAt, seed: `series/${i}` })
    const booking = { ...placed.booking, series: { seriesId, nth: i + 1, of: TIMES } }
    return { placed: { ...placed, booking }, booking }
  })
  const { residentId } = party
  const bookingIds = bookings.map(({ booking }) => booking.bookingId)
  return {
    record: { seriesId, residentId, community: offering.community, asked: 'demo', bookingIds },
    bookings,
  }
}
