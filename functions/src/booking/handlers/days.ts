/** The days of an offering as they are read: one query for each thing that a booking takes. */
import { type DaySheet, QUARTERS } from '@yike/shared/booking/calendar'
import { readDay } from '@yike/shared/booking/rules/days'
import type { Audience } from '@yike/shared/booking/rules/terms'
import type { DayTable } from '@yike/shared/booking/schema/day'
import type { Soonest } from '@yike/shared/booking/schema/soonest'
import type { Id } from '@yike/shared/kernel/id'
import { addDays, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOffering, loadPlace, type Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { dayTable, leftIn, nextFree, type Sheets, seatingOf, sheetOfWeek } from '../domain'
import { type BookingRecord, type LoadedSheet, loadSheets } from '../store'

/** What is asked of the days as they are read. */
interface AskTaken {
  readonly consistent?: boolean
  /** A day that at this moment is kept for those who had it before is full for everybody else; left out, nothing is. */
  readonly keptAt?: Instant
}

/** What is taken on each of some days in a row of all that a booking of an offering takes. */
export const loadTaken = async (
  table: Table,
  offering: Offering,
  from: LocalDate,
  to: LocalDate,
  { keptAt, ...options }: AskTaken = {},
): Promise<(on: LocalDate) => Sheets> => {
  const { thingId, alsoTakes = [], servers = [] } = offering
  const things = [thingId, ...[...alsoTakes, ...servers].map(one => one.thingId)]
  const loaded = await Promise.all(things.map(thing => loadSheets(table, thing, from, to, options)))
  return on =>
    new Map(
      things.map((thing, i) => {
        const sheet = loaded[i]?.get(on)
        if (keptAt && sheet?.keptUntil !== undefined && sheet.keptUntil > Date.parse(keptAt))
          return [thing, ALL_TAKEN]
        return [thing, thing === thingId ? asStaffed(offering, on, sheet) : (sheet?.taken ?? {})]
      }),
    )
}

const ALL_TAKEN: DaySheet = Object.fromEntries(
  Array.from({ length: QUARTERS }, (_, quarter) => [quarter, Number.POSITIVE_INFINITY]),
)

const asStaffed = (offering: Offering, on: LocalDate, sheet: LoadedSheet | undefined): DaySheet =>
  sheet && (!offering.staffing || sheet.seating) ? sheet.taken : sheetOfWeek(offering, on)

/** Whether a time of an offering has room by its sheets. Where the roster of a class is not counted in, only the write knows. */
export const seemsFree = async (
  table: Table,
  { placeId, offeringId, ...span }: BookingRecord,
): Promise<boolean> => {
  const offering = await loadOffering(table, placeId, offeringId, { consistent: true })
  if (!offering) return true
  const on = localDate(span.startAt)
  const consistent = true
  const { staffing, thingId } = offering
  const sheet = staffing && (await loadSheets(table, thingId, on, on, { consistent })).get(on)
  if (staffing && sheet?.seating !== seatingOf(offering)) return true
  return leftIn(offering, (await loadTaken(table, offering, on, on, { consistent }))(on), span) > 0
}

export const viewDays = async (
  table: Table,
  offering: Offering,
  from: LocalDate,
  count: number,
  now: Instant,
  audience: Audience,
): Promise<DayTable[]> => {
  const dates = Array.from({ length: count }, (_, i) => addDays(from, i))
  const takenOn = await loadTaken(table, offering, from, dates.at(-1) ?? from, { keptAt: now })
  return dates.map(on => dayTable(offering, on, takenOn(on), now, dayKindOf, { audience }))
}

const SOONEST_DAYS = 7
/** So many offerings of a place are looked at; a place of ours has hardly more. */
const SOONEST_OFFERINGS = 6

/** What is free soonest at a place; undefined where nothing is offered. */
export const soonestAt = async (
  table: Table,
  placeId: Id<'place'>,
  now: Instant,
): Promise<Soonest | undefined> => {
  const found = await loadPlace(table, placeId)
  const open = found?.place.state === 'closed' ? [] : (found?.offerings ?? []).filter(({ paused }) => !paused)
  if (open.length === 0) return undefined
  const free = await Promise.all(
    open.slice(0, SOONEST_OFFERINGS).map(async offering => {
      const slot = await firstSlot(table, offering, now)
      const { offeringId, name, eligible } = offering
      return slot && { offeringId, name, slot, ...(eligible && { eligible }) }
    }),
  )
  const [soonest = null] = free
    .flatMap(one => one ?? [])
    .sort((one, other) => Date.parse(one.slot.startAt) - Date.parse(other.slot.startAt))
  return { placeId, free: soonest }
}

/** The next slot that anybody may book, within a week: no day is drawn behind the one that it lies in. */
const firstSlot = async (table: Table, offering: Offering, now: Instant) => {
  const from = localDate(now)
  const takenOn = await loadTaken(table, offering, from, addDays(from, SOONEST_DAYS - 1), { keptAt: now })
  for (let nth = 0; nth < SOONEST_DAYS; nth++) {
    const on = addDays(from, nth)
    const day = readDay(dayTable(offering, on, takenOn(on), now, dayKindOf), offering)
    const [slot] = nextFree([day], new Map(), 1)
    if (slot) return slot
  }
  return undefined
}
