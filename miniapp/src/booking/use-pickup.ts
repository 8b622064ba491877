import { api } from '../platform/api'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import type { Stale } from '../platform/use-stale'

export const PICKUP = '/booking/pages/pickup'

/** Whoever waits for their child looks again so often. */
export const PICKUP_EVERY_MS = 20_000

export const usePickup = (bookingId: string) =>
  useQuery(`booking.pickup:${bookingId}`, () => api.booking.pickup({ bookingId }))

export const useNameFetcher = () => useSend(api.booking.nameFetcher)
export const useCorrectFetcher = () => useSend(api.booking.correctFetcher)
export const useEndFetcher = () => useSend(api.booking.endFetcher)
export const useSetContact = () => useSend(api.booking.setContact)
export const useInstruct = () => useSend(api.booking.instruct)
export const useMakeCode = ({ tell }: Stale) => useSend(api.booking.makePickupCode, tell)
export const useEndCode = () => useSend(api.booking.endPickupCode)
