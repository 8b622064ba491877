import { wholeRecord } from '@yike/shared/booking/rules/record'
import type { DrawRecord } from '@yike/shared/booking/schema/season/draw'
import { type Answer, offline } from '../platform/answer'
import { api } from '../platform/api'
import { useMe } from '../platform/session'
import { storage } from '../platform/storage'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { seasonWords as words } from './words/season'

/** With what I asked for, or whoever gave me this grant. */
export const useSeason = (seasonId: string | null, grantId?: string) =>
  useQuery(seasonId && `booking.season:${seasonId}:${grantId ?? ''}`, () =>
    api.booking.season({ seasonId: seasonId ?? '', grantId }),
  )

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

/** All that is published of a draw, out of its parts. */
export const useDraw = (seasonId: string) =>
  useQuery(`booking.drawRecord:${seasonId}`, () => askRecord(seasonId))

/** Two parts of different moments make no record: it is asked for anew, so often at most. */
const TRIES = 3

const askRecord = async (seasonId: string): Promise<Answer<DrawRecord>> => {
  for (let left = TRIES; ; left--) {
    const first = await api.booking.drawRecord({ seasonId })
    if (!first.ok) return first
    const others = await Promise.all(
      Array.from({ length: first.value.parts - 1 }, (_, i) =>
        api.booking.drawRecord({ seasonId, part: i + 1 }),
      ),
    )
    const failed = others.find(one => !one.ok)
    if (failed) return failed
    const value = wholeRecord([first, ...others].flatMap(one => (one.ok ? [one.value] : [])))
    if (value) return { ok: true, value }
    if (left === 1) return { ok: false, problem: { ...offline(), code: 'draw.moving', title: words.moving } }
  }
}
