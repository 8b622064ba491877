/** Changing an offering: its new terms and the end of the old ones are one write. */
import { addDays, type Instant, localDate } from '@yike/shared/kernel/time'
import { type Offering, offeringChange } from '../../circle/handlers'
import type { Change } from '../../platform/table'
import { leastVersionChange } from './sheet'

/** Every date that may be booked by the old terms, and the offering itself, must fit into one transaction of 100. */
const MOST_DAYS = 98

/**
 * The offering as it is from now on, if nobody else has changed it since it was read; and on the day-sheet of every date
 * that its old terms let anybody book, the least version that may still be booked.
 */
export const changeOfferingChanges = (
  before: Offering,
  after: Offering,
  now: Instant,
): Change<'booking.offering_moved'>[] => {
  const today = localDate(now)
  const dates = Array.from({ length: Math.min(MOST_DAYS, before.daysAhead) + 1 }, (_, i) => addDays(today, i))
  return [
    offeringChange(after, before.version, 'booking.offering_moved'),
    ...dates.map(on => leastVersionChange(before.thingId, on, after)),
  ]
}
