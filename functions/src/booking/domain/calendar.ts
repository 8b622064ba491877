/**
 * Bookings as a calendar of RFC 5545. What is given up stays in it as CANCELLED, for a calendar that has read it before
 * keeps what is merely gone; SEQUENCE counts the moves of a booking (3.8.7.4), so that a later reading prevails.
 * It says what, where and when: calendars are kept by other companies, and names of people are nothing to them.
 */
import { type BookingState, holds } from '@yike/shared/booking/lifecycle'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { spokenNumber } from '@yike/shared/kernel/id'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { BookingRecord } from '../store'

/** The same as in the file that a phone notes, so that both are one entry. */
const uidOf = (bookingId: string): string => `${bookingId}@yike-linli`

const statusOf = (state: BookingState): ICalEventStatus => {
  if (state === 'requested' || state === 'offered') return ICalEventStatus.TENTATIVE
  return holds(state) ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED
}

/** Who waits holds nothing yet, and who never had a seat has nothing to be crossed out. */
const isShown = ({ state, queued }: BookingRecord): boolean =>
  holds(state) || (state !== 'waiting' && !(queued && (state === 'missed' || state === 'passed')))

export const calendarOf = (bookings: readonly BookingRecord[]): string => {
  const calendar = ical({
    name: '一刻邻里',
    prodId: { company: 'yike', product: 'linli', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const booking of bookings.filter(isShown)) {
    const { bookingId, startAt, endAt, placeName, version, timeline } = booking
    const movedAt = new Date(timeline.at(-1)?.at ?? startAt)
    calendar.createEvent({
      id: uidOf(bookingId),
      sequence: version - 1,
      stamp: movedAt,
      lastModified: movedAt,
      start: new Date(startAt),
      end: new Date(endAt),
      summary: spokenOffering(booking),
      location: placeName,
      description: `预约号 ${spokenNumber(bookingId)}`,
      status: statusOf(booking.state),
    })
  }
  return calendar.toString()
}
