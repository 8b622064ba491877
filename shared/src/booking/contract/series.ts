/** Repeat bookings: every date before it is booked, then all that were chosen or none. */
import type { Endpoint } from '../../kernel/contract'
import { AskSeries, CancelSeries, PlaceSeries, PreviewSeries, Series, SeriesPreview } from '../schema/series'

export const seriesEndpoints = {
  previewSeries: {
    method: 'POST',
    reads: true,
    path: '/series/preview',
    status: 200,
    access: ['resident'],
    summary: 'Every date of a repeat booking: whether it can be booked, why not, and what else there is',
    input: PreviewSeries,
    output: SeriesPreview,
    errors: ['booking.grant_over'],
  },
  placeSeries: {
    method: 'POST',
    path: '/series',
    status: 201,
    access: ['resident'],
    keyed: true,
    memory: 'record',
    summary: 'Book all of these times, or none of them',
    input: PlaceSeries,
    output: Series,
    errors: ['booking.series_moved', 'booking.series_long', 'booking.grant_over'],
  },
  series: {
    method: 'GET',
    path: '/series/:seriesId',
    status: 200,
    access: ['resident'],
    summary: 'Bookings of mine that were made together, or of whoever gave me a grant',
    input: AskSeries,
    output: Series,
    errors: ['booking.grant_over'],
  },
  cancelSeries: {
    method: 'POST',
    path: '/series/:seriesId/cancel',
    status: 200,
    access: ['resident'],
    summary: 'Cancel all of them that can still be cancelled; what became of each is in the answer',
    input: CancelSeries,
    output: Series,
    errors: ['booking.grant_over'],
  },
} as const satisfies Record<string, Endpoint>
