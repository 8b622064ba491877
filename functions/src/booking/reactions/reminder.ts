/** Reminders follow what becomes of a booking, and of the message that was sent for it. */
import { instantOf } from '@yike/shared/kernel/time'
import { effect, type Reaction } from '../../platform/outbox'
import { moveReminder, reminderOf } from '../domain'
import { asBooking, loadReminder, moveReminderChange, scheduleChange } from '../store'

export const reminderReactions = (clock: () => number): readonly Reaction[] => [
  {
    name: 'booking.scheduleReminder',
    on: 'Booking',
    async react(table, { before, after }) {
      if (!after || (before?.state === after.state && before?.startAt === after.startAt)) return
      const booking = asBooking(after)
      if (booking.state === 'confirmed') {
        const reminder = reminderOf(booking, instantOf(clock()))
        if (reminder) await effect(table, [scheduleChange(reminder)], 'booking.scheduled')
        return
      }
      // Whatever it is now, nobody has to be reminded of it. What was said of a call stays.
      if (before?.state !== 'confirmed') return
      const reminder = await loadReminder(table, booking.bookingId)
      if (!reminder || reminder.state === 'off' || reminder.outcome) return
      await effect(
        table,
        [moveReminderChange(reminder, moveReminder(reminder, 'off'), 'booking.moved')],
        'booking.moved',
      )
    },
  },
  {
    // WeChat says that the message went out: nobody has to call.
    name: 'booking.reminded',
    on: 'Notice',
    async react(table, { before, after }) {
      if (after?.verb !== 'remind' || after.message !== 'sent' || before?.message === 'sent') return
      // Who acts for somebody was told: they themselves may still have to be called.
      if (after.grantId) return
      const reminder = await loadReminder(table, after.caseId)
      if (reminder?.state !== 'call' || reminder.outcome) return
      await effect(
        table,
        [moveReminderChange(reminder, moveReminder(reminder, 'sent'), 'booking.moved')],
        'booking.moved',
      )
    },
  },
]
