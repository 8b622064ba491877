/** Who came to what was booked. */
import type { Endpoint } from '../../kernel/contract'
import { AskBooking, Booking } from '../schema'
import {
  AppealNoShow,
  AskDoor,
  AskSheet,
  CheckIn,
  Door,
  MarkBooking,
  Sheet,
  SheetLine,
  UpholdNoShow,
} from '../schema/presence'

const staff = ['worker', 'supervisor'] as const

export const presenceEndpoints = {
  sheet: {
    method: 'GET',
    path: '/work/places/:placeId/bookings',
    status: 200,
    access: staff,
    summary: 'What is booked at a place that I answer for on a day or in a week, and who came',
    input: AskSheet,
    output: Sheet,
    errors: [],
  },
  mark: {
    method: 'POST',
    path: '/work/bookings/:bookingId/mark',
    status: 200,
    access: staff,
    summary:
      'Mark who came and who did not, also later from a list that was kept without network; the latest mark holds, and marking twice is the same as once',
    input: MarkBooking,
    output: SheetLine,
    errors: ['booking.wrong_state', 'booking.not_begun', 'booking.mark_over'],
  },
  door: {
    method: 'GET',
    path: '/work/places/:placeId/door',
    status: 200,
    access: staff,
    summary: 'The code that a screen at the door of a place shows now, for whoever comes to scan',
    input: AskDoor,
    output: Door,
    errors: [],
  },
  checkIn: {
    method: 'POST',
    path: '/bookings/:bookingId/check-in',
    status: 200,
    access: ['resident'],
    summary: 'I am here: by the code that is shown at the door; checking in twice is the same as once',
    input: CheckIn,
    output: Booking,
    errors: ['booking.wrong_state', 'booking.door_wrong', 'booking.door_over', 'booking.not_check_in_time'],
  },
  appeal: {
    method: 'POST',
    path: '/bookings/:bookingId/appeal',
    status: 200,
    access: ['resident'],
    summary: 'Say why it should not count that nobody came; once, within two weeks',
    input: AppealNoShow,
    output: Booking,
    errors: ['booking.wrong_state', 'booking.appeal_over'],
  },
  excuse: {
    method: 'POST',
    path: '/bookings/:bookingId/excuse',
    status: 200,
    access: staff,
    summary: 'Grant an appeal: that nobody came does not count',
    input: AskBooking,
    output: Booking,
    errors: ['booking.wrong_state'],
  },
  uphold: {
    method: 'POST',
    path: '/bookings/:bookingId/uphold',
    status: 200,
    access: staff,
    summary: 'Answer an appeal with no, and with the reason that the resident will read',
    input: UpholdNoShow,
    output: Booking,
    errors: ['booking.wrong_state'],
  },
} as const satisfies Record<string, Endpoint>
