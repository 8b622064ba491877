import type { errorTable } from '@yike/shared/api'

/** Why a time is not booked, what a grant does not hold, and what was done already. */
export const booking = {
  'booking.season_held': 'This time is kept for a draw. Please choose another.',
  'booking.slot_full': 'This time has just filled up. Please choose another.',
  'booking.person_busy': 'Something else is planned at that time. Please choose another time.',
  'booking.past': 'This has already started. Please choose a later time.',
  'booking.too_late': 'It is too close to the start. Choose a later time, or call.',
  'booking.too_early': 'This day is not open for booking yet. Choose an earlier one.',
  'booking.seat_left': 'There are places now: no need to wait, just book.',
  'booking.not_back':
    'You have something else then, or have used up what you may book. Cancel one of them first.',
  'booking.offer_over': 'The time to answer is over; the place went to the next person.',
  'booking.not_a_slot': 'It is not open then. Please choose another time.',
  'booking.too_long': 'It cannot be booked for so long. Please choose a shorter time.',
  'booking.odd_length': 'It cannot be booked for that length. Choose one that is listed.',
  'booking.odd_start': 'It cannot begin at that time. Choose one of the times listed.',
  'booking.appeal_said': 'You have told us already; our answer holds. For more, please call the community.',
  'booking.own_case': 'This is your own case: a colleague has to answer it.',
  'booking.appeal_over': 'It is too late to tell us here. Please call the community.',
  'booking.grant_over': 'Acting for them has ended. Ask them to let you again.',
  'booking.grant_unconfirmed': 'They have not confirmed it yet. Ask them to say yes on their phone.',
  'booking.grant_lacks': 'You may act for them, but not in this. Ask them to let you, or to do it.',
} as const satisfies Partial<Record<keyof typeof errorTable, string>>
