/** One step of a booking along its lifecycle. */
import { type BookingVerb, bookingLifecycle } from '@yike/shared/booking/lifecycle'
import type { Reason } from '@yike/shared/booking/rules/reasons'
import type { Id } from '@yike/shared/kernel/id'
import { type Part, take } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { noted } from '../../platform/wechat/wording'
import type { BookingRecord } from '../store'

/** Who does something to a booking, and with what words. */
export interface Doing {
  /** Settled from who acts before. */
  readonly part: Part
  /** Absent: the clock. */
  readonly actorId?: Id<'resident'>
  readonly now: Instant
  readonly note?: string | undefined
  /** Where nobody has words for it. */
  readonly reason?: Reason | undefined
  /** Of a delegate: the name. */
  readonly who?: string
}

export type Decide<Refusal extends string = never> = (
  booking: BookingRecord,
  doing: Doing,
) => Result<BookingRecord, Refusal | 'booking.wrong_state'>

export const step =
  (verb: BookingVerb): Decide =>
  (booking, { part, actorId, now, note, reason, who }) => {
    const state = take(bookingLifecycle, booking.state, verb, part)
    if (!state.ok) return refuse('booking.wrong_state')
    const { lastActorId: _, ...before } = booking
    return ok({
      ...before,
      state: state.value,
      version: before.version + 1,
      ...((part === 'staff' || part === 'delegate') && actorId && { lastActorId: actorId }),
      timeline: [
        ...before.timeline,
        {
          ...{ at: now, verb, by: part },
          ...(part === 'delegate' && who && { who }),
          ...noted(note, part),
          ...(reason && { reason }),
        },
      ],
    })
  }

/** What staff do to somebody else's case: one's own is a colleague's to answer. */
export const forStaff =
  <Refusal extends string>(decide: Decide<Refusal>): Decide<Refusal | 'booking.own_case'> =>
  (booking, doing) =>
    doing.part === 'staff' ? decide(booking, doing) : refuse('booking.own_case')
