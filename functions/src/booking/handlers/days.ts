/** The days of an offering as they are read. */
import type { Day } from '@yike/shared/booking/schema'
import { addDays, type Instant, type LocalDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { dayView } from '../domain'
import { loadSheets } from '../store'

export const viewDays = async (
  table: Table,
  offering: Offering,
  from: LocalDate,
  count: number,
  now: Instant,
): Promise<Day[]> => {
  const dates = Array.from({ length: count }, (_, i) => addDays(from, i))
  const sheets = await loadSheets(table, offering.thingId, from, dates.at(-1) ?? from)
  return dates.map(on => dayView(offering, on, sheets.get(on) ?? {}, now, dayKindOf))
}
