/** Lists of bookings: what is held at a place, what waits too long, what is somebody's own. */
import { holds } from '@yike/shared/booking/lifecycle'
import { LONGEST_OFFER_MINUTES } from '@yike/shared/booking/rules/waiting'
import type { AskMine } from '@yike/shared/booking/schema'
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
import { type Item, queryAll, queryPages, type Table } from '../../platform/table'
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
export const queryHeldFrom = async (table: Table, ask: AskHeld): Promise<BookingRecord[]> => {
  const pages = await Promise.all(listsOf(ask).map(list => queryAll(table, list)))
  return heldIn(pages.flat(), ask)
}

/** The same, a page of a list at a time: what is done with a page no longer stands in the lists. */
export async function* pagesHeldFrom(table: Table, ask: AskHeld): AsyncGenerator<BookingRecord[]> {
  for (const list of listsOf(ask))
    for await (const items of queryPages(table, { ...list, limit: PAGE })) yield heldIn(items, ask)
}

const PAGE = 100

const listsOf = ({ placeId, community, now, since, until }: AskHeld) => {
  const [pk, from] = indexes.byDeadline.agenda(placeId, since, '')
  const to = until === undefined ? '~' : indexes.byDeadline.agenda(placeId, until, '')[1]
  const [waitingPk] = indexes.byDeadline.waiting(community, '', '')
  const [queuePk] = indexes.byDeadline.queue(community, '', '', '', '')
  // Made by a clock that is ahead of ours, an offer ends a little later.
  const offersEnd = addMinutes(now, LONGEST_OFFER_MINUTES + OVERLAP_MINUTES)
  return [
    { index: 'by-deadline', pk, sk: { from, to } },
    { index: 'by-deadline', pk: waitingPk },
    { index: 'by-deadline', pk: queuePk, sk: { from: '0', to: `${offersEnd}~` } },
  ] as const
}

const heldIn = (items: readonly Item[], { placeId, since, until }: AskHeld): BookingRecord[] =>
  items
    .filter(({ type }) => type === 'Booking')
    .map(asBooking)
    .filter(
      one =>
        one.placeId === placeId &&
        holds(one.state) &&
        since <= one.startAt &&
        (until === undefined || one.startAt < until),
    )

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

/** Bookings of a resident that begin from one moment on, until another if there is one; offers where their answer is due. */
export const queryOwnedSince = async (
  table: Table,
  residentId: Id<'resident'>,
  since: Instant,
  until?: Instant,
): Promise<BookingRecord[]> => {
  const [pk, from] = indexes.byOwner.bookings(residentId, since, '')
  const to = until === undefined ? '~' : indexes.byOwner.bookings(residentId, until, '')[1]
  return (await queryAll(table, { index: 'by-owner', pk, sk: { from, to } })).map(asBooking)
}

const DAY_MINUTES = 24 * 60

/** A page of a resident's bookings as `AskMine` says, by their start; offers by when they have to be answered. */
export const queryBookings = (
  table: Table,
  residentId: Id<'resident'>,
  now: Instant,
  { when, ...page }: AskMine,
) => {
  const [pk, from] = indexes.byOwner.bookings(residentId, addMinutes(now, -DAY_MINUTES), '')
  const sk = when === 'coming' ? { from, to: '~' } : { from: '0', to: from }
  return table.query({ index: 'by-owner', pk, sk, newestFirst: when === 'past', ...page })
}
