/** What a grant lets its holder do to bookings, and which of them it lets them see. */
import type { BookingVerb } from '@yike/shared/booking/lifecycle'
import type { GrantAct } from '@yike/shared/identity/schema/grant'
import type { GrantRecord } from '../../identity/handlers'
import type { BookingRecord } from '../store'
import type { WishRecord } from '../store/season/wish'

/** Taking what is held, or leaving it, is part of booking. */
export const actOf = (verb: BookingVerb): GrantAct => (verb === 'cancel' ? 'cancel' : 'book')

/** Of the giver's bookings those for the person whom it names; where it shows not all of them, what its holder made. */
export const isSeenUnder = (
  { giverId, personId, holderId, may }: GrantRecord,
  booking: Pick<BookingRecord, 'residentId' | 'personId' | 'delegateId' | 'team'>,
): boolean =>
  booking.residentId === giverId &&
  // What they have booked for a team is the team's.
  booking.team === undefined &&
  booking.personId === personId &&
  (may.includes('see') || booking.delegateId === holderId)

/** The same of what was asked for in a season. */
export const isWishUnder = (grant: GrantRecord, { delegate, ...wish }: WishRecord): boolean =>
  isSeenUnder(grant, { ...wish, ...(delegate && { delegateId: delegate.delegateId }) })
