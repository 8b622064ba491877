/** Whom no reminder has reached, and what came of the calls. */
import type { reminderEndpoints } from '@yike/shared/booking/contract/reminder'
import type { Call } from '@yike/shared/booking/schema/reminder'
import { answersFor } from '@yike/shared/identity/rules'
import type { Input } from '@yike/shared/kernel/contract'
import { spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { loadOwnPost } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Change, Table } from '../../platform/table'
import { called, decide, isUnsettled, type ReminderRecord, stillStands } from '../domain'
import {
  type BookingRecord,
  loadBooking,
  loadReminder,
  moveChanges,
  moveReminderChange,
  queryCalls,
  queryUnsettled,
} from '../store'
import { isStaffs } from './act'
import { callableOf } from './phone'

/** Nobody has spoken to them yet of what is still to come: only then is a number that they gave themselves shown. */
export const isToBeCalled = (
  reminder: ReminderRecord | undefined,
  booking: BookingRecord,
  now: Instant,
): boolean =>
  reminder?.state === 'call' &&
  (reminder.outcome === undefined || reminder.outcome === 'noAnswer') &&
  (stillStands(reminder, booking) || isUnsettled(reminder, booking)) &&
  now < booking.endAt

export const reminderHandlers = (table: Table): Handlers<typeof reminderEndpoints> => ({
  async calls({ actor, now }, { community, on, ...page }) {
    const post = await loadOwnPost(table, actor, community)
    if (!post) return refuse('request.not_found')
    return showList(table, await queryCalls(table, community, on, page), stillStands, now)
  },

  async unsettled({ actor, now }, { community, ...page }) {
    const post = await loadOwnPost(table, actor, community)
    if (!post) return refuse('request.not_found')
    return showList(table, await queryUnsettled(table, community, now, page), isUnsettled, now)
  },

  recordCall: ({ actor, now }, said) => recordCall(table, actor, now, said),
})

const recordCall = async (
  table: Table,
  actor: Actor,
  now: Instant,
  said: Input<typeof reminderEndpoints.recordCall>,
  looks = 2,
): ReturnType<Handlers<typeof reminderEndpoints>['recordCall']> => {
  const { bookingId, outcome, reason } = said
  const [booking, reminder] = await Promise.all([
    loadBooking(table, bookingId),
    loadReminder(table, bookingId),
  ])
  if (!booking || !answersFor(actor, booking.community)) return refuse('request.not_found')
  const { residentId: callerId } = actor
  if (!reminder) return refuse('booking.wrong_state')
  const next = called(reminder, booking, { ...said, callerId, now })
  if (!next.ok) return next
  const after = next.value
  const shown = async (of: BookingRecord) => ok(showCall(after, of, (await callableOf(table, [of], now))(of)))
  if (after === reminder) return shown(booking)
  const write: Change<'booking.call_moved' | 'booking.wrong_state'>[] = [
    moveReminderChange(reminder, after, 'booking.call_moved'),
  ]
  if (outcome !== 'cancel') {
    const saved = await table.write(write)
    if (saved.ok) return shown(booking)
    // It opens again at this moment: what they were told is known all the same.
    const isMoved = saved.refusal.code === 'booking.call_moved' && looks > 1
    return isMoved ? recordCall(table, actor, now, said, looks - 1) : saved
  }
  // One's own booking is one's own to cancel, and one's own team's a colleague's.
  const part = (await isStaffs(table, booking, actor)) ? 'staff' : 'owner'
  // Its owner is told why.
  const why = reason ? { note: reason } : { reason: 'asked' as const }
  const cancelled = decide.cancelFor(booking, { part, actorId: callerId, now, ...why })
  if (!cancelled.ok) return cancelled
  const saved = await table.write([...write, ...moveChanges(booking, cancelled.value)])
  return saved.ok ? shown(cancelled.value) : saved
}

/** Who has cancelled meanwhile, or has answered, need not be called. */
const showList = async (
  table: Table,
  found: Awaited<ReturnType<typeof queryCalls>>,
  isOpen: (reminder: ReminderRecord, booking: BookingRecord) => boolean,
  now: Instant,
) => {
  if (!found.ok) return found
  const { reminders, bookings, cursor } = found.value
  const listed = reminders.flatMap((reminder, i) => {
    const booking = bookings[i]
    const counts = booking && (isOpen(reminder, booking) || reminder.outcome !== undefined)
    return counts && booking.startAt === reminder.startAt ? [{ reminder, booking }] : []
  })
  const hasPhone = await callableOf(
    table,
    listed.map(({ booking }) => booking),
    now,
  )
  return ok({
    calls: listed.map(({ reminder, booking }) => showCall(reminder, booking, hasPhone(booking))),
    ...(cursor && { cursor }),
  })
}

const showCall = (
  { version, outcome, calledAt, tries, holdsAfterAll }: ReminderRecord,
  booking: BookingRecord,
  hasPhone: boolean,
): Call => {
  const { bookingId, kind, state, forName, placeName, offeringName, startAt, endAt } = booking
  const { movedFrom, deadlineAt } = booking
  return {
    ...{ bookingId, number: spokenNumber(bookingId), version, kind, state, forName, placeName, offeringName },
    ...{ startAt, endAt, hasPhone, tries },
    ...(outcome && { outcome, calledAt }),
    ...(holdsAfterAll && { holdsAfterAll }),
    ...(state === 'offered' && movedFrom && { deadlineAt, closed: closedOf(movedFrom) }),
  }
}

const closedOf = ({
  placeName,
  offeringName,
  startAt,
  endAt,
  why,
  reason,
}: NonNullable<BookingRecord['movedFrom']>) => ({ placeName, offeringName, startAt, endAt, why, reason })
