/** Who may fetch a child, and its day at the class: keys, and the conditions that let a code work once. */
import { handoverExpiry } from '@yike/shared/booking/rules/pickup'
import type { Id } from '@yike/shared/kernel/id'
import type { Result } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { absent, type Condition, equal } from '../../platform/condition'
import { indexes, keys } from '../../platform/keys'
import { type Change, type Item, type Page, recordOf, type Table } from '../../platform/table'
import type { ChildRecord, Fetching, HandoverRecord } from '../domain'
import { type BookingRecord, moveChanges } from './index'

/** Of a child that is not booked any more nobody needs to know who fetched it. */
const KEPT_DAYS = 400

const seconds = (at: Instant) => Math.floor(Date.parse(at) / 1000)

const asRead = ({ version }: { readonly version: number }): Condition =>
  version === 0 ? absent() : equal('version', version)

/** All that has changed, if none of it was moved since it was read. Who may fetch is asked again by every write. */
export const pickupChanges = (
  before: Fetching,
  after: Fetching,
  now: Instant,
): Change<'booking.pickup_moved'>[] => {
  const stale = 'booking.pickup_moved'
  const { child, handover, booking } = after
  const childKey = keys.pickup(child.personId)
  return [
    child === before.child
      ? { check: childKey, if: asRead(child), else: stale }
      : {
          put: {
            ...{ ...childKey, type: 'Pickup', ...child },
            expiresAtSeconds: seconds(now) + KEPT_DAYS * 86_400,
          },
          if: asRead(before.child),
          else: stale,
        },
    ...(handover === before.handover
      ? []
      : [
          {
            put: {
              ...{ ...keys.handover(handover.bookingId), type: 'Handover', ...handover },
              expiresAtSeconds: seconds(handoverExpiry(booking)),
            },
            if: asRead(before.handover),
            else: stale,
          } as const,
        ]),
    ...(booking === before.booking
      ? []
      : moveChanges(before.booking, booking).map(change => ({ ...change, else: stale }) as const)),
  ]
}

const noChild = (personId: Id<'person'>): ChildRecord => ({ personId, version: 0, fetchers: [] })
const noHandover = ({ bookingId, residentId }: BookingRecord): HandoverRecord => ({
  ...{ bookingId, residentId, version: 0, timeline: [] },
})

const withoutExpiry = <R>(item: Item): R => {
  const { expiresAtSeconds: _, ...record } = recordOf<R & { expiresAtSeconds: number }>(item)
  return record as R
}

type Written = Pick<Fetching, 'child' | 'handover'>

const asWritten = (booking: BookingRecord, child: Item | undefined, handover: Item | undefined): Written => ({
  child: child ? withoutExpiry(child) : noChild(booking.personId),
  handover: handover ? withoutExpiry(handover) : noHandover(booking),
})

export const loadPickup = async (table: Table, booking: BookingRecord): Promise<Written> => {
  const [child, handover] = await Promise.all([
    table.get(keys.pickup(booking.personId), { consistent: true }),
    table.get(keys.handover(booking.bookingId), { consistent: true }),
  ])
  return asWritten(booking, child, handover)
}

/** Of many bookings. */
export const loadPickups = async (table: Table, bookings: readonly BookingRecord[]): Promise<Written[]> => {
  const childKeys = new Map(bookings.map(({ personId }) => [personId, keys.pickup(personId)]))
  const found = await table.getAll([
    ...childKeys.values(),
    ...bookings.map(({ bookingId }) => keys.handover(bookingId)),
  ])
  const byKey = new Map(found.map(item => [item && `${item.pk} ${item.sk}`, item]))
  const at = ({ pk, sk }: { pk: string; sk: string }) => byKey.get(`${pk} ${sk}`)
  return bookings.map(booking =>
    asWritten(booking, at(keys.pickup(booking.personId)), at(keys.handover(booking.bookingId))),
  )
}

/** A page of what is held at a place from one moment to another, by the start. */
export const queryAgenda = (
  table: Table,
  placeId: Id<'place'>,
  since: Instant,
  until: Instant,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<Page, 'request.malformed'>> => {
  const [pk, from] = indexes.byDeadline.agenda(placeId, since, '')
  const to = indexes.byDeadline.agenda(placeId, until, '')[1]
  return table.query({ index: 'by-deadline', pk, sk: { from, to }, ...page })
}
