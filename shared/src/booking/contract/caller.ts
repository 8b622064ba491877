/** What staff do for somebody who called or stands before them. */
import type { Endpoint } from '../../kernel/contract'
import { Booking } from '../schema'
import { BookFor, Caller, CancelFor, FindCaller } from '../schema/caller'

const staff = ['worker', 'supervisor'] as const

export const callerEndpoints = {
  findCaller: {
    method: 'POST',
    path: '/work/callers',
    status: 200,
    access: staff,
    summary: 'Whom staff of my community have booked for under this number before',
    input: FindCaller,
    output: Caller,
    errors: [],
  },
  bookFor: {
    method: 'POST',
    path: '/work/bookings',
    status: 201,
    access: staff,
    keyed: true,
    memory: 'record',
    summary:
      'Book for somebody who called or stands before me, also the same day; it says who did it for whom',
    input: BookFor,
    output: Booking,
    errors: [
      'booking.caller_unclear',
      'booking.slot_full',
      'booking.person_busy',
      'booking.not_a_slot',
      'booking.past',
      'booking.too_late',
      'booking.too_early',
      'booking.calendar_unknown',
      'booking.not_eligible',
      'booking.quota_used',
      'booking.no_server',
      'booking.too_far',
      'booking.home_unknown',
      'booking.closed',
      'booking.mode_unknown',
    ],
  },
  cancelFor: {
    method: 'POST',
    path: '/work/bookings/:bookingId/cancel',
    status: 200,
    access: staff,
    summary: 'Cancel for somebody who called, with what the owner will read',
    input: CancelFor,
    output: Booking,
    errors: ['booking.wrong_state'],
  },
} as const satisfies Record<string, Endpoint>
