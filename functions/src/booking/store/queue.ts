/** Waiting lists: one list for each community, in which the clock finds what is due and a freed seat who waits for it. */
import type { Span } from '@yike/shared/booking/calendar'
import { queueOrder } from '@yike/shared/booking/rules/waiting'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import { absent, equal } from '../../platform/condition'
import { indexes, inIndex } from '../../platform/keys'
import { type Change, queryAll, type Table } from '../../platform/table'
import type { FullCode, Placed } from '../domain'
import { asBooking, type BookingRecord, bookingItem, takingChanges } from './index'

/** Where a booking stands in the list: at the start of its slot while it waits, at the end of the offer while that stands. */
export const queueIndex = ({
  state,
  community,
  startAt,
  deadlineAt,
  offeringId,
  queued,
  bookingId,
}: BookingRecord) => {
  if (!queued || (state !== 'waiting' && state !== 'offered')) return {}
  const dueAt = state === 'offered' && deadlineAt ? deadlineAt : startAt
  return inIndex(
    'by-deadline',
    indexes.byDeadline.queue(community, dueAt, offeringId, queueOrder(queued), bookingId),
  )
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

const query = async (table: Table, community: RegionCode, from: string, to: string) => {
  const [pk] = indexes.byDeadline.queue(community, '', '', '', '')
  return (await queryAll(table, { index: 'by-deadline', pk, sk: { from, to } })).map(asBooking)
}

/** Who waits in a community for slots that begin from one moment to another. */
export const queryQueue = async (
  table: Table,
  community: RegionCode,
  from: Instant,
  to: Instant,
): Promise<BookingRecord[]> =>
  (await query(table, community, from, `${to}~`)).filter(({ state }) => state === 'waiting')

/** Who waits for one slot, in the order in which they are asked. */
export const querySlotQueue = async (
  table: Table,
  { community, offeringId, startAt, endAt }: Span & { community: RegionCode; offeringId: Id<'offering'> },
): Promise<BookingRecord[]> =>
  (await query(table, community, `${startAt}#${offeringId}#`, `${startAt}#${offeringId}#~`)).filter(
    one => one.state === 'waiting' && one.endAt === endAt,
  )

/** Offers that nobody took in time, and who waited for a slot that has begun. */
export const missedOf = (table: Table, community: RegionCode, now: Instant): Promise<BookingRecord[]> =>
  query(table, community, '0', `${now}~`)
