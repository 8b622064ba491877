/** Counting a roster in, which the seats of its day follow. */
import type { Span } from '@yike/shared/booking/calendar'
import type { Shift } from '@yike/shared/booking/rules/staffing'
import { type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import { leftIn, seatingOf, shiftsOfWeek } from '../../domain'
import { loadRoster, loadSheets, queryRosters, type RosterRecord, rosterChanges } from '../../store'

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

export const sameShifts = (one: readonly Shift[], other: readonly Shift[]): boolean => {
  const said = ({ name, fromMinute, toMinute, absent }: Shift) =>
    `${name} ${fromMinute} ${toMinute} ${absent}`
  return one.map(said).join('\n') === other.map(said).join('\n')
}
