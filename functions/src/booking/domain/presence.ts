/** Whether somebody came: marked by staff or by the code at the door, and what may be said about it afterwards. */
import { appealUntil, isCheckInTime, markFrom, markUntil } from '@yike/shared/booking/rules/presence'
import type { Mark } from '@yike/shared/booking/schema/presence'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { type Instant, localDate, spokenDate } from '@yike/shared/kernel/time'
import { addWorkdays } from '@yike/shared/kernel/workday'
import type { BookingRecord } from '../store'
import { type Decide, type Doing, step } from './step'

/** Staff answer an appeal within so many workdays, as they do hours and requests. */
const APPEAL_WORKDAYS = 5

/** Says how a booking stands now: a mark made before `at` that arrives later says nothing any more. */
const marked = (at: Instant, moved: ReturnType<Decide>): ReturnType<Decide> =>
  moved.ok ? ok({ ...moved.value, markedAt: at }) : moved

const verbOf = { came: 'checkIn', absent: 'noShow', excused: 'excuse' } as const

/** A mark of staff, made at `at`, which may lie before it arrives. */
export const mark = (
  booking: BookingRecord,
  as: Mark,
  at: Instant,
  doing: Doing,
): Result<
  BookingRecord,
  'booking.not_begun' | 'booking.mark_over' | 'booking.wrong_state' | 'booking.own_case'
> => {
  // One's own coming is marked by somebody else, or by the code at the door.
  if (doing.part !== 'staff') return refuse('booking.own_case')
  const next = marked(at, step(verbOf[as])(booking, doing))
  if (!next.ok) return next
  if (at < markFrom(booking, as)) return refuse('booking.not_begun')
  return markUntil(booking) < at ? refuse('booking.mark_over') : next
}

/** Is this mark in the booking already, or is there a later one? */
export const isMarked = ({ state, markedAt }: BookingRecord, as: Mark, at: Instant): boolean =>
  state === as || (markedAt !== undefined && at <= markedAt)

/** By the code at the door, which was looked at before. */
export const checkIn: Decide<'booking.not_check_in_time'> = (booking, doing) =>
  isCheckInTime(booking, doing.now)
    ? marked(doing.now, step('checkIn')(booking, doing))
    : refuse('booking.not_check_in_time')

/** Once: who has been heard is answered for good. */
export const appeal: Decide<'booking.appeal_over' | 'booking.appeal_said'> = (booking, doing) => {
  if (booking.timeline.some(({ verb }) => verb === 'appeal'))
    return refuse('booking.appeal_said', saidBefore(booking, doing.now))
  const said = step('appeal')(booking, doing)
  if (!said.ok) return said
  if (appealUntil(booking) <= doing.now) return refuse('booking.appeal_over')
  return ok({ ...said.value, appealDueAt: addWorkdays(doing.now, APPEAL_WORKDAYS) })
}

const saidBefore = ({ state, appealDueAt }: BookingRecord, now: Instant): { detail?: string } =>
  state === 'appealed' && appealDueAt
    ? { detail: `您已经说明过了，社区最晚${spokenDate(localDate(appealDueAt), localDate(now))}答复您。` }
    : {}

/** The answer to an appeal. */
const answer =
  (verb: 'excuse' | 'uphold'): Decide =>
  (booking, doing) => {
    if (booking.state !== 'appealed') return refuse('booking.wrong_state')
    const { appealDueAt: _, ...rest } = booking
    return marked(doing.now, step(verb)(rest, doing))
  }

export const excuse = answer('excuse')
export const uphold = answer('uphold')
