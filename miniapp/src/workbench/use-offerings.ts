import { api } from '../platform/api'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import type { Stale } from '../platform/use-stale'

export const useOfferings = (placeId: string) =>
  useQuery(`booking.offerings:${placeId}`, () => api.booking.offerings({ placeId }))

/** Whom a change would leave without what they booked: asked before it is made. */
export const useAffected = () => useSend(api.booking.affected)

export const useAddOffering = () => useSend(api.booking.addOffering)
export const useChangeOffering = ({ tell }: Stale) => useSend(api.booking.changeOffering, tell)
