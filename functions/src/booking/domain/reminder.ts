/**
 * A reminder is scheduled when a booking is held for sure. At its time it goes onto the call list, and a message goes
 * out; only once WeChat has said that it was sent it leaves the list: what nobody knows to have arrived is called about.
 * Staff write down what came of a call. One that was cancelled or moved meanwhile reminds nobody.
 */
import { type CallOutcome, remindAt } from '@yike/shared/booking/rules/reminder'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
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
})

/** Is there still nothing held in place of what closed, or something that its owner has not answered? */
export const isUnsettled = ({ unsettled }: ReminderRecord, booking: BookingRecord | undefined): boolean =>
  unsettled === true &&
  (booking?.state === 'displaced' || (booking?.state === 'offered' && booking.movedFrom !== undefined))

export const moveReminder = (before: ReminderRecord, state: ReminderRecord['state']): ReminderRecord => ({
  ...before,
  version: before.version + 1,
  state,
})

export const called = (
  before: ReminderRecord,
  outcome: CallOutcome,
  callerId: Id<'resident'>,
  now: Instant,
): ReminderRecord => ({
  ...moveReminder(before, 'call'),
  ...{ outcome, callerId, calledAt: now },
  tries: before.tries + (outcome === 'noAnswer' ? 1 : 0),
})
