/** The roster of a class on a day, which its seats follow. */
import type { Span } from '@yike/shared/booking/calendar'
import { localDate, weekdayOf } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { leftIn } from '../domain'
import { loadSheets, rosterChanges } from '../store'

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
