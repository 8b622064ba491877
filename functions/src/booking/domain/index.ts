/**
 * A booking's life: a resident places it. Where the offering needs approval it is `requested` and already holds its
 * seats until a deadline; staff approve or decline it, or the clock lets it lapse. Else it is `confirmed` at once.
 * The owner may cancel up to a time before the start. Whatever stops holding its seats gives them back in the same write.
 *
 * Of a full slot a resident may be `waiting`, and holds nothing. When a seat frees it is `offered` to one at a time and held
 * for them; they accept it, or it is `passed` on by them or by the clock. Who was asked of nothing until the start has
 * `missed` it.
 *
 * When what is booked closes or opens shorter, the booking is `displaced` and gives its seats back; another time or place is
 * offered and held for its owner, who accepts it or passes. While nothing is free they are told so once, and it is looked
 * for again until the time that was booked has come.
 *
 * At its time whoever it is for has come (`came`) or not (`absent`): staff mark it, or the owner by the code at the door. The
 * owner may say why (`appealed`), and staff let it not count (`excused`) or leave it.
 *
 * Pure: `now` and ids come in, a decision or a refusal goes out.
 */
import type { BookingVerb } from '@yike/shared/booking/lifecycle'
import { toldOf } from '@yike/shared/booking/rules/closures'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { BookingRecord } from '../store'
import { answerBy } from './place'
import { appeal, checkIn, excuse, uphold } from './presence'
import { type Decide, type Doing, forStaff, step } from './step'
import { displacedFrom } from './swap'
import { whole } from './swap/restore'

export {
  affectedBy,
  bookedOn,
  type Crowded,
  crowdedOut,
  isCrowded,
  type Limit,
  limitsOf,
  overOf,
  placedAt,
} from './affected'
export { type Books, usedUp } from './books'
export { actOf, isSeenUnder } from './delegate'
export { type Delegate, type ForTeam, type Guest, teamGuest } from './guest'
export {
  type Freed,
  isFor,
  MOST_AROUND_MINUTES,
  offer,
  openedBy,
  wait,
  whySkipped,
} from './offer'
export type { ChildRecord, Fetching, HandoverRecord } from './pickup'
export { asPlaced, type Placed, type PlaceRefusal, place } from './place'
export type { Placement } from './placement'
export { isMarked, mark } from './presence'
export {
  afterAllCall,
  believesClosed,
  called,
  endReminder,
  isUnsettled,
  likeAnybody,
  moveReminder,
  type ReminderRecord,
  reminderOf,
  stillStands,
  toCall,
  unsettledCall,
} from './reminder'
export { mostInOneGo, openPlan, type Planning } from './series'
export {
  dayTable,
  equipmentLeft,
  equipmentParts,
  freeServers,
  leftIn,
  nextFree,
  type Sheets,
  slotTimes,
} from './slots'
export { seatingOf, seatsOf, sheetOfWeek, shiftsOfWeek } from './staffing'
export type { Doing } from './step'
export { freeFor, isStillOpen, type SomeDates, seekAgain, swap } from './swap'
export { wantedBy } from './swap/equipment'
export { fittingDates, standsIn } from './swap/fitting'
export { outcomeFor } from './swap/outcome'
export { type Affected, inOrder, type Planned, planSwaps } from './swap/plan'
export { offeredBack, ownPlacing, restored } from './swap/restore'
export { shutBy } from './swap/shut'
export {
  bodyOf,
  equipmentOf,
  type FullCode,
  type OwnedUse,
  roomsOf,
  thingsOf,
  travelMinutes,
  usesOf,
} from './taking'
export { addOffering, bare, changeOffering, followPlace, isCapacityFixed, sharersOf } from './upkeep'
export { utilisationOf } from './utilisation'

const isOver = ({ state, deadlineAt }: BookingRecord, now: Instant) =>
  state === 'requested' && deadlineAt !== undefined && deadlineAt <= now

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

const isOfferOver = ({ state, deadlineAt }: BookingRecord, now: Instant) =>
  state === 'offered' && deadlineAt !== undefined && deadlineAt <= now

/** To take an offer is to have it, or to ask staff for it; what staff take on the telephone they have approved with that. */
const takeOffer =
  (verb: 'accept' | 'apply' | 'acceptFor'): Decide<'booking.offer_over'> =>
  (booking, doing) => {
    const asks = booking.queued?.needsApproval ?? false
    if (verb !== 'acceptFor' && (verb === 'apply') !== asks) return refuse('booking.wrong_state')
    if (isOfferOver(booking, doing.now)) return refuse('booking.offer_over')
    const taken = step(verb)(booking, doing)
    if (!taken.ok) return taken
    const { deadlineAt: _, ...rest } = whole(taken.value)
    return ok(verb === 'apply' ? { ...rest, deadlineAt: answerBy(booking.startAt, doing.now) } : rest)
  }

const expire: Decide = (booking, doing) =>
  isOfferOver(booking, doing.now) ? step('expire')(booking, doing) : refuse('booking.wrong_state')

const miss: Decide = (booking, doing) =>
  booking.startAt <= doing.now ? step('miss')(booking, doing) : refuse('booking.wrong_state')

const displace: Decide = (held, doing) => {
  // Why staff have to do it we say ourselves.
  const told = doing.part === 'staff' ? { ...doing, note: undefined, reason: 'tooFewCarers' as const } : doing
  const moved = step('displace')(held, told)
  if (!moved.ok) return moved
  return ok(displacedFrom(held, moved.value, doing.now, toldOf({ why: told.note, reason: told.reason })))
}

/** What each verb makes of a booking now. */
export const decide = {
  offer: step('offer'),
  skip: step('skip'),
  miss,
  accept: takeOffer('accept'),
  apply: takeOffer('apply'),
  pass: step('pass'),
  expire,
  displace,
  swap: step('swap'),
  seek: step('seek'),
  restore: step('restore'),
  reask: step('reask'),
  withdraw: step('withdraw'),
  goBack: step('goBack'),
  approve: forStaff(answer('approve')),
  decline: forStaff(answer('decline')),
  cancel,
  lapse,
  checkIn,
  noShow: step('noShow'),
  excuse: forStaff(excuse),
  appeal,
  uphold: forStaff(uphold),
  cancelFor: forStaff(step('cancelFor')),
  acceptFor: forStaff(takeOffer('acceptFor')),
} satisfies Record<BookingVerb, Decide<string>>

/** Is the last thing that happened this very request? */
export const isRepeat = (
  { timeline, residentId, lastActorId }: BookingRecord,
  verb: BookingVerb,
  { actorId, note }: Doing,
): boolean => {
  const last = timeline.at(-1)
  const who = last?.by === 'owner' ? residentId : lastActorId
  return last?.verb === verb && who === actorId && last.note === note
}
