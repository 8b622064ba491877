/** The roster of a class on a day, which its seats follow. */
import type { Span } from '@yike/shared/booking/calendar'
import type { booking } from '@yike/shared/booking/contract'
import { type Shift, seatsByQuarter } from '@yike/shared/booking/rules/staffing'
import type { Roster } from '@yike/shared/booking/schema'
import { answersFor } from '@yike/shared/identity/rules'
import { spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { type LocalDate, localDate, weekdayOf } from '@yike/shared/kernel/time'
import { loadOffering, type Offering } from '../../circle/handlers'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { affectedBy, leftIn } from '../domain'
import { loadRoster, loadSheets, queryHeld, type RosterRecord, rosterChanges } from '../store'

/**
 * Whether a time that was just refused as full may have a seat now. The write of a booking asks that the roster of its
 * day is counted in: whoever comes first counts in that of an ordinary week, and all who met that meanwhile look again.
 */
export const mayHaveSeat = async (table: Table, offering: Offering, span: Span): Promise<boolean> => {
  const { staffing, thingId } = offering
  if (!staffing) return false
  const on = localDate(span.startAt)
  const sheet = (await loadSheets(table, thingId, on, on, { consistent: true })).get(on)
  if (sheet?.isRostered) return leftIn(offering, new Map([[thingId, sheet.taken]]), span) > 0
  // Refused: somebody else has counted it in.
  await table.write(rosterChanges(offering, on, staffing.weekly[weekdayOf(on)] ?? [], undefined))
  return true
}

type RosterHandlers = Pick<Handlers<typeof booking.endpoints>, 'roster' | 'setRoster'>

export const rosterHandlers = (table: Table): RosterHandlers => ({
  async roster({ actor }, { placeId, offeringId, on }) {
    const offering = await loadOffering(table, placeId, offeringId)
    if (!offering || !answersFor(actor, offering.community)) return refuse('request.not_found')
    if (!offering.staffing) return refuse('booking.no_roster')
    const kept = await loadRoster(table, offering.thingId, on)
    return ok(await showRoster(table, offering, on, kept ?? ofTheWeek(offering, on)))
  },

  async setRoster({ actor }, { placeId, offeringId, on, version, shifts }) {
    const offering = await loadOffering(table, placeId, offeringId, { consistent: true })
    if (!offering || !answersFor(actor, offering.community)) return refuse('request.not_found')
    if (!offering.staffing) return refuse('booking.no_roster')
    const before = await loadRoster(table, offering.thingId, on)
    const isDone = before?.version === version + 1 && sameShifts(before.shifts, shifts)
    if (before && isDone) return ok(await showRoster(table, offering, on, before))
    if ((before?.version ?? 0) !== version) return refuse('booking.roster_moved')
    const saved = await table.write(rosterChanges(offering, on, shifts, before))
    if (!saved.ok) return saved
    const seats = seatsByQuarter(offering.capacity, offering.staffing.ratio, shifts)
    return ok(await showRoster(table, offering, on, { version: version + 1, shifts, seats }))
  },
})

const sameShifts = (one: readonly Shift[], other: readonly Shift[]): boolean => {
  const said = ({ name, fromMinute, toMinute, absent }: Shift) =>
    `${name} ${fromMinute} ${toMinute} ${absent}`
  return one.map(said).join('\n') === other.map(said).join('\n')
}

type Shown = Pick<RosterRecord, 'version' | 'shifts' | 'seats'>

/** Of a day that nobody has opened. */
const ofTheWeek = ({ staffing, capacity }: Offering, on: LocalDate): Shown => {
  const shifts = staffing?.weekly[weekdayOf(on)] ?? []
  return { version: 0, shifts, seats: seatsByQuarter(capacity, staffing?.ratio ?? 0, shifts) }
}

const showRoster = async (
  table: Table,
  { placeId, community, thingId }: Offering,
  on: LocalDate,
  { version, shifts, seats }: Shown,
): Promise<Roster> => ({
  on,
  version,
  shifts: [...shifts],
  seats: [...seats],
  affected: affectedBy(await queryHeld(table, placeId, community, on), thingId, on, seats).map(
    ({ bookingId, startAt, endAt, forName, timeline }) => ({
      bookingId,
      number: spokenNumber(bookingId),
      startAt,
      endAt,
      forName,
      placedAt: timeline[0]?.at ?? startAt,
    }),
  ),
})
