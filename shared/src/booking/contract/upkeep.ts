/** What staff keep up of what can be booked: who is on duty, and the offerings themselves. */
import { type Endpoint, staff } from '../../kernel/contract'
import { AskBooking, Booking } from '../schema'
import { Affected, AskAffected, AskOutcome, Outcome } from '../schema/affected'
import { AskRoster, AskRosters, Roster, Rosters, SetRoster } from '../schema/roster'
import { AddOffering, AskOfferings, ChangeOffering, OfferingEntries, OfferingEntry } from '../schema/upkeep'

export const upkeepEndpoints = {
  rosters: {
    method: 'GET',
    path: '/work/places/:placeId/rosters',
    status: 200,
    access: staff,
    summary: 'Who is on duty in each class of a place on some days in a row, and what is booked there',
    input: AskRosters,
    output: Rosters,
    errors: [],
  },
  roster: {
    method: 'GET',
    path: '/places/:placeId/offerings/:offeringId/rosters/:on',
    status: 200,
    access: staff,
    summary: 'Who is on duty in a class on a day, the seats that follow, and whom it leaves without one',
    input: AskRoster,
    output: Roster,
    errors: ['booking.no_roster'],
  },
  setRoster: {
    method: 'PUT',
    path: '/places/:placeId/offerings/:offeringId/rosters/:on',
    status: 200,
    access: staff,
    summary: 'Set who is on duty in a class on a day, or who is absent; its seats follow in the same write',
    input: SetRoster,
    output: Roster,
    errors: ['booking.no_roster', 'booking.roster_moved', 'booking.roster_date'],
  },
  displace: {
    method: 'POST',
    path: '/work/bookings/:bookingId/displace',
    status: 200,
    access: staff,
    summary:
      'Take back the seat of somebody whom the carers on duty cannot look after; something else is sought and, if free, held for them',
    input: AskBooking,
    output: Booking,
    errors: ['booking.wrong_state', 'booking.still_seated', 'booking.roster_moved'],
  },
  offerings: {
    method: 'GET',
    path: '/work/places/:placeId/offerings',
    status: 200,
    access: staff,
    summary: 'What can be booked at a place that I answer for, with all that staff may write',
    input: AskOfferings,
    output: OfferingEntries,
    errors: [],
  },
  addOffering: {
    method: 'POST',
    path: '/work/places/:placeId/offerings',
    status: 201,
    access: staff,
    keyed: true,
    summary: 'Offer something more at a place',
    input: AddOffering,
    output: OfferingEntry,
    errors: ['booking.terms_unclear', 'booking.place_closed'],
  },
  changeOffering: {
    method: 'PUT',
    path: '/work/places/:placeId/offerings/:offeringId',
    status: 200,
    access: staff,
    summary:
      'Write an offering anew, whole; from the same write on nothing can be booked by its old terms any more',
    input: ChangeOffering,
    output: OfferingEntry,
    errors: ['booking.terms_unclear', 'booking.offering_moved'],
  },
  affected: {
    method: 'POST',
    reads: true,
    path: '/work/places/:placeId/affected',
    status: 200,
    access: staff,
    summary:
      'Whom it would affect to close a place or an offering or to shorten its days, and what each would be offered instead',
    input: AskAffected,
    output: Affected,
    errors: ['booking.terms_unclear'],
  },
  followUp: {
    method: 'POST',
    reads: true,
    path: '/work/places/:placeId/affected/outcome',
    status: 200,
    access: staff,
    summary:
      'What became of those whom a closing hit, beside what was shown before it; where that differs, why',
    input: AskOutcome,
    output: Outcome,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
