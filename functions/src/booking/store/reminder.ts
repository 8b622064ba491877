/** Reminders: keys, and the conditions by which each is told once and never of what was cancelled. */
import { REMINDER_KEPT_DAYS } from '@yike/shared/booking/rules/reminder'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { above, absent, any, below, equal } from '../../platform/condition'
import { indexes, inIndex, keys } from '../../platform/keys'
import { type Change, recordOf, type Table } from '../../platform/table'
import type { ReminderRecord } from '../domain'
import { asBooking, type BookingRecord } from './index'

const indexOf = ({ state, community, remindAt, startAt, bookingId }: ReminderRecord) => {
  if (state === 'due')
    return inIndex('by-deadline', indexes.byDeadline.reminders(community, remindAt, bookingId))
  if (state !== 'call') return {}
  return inIndex('by-deadline', indexes.byDeadline.calls(community, localDate(startAt), startAt, bookingId))
}

const reminderItem = (reminder: ReminderRecord) => ({
  ...keys.reminder(reminder.bookingId),
  ...indexOf(reminder),
  type: 'Reminder',
  ...reminder,
  expiresAtSeconds: Math.floor(Date.parse(reminder.startAt) / 1000) + REMINDER_KEPT_DAYS * 86_400,
})

/** Once for each time at which the booking begins: the same news twice schedules nothing anew. */
export const scheduleChange = (reminder: ReminderRecord): Change<'booking.scheduled'> => ({
  put: reminderItem(reminder),
  if: any(absent(), below('startAt', reminder.startAt), above('startAt', reminder.startAt)),
  else: 'booking.scheduled',
})

export const moveReminderChange = <Moved extends string>(
  before: ReminderRecord,
  after: ReminderRecord,
  moved: Moved,
): Change<Moved> => ({ put: reminderItem(after), if: equal('version', before.version), else: moved })

/** Goes into the write that begins to remind: at that moment the booking is held, at that time. */
export const stillBookedCheck = ({ bookingId, startAt }: ReminderRecord): Change<'booking.not_booked'> => ({
  check: keys.booking(bookingId),
  if: { is: 'all', of: [equal('state', 'confirmed'), equal('startAt', startAt)] },
  else: 'booking.not_booked',
})

const asReminder = (item: Parameters<typeof recordOf>[0]): ReminderRecord => {
  const { expiresAtSeconds: _, ...record } = recordOf<ReminderRecord & { expiresAtSeconds: number }>(item)
  return record
}

export const loadReminder = async (
  table: Table,
  bookingId: Id<'booking'>,
): Promise<ReminderRecord | undefined> => {
  const item = await table.get(keys.reminder(bookingId), { consistent: true })
  return item && asReminder(item)
}

/** What is due in a community by now, the oldest first, so many at most. */
export const queryReminders = async (
  table: Table,
  community: RegionCode,
  now: Instant,
  limit: number,
): Promise<ReminderRecord[]> => {
  const [pk, to] = indexes.byDeadline.reminders(community, now, '~')
  const found = await table.query({ index: 'by-deadline', pk, sk: { from: '0', to }, limit })
  if (!found.ok) throw new Error('no cursor was sent')
  return found.value.items.map(asReminder)
}

/** A page of whom to call of those who come on a day, each with the booking. */
export const queryCalls = async (
  table: Table,
  community: RegionCode,
  on: LocalDate,
  page: { readonly limit: number; readonly cursor?: string | undefined },
) => {
  const [pk] = indexes.byDeadline.calls(community, on, '', '')
  const found = await table.query({ index: 'by-deadline', pk, sk: { begins: `${on}#` }, ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  const reminders = items.map(asReminder)
  const bookings: (BookingRecord | undefined)[] =
    reminders.length === 0
      ? []
      : (await table.getAll(reminders.map(({ bookingId }) => keys.booking(bookingId)))).map(
          item => item && asBooking(item),
        )
  return { ok: true, value: { reminders, bookings, cursor } } as const
}
