/** One booking of the demo, made with the product's own rules: what it would refuse, the demo cannot have. */
import { type Span, takenSpan } from '@yike/shared/booking/calendar'
import { holds } from '@yike/shared/booking/lifecycle'
import { whyShut } from '@yike/shared/booking/rules/terms'
import { type Mark, marks } from '@yike/shared/booking/schema/presence'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result } from '@yike/shared/kernel/result'
import { addDays, addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { decide, type Guest, mark, type Placed, place, slotTimes, travelMinutes } from '../../booking/domain'
import type { BookingRecord } from '../../booking/store'
import type { Offering } from '../../circle/store'
import type { Change } from '../../platform/table'
import { demoId } from '../street'
import type { Outcome } from './booking-rows'
import { type Cast, type Party, workerFor } from './cast'
import type { Diary } from './diary'

export interface Planning {
  readonly cast: Cast
  readonly diary: Diary
  readonly now: Instant
}

export interface PlannedBooking {
  readonly placed: Placed
  /** What became of it: the same where nothing has happened since. */
  readonly booking: BookingRecord
  /** Its writes, where they are more than its placing and one move. */
  readonly story?: readonly (readonly Change[])[]
}

const LOOK_AHEAD_DAYS = 10
const ANSWERED_AFTER_MINUTES = 40
const MARKED_AFTER_MINUTES = 10

/** Rows of the demo are right by construction; one that the product refuses is a mistake in the table. */
export const sure = <T>(what: string, result: Result<T, string>): T => {
  if (!result.ok) throw new Error(`${what}: ${result.refusal.code}`)
  return result.value
}

/** The slots from a day on that somebody could have booked at a moment, soonest first. */
export function* slotsFrom(offering: Offering, day: number, placedAt: Instant, now: Instant) {
  for (let ahead = day; ahead < day + LOOK_AHEAD_DAYS; ahead++)
    for (const slot of slotTimes(offering, addDays(localDate(now), ahead), dayKindOf) ?? [])
      if (!whyShut(offering, slot.startAt, placedAt, 'anybody')) yield slot
}

/** The first slot from a day on that is free, for a person who is. */
export const firstFree = (
  { diary, now }: Planning,
  offering: Offering,
  party: Party,
  day: number,
  placedAt: Instant,
) => {
  for (const slot of slotsFrom(offering, day, placedAt, now))
    if (diary.left(offering, slot) > 0 && (party.team || diary.isFree(party.person.personId, slot)))
      return { ...slot, placedAt }
  throw new Error(`No slot of ${offering.placeName} ${offering.name} for ${party.person.name}`)
}

interface Asked {
  /** The same on every day: a load that was cut short and begun again books nothing twice. */
  readonly seed: string
  readonly startAt: Instant
  readonly endAt: Instant
  readonly placedAt: Instant
  readonly outcome?: Outcome | undefined
  readonly note?: string
}

/** Books a slot that is free, and takes it in the diary as long as it is held. */
export const book = (
  { diary, cast, now }: Planning,
  offering: Offering,
  { residentId, person, team }: Party,
  { seed, startAt, endAt, placedAt, outcome, note }: Asked,
): PlannedBooking => {
  const { placeId, offeringId } = offering
  const placed = sure(
    seed,
    place({
      offering,
      residentId,
      person,
      team,
      input: { placeId, offeringId, startAt, endAt, note },
      bookingId: demoId('booking', seed),
      asked: 'demo',
      now: placedAt,
      dayKindOf,
      server: freeServer(diary, offering, person, { startAt, endAt }),
    }),
  )
  const staff = workerFor(cast, offering.community).resident.residentId
  const booking = outcome ? sure(seed, answer(placed.booking, outcome, staff, now)) : placed.booking
  if (holds(booking.state))
    for (const taken of booking.takes) diary.take(taken.thingId, takenSpan(booking, taken), taken.units)
  return { placed, booking }
}

const freeServer = (diary: Diary, { servers, from }: Offering, { home }: Guest, span: Span) => {
  const travel = from && home ? travelMinutes(from, home) : 0
  const away = takenSpan(span, { beforeMinutes: travel, afterMinutes: travel })
  return servers?.find(({ thingId }) => diary.isFree(thingId, away))
}

const answer = (
  placed: BookingRecord,
  outcome: Outcome,
  staff: Id<'resident'>,
  today: Instant,
): Result<BookingRecord, string> => {
  if (isMark(outcome) || (typeof outcome === 'object' && 'appeal' in outcome))
    return afterwards(placed, outcome, staff, today)
  const now = addMinutes(placed.timeline[0]?.at ?? placed.startAt, ANSWERED_AFTER_MINUTES)
  if (outcome === 'cancel') return decide.cancel(placed, { part: 'owner', actorId: placed.residentId, now })
  const doing = { part: 'staff', actorId: staff, now } as const
  if (outcome === 'approve') return decide.approve(placed, doing)
  return decide.decline(placed, { ...doing, note: outcome.decline })
}

const isMark = (outcome: Outcome): outcome is Mark => marks.some(mark => mark === outcome)

/** Marked a little after the start; whoever has something to say about it says it in the afternoon. */
const afterwards = (
  placed: BookingRecord,
  outcome: Mark | { readonly appeal: string },
  staff: Id<'resident'>,
  today: Instant,
): Result<BookingRecord, string> => {
  const at = addMinutes(placed.startAt, MARKED_AFTER_MINUTES)
  // It has not begun: nobody can say yet.
  if (today < at) return ok(placed)
  const as = typeof outcome === 'object' ? 'absent' : outcome
  const marked = mark(placed, as, at, { part: 'staff', actorId: staff, now: at })
  if (!marked.ok || typeof outcome !== 'object') return marked
  const now = addMinutes(placed.endAt, ANSWERED_AFTER_MINUTES)
  if (today < now) return marked
  return decide.appeal(marked.value, { part: 'owner', actorId: placed.residentId, now, note: outcome.appeal })
}
