/** Bookings as their readers see them. */
import { bookingLifecycle } from '@yike/shared/booking/lifecycle'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { spokenNumber } from '@yike/shared/kernel/id'
import { allowedVerbs, type Part } from '@yike/shared/kernel/lifecycle'
import { clockOf, type Instant, localDate, spokenDate } from '@yike/shared/kernel/time'
import type { Waiting } from '@yike/shared/workbench/schema'
import { decide } from '../domain'
import type { BookingRecord } from '../store'

/** A booking as its reader sees it. */
export const showBooking = (booking: BookingRecord, part: Part, now: Instant): Booking => {
  const {
    version: _v,
    residentId: _r,
    personId: _p,
    thingId: _t,
    placePhone: _ph,
    cancelBy,
    ...shown
  } = booking
  const can = allowedVerbs(bookingLifecycle, booking.state, part).filter(
    verb => decide[verb](booking, { part, now }).ok,
  )
  return {
    ...shown,
    number: spokenNumber(booking.bookingId),
    timeline: [...booking.timeline],
    can,
    ...(can.includes('cancel') && booking.state === 'confirmed' && { cancelBy }),
  }
}

/** A booking in the queue of its community, as staff read it at `now`. */
export const waitingBooking = (booking: BookingRecord, now: Instant): Omit<Waiting, 'kind'> => {
  const { bookingId, startAt, timeline, deadlineAt } = booking
  return {
    caseId: bookingId,
    title: spokenOffering(booking),
    subtitle: `${spokenDate(localDate(startAt), localDate(now))} ${clockOf(startAt)} · ${spokenNumber(bookingId)}`,
    since: timeline[0]?.at ?? startAt,
    deadlineAt: deadlineAt ?? startAt,
  }
}
