// Follows what is committed, in the order in which it is: nothing may be taken of a date after it was closed.
import { asBooking } from '../../../functions/src/booking/store'
import type { Offering } from '../../../functions/src/circle/store'
import type { Moved } from '../../../functions/src/platform/outbox'
import { recordOf } from '../../../functions/src/platform/table'
import { holds } from '../../../shared/src/booking/lifecycle'
import { closureOn } from '../../../shared/src/booking/rules/closures'
import { localDate } from '../../../shared/src/kernel/time'

export interface Watch {
  readonly see: (moves: readonly Moved[]) => void
  /** Came to hold something on a date that was closed then. */
  readonly soldWhileClosed: () => number
}

/** The stream brings some of it again after a failure: what was seen is not looked at twice. */
export const openWatch = (): Watch => {
  const offerings = new Map<string, Offering>()
  const sold = new Set<string>()
  let seen = 0n
  return {
    see(moves) {
      for (const { sequence, before, after } of moves) {
        if (!after || BigInt(sequence) <= seen) continue
        seen = BigInt(sequence)
        if (after.type === 'Offering') offerings.set(after.offeringId, recordOf<Offering>(after))
        if (after.type !== 'Booking') continue
        const booking = asBooking(after)
        const isTaken = holds(booking.state) && !(before && holds(asBooking(before).state))
        const offering = offerings.get(booking.offeringId)
        if (isTaken && offering && closureOn(offering, localDate(booking.startAt)))
          sold.add(booking.bookingId)
      }
    },
    soldWhileClosed: () => sold.size,
  }
}
