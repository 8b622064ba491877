/** The days of an offering as they are read: one query for each thing that a booking takes. */

import type { DaySheet } from '@yike/shared/booking/calendar'
import type { Audience } from '@yike/shared/booking/rules/terms'
import type { Day } from '@yike/shared/booking/schema'
import { addDays, type Instant, type LocalDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { dayView, type Sheets, seatsOf, shiftsOfWeek } from '../domain'
import { type LoadedSheet, loadSheets } from '../store'

/** What is taken on each of some days in a row of all that a booking of an offering takes. */
export const loadTaken = async (
  table: Table,
  offering: Offering,
  from: LocalDate,
  to: LocalDate,
  options: { consistent?: boolean } = {},
): Promise<(on: LocalDate) => Sheets> => {
  const { thingId, alsoTakes = [], servers = [] } = offering
  const things = [thingId, ...[...alsoTakes, ...servers].map(one => one.thingId)]
  const loaded = await Promise.all(things.map(thing => loadSheets(table, thing, from, to, options)))
  return on =>
    new Map(
      things.map((thing, i) => {
        const sheet = loaded[i]?.get(on)
        return [thing, thing === thingId ? asStaffed(offering, on, sheet) : (sheet?.taken ?? {})]
      }),
    )
}

/** A day whose roster is not counted in yet has the seats of an ordinary week. */
const asStaffed = (offering: Offering, on: LocalDate, sheet: LoadedSheet | undefined): DaySheet => {
  if (!offering.staffing || sheet?.seating) return sheet?.taken ?? {}
  const seats = seatsOf(offering, shiftsOfWeek(offering, on))
  return Object.fromEntries(seats.map((free, quarter) => [quarter, offering.capacity - free]))
}

export const viewDays = async (
  table: Table,
  offering: Offering,
  from: LocalDate,
  count: number,
  now: Instant,
  { travelMinutes = 0, audience = 'resident' }: { travelMinutes?: number; audience?: Audience } = {},
): Promise<Day[]> => {
  const dates = Array.from({ length: count }, (_, i) => addDays(from, i))
  const takenOn = await loadTaken(table, offering, from, dates.at(-1) ?? from)
  return dates.map(on => dayView(offering, on, takenOn(on), now, dayKindOf, travelMinutes, audience))
}
