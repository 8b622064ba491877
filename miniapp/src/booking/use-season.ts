import { api } from '../platform/api'
import { useMe } from '../platform/session'
import { storage } from '../platform/storage'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'

export const useSeason = (seasonId: string) =>
  useQuery(`booking.season:${seasonId}`, () => api.booking.season({ seasonId }))

/** Those of my community, latest first. */
export function useSeasons() {
  const community = useMe()?.community?.code
  return usePages(
    community ? `booking.seasons:${community}` : null,
    cursor => api.booking.seasons({ community: community ?? '', cursor }),
    { empty: ({ seasons }) => seasons.length === 0 },
  )
}

const placeOf = (seasonId: string) => `season:${seasonId}`

/** The digest that was published when this phone asked; null: it did not ask. The record of the draw is held against it. */
export const keptCommitment = (seasonId: string): string | null => storage.read<string>(placeOf(seasonId))

export const useFileWish = () =>
  useSend(async (input: Parameters<typeof api.booking.fileWish>[0]) => {
    const answer = await api.booking.fileWish(input)
    if (answer.ok && keptCommitment(input.seasonId) === null)
      storage.write(placeOf(input.seasonId), answer.value.commitment)
    return answer
  })
export const useWithdrawWish = () => useSend(api.booking.withdrawWish)

export const useDraw = (seasonId: string) =>
  useQuery(`booking.drawRecord:${seasonId}`, () => api.booking.drawRecord({ seasonId }))
