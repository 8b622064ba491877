/** Reminders follow what becomes of a booking, and of the message that was sent for it. */
import { type Instant, instantOf } from '@yike/shared/kernel/time'
import { effect, type Reaction } from '../../platform/outbox'
import type { Item, Table } from '../../platform/table'
import {
  afterAllCall,
  believesClosed,
  endReminder,
  isUnsettled,
  likeAnybody,
  moveReminder,
  type ReminderRecord,
  reminderOf,
} from '../domain'
import {
  asBooking,
  type BookingRecord,
  endReminderChanges,
  loadBooking,
  loadReminder,
  moveReminderChange,
  scheduleChange,
  stillBookedCheck,
} from '../store'

/** So often a call may be written down between a reminder's reading and its writing. */
const LOOKS = 4

/** What closed is held again, or something else instead: what was known of it is over, and whoever was told is told of this. */
const settle = async (table: Table, booking: BookingRecord, now: Instant, looks = LOOKS): Promise<void> => {
  const known = await loadReminder(table, booking.bookingId)
  const scheduled = reminderOf(booking, now)
  if (!known) return scheduled && effect(table, [scheduleChange(scheduled)], 'booking.scheduled')
  const isNew = known.startAt !== booking.startAt
  const isDone = known.holdsAfterAll
    ? known.state === 'call'
    : !known.unsettled && (known.state !== 'off' || !scheduled)
  if (!isNew && isDone) return
  const isOpenAgain = booking.movedFrom === undefined && believesClosed(known)
  const next = (isOpenAgain ? afterAllCall : likeAnybody)(known, booking, now)
  const saved = await table.write([
    moveReminderChange(known, next, 'booking.reminded'),
    stillBookedCheck(next),
  ])
  if (saved.ok || saved.refusal.code === 'booking.not_booked') return
  // A call was written down at this moment: it says what they have been told.
  if (saved.refusal.code === 'booking.reminded' && looks > 1) return settle(table, booking, now, looks - 1)
  throw new Error(`a reminder was refused: ${saved.refusal.code}`)
}

/** Do these news say that it holds, as it does now? */
const saysItHolds = ({ timeline }: BookingRecord, { verb, at }: { verb?: unknown; at?: unknown }): boolean =>
  (verb === 'restore' || verb === 'approve') &&
  timeline.some((entry, i) => i === timeline.length - 1 && entry.verb === verb && entry.at === at)

export const reminderReactions = (clock: () => number): readonly Reaction[] => [
  {
    name: 'booking.scheduleReminder',
    on: 'Booking',
    async react(table, { before, after }) {
      if (!after || (before?.state === after.state && before?.startAt === after.startAt)) return
      const booking = asBooking(after)
      if (booking.state === 'confirmed') {
        const now = instantOf(clock())
        if (booking.timeline.some(({ verb }) => verb === 'displace')) return settle(table, booking, now)
        const reminder = reminderOf(booking, now)
        if (reminder) await effect(table, [scheduleChange(reminder)], 'booking.scheduled')
        return
      }
      // Whatever it is now, nobody has to be reminded of it. What was said of a call stays.
      const wasCalled = before?.state === 'displaced' || (before?.state === 'offered' && before.movedFrom)
      if (before?.state !== 'confirmed' && !wasCalled) return
      const reminder = await loadReminder(table, booking.bookingId)
      if (!reminder || reminder.state === 'off') return
      if (reminder.unsettled ? isUnsettled(reminder, booking) : reminder.outcome) return
      await effect(table, endReminderChanges(reminder, endReminder(reminder, booking)), 'booking.moved')
    },
  },
  {
    // WeChat says that the message went out, and of what it told: nobody has to call.
    name: 'booking.reminded',
    on: 'Notice',
    async react(table, { before, after }) {
      if (after?.message !== 'sent' || before?.message === 'sent') return
      // Who acts for somebody was told: they themselves may still have to be called.
      if (after.about !== 'booking' || after.grantId) return
      const reminder = await loadReminder(table, after.caseId)
      if (reminder?.state !== 'call' || reminder.outcome) return
      const next = await afterMessage(table, reminder, after, instantOf(clock()))
      if (next) await effect(table, [moveReminderChange(reminder, next, 'booking.moved')], 'booking.moved')
    },
  },
]

/** What is known once WeChat has said that a message of this went out; undefined: it told something else. */
const afterMessage = async (
  table: Table,
  reminder: ReminderRecord,
  notice: Item,
  now: Instant,
): Promise<ReminderRecord | undefined> => {
  const { verb } = notice
  if (reminder.holdsAfterAll) {
    const booking = await loadBooking(table, reminder.bookingId)
    return booking && saysItHolds(booking, notice) ? likeAnybody(reminder, booking, now) : undefined
  }
  if (reminder.unsettled && verb === 'seek') return { ...moveReminder(reminder, 'call'), told: true }
  const isIt = verb === (reminder.unsettled ? 'swap' : 'remind')
  return isIt ? moveReminder(reminder, 'sent') : undefined
}
