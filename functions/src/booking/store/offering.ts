/** Changing an offering: its new terms and the end of the old ones are one write. */
import { seatsByQuarter } from '@yike/shared/booking/rules/staffing'
import { MOST_DAYS_AHEAD } from '@yike/shared/booking/rules/terms'
import { addDays, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { type Offering, offeringChange } from '../../circle/handlers'
import type { Change, Table } from '../../platform/table'
import { queryRosters, type RosterRecord, reseatedChange } from './roster'
import { sheetTermsChange } from './sheet'

/** Offerings that take of one thing, each before and after. */
export type ChangedOfferings = readonly { readonly before: Offering; readonly after: Offering }[]

/**
 * The offerings as they are from now on, if nobody else has changed them since they were read; and on the day-sheet of
 * every date that their old terms let anybody book, the least version that may still be booked. Where the room or the
 * ratio of a class is another one, the seats of every day whose roster is open are counted anew in the same write.
 */
export const changeOfferingChanges = (
  changed: ChangedOfferings,
  now: Instant,
  rosters: readonly RosterRecord[] = [],
): Change<'booking.offering_moved' | 'booking.roster_moved'>[] => {
  const [first] = changed
  if (!first) return []
  const { thingId } = first.before
  const today = localDate(now)
  const ahead = Math.min(MOST_DAYS_AHEAD, Math.max(...changed.map(({ before }) => before.daysAhead)))
  const versions = Object.fromEntries(changed.map(({ after }) => [after.offeringId, after.version]))
  const reseated = new Map(rosters.map(roster => [roster.on, reseat(roster, first)]))
  const dates = Array.from({ length: ahead + 1 }, (_, i) => addDays(today, i))
  return [
    ...changed.map(({ before, after }) => offeringChange(after, before.version, 'booking.offering_moved')),
    ...dates.map(on => sheetTermsChange(thingId, on, versions, reseated.get(on)?.blocked)),
    ...[...reseated.values()].map(({ roster, seats }) => reseatedChange(roster, seats)),
  ]
}

const reseat = (roster: RosterRecord, { before, after }: ChangedOfferings[number]) => {
  const seats = seatsByQuarter(after.capacity, after.staffing?.ratio ?? 0, roster.shifts)
  const blocked = seats.map(
    (now, quarter) => after.capacity - now - (before.capacity - (roster.seats[quarter] ?? 0)),
  )
  return { roster, seats, blocked }
}

/** The rosters that must be counted anew with a change: none where neither room nor ratio moves. */
export const rostersToReseat = async (
  table: Table,
  changed: ChangedOfferings,
  today: LocalDate,
): Promise<RosterRecord[]> => {
  const [first] = changed
  const isMoved =
    first?.before.staffing &&
    (first.before.capacity !== first.after.capacity ||
      first.before.staffing.ratio !== first.after.staffing?.ratio)
  return isMoved ? queryRosters(table, first.before.thingId, today) : []
}
