import { api } from '../platform/api'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import type { Stale } from '../platform/use-stale'

export const useOfferings = (placeId: string) =>
  useQuery(`booking.offerings:${placeId}`, () => api.booking.offerings({ placeId }))

export const useAddOffering = () => useSend(api.booking.addOffering)
export const useChangeOffering = ({ tell }: Stale) => useSend(api.booking.changeOffering, tell)
