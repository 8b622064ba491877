import type { bookingErrors } from '../errors'

/** Why a slot is not booked, whoever asks for it. */
export const placingErrors = [
  'booking.slot_full',
  'booking.person_busy',
  'booking.not_a_slot',
  'booking.too_long',
  'booking.odd_length',
  'booking.odd_start',
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
  'booking.season_held',
  'booking.equipment_taken',
  'booking.equipment_unknown',
] as const satisfies readonly (keyof typeof bookingErrors)[]
