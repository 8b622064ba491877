/** What somebody of the demo has booked together: the same hour, week after week. */
import { addMinutes } from '@yike/shared/kernel/time'
import type { SeriesRecord } from '../../booking/store'
import type { Offering } from '../../circle/store'
import { offeringNamed } from '../offerings'
import { demoId } from '../street'
import { book, firstFree, type PlannedBooking, type Planning } from './book'
import { partiesFor } from './bookings'
import { type Party, partyOf, personaOf } from './cast'

export interface PlannedSeries {
  readonly record: SeriesRecord
  readonly bookings: readonly PlannedBooking[]
}

const WEEK_MINUTES = 7 * 24 * 60

/** Six weeks of painting; and three of the hall, which staff are still to answer. */
export const planSeries = (planning: Planning): PlannedSeries[] => {
  const painting = offeringNamed('桂花里书画室', '书画室')
  const resident = partyOf(personaOf(planning.cast, 'osmanthus-resident'), '王桂芳')
  const hall = offeringNamed('桂花里多功能厅', '多功能厅')
  const neighbour = partiesFor(planning, 'osmanthus', hall).at(-1)
  return [
    seriesOf(planning, painting, resident, { seed: 'painting', day: 7, times: 6, hoursAgo: 5 }),
    ...(neighbour
      ? [seriesOf(planning, hall, neighbour, { seed: 'choir', day: 8, times: 3, hoursAgo: 2 })]
      : []),
  ]
}

interface Row {
  readonly seed: string
  /** From which day on the first time is looked for. */
  readonly day: number
  readonly times: number
  readonly hoursAgo: number
}

const seriesOf = (
  planning: Planning,
  offering: Offering,
  party: Party,
  { seed, day, times, hoursAgo }: Row,
): PlannedSeries => {
  const placedAt = addMinutes(planning.now, -60 * hoursAgo)
  const first = firstFree(planning, offering, party, day, placedAt)
  const seriesId = demoId('series', seed)
  const bookings = Array.from({ length: times }, (_, i): PlannedBooking => {
    const at = {
      startAt: addMinutes(first.startAt, i * WEEK_MINUTES),
      endAt: addMinutes(first.endAt, i * WEEK_MINUTES),
    }
    const { placed } = book(planning, offering, party, { ...at, placedAt, seed: `series/${seed}/${i}` })
    const booking = { ...placed.booking, series: { seriesId, nth: i + 1, of: times } }
    return { placed: { ...placed, booking }, booking }
  })
  const { residentId } = party
  const bookingIds = bookings.map(({ booking }) => booking.bookingId)
  return {
    record: { seriesId, residentId, community: offering.community, asked: 'demo', bookingIds },
    bookings,
  }
}
