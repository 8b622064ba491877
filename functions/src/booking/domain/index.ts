/**
 * A booking's life: a resident places it. Where the offering needs approval it is `requested` and already holds its
 * seats until a deadline; staff approve or decline it, or the clock lets it lapse. Else it is `confirmed` at once.
 * The owner may cancel up to a time before the start. Whatever stops holding its seats gives them back in the same write.
 *
 * Pure: `now` and ids come in, a decision or a refusal goes out.
 */
import { type BookingVerb, bookingLifecycle } from '@yike/shared/booking/lifecycle'
import { type Candidate, whyIneligible } from '@yike/shared/booking/rules/eligibility'
import type { PlaceBooking } from '@yike/shared/booking/schema'
import type { DayKindOf } from '@yike/shared/circle/hours'
import type { Id } from '@yike/shared/kernel/id'
import { type Part, take } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import type { BookingRecord } from '../store'
import { shutBecause, slotTimes } from './slots'

export { dayView, nextFree, shutBecause, slotTimes } from './slots'

/** Staff answer within a day, and in any case half an hour before the start. */
const ANSWER_WITHIN_MINUTES = 24 * 60
const ANSWER_BEFORE_START_MINUTES = 30

export type PlaceRefusal =
  | 'booking.not_a_slot'
  | 'booking.past'
  | 'booking.too_late'
  | 'booking.too_early'
  | 'booking.calendar_unknown'
  | 'booking.not_eligible'

export interface Placing {
  readonly offering: Offering
  readonly residentId: Id<'resident'>
  readonly person: Candidate & { readonly personId: Id<'person'> }
  readonly input: PlaceBooking
  readonly bookingId: Id<'booking'>
  readonly now: Instant
  readonly dayKindOf: DayKindOf
}

/** A new booking, or why its time cannot be booked. Whether seats are left is the write's own question. */
export const place = ({
  offering,
  residentId,
  person,
  input,
  bookingId,
  now,
  dayKindOf,
}: Placing): Result<BookingRecord, PlaceRefusal> => {
  const { startAt, endAt } = input
  const shut = shutBecause(offering, startAt, now)
  if (shut) return refuse(`booking.${shut}`)
  const times = slotTimes(offering, localDate(startAt), dayKindOf)
  if (!times) return refuse('booking.calendar_unknown')
  if (!times.some(time => time.startAt === startAt && time.endAt === endAt))
    return refuse('booking.not_a_slot')
  const ineligible = whyIneligible(offering.eligible, person, input)
  if (ineligible) return refuse('booking.not_eligible', { detail: ineligible.why })
  const deadlineAt = offering.needsApproval ? answerBy(startAt, now) : undefined
  if (deadlineAt && deadlineAt <= now) return refuse('booking.too_late')
  return ok({
    bookingId,
    residentId,
    version: 1,
    state: deadlineAt ? 'requested' : 'confirmed',
    kind: offering.kind,
    community: offering.community,
    placeId: offering.placeId,
    placeName: offering.placeName,
    placePhone: offering.placePhone,
    offeringId: offering.offeringId,
    offeringName: offering.name,
    thingId: offering.thingId,
    personId: person.personId,
    attended: offering.attended,
    forName: person.name,
    startAt,
    endAt,
    priceFen: offering.priceFen,
    cancelBy: addMinutes(startAt, -offering.cancelMinutes),
    note: input.note,
    deadlineAt,
    lastActorId: residentId,
    timeline: [{ at: now, verb: 'place', by: 'owner' }],
  })
}

const answerBy = (startAt: Instant, now: Instant): Instant => {
  const [soonest = startAt] = [
    addMinutes(now, ANSWER_WITHIN_MINUTES),
    addMinutes(startAt, -ANSWER_BEFORE_START_MINUTES),
  ].sort()
  return soonest
}

/** Who does something to a booking, and with what words. */
export interface Doing {
  /** Settled from who acts before. */
  readonly part: Part
  /** Absent: the clock. */
  readonly actorId?: Id<'resident'>
  readonly now: Instant
  readonly note?: string | undefined
}

type Decide<Refusal extends string = never> = (
  booking: BookingRecord,
  doing: Doing,
) => Result<BookingRecord, Refusal | 'booking.wrong_state'>

const step =
  (verb: BookingVerb): Decide =>
  (booking, { part, actorId, now, note }) => {
    const state = take(bookingLifecycle, booking.state, verb, part)
    if (!state.ok) return refuse('booking.wrong_state')
    const { deadlineAt: _, lastActorId: __, ...before } = booking
    return ok({
      ...before,
      state: state.value,
      version: before.version + 1,
      ...(actorId && { lastActorId: actorId }),
      timeline: [...before.timeline, { at: now, verb, by: part, ...(note && { note }) }],
    })
  }

const isOver = ({ deadlineAt }: BookingRecord, now: Instant) => deadlineAt !== undefined && deadlineAt <= now

const answer =
  (verb: 'approve' | 'decline'): Decide<'booking.lapsed'> =>
  (booking, doing) =>
    isOver(booking, doing.now) ? refuse('booking.lapsed') : step(verb)(booking, doing)

/** A request that nobody has answered may always be taken back; no one counts on it yet. */
const cancel: Decide<'booking.cancel_closed'> = (booking, doing) =>
  booking.state === 'confirmed' && booking.cancelBy < doing.now
    ? refuse('booking.cancel_closed')
    : step('cancel')(booking, doing)

const lapse: Decide = (booking, doing) =>
  isOver(booking, doing.now) ? step('lapse')(booking, doing) : refuse('booking.wrong_state')

/** What each verb makes of a booking now. */
export const decide = {
  approve: answer('approve'),
  decline: answer('decline'),
  cancel,
  lapse,
} satisfies Record<BookingVerb, Decide<string>>

/** Is the last thing that happened this very request? */
export const isRepeat = (
  { timeline, lastActorId }: BookingRecord,
  verb: BookingVerb,
  { actorId, note }: Doing,
): boolean => {
  const last = timeline.at(-1)
  return last?.verb === verb && lastActorId === actorId && last.note === note
}
