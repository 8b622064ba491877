/**
 * Rosters. What the carers on duty cannot look after is counted as taken on the day-sheet, by nobody: so the condition of
 * every booking stays the same, and an absence lowers the seats in the write in which it is reported.
 */
import type { Shift } from '@yike/shared/booking/rules/staffing'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { Instant, LocalDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import { absent, equal } from '../../platform/condition'
import { keys } from '../../platform/keys'
import { type Change, queryAll, recordOf, type Table } from '../../platform/table'
import { type Seating, seatingOf, seatsOf } from '../domain/staffing'
import { blockChange, keptFrom } from './sheet'

export interface RosterRecord {
  /** Of the offering by which it was set: where those wait who get its seats. */
  readonly placeId: Id<'place'>
  readonly community: RegionCode
  readonly thingId: Id<'thing'>
  readonly on: LocalDate
  readonly version: number
  readonly shifts: readonly Shift[]
  /** Nobody has set it: it is that of an ordinary week, and follows it. */
  readonly ofWeek?: true
  /** Seats in each quarter-hour, out of so many, as they were counted in. */
  readonly seats: readonly number[]
  readonly room: number
  /** By which room and ratio, as its day-sheet says it too. */
  readonly seating: string
}

export const loadRoster = async (
  table: Table,
  thingId: Id<'thing'>,
  on: LocalDate,
): Promise<RosterRecord | undefined> => {
  const item = await table.get(keys.roster(thingId, on), { consistent: true })
  return item && recordOf<RosterRecord>(item)
}

/** The rosters of a class that somebody has opened, from a date on, or from one to another. */
export const queryRosters = async (
  table: Table,
  thingId: Id<'thing'>,
  from: LocalDate,
  to: LocalDate = '~',
): Promise<RosterRecord[]> => {
  const { pk, sk } = keys.roster(thingId, from)
  const items = await queryAll(table, {
    pk,
    sk: { from: sk, to: keys.roster(thingId, to).sk },
    consistent: true,
  })
  return items.map(item => recordOf<RosterRecord>(item))
}

/** The roster by which something was decided still holds. */
export const rosterCheck = ({
  thingId,
  on,
  version,
}: Pick<RosterRecord, 'thingId' | 'on' | 'version'>): Change<'booking.roster_moved'> => ({
  check: keys.roster(thingId, on),
  if: equal('version', version),
  else: 'booking.roster_moved',
})

/**
 * Sets the roster of a day in place of the one that was read, or opens the day; and its seats with it. Which room and
 * ratio they follow from stands beside them: where those have changed meanwhile no booking is taken by these.
 */
export const rosterChanges = (
  offering: Seating & Pick<Offering, 'thingId' | 'placeId' | 'community'>,
  on: LocalDate,
  shifts: readonly Shift[],
  before: RosterRecord | undefined,
  ofWeek?: true,
  /** Since when it is kept for those who were moved for want of carers, if it is. */
  keptSince?: Instant,
): Change<'booking.roster_moved'>[] => {
  const { thingId, capacity: room, placeId, community } = offering
  const seats = seatsOf(offering, shifts)
  const seating = seatingOf(offering)
  const version = (before?.version ?? 0) + 1
  const blocked = seats.map(
    (now, quarter) => room - now - (before ? before.room - (before.seats[quarter] ?? 0) : 0),
  )
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
        ofWeek,
        seats,
        room,
        seating,
      },
      if: before ? equal('version', before.version) : absent(),
      else: 'booking.roster_moved',
    },
    blockChange(thingId, on, blocked, seating, keptSince ? keptFrom(keptSince) : {}),
  ]
}
