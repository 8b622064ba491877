/**
 * A reminder is scheduled when a booking is held for sure. At its time it goes onto the call list, and a message goes
 * out; only once WeChat has said that it was sent it leaves the list: what nobody knows to have arrived is called about.
 * Staff write down what came of a call. One that was cancelled or moved meanwhile reminds nobody. Whose time closed is
 * called too; and once more, where they were told and it opens again.
 */
import { type CallOutcome, remindAt } from '@yike/shared/booking/rules/reminder'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { BookingRecord } from '../store'

export interface ReminderRecord {
  readonly bookingId: Id<'booking'>
  readonly community: RegionCode
  readonly startAt: Instant
  readonly remindAt: Instant
  readonly version: number
  /** due 等着提醒 · call 在电话名单上 · sent 微信说发出了 · off 不用提醒了 */
  readonly state: 'due' | 'call' | 'sent' | 'off'
  /** On the call list because its time closed, not because it begins soon. */
  readonly unsettled?: true
  /** On it because somebody told them that it is closed, and it holds after all. */
  readonly holdsAfterAll?: true
  /** They have been told that it is closed, by an earlier call or by a message that leaves them on the list. */
  readonly told?: true
  /** The last version at which a list said that it is closed: whoever calls by such a list tells what is not so any more. */
  readonly closedVersion?: number
  readonly outcome?: CallOutcome
  readonly calledAt?: Instant
  readonly callerId?: Id<'resident'>
  readonly tries: number
}

/** Undefined: it begins so soon that whoever has just booked needs no reminder. */
export const reminderOf = (booking: BookingRecord, now: Instant): ReminderRecord | undefined => {
  const { bookingId, community, startAt } = booking
  const at = remindAt(booking)
  if (at <= now) return undefined
  return { bookingId, community, startAt, remindAt: at, version: 1, state: 'due', tries: 0 }
}

/** Does it still stand as it was when the reminder was scheduled? */
export const stillStands = ({ startAt }: ReminderRecord, booking: BookingRecord | undefined): boolean =>
  booking?.state === 'confirmed' && booking.startAt === startAt

/** Whose time closed is called at once, until they have answered or a message is known to have told them what is held. */
export const unsettledCall = (
  { bookingId, community, startAt }: BookingRecord,
  before: ReminderRecord | undefined,
  now: Instant,
): ReminderRecord => ({
  ...{ bookingId, community, startAt, remindAt: now, tries: 0 },
  ...{ version: (before?.version ?? 0) + 1, state: 'call', unsettled: true },
  ...(before && believesClosed(before) && { told: true }),
})

/** Has somebody told them that it is closed, and nobody that it is open again? */
export const believesClosed = ({ unsettled, holdsAfterAll, told, outcome, state }: ReminderRecord): boolean =>
  unsettled === true && (holdsAfterAll === true || told === true || outcome === 'reached' || state === 'sent')

/** Whoever believes that it is closed is called once it holds after all, by the same rule: until they are known to know. */
export const afterAllCall = (
  { version, closedVersion = version }: ReminderRecord,
  { bookingId, community, startAt }: BookingRecord,
  now: Instant,
): ReminderRecord => ({
  ...{ bookingId, community, startAt, remindAt: now, tries: 0, version: version + 1, closedVersion },
  ...{ state: 'call', unsettled: true, holdsAfterAll: true },
})

/** What was known of a closing is over: they are reminded like anybody, if there is still time for it. */
export const likeAnybody = (before: ReminderRecord, booking: BookingRecord, now: Instant): ReminderRecord => {
  const { version, closedVersion = before.unsettled && version } = before
  const { bookingId, community, startAt } = booking
  return {
    ...(reminderOf(booking, now) ?? { bookingId, community, startAt, remindAt: now, state: 'off', tries: 0 }),
    version: version + 1,
    ...(closedVersion && { closedVersion }),
  }
}

/** Is there something of a closing that its owner has not answered, or has been told wrongly? */
export const isUnsettled = (
  { unsettled, holdsAfterAll, startAt }: ReminderRecord,
  booking: BookingRecord | undefined,
): boolean => {
  if (!unsettled || !booking) return false
  if (holdsAfterAll) return booking.state === 'confirmed' && booking.startAt === startAt
  return booking.state === 'displaced' || (booking.state === 'offered' && booking.movedFrom !== undefined)
}

export const moveReminder = (before: ReminderRecord, state: ReminderRecord['state']): ReminderRecord => ({
  ...before,
  version: before.version + 1,
  state,
})

/** Nobody has to be reminded; whoever asks anew for a time that closed and was told so may get it after all. */
export const endReminder = (before: ReminderRecord, { movedFrom }: BookingRecord): ReminderRecord => ({
  ...moveReminder(before, 'off'),
  ...(believesClosed(before) && !movedFrom && { told: true }),
})

/** At its time it goes onto the list of the day; what came of an earlier call was about something else. */
export const toCall = ({
  outcome: _,
  calledAt: __,
  callerId: ___,
  ...due
}: ReminderRecord): ReminderRecord => ({
  ...moveReminder(due, 'call'),
  tries: 0,
})

/** What staff write down of a call, who has the list of that version before them. */
interface Said {
  readonly outcome: CallOutcome
  readonly version: number
  readonly callerId: Id<'resident'>
  readonly now: Instant
}

/** What is known after a call. The record as it is where the same was written down before. */
export const called = (
  reminder: ReminderRecord,
  booking: BookingRecord,
  said: Said,
): Result<ReminderRecord, 'booking.call_moved' | 'booking.wrong_state'> => {
  const { outcome, version, callerId, now } = said
  const isSame = reminder.outcome === outcome && reminder.callerId === callerId
  if (isSame && reminder.version === version + 1) return ok(reminder)
  if (tellsFormer(reminder, booking, version)) {
    // What they said no to, or did not hear of, is not so any more.
    if (outcome !== 'reached') return refuse('booking.call_moved')
    return ok(reminder.holdsAfterAll ? reminder : afterAllCall(reminder, booking, now))
  }
  if (reminder.state !== 'call') return refuse('booking.wrong_state')
  if (reminder.version !== version) return refuse('booking.call_moved')
  const isUp = isUnsettled(reminder, booking)
  if (booking.state !== 'confirmed' && !isUp) return refuse('booking.wrong_state')
  if (reminder.unsettled && !isUp && outcome !== 'reached') return refuse('booking.call_moved')
  return ok({
    // Whoever knows that it holds after all is reminded of it like anybody.
    ...(reminder.holdsAfterAll && outcome === 'reached'
      ? likeAnybody(reminder, booking, now)
      : moveReminder(reminder, 'call')),
    ...{ outcome, callerId, calledAt: now },
    tries: reminder.tries + (outcome === 'noAnswer' ? 1 : 0),
  })
}

/** Does whoever has a list of this version before them tell somebody that it is closed, though it holds again? */
const tellsFormer = (
  { closedVersion, startAt }: ReminderRecord,
  booking: BookingRecord,
  version: number,
): boolean =>
  closedVersion !== undefined &&
  version <= closedVersion &&
  booking.state === 'confirmed' &&
  booking.startAt === startAt
