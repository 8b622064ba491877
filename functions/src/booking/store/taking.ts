/** What bookings take in their write: units of day-sheets and what rations count. */
import { takenSpan } from '@yike/shared/booking/calendar'
import type { Change } from '../../platform/table'
import type { FullCode, Placed } from '../domain'
import type { BookingRecord } from './index'
import { countChanges } from './quota'
import { keptLimit, takeSpans } from './sheet'

/** Takes and counts all that some bookings need: what they have in common is one change. */
export const takingChanges = (...placed: readonly Placed[]): Change<FullCode | 'booking.quota_used'>[] =>
  taking(placed, ({ timeline, startAt }) => keptLimit(timeline.at(-1)?.at ?? startAt))

/** The same for those whose it was: what is kept is kept for them. */
export const takingBackChanges = (placed: Placed): Change<FullCode | 'booking.quota_used'>[] =>
  taking([placed], () => ({}))

const taking = (
  placed: readonly Placed[],
  kept: (booking: BookingRecord) => Readonly<Record<string, number>>,
): Change<FullCode | 'booking.quota_used'>[] => [
  ...takeSpans(
    placed.flatMap(({ booking, version, takings }) =>
      takings.map(({ taken, capacity, full, seating }, i) => ({
        ...{ taken, span: takenSpan(booking, taken), capacity, full, seating },
        limits: {
          ...(i === 0 && { [booking.offeringId]: version }),
          // Of the room and of what it is a part of.
          ...(full === 'booking.slot_full' && kept(booking)),
        },
      })),
    ),
  ),
  ...countChanges(placed.flatMap(({ uses }) => uses)),
]
