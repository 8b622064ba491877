/** Moves of bookings: what they hold no longer they give back in the same write. */
import { holds } from '@yike/shared/booking/lifecycle'
import { above, any, equal } from '../../platform/condition'
import { keys } from '../../platform/keys'
import type { Change } from '../../platform/table'
import type { Crowded } from '../domain'
import { absenceChanges } from './absence'
import { displacedChange } from './displaced'
import { type BookingRecord, bookingItem } from './index'
import { discountChanges } from './quota'
import { giveBackChanges } from './sheet'

/** A booking before and after a move. */
export interface Moving {
  readonly before: BookingRecord
  readonly after: BookingRecord
}

/** Saves the next records, if nobody else has moved any of them; what no longer holds its place gives it back. */
export const moveAllChanges = (moves: readonly Moving[]): Change<'booking.wrong_state'>[] => {
  const freed = moves.flatMap(({ before, after }) =>
    holds(before.state) && !holds(after.state) ? [before] : [],
  )
  return [
    ...moves.map(({ before, after }) => ({
      put: bookingItem(after),
      if: equal('version', before.version),
      else: 'booking.wrong_state' as const,
    })),
    ...giveBackChanges(...freed.flatMap(span => span.takes.map(taken => ({ taken, span })))),
    ...discountChanges(freed.flatMap(({ uses = [] }) => uses)),
    ...moves.flatMap(({ before, after }) => absenceChanges(before, after)),
    ...moves.flatMap(({ before, after }) =>
      after.state === 'displaced' && holds(before.state) ? [displacedChange(before)] : [],
    ),
  ]
}

export const moveChanges = (before: BookingRecord, after: BookingRecord): Change<'booking.wrong_state'>[] =>
  moveAllChanges([{ before, after }])

/** The same for want of room, where more is still taken of that sheet than there is in some of its quarters. */
export const leaveChanges = (
  before: BookingRecord,
  after: BookingRecord,
  { limit: { thingId, capacity }, on }: Omit<Crowded, 'booking'>,
): Change<'booking.wrong_state' | 'booking.still_seated'>[] => {
  const { pk, sk } = keys.daySheet(thingId, on)
  return moveChanges(before, after).map(change =>
    'update' in change && change.update.pk === pk && change.update.sk === sk
      ? {
          ...change,
          if: any(...Object.keys(change.add ?? {}).map(quarter => above(quarter, capacity))),
          else: 'booking.still_seated' as const,
        }
      : change,
  )
}
