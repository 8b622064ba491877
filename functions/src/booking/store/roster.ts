/**
 * Rosters. What the carers on duty cannot look after is counted as taken on the day-sheet, by nobody: so the condition of
 * every booking stays the same, and an absence lowers the seats in the write in which it is reported.
 */
import { type Shift, seatsByQuarter } from '@yike/shared/booking/rules/staffing'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { LocalDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import { absent, equal } from '../../platform/condition'
import { keys } from '../../platform/keys'
import { type Change, queryAll, recordOf, type Table } from '../../platform/table'
import { blockChange } from './sheet'

export interface RosterRecord {
  /** Of the offering by which it was set: where those wait who get its seats. */
  readonly placeId: Id<'place'>
  readonly community: RegionCode
  readonly thingId: Id<'thing'>
  readonly on: LocalDate
  readonly version: number
  readonly shifts: readonly Shift[]
  /** Seats in each quarter-hour as they were counted in. */
  readonly seats: readonly number[]
}

export const loadRoster = async (
  table: Table,
  thingId: Id<'thing'>,
  on: LocalDate,
): Promise<RosterRecord | undefined> => {
  const item = await table.get(keys.roster(thingId, on), { consistent: true })
  return item && recordOf<RosterRecord>(item)
}

/** The rosters of a class that somebody has opened, from a date on. */
export const queryRosters = async (
  table: Table,
  thingId: Id<'thing'>,
  from: LocalDate,
): Promise<RosterRecord[]> => {
  const { pk, sk } = keys.roster(thingId, from)
  const items = await queryAll(table, {
    pk,
    sk: { from: sk, to: keys.roster(thingId, '~').sk },
    consistent: true,
  })
  return items.map(item => recordOf<RosterRecord>(item))
}

/** The same people on duty, with other seats that follow; the sheet is moved beside it. */
export const reseatedChange = (
  { thingId, on, version }: RosterRecord,
  seats: readonly number[],
): Change<'booking.roster_moved'> => ({
  update: keys.roster(thingId, on),
  set: { seats, version: version + 1 },
  if: equal('version', version),
  else: 'booking.roster_moved',
})

/** Sets the roster of a day in place of the one that was read, or opens the day; and its seats with it. */
export const rosterChanges = (
  offering: Pick<Offering, 'thingId' | 'capacity' | 'staffing' | 'placeId' | 'community'>,
  on: LocalDate,
  shifts: readonly Shift[],
  before: RosterRecord | undefined,
): Change<'booking.roster_moved'>[] => {
  const { thingId, capacity, staffing, placeId, community } = offering
  if (!staffing) throw new Error(`${thingId} has no staffing to make a roster for`)
  const seats = seatsByQuarter(capacity, staffing.ratio, shifts)
  const version = (before?.version ?? 0) + 1
  return [
    {
      put: {
        ...keys.roster(thingId, on),
        type: 'Roster',
        placeId,
        community,
        thingId,
        on,
        version,
        shifts,
        seats,
      },
      if: before ? equal('version', before.version) : absent(),
      else: 'booking.roster_moved',
    },
    blockChange(
      thingId,
      on,
      seats.map((now, quarter) => (before?.seats[quarter] ?? capacity) - now),
    ),
  ]
}
