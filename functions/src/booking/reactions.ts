/** After a booking’s commit: its owner finds in the inbox what became of it. */
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { tellResident } from '../bulletin/handlers'
import type { Moved, Reaction } from '../platform/outbox'
import { asBooking } from './store'

const isNews = ({ before, after }: Moved): boolean => before?.version !== after?.version

export const bookingReactions: readonly Reaction[] = [
  {
    name: 'booking.tellOwner',
    on: 'Booking',
    async react(table, moved) {
      if (!moved.after || !isNews(moved)) return
      const booking = asBooking(moved.after)
      const entry = booking.timeline.at(-1)
      if (!entry) return
      await tellResident(table, booking.residentId, {
        about: 'booking',
        caseId: booking.bookingId,
        name: spokenOffering(booking),
        booking: { state: booking.state, startAt: booking.startAt },
        entry,
      })
    },
  },
]
