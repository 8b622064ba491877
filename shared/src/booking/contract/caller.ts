/** What staff do for somebody who called or stands before them. */
import { type Endpoint, staff } from '../../kernel/contract'
import { Booking } from '../schema'
import {
  AcceptFor,
  AskCertificate,
  AskCertificates,
  BookFor,
  Caller,
  CancelFor,
  Certificate,
  Certificates,
  FindCaller,
  RecordCertificate,
} from '../schema/caller'
import { offerCodes } from './errors/offer'
import { placingErrors } from './errors/placing'

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
    errors: ['booking.caller_unclear', ...placingErrors],
  },
  cancelFor: {
    method: 'POST',
    path: '/work/bookings/:bookingId/cancel',
    status: 200,
    access: staff,
    summary: 'Cancel for somebody who called, with what the owner will read',
    input: CancelFor,
    output: Booking,
    errors: ['booking.wrong_state', 'booking.own_case'],
  },
  acceptFor: {
    method: 'POST',
    path: '/work/bookings/:bookingId/accept',
    status: 200,
    access: staff,
    summary: 'Take what is held for somebody who says so on the telephone; nobody has to approve it any more',
    input: AcceptFor,
    output: Booking,
    errors: ['booking.wrong_state', 'booking.own_case', 'booking.team_over', ...offerCodes],
  },
  certificate: {
    method: 'GET',
    path: '/work/bookings/:bookingId/certificate',
    status: 200,
    access: staff,
    summary:
      'Whether a disability certificate of whom a booking is for is noted, until when and by whom; they read who looked',
    input: AskCertificate,
    output: Certificate,
    errors: [],
  },
  certificates: {
    method: 'GET',
    path: '/work/certificates',
    status: 200,
    access: staff,
    summary: 'Certificates of my community that end within a month or are over, the first to end first',
    input: AskCertificates,
    output: Certificates,
    errors: [],
  },
  recordCertificate: {
    method: 'POST',
    path: '/work/bookings/:bookingId/certificate',
    status: 200,
    access: staff,
    summary:
      'Note until when a disability certificate holds that whom a booking is for has shown, and agrees, or take that out; they read who did it',
    input: RecordCertificate,
    output: Certificate,
    errors: ['booking.certificate_date'],
  },
} as const satisfies Record<string, Endpoint>
