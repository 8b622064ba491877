/** A class and its carers: how many seats a roster makes, and by which room and ratio it was counted. */
import { type DaySheet, QUARTERS } from '@yike/shared/booking/calendar'
import { type Shift, seatsByQuarter } from '@yike/shared/booking/rules/staffing'
import { type LocalDate, weekdayOf } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'

export type Seating = Pick<Offering, 'capacity' | 'staffing'>

/**
 * What the seats of a day follow from beside its roster: '10/3' is a room for ten, three to a carer; '10/-' one that needs
 * no carers. It stands on a day-sheet beside what was counted in, and a booking by another one is refused there.
 */
export const seatingOf = ({ capacity, staffing }: Seating): string => `${capacity}/${staffing?.ratio ?? '-'}`

/** Seats on sale in each quarter-hour of a day on which these are on duty. */
export const seatsOf = ({ capacity, staffing }: Seating, shifts: readonly Shift[]): number[] =>
  staffing
    ? seatsByQuarter(capacity, staffing.ratio, shifts)
    : Array.from({ length: QUARTERS }, () => capacity)

/** Taken of a day whose roster is not counted in yet: all but the seats of an ordinary week. */
export const sheetOfWeek = (offering: Offering, on: LocalDate): DaySheet => {
  if (!offering.staffing) return {}
  const seats = seatsOf(offering, shiftsOfWeek(offering, on))
  return Object.fromEntries(seats.map((free, quarter) => [quarter, offering.capacity - free]))
}

/** Who is on duty on a date of an ordinary week. */
export const shiftsOfWeek = ({ staffing }: Seating, on: LocalDate): readonly Shift[] =>
  staffing?.weekly[weekdayOf(on)] ?? []
