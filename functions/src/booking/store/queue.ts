/** Waiting lists: one list for each community, in which the clock finds what is due and a freed seat who waits for it. */
import type { Span } from '@yike/shared/booking/calendar'
import { queueOrder } from '@yike/shared/booking/rules/waiting'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import { absent, equal } from '../../platform/condition'
import { indexes, inIndex } from '../../platform/keys'
import { type Change, type Item, queryAll, recordOf, type Table } from '../../platform/table'
import type { FullCode, Placed } from '../domain'
import { asBooking, type BookingRecord, bookingItem } from './index'
import { takingChanges } from './taking'

/**
 * Where a booking stands in the list: at the start of its slot while it waits, at the end of the offer while that stands,
 * and while nothing is found in place of it where it is next looked for.
 */
export const queueIndex = (booking: BookingRecord) => {
  const { community, offeringId, queued, bookingId } = booking
  const dueAt = dueOf(booking)
  const order = queued ? queueOrder(queued) : ''
  return (
    dueAt && inIndex('by-deadline', indexes.byDeadline.queue(community, dueAt, offeringId, order, bookingId))
  )
}

const dueOf = ({ state, startAt, deadlineAt, seekAt }: BookingRecord): Instant | undefined => {
  if (state === 'waiting') return startAt
  if (state === 'offered') return deadlineAt ?? startAt
  return state === 'displaced' ? seekAt : undefined
}

/** Joins the list, or joins it again: nobody else has moved the entry since it was read. */
export const joinChanges = (
  entry: BookingRecord,
  before: BookingRecord | undefined,
): Change<'booking.wrong_state'>[] => [
  {
    put: bookingItem(entry),
    if: before ? equal('version', before.version) : absent(),
    else: 'booking.wrong_state',
  },
]

/** The offer and the seat that is held for it are one write: between them nobody can come. */
export const offerChanges = (
  before: BookingRecord,
  placed: Placed,
): Change<FullCode | 'booking.quota_used' | 'booking.wrong_state'>[] => [
  { put: bookingItem(placed.booking), if: equal('version', before.version), else: 'booking.wrong_state' },
  ...takingChanges(placed),
]

const query = (table: Table, community: RegionCode, from: string, to: string): Promise<Item[]> => {
  const [pk] = indexes.byDeadline.queue(community, '', '', '', '')
  return queryAll(table, { index: 'by-deadline', pk, sk: { from, to } })
}

const waitingIn = (items: readonly Item[]): BookingRecord[] =>
  items.filter(({ state }) => state === 'waiting').map(asBooking)

/** Who waits in a community for slots that begin from one moment to another. */
export const queryQueue = async (
  table: Table,
  community: RegionCode,
  from: Instant,
  to: Instant,
): Promise<BookingRecord[]> => waitingIn(await query(table, community, from, `${to}~`))

/** Who waits for one slot, in the order in which they are asked. */
export const querySlotQueue = async (
  table: Table,
  { community, offeringId, startAt, endAt }: Span & { community: RegionCode; offeringId: Id<'offering'> },
): Promise<BookingRecord[]> =>
  waitingIn(await query(table, community, `${startAt}#${offeringId}#`, `${startAt}#${offeringId}#~`)).filter(
    one => one.endAt === endAt,
  )

/**
 * What is due: offers that nobody took in time, who waited in vain, for whom something is sought, offerings to look at,
 * seasons that close or have to be gone on with.
 */
export const queryDue = async (
  table: Table,
  community: RegionCode,
  now: Instant,
): Promise<{ bookings: BookingRecord[]; offerings: Offering[]; seasonIds: Id<'season'>[] }> => {
  const due = await query(table, community, '0', `${now}~`)
  return {
    bookings: due.filter(({ type }) => type === 'Booking').map(asBooking),
    offerings: due.filter(({ type }) => type === 'Offering').map(item => recordOf<Offering>(item)),
    seasonIds: due.filter(({ type }) => type === 'Season').map(({ seasonId }) => seasonId),
  }
}
