/** Who was displaced from a place: a list of it that shows every write at once, kept until the time that was booked is over. */
import type { Span } from '@yike/shared/booking/calendar'
import type { Id } from '@yike/shared/kernel/id'
import { addDays, type Instant, instantAt, type LocalDate } from '@yike/shared/kernel/time'
import { keys } from '../../platform/keys'
import { type Change, type Item, queryPages, type Table } from '../../platform/table'
import { asBooking, type BookingRecord } from './index'

/** Goes into the write that displaces somebody, with what they held before it. */
export const displacedChange = ({
  placeId,
  startAt,
  endAt,
  bookingId,
}: Pick<BookingRecord, 'placeId' | 'bookingId'> & Span): Change<never> => ({
  put: {
    ...keys.displaced(placeId, startAt, bookingId),
    type: 'Displaced',
    bookingId,
    expiresAtSeconds: Math.floor(Date.parse(endAt) / 1000),
  },
})

/** Read at a time. */
const PAGE = 100

/**
 * Who was displaced from a place, of what begins from now on, between these dates; as they are now, whatever has become
 * of them, a page at a time.
 */
export async function* pagesDisplaced(
  table: Table,
  placeId: Id<'place'>,
  now: Instant,
  dates: { readonly from?: LocalDate; readonly to?: LocalDate } = {},
): AsyncGenerator<BookingRecord[]> {
  const since = dates.from && instantAt(dates.from, 0)
  const { pk, sk: from } = keys.displaced(placeId, since && since > now ? since : now, '')
  const { sk: to } = keys.displaced(
    placeId,
    dates.to === undefined ? '~' : instantAt(addDays(dates.to, 1), 0),
    '',
  )
  for await (const items of queryPages(table, { pk, sk: { from, to }, consistent: true, limit: PAGE })) {
    const found = await table.getAll(
      items.map(({ bookingId }: Item) => keys.booking(bookingId)),
      { consistent: true },
    )
    yield found.flatMap(item => (item ? [asBooking(item)] : []))
  }
}
