/** Reminders: keys, and the conditions by which each is told once and never of what was cancelled. */
import type { BookingState } from '@yike/shared/booking/lifecycle'
import { REMINDER_KEPT_DAYS } from '@yike/shared/booking/rules/reminder'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { above, absent, any, below, equal } from '../../platform/condition'
import { indexes, inIndex, keys } from '../../platform/keys'
import { type Change, recordOf, type Table } from '../../platform/table'
import type { ReminderRecord } from '../domain'
import { asBooking } from './index'

/** In the call lists: not of a day, but of all whose time closed. */
const UNSETTLED = 'unsettled'

const indexOf = ({ state, community, remindAt, startAt, bookingId, unsettled }: ReminderRecord) => {
  if (state === 'due')
    return inIndex('by-deadline', indexes.byDeadline.reminders(community, remindAt, bookingId))
  if (state !== 'call') return {}
  const list = unsettled ? UNSETTLED : localDate(startAt)
  return inIndex('by-deadline', indexes.byDeadline.calls(community, list, startAt, bookingId))
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

/** In place of whatever was known of it, or of nothing. */
export const putReminderChange = (
  before: ReminderRecord | undefined,
  after: ReminderRecord,
): Change<'booking.reminded'> => ({
  put: reminderItem(after),
  if: before ? equal('version', before.version) : absent(),
  else: 'booking.reminded',
})

/** Goes into the write that begins to remind: at that moment the booking is held, at that time. */
export const stillBookedCheck = ({ bookingId, startAt }: ReminderRecord): Change<'booking.not_booked'> => ({
  check: keys.booking(bookingId),
  if: { is: 'all', of: [equal('state', 'confirmed'), equal('startAt', startAt)] },
  else: 'booking.not_booked',
})

/** Ends what was known of a reminder; whom something closed for, and who has not answered, is called whatever older news say. */
export const endReminderChanges = (
  before: ReminderRecord,
  after: ReminderRecord,
): Change<'booking.moved'>[] => [
  moveReminderChange(before, after, 'booking.moved'),
  ...(before.unsettled
    ? [
        {
          check: keys.booking(before.bookingId),
          if: { is: 'all' as const, of: UNANSWERED.map(other) },
          else: 'booking.moved' as const,
        },
      ]
    : []),
]

const UNANSWERED: readonly BookingState[] = ['displaced', 'offered']
const other = (state: BookingState) => any(below('state', state), above('state', state))

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

interface PageOf {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** A page of whom to call of those who come on a day, each with the booking. */
export const queryCalls = (table: Table, community: RegionCode, on: LocalDate, page: PageOf) =>
  queryList(table, community, { begins: `${on}#` }, page)

/** The same of those whose time closed, what begins soonest first. */
export const queryUnsettled = (table: Table, community: RegionCode, now: Instant, page: PageOf) =>
  queryList(table, community, { from: `${UNSETTLED}#${now}`, to: `${UNSETTLED}#~` }, page)

const queryList = async (
  table: Table,
  community: RegionCode,
  sk: { readonly begins: string } | { readonly from: string; readonly to: string },
  page: PageOf,
) => {
  const [pk] = indexes.byDeadline.calls(community, '', '', '')
  const found = await table.query({ index: 'by-deadline', pk, sk, ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  const reminders = items.map(asReminder)
  const booked = await table.getAll(reminders.map(({ bookingId }) => keys.booking(bookingId)))
  const bookings = booked.map(item => item && asBooking(item))
  return { ok: true, value: { reminders, bookings, cursor } } as const
}
