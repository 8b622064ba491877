/**
 * What time does to bookings: a request that nobody answered by its deadline lapses and frees its seats, an offer that
 * nobody took goes on to the next, and who waited for a slot that has begun has missed it. For who was displaced it lets
 * the stream look for something else again, and whom a change of terms hits it looks at a second time. It closes seasons,
 * and goes on with what a draw has left to do.
 */
import { TOLD_DAYS_BEFORE, toldUntil } from '@yike/shared/booking/rules/certificate'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { RegionCode } from '@yike/shared/identity/schema'
import { ok } from '@yike/shared/kernel/result'
import { addDays, addMinutes, type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import { tellResident } from '../bulletin/handlers'
import { CERTIFICATE_KEPT_DAYS, forgetCertificate, loadOpenGrant, queryEnding } from '../identity/handlers'
import type { Table } from '../platform/table'
import { decide, moveReminder, seekAgain, stillStands, toCall } from './domain'
import { advanceSeason, lookAgain } from './handlers'
import {
  type BookingRecord,
  loadBooking,
  moveChanges,
  moveReminderChange,
  OVERLAP_MINUTES,
  queryDue,
  queryOverdue,
  queryReminders,
  stillBookedCheck,
} from './store'

/** Lapses what is overdue in one community; how many. Throws where some of it could not be done. */
export type LapseOverdue = (community: RegionCode, now: Instant) => Promise<number>

/**
 * What waits for staff is one list, and overdue requests and hours stay in it until somebody answers: read whole each
 * minute, they would be paid for each minute. So a process remembers until when it has dealt with a community, for a
 * deadline always lies after the moment in which it is given. A new process reads the list from its beginning, and so
 * does one after a failure from where it last succeeded: nothing is left behind by an outage, however long. A list of
 * its own for what lapses by itself would cost one more index, or one more item in every booking's writes.
 */
export const openLapsing = (table: Table): LapseOverdue => {
  const doneUntil = new Map<RegionCode, Instant>()
  return async (community, now) => {
    const last = doneUntil.get(community)
    const overdue = await queryOverdue(table, community, now, last && addMinutes(last, -OVERLAP_MINUTES))
    let lapsed = 0
    let busy = 0
    for (const booking of overdue) {
      const moved = decide.lapse(booking, { part: 'clock', now })
      if (!moved.ok) continue
      const saved = await table.write(moveChanges(booking, moved.value))
      // Otherwise somebody has answered it meanwhile, and it stays answered.
      if (saved.ok) lapsed++
      else if (saved.refusal.code === 'request.busy') busy++
    }
    if (busy > 0) throw new Error(`${busy} overdue bookings wait for a table that is busy`)
    doneUntil.set(community, now)
    return lapsed
  }
}

/** So many in a minute and community: behind a holiday a whole street may be reminded at once. */
const MOST_REMINDED = 100

/**
 * Reminds whoever is due in a community; how many. First they stand on the call list, in a write that asks whether the
 * booking is still held; then their inbox says so, and WeChat where they have said yes. Once that is known to be sent
 * they leave the list: whatever fails on the way leaves them there.
 */
export const remindDue = async (table: Table, community: RegionCode, now: Instant): Promise<number> => {
  let reminded = 0
  let busy = 0
  for (const reminder of await queryReminders(table, community, now, MOST_REMINDED)) {
    const booking = await loadBooking(table, reminder.bookingId)
    // Cancelled meanwhile, or already on: there is nothing to be reminded of.
    const isOn = booking && stillStands(reminder, booking) && now < booking.startAt
    const after = isOn ? toCall(reminder) : moveReminder(reminder, 'off')
    const saved = await table.write([
      moveReminderChange(reminder, after, 'booking.reminded'),
      ...(isOn ? [stillBookedCheck(reminder)] : []),
    ])
    if (!saved.ok && saved.refusal.code === 'request.busy') busy++
    if (!saved.ok || !isOn) continue
    const { residentId, delegateId, grantId } = booking
    const news = {
      ...{ about: 'booking' as const, caseId: booking.bookingId, name: spokenOffering(booking) },
      booking: { state: booking.state, startAt: booking.startAt },
      entry: { at: reminder.remindAt, verb: 'remind', by: 'clock' as const },
    }
    await tellResident(table, residentId, news)
    // Whoever booked it for them is reminded too, as long as they let them.
    if (delegateId && grantId && (await loadOpenGrant(table, grantId, now)))
      await tellResident(table, delegateId, { ...news, grantId })
    reminded++
  }
  if (busy > 0) throw new Error(`${busy} reminders wait for a table that is busy`)
  return reminded
}

/** Ends what is over in the waiting lists of a community; how many. What leaves the list is not read again. */
export const moveOn = async (table: Table, community: RegionCode, now: Instant): Promise<number> => {
  let done = 0
  let busy = 0
  const { bookings, offerings, seasonIds } = await queryDue(table, community, now)
  for (const booking of bookings) {
    const moved = due(booking, now)
    if (!moved.ok) continue
    const saved = await table.write(moveChanges(booking, moved.value))
    if (saved.ok) done++
    else if (saved.refusal.code === 'request.busy') busy++
  }
  for (const offering of offerings) await lookAgain(table, offering, now)
  // One that is stuck does not hold up the others of its community, minute by minute.
  const failures: unknown[] = []
  for (const seasonId of seasonIds)
    await advanceSeason(table, seasonId, now).then(
      () => done++,
      (failure: unknown) => failures.push(failure),
    )
  if (failures.length > 0) throw failures[0]
  if (busy > 0) throw new Error(`${busy} of a waiting list wait for a table that is busy`)
  return done
}

const due = (booking: BookingRecord, now: Instant) => {
  // The stream looks for something else whenever the next time is set.
  if (booking.state === 'displaced' && booking.startAt > now) return ok(seekAgain(booking, now))
  return decide[booking.state === 'offered' ? 'expire' : 'miss'](booking, { part: 'clock', now })
}

/**
 * In the morning: tells whose certificate ends within a month, once each, and forgets those that ended long ago; how many
 * there are. Once done for a day it reads nothing more.
 */
export const openTelling = (table: Table): LapseOverdue => {
  const doneOn = new Map<RegionCode, string>()
  return async (community, now) => {
    const today = localDate(now)
    if (doneOn.get(community) === today || now < instantAt(today, TOLD_AT_MINUTE)) return 0
    const noted = await queryEnding(table, community, toldUntil(today))
    const over = noted.filter(({ untilOn }) => untilOn && addDays(untilOn, CERTIFICATE_KEPT_DAYS) <= today)
    for (const one of over) await forgetCertificate(table, one)
    const ending = noted.flatMap(one =>
      one.untilOn && one.untilOn >= today ? [{ ...one, untilOn: one.untilOn }] : [],
    )
    for (const { residentId, bookingId, forName, untilOn, seenAt } of ending) {
      const from = instantAt(addDays(untilOn, -TOLD_DAYS_BEFORE), TOLD_AT_MINUTE)
      await tellResident(table, residentId, {
        ...{ about: 'booking', caseId: bookingId, name: `${forName} · 残疾人证` },
        // The same moment for the same certificate, so that it is told once.
        entry: { at: [from, seenAt].sort().at(-1) ?? from, verb: 'certificateEnds', by: 'clock' },
      })
    }
    doneOn.set(community, today)
    return ending.length + over.length
  }
}

/** Nine in the morning. */
const TOLD_AT_MINUTE = 9 * 60
