/** Lists of bookings: what is held at a place, what waits too long. */
import { holds } from '@yike/shared/booking/lifecycle'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { addDays, type Instant, instantAt, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { indexes } from '../../platform/keys'
import { queryAll, type Table } from '../../platform/table'
import { asBooking, type BookingRecord } from './index'

/** What is held at a place on a date, and what waits there for staff of its community. */
export const queryHeld = async (
  table: Table,
  placeId: Id<'place'>,
  community: RegionCode,
  on: LocalDate,
): Promise<BookingRecord[]> =>
  (await queryHeldFrom(table, placeId, community, instantAt(on, 0), instantAt(addDays(on, 1), 0))).filter(
    ({ startAt }) => localDate(startAt) === on,
  )

/** The same of bookings that begin from one moment on, until another if there is one; also what is held for somebody who was offered it. */
export const queryHeldFrom = async (
  table: Table,
  placeId: Id<'place'>,
  community: RegionCode,
  since: Instant,
  until?: Instant,
): Promise<BookingRecord[]> => {
  const [pk, from] = indexes.byDeadline.agenda(placeId, since, '')
  const to = until === undefined ? '~' : indexes.byDeadline.agenda(placeId, until, '')[1]
  const [waitingPk] = indexes.byDeadline.waiting(community, '', '')
  const [queuePk] = indexes.byDeadline.queue(community, '', '', '', '')
  const [held, ...lists] = await Promise.all([
    queryAll(table, { index: 'by-deadline', pk, sk: { from, to } }),
    queryAll(table, { index: 'by-deadline', pk: waitingPk }),
    queryAll(table, { index: 'by-deadline', pk: queuePk }),
  ])
  const asked = lists.flat().filter(item => item.type === 'Booking' && item.placeId === placeId)
  return [...held, ...asked]
    .map(asBooking)
    .filter(
      ({ state, startAt }) => holds(state) && since <= startAt && (until === undefined || startAt < until),
    )
}

/** Bookings of a community that should have been answered by `now`, those due before `since` left out. */
export const queryOverdue = async (
  table: Table,
  community: RegionCode,
  now: Instant,
  since: Instant | undefined,
): Promise<BookingRecord[]> => {
  const [pk, to] = indexes.byDeadline.waiting(community, now, '~')
  const waited = await queryAll(table, { index: 'by-deadline', pk, sk: { from: since ?? '0', to } })
  return waited.filter(item => item.type === 'Booking').map(asBooking)
}

/** Bookings of a resident that begin from one moment on. */
export const queryOwnedSince = async (
  table: Table,
  residentId: Id<'resident'>,
  since: Instant,
): Promise<BookingRecord[]> => {
  const [pk, from] = indexes.byOwner.bookings(residentId, since, '')
  return (await queryAll(table, { index: 'by-owner', pk, sk: { from, to: '~' } })).map(asBooking)
}
