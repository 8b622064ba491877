/** What became of somebody whom a closing hit, beside what was shown for them before it. */
import type { Span } from '@yike/shared/booking/calendar'
import { holds } from '@yike/shared/booking/lifecycle'
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

/** `isToCome`: what they hold is closed, and they have not been told of it yet. */
export const outcomeFor = (
  booking: BookingRecord,
  shown: Spot | undefined,
  isToCome: boolean,
  then?: ShownNow,
): Line => {
  const { bookingId, forName, state, placeName, offeringName, startAt, endAt, movedFrom, timeline } = booking
  const line = { bookingId, number: spokenNumber(bookingId), forName, state }
  if (state === 'cancelled' || state === 'declined') return { ...line, is: 'otherwise', why: 'cancelled' }
  // Whoever was moved before has this in their timeline twice.
  const last = timeline.findLast(({ verb }) => verb === 'displace' || verb === 'seek')
  const isNone = state === 'displaced' || state === 'missed'
  if (!isToCome && !last && holds(state)) return { ...line, is: 'otherwise', why: 'stays' }
  if (isToCome || !last || (isNone && last.verb !== 'seek')) return { ...line, is: 'pending' }
  // It was opened again before anybody was served.
  if (!movedFrom) return { ...line, is: 'otherwise', why: 'openAgain' }
  if (isNone) return shown ? { ...line, is: 'otherwise', why: whyOf(then) } : { ...line, is: 'asShown' }
  const now = { placeName, offeringName, startAt, endAt }
  if (!shown) return { ...line, now, is: 'otherwise' }
  return isSame(booking, shown)
    ? { ...line, now, is: 'asShown' }
    : { ...line, now, is: 'otherwise', why: whyOf(then) }
}

const whyOf = (then: ShownNow | undefined): OutcomeWhy => {
  if (!then) return 'othersFirst'
  if (!then.isOpen) return 'notOpen'
  return then.isLeft ? 'othersFirst' : 'full'
}
