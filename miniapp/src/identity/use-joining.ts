import type { RegionCode } from '@yike/shared/identity/schema'
import { api } from '../platform/api'
import type { Point } from '../platform/geo'
import { HOME, open } from '../platform/route'
import { session, useMe } from '../platform/session'
import { useDraft } from '../platform/use-draft'
import { usePages } from '../platform/use-pages'
import { useSend } from '../platform/use-send'
import { saidName } from './view'

const COMMUNITIES_AT_ONCE = 20

/** Of all communities the ones that are meant: by what was typed, or the nearest first. */
export const useFoundCommunities = (search: string, near: Point | null) =>
  usePages(
    `identity.communities:${search}:${near ? `${near.lng.toFixed(3)},${near.lat.toFixed(3)}` : ''}`,
    cursor =>
      api.identity.communities({
        search,
        ...(near && { lng: near.lng, lat: near.lat }),
        limit: COMMUNITIES_AT_ONCE,
        cursor,
      }),
    { empty: ({ communities }) => communities.length === 0 },
  )

/** Moves to a community, or first comes to one, under the name that is written; then home. */
export function useJoining() {
  const me = useMe()
  const joining = useSend(api.identity.join)
  const { draft, change, forget } = useDraft('join', '', {
    name: saidName(me),
    community: me?.community ?? null,
  })
  return {
    joining,
    ...draft,
    change,
    async join(community: RegionCode, name: string) {
      const joined = await joining.send({ community, name })
      if (!joined) return
      session.keep(joined)
      forget()
      open(HOME)
    },
  }
}

export const useReadInvitation = () => useSend(api.identity.readInvitation)
export const useTakePost = () => useSend(api.identity.takePost)
