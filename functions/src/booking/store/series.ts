/** Bookings that were made together. The series itself only says which they are, and for what wish. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { absent } from '../../platform/condition'
import { keys } from '../../platform/keys'
import { type Change, recordOf, type Table } from '../../platform/table'
import type { FullCode, Placed } from '../domain'
import { type BookingRecord, bookingItem, loadBooking } from './index'
import { takingChanges } from './taking'

export interface SeriesRecord {
  readonly seriesId: Id<'series'>
  readonly residentId: Id<'resident'>
  readonly community: RegionCode
  /** Digest of the wish that its id was made for; see `onceByRecord`. */
  readonly asked: string
  /** Soonest first. */
  readonly bookingIds: readonly Id<'booking'>[]
}

export const seriesItem = (series: SeriesRecord) => ({
  ...keys.series(series.seriesId),
  type: 'Series',
  ...series,
})

/** The one write of all of them. */
export const newSeriesChanges = (
  series: SeriesRecord,
  placed: readonly Placed[],
): Change<FullCode | 'booking.quota_used' | 'booking.known'>[] => [
  { put: seriesItem(series), if: absent(), else: 'booking.known' },
  ...takingChanges(...placed),
  ...placed.map(({ booking }) => ({
    put: bookingItem(booking),
    if: absent(),
    else: 'booking.known' as const,
  })),
]

export const loadSeries = async (
  table: Table,
  seriesId: Id<'series'>,
): Promise<{ series: SeriesRecord; bookings: BookingRecord[] } | undefined> => {
  const item = await table.get(keys.series(seriesId), { consistent: true })
  if (!item) return undefined
  const series = recordOf<SeriesRecord>(item)
  const bookings = await Promise.all(series.bookingIds.map(bookingId => loadBooking(table, bookingId)))
  return { series, bookings: bookings.flatMap(one => one ?? []) }
}
