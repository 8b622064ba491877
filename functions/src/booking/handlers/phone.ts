/** The number under which somebody can be called about a booking. */
import type { Table } from '../../platform/table'
import { type BookingRecord, loadPickups } from '../store'

/** So many children are read at a time. */
const AT_ONCE = 50

/** Of a child the one that its guardian has left for the class; else that from which somebody called to book. */
export const phonesFor = async (
  table: Table,
  bookings: readonly BookingRecord[],
): Promise<(booking: BookingRecord) => string | undefined> => {
  const children = bookings.filter(({ kind }) => kind === 'childcare')
  const left = new Map<string, string | undefined>()
  for (let first = 0; first < children.length; first += AT_ONCE) {
    const some = children.slice(first, first + AT_ONCE)
    const written = await loadPickups(table, some)
    for (const [i, { bookingId }] of some.entries()) left.set(bookingId, written[i]?.child.phone)
  }
  return ({ bookingId, phone }) => left.get(bookingId) ?? phone
}
