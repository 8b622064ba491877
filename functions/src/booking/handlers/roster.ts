/** The roster of a class on a day, which its seats follow. */
import type { Span } from '@yike/shared/booking/calendar'
import type { booking } from '@yike/shared/booking/contract'
import type { Shift } from '@yike/shared/booking/rules/staffing'
import type { Roster } from '@yike/shared/booking/schema/roster'
import { answersFor } from '@yike/shared/identity/rules'
import { spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { type LocalDate, localDate } from '@yike/shared/kernel/time'
import { loadOffering, type Offering } from '../../circle/handlers'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { affectedBy, leftIn, seatingOf, seatsOf, shiftsOfWeek } from '../domain'
import { loadRoster, loadSheets, queryHeld, queryRosters, type RosterRecord, rosterChanges } from '../store'

/**
 * Whether a time that was just refused as full may have a seat now. The write of a booking asks that the roster of its
 * day is counted in by the room and ratio that hold: whoever comes first counts it in, or that of an ordinary week, and
 * all who met that meanwhile look again.
 */
export const mayHaveSeat = async (table: Table, offering: Offering, span: Span): Promise<boolean> => {
  const { staffing, thingId } = offering
  if (!staffing) return false
  const on = localDate(span.startAt)
  const sheet = (await loadSheets(table, thingId, on, on, { consistent: true })).get(on)
  if (sheet?.seating === seatingOf(offering))
    return leftIn(offering, new Map([[thingId, sheet.taken]]), span) > 0
  // Refused: somebody else has counted it in.
  await countIn(table, offering, on, await loadRoster(table, thingId, on))
  return true
}

/** A day that nobody has set has the roster of the week. */
const countIn = (table: Table, offering: Offering, on: LocalDate, before: RosterRecord | undefined) =>
  before && !before.ofWeek
    ? table.write(rosterChanges(offering, on, before.shifts, before))
    : table.write(rosterChanges(offering, on, shiftsOfWeek(offering, on), before, true))

/** After a change of room, ratio or week: the seats of every day that somebody has opened follow from the new ones. */
export const countAnew = async (table: Table, offering: Offering, today: LocalDate): Promise<void> => {
  for (const roster of await queryRosters(table, offering.thingId, today)) {
    const isOfWeek = !roster.ofWeek || sameShifts(roster.shifts, shiftsOfWeek(offering, roster.on))
    if (roster.seating === seatingOf(offering) && isOfWeek) continue
    const saved = await countIn(table, offering, roster.on, roster)
    // Somebody else is setting it: by the new ones, or it is counted again.
    if (!saved.ok) throw new Error(`a roster was not counted anew: ${saved.refusal.code}`)
  }
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
    return ok(await showRoster(table, offering, on, { version: version + 1, shifts }))
  },
})

const sameShifts = (one: readonly Shift[], other: readonly Shift[]): boolean => {
  const said = ({ name, fromMinute, toMinute, absent }: Shift) =>
    `${name} ${fromMinute} ${toMinute} ${absent}`
  return one.map(said).join('\n') === other.map(said).join('\n')
}

type Shown = Pick<RosterRecord, 'version' | 'shifts'>

/** Of a day that nobody has opened. */
const ofTheWeek = (offering: Offering, on: LocalDate): Shown => ({
  version: 0,
  shifts: shiftsOfWeek(offering, on),
})

const showRoster = async (
  table: Table,
  offering: Offering,
  on: LocalDate,
  { version, shifts }: Shown,
): Promise<Roster> => {
  const { placeId, community, thingId } = offering
  const seats = seatsOf(offering, shifts)
  return {
    on,
    version,
    shifts: [...shifts],
    seats,
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
  }
}
