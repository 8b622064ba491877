/** What became of somebody whom a closing hit, beside what was shown for them before it. */
import type { Span } from '@yike/shared/booking/calendar'
import type { Outcome, OutcomeWhy } from '@yike/shared/booking/schema/affected'
import { spokenNumber } from '@yike/shared/kernel/id'
import type { BookingRecord } from '../../store'

type Line = Outcome['lines'][number]
type Spot = Pick<BookingRecord, 'offeringId'> & Span

/** What is known now of the time that was shown. */
export interface ShownNow {
  readonly isOpen: boolean
  readonly isLeft: boolean
}

const isSame = (one: Spot, other: Spot): boolean =>
  one.offeringId === other.offeringId && one.startAt === other.startAt && one.endAt === other.endAt

export const outcomeFor = (
  booking: BookingRecord,
  shown: Spot | undefined,
  then: ShownNow | undefined,
): Line => {
  const { bookingId, forName, state, placeName, offeringName, startAt, endAt, movedFrom } = booking
  const line = { bookingId, number: spokenNumber(bookingId), forName, state }
  if (state === 'cancelled' || state === 'declined') return { ...line, is: 'otherwise', why: 'cancelled' }
  // Nobody has told them yet, or it was opened again before anybody did.
  if (!movedFrom)
    return booking.timeline.some(({ verb }) => verb === 'displace')
      ? { ...line, is: 'otherwise', why: 'openAgain' }
      : { ...line, is: 'pending' }
  const isNone = state === 'displaced' || state === 'missed'
  if (isNone && !booking.timeline.some(({ verb }) => verb === 'seek')) return { ...line, is: 'pending' }
  const now = isNone ? {} : { now: { placeName, offeringName, startAt, endAt } }
  const isAsShown = shown ? !isNone && isSame(booking, shown) : isNone
  return isAsShown
    ? { ...line, ...now, is: 'asShown' }
    : { ...line, ...now, is: 'otherwise', why: whyOf(then) }
}

const whyOf = (then: ShownNow | undefined): OutcomeWhy => {
  if (!then) return 'othersFirst'
  if (!then.isOpen) return 'notOpen'
  return then.isLeft ? 'othersFirst' : 'full'
}
