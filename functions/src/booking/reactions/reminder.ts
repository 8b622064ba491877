/** Reminders follow what becomes of a booking, and of the message that was sent for it. */
import { instantOf } from '@yike/shared/kernel/time'
import { effect, type Reaction } from '../../platform/outbox'
import { isUnsettled, moveReminder, reminderOf } from '../domain'
import { asBooking, endReminderChanges, loadReminder, moveReminderChange, scheduleChange } from '../store'

export const reminderReactions = (clock: () => number): readonly Reaction[] => [
  {
    name: 'booking.scheduleReminder',
    on: 'Booking',
    async react(table, { before, after }) {
      if (!after || (before?.state === after.state && before?.startAt === after.startAt)) return
      const booking = asBooking(after)
      if (booking.state === 'confirmed') {
        const reminder = reminderOf(booking, instantOf(clock()))
        const known = before?.movedFrom ? await loadReminder(table, booking.bookingId) : undefined
        // What closed is held again, or something else instead: what was known of it is over.
        const isOver =
          known && (known.state === 'off' || known.unsettled || known.startAt !== booking.startAt)
        if (isOver) {
          const next = reminder ? { ...reminder, version: known.version + 1 } : moveReminder(known, 'off')
          await effect(table, endReminderChanges(known, next), 'booking.moved')
        } else if (reminder) await effect(table, [scheduleChange(reminder)], 'booking.scheduled')
        return
      }
      // Whatever it is now, nobody has to be reminded of it. What was said of a call stays.
      const wasCalled = before?.state === 'displaced' || (before?.state === 'offered' && before.movedFrom)
      if (before?.state !== 'confirmed' && !wasCalled) return
      const reminder = await loadReminder(table, booking.bookingId)
      if (!reminder || reminder.state === 'off') return
      if (reminder.unsettled ? isUnsettled(reminder, booking) : reminder.outcome) return
      await effect(table, endReminderChanges(reminder, moveReminder(reminder, 'off')), 'booking.moved')
    },
  },
  {
    // WeChat says that the message went out, and of what it told: nobody has to call.
    name: 'booking.reminded',
    on: 'Notice',
    async react(table, { before, after }) {
      const tells = after?.verb === 'remind' || after?.verb === 'swap'
      if (!tells || after.message !== 'sent' || before?.message === 'sent') return
      // Who acts for somebody was told: they themselves may still have to be called.
      if (after.grantId) return
      const reminder = await loadReminder(table, after.caseId)
      if (reminder?.state !== 'call' || reminder.outcome) return
      if ((after.verb === 'swap') !== (reminder.unsettled === true)) return
      await effect(
        table,
        [moveReminderChange(reminder, moveReminder(reminder, 'sent'), 'booking.moved')],
        'booking.moved',
      )
    },
  },
]
