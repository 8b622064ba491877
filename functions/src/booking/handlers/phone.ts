/** The number under which somebody can be called about a booking. */
import type { Table } from '../../platform/table'
import type { ChildRecord } from '../domain'
import { type BookingRecord, loadPickups } from '../store'

/** So many children are read at a time. */
const AT_ONCE = 50

/** Of a child the one that its guardian has left for the class; else that from which somebody called to book. */
export const phoneOf = ({ phone }: BookingRecord, child?: ChildRecord): string | undefined =>
  child?.phone ?? phone

/** The same for many. */
export const phonesFor = async (
  table: Table,
  bookings: readonly BookingRecord[],
): Promise<(booking: BookingRecord) => string | undefined> => {
  const children = bookings.filter(({ kind }) => kind === 'childcare')
  const childOf = new Map<string, ChildRecord | undefined>()
  for (let first = 0; first < children.length; first += AT_ONCE) {
    const some = children.slice(first, first + AT_ONCE)
    const written = await loadPickups(table, some)
    for (const [i, { bookingId }] of some.entries()) childOf.set(bookingId, written[i]?.child)
  }
  return booking => phoneOf(booking, childOf.get(booking.bookingId))
}
