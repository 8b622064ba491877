import type { PreviewSeries, Series, SeriesPreview } from '@yike/shared/booking/schema/series'
import type { z } from '@yike/shared/kernel/zod'
import { useRef, useState } from 'react'
import { api } from '../platform/api'
import { now } from '../platform/spoken'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { isComing } from './view'
import { cancellable } from './view/series'

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

/** Giving up what is left of what was booked together; what can no longer be cancelled stays. */
export function useCancelRest(
  { seriesId, bookings }: Series,
  grantId: string | undefined,
  onChanged: () => Promise<void>,
) {
  const [cancelled, setCancelled] = useState(false)
  const cancelling = useSend(api.booking.cancelSeries)
  const at = now()
  return {
    ...cancellable(bookings, booking => isComing(booking, at)),
    /** It waits for staff to approve it. */
    asked: bookings.some(({ state }) => state === 'requested'),
    cancelled,
    cancelling,
    async cancel() {
      const done = await cancelling.send({ seriesId, grantId })
      await onChanged()
      if (done) setCancelled(true)
    },
  }
}
