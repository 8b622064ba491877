import { api } from '../platform/api'
import { useMe } from '../platform/session'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'

export const useSeason = (seasonId: string) =>
  useQuery(`booking.season:${seasonId}`, () => api.booking.season({ seasonId }))

/** Those of my community, latest first. */
export function useSeasons() {
  const community = useMe()?.community?.code
  return useQuery(community ? `booking.seasons:${community}` : null, async () => {
    const answer = await api.booking.seasons({ community: community ?? '' })
    return answer.ok ? { ...answer, value: answer.value.seasons } : answer
  })
}

export const useFileWish = () => useSend(api.booking.fileWish)
export const useWithdrawWish = () => useSend(api.booking.withdrawWish)

export const useDraw = (seasonId: string) =>
  useQuery(`booking.drawRecord:${seasonId}`, () => api.booking.drawRecord({ seasonId }))
