/** Lists of bookings: what is held at a place, what waits too long. */
import { holds } from '@yike/shared/booking/lifecycle'
import { LONGEST_OFFER_MINUTES } from '@yike/shared/booking/rules/waiting'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import {
  addDays,
  addMinutes,
  type Instant,
  instantAt,
  type LocalDate,
  localDate,
} from '@yike/shared/kernel/time'
import { indexes } from '../../platform/keys'
import { queryAll, type Table } from '../../platform/table'
import { asBooking, type BookingRecord } from './index'

/** The index shows a write a moment later, and clocks differ: so much more is looked at. */
export const OVERLAP_MINUTES = 15

/** What is held at a place on a date, and what waits there for staff of its community. */
export const queryHeld = async (
  table: Table,
  placeId: Id<'place'>,
  community: RegionCode,
  on: LocalDate,
  now: Instant,
): Promise<BookingRecord[]> => {
  const day = { since: instantAt(on, 0), until: instantAt(addDays(on, 1), 0) }
  const held = await queryHeldFrom(table, { placeId, community, now, ...day })
  return held.filter(({ startAt }) => localDate(startAt) === on)
}

export interface AskHeld {
  readonly placeId: Id<'place'>
  readonly community: RegionCode
  readonly now: Instant
  /** Bookings that begin from one moment on, until another if there is one. */
  readonly since: Instant
  readonly until?: Instant
}

/**
 * What is held at a place, also by who was only offered it. Besides its agenda, which ends with what may be booked ahead,
 * it reads what waits for staff of the community and its offers: not all who wait there.
 */
export const queryHeldFrom = async (
  table: Table,
  { placeId, community, now, since, until }: AskHeld,
): Promise<BookingRecord[]> => {
  const [pk, from] = indexes.byDeadline.agenda(placeId, since, '')
  const to = until === undefined ? '~' : indexes.byDeadline.agenda(placeId, until, '')[1]
  const [waitingPk] = indexes.byDeadline.waiting(community, '', '')
  const [queuePk] = indexes.byDeadline.queue(community, '', '', '', '')
  // Made by a clock that is ahead of ours, an offer ends a little later.
  const offersEnd = addMinutes(now, LONGEST_OFFER_MINUTES + OVERLAP_MINUTES)
  const [held, ...lists] = await Promise.all([
    queryAll(table, { index: 'by-deadline', pk, sk: { from, to } }),
    queryAll(table, { index: 'by-deadline', pk: waitingPk }),
    queryAll(table, { index: 'by-deadline', pk: queuePk, sk: { from: '0', to: `${offersEnd}~` } }),
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
