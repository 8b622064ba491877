import { api } from '../platform/api'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import type { Stale } from '../platform/use-stale'

export const useSeasonsOf = (community: string) =>
  usePages(`booking.seasonsOf:${community}`, cursor => api.booking.seasons({ community, cursor }), {
    empty: ({ seasons }) => seasons.length === 0,
  })

export const useSeasonDesk = (seasonId: string) =>
  useQuery(`booking.season:${seasonId}`, () => api.booking.season({ seasonId }))

export const useOpenSeason = () => useSend(api.booking.openSeason)
export const useDrawSeason = ({ tell }: Stale) => useSend(api.booking.drawSeason, tell)
export const useCallOffSeason = ({ tell }: Stale) => useSend(api.booking.callOffSeason, tell)
