import type { PreviewSeries, SeriesPreview } from '@yike/shared/booking/schema/series'
import type { z } from '@yike/shared/kernel/zod'
import { useRef } from 'react'
import { api } from '../platform/api'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'

/** Every date of what is wished for; while another wish is asked about, the dates of the last one stay. */
export function useSeriesPreview(wish: z.input<typeof PreviewSeries> | null) {
  const last = useRef<SeriesPreview | null>(null)
  const query = useQuery(wish && `booking.previewSeries:${JSON.stringify(wish)}`, () =>
    api.booking.previewSeries(wish as z.input<typeof PreviewSeries>),
  )
  if (query.state === 'ready') last.current = query.value
  return query.state === 'loading' && last.current
    ? { ...query, state: 'ready' as const, value: last.current, fresh: false }
    : query
}

/** All of them or none: without a network nothing is kept for later, for by then the dates are others. */
export const usePlaceSeries = () => useSend(api.booking.placeSeries)

export const useSeries = (seriesId: string, grantId?: string) =>
  useQuery(`booking.series:${seriesId}:${grantId ?? ''}`, () => api.booking.series({ seriesId, grantId }))
export const useCancelSeries = () => useSend(api.booking.cancelSeries)
