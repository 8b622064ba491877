import { isStaff } from '@yike/shared/identity/rules'
import type { Home, Me, RegionCode } from '@yike/shared/identity/schema'
import { useEffect, useRef } from 'react'
import { api } from '../platform/api'
import type { Point } from '../platform/geo'
import { HOME, isFirstPage, leaveForm, open, startOver } from '../platform/route'
import { session } from '../platform/session'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'
import { useWide } from '../platform/use-wide'
import { useOutside } from '../ui/outside'
import { words } from './words'

/** Where I set out from: my door, else my community's centre; null while I have no community. */
export function doorstep({ home, community }: Me): Home | null {
  if (home) return home
  return community ? { label: words.centerOf(community.name), ...community.center } : null
}

const WORKBENCH = '/workbench/pages/queue'

/** Where somebody begins who has just come in: staff at a desk at their work. */
export const beginningOf = ({ roles }: Pick<Me, 'roles'>, wide: boolean): string =>
  wide && isStaff(roles) ? WORKBENCH : HOME

/** On the first page of residents: whoever begins elsewhere is led there once, and may come back. */
export function useBeginning(me: Me | null): void {
  const wide = useWide()
  const isBegun = useRef(false)
  useEffect(() => {
    if (!me || isBegun.current) return
    // A window that is made wider later is no beginning.
    isBegun.current = true
    const beginning = beginningOf(me, wide)
    if (isFirstPage() && beginning !== HOME) startOver(beginning)
  }, [me, wide])
}

/**
 * Asks who I am, again whenever the page is shown: staff may have given me a role since. Nobody is asked for at the door.
 */
export function useFreshMe() {
  const asked = useQuery(useOutside() ? null : 'identity.me', () => api.identity.me({}))
  const fresh = asked.state === 'ready' && asked.fresh ? asked.value : null
  useEffect(() => {
    if (fresh) session.refreshMe(fresh)
  }, [fresh])
  return asked
}

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

export const useCommunities = () =>
  useQuery('identity.communities', () => api.identity.communities({}), {
    empty: ({ communities }) => communities.length === 0,
  })

export const useSetHome = () => useSend(api.identity.setHome)

/** Moves to a community, or first comes to one; then home. */
export function useJoining() {
  const joining = useSend(api.identity.join)
  return {
    joining,
    async join(community: RegionCode, name: string) {
      const joined = await joining.send({ community, name })
      if (!joined) return
      session.keep(joined)
      open(HOME)
    },
  }
}

/** When somebody of the household was born; then back to whoever asked. */
export function useBorn(personId: string) {
  const setting = useSend(api.identity.setBorn)
  return {
    setting,
    async set(bornOn: string) {
      const me = await setting.send({ personId, bornOn })
      if (!me) return
      session.refreshMe(me)
      leaveForm()
    },
  }
}

/** Somebody more in the household. */
export function useAdding(onAdded: () => void) {
  const adding = useSendLater('identity.addPerson', '/identity/tab/index', ({ name }) => name)
  return {
    adding,
    async add(person: Parameters<typeof adding.send>[0]) {
      const me = await adding.send(person)
      if (!me) return
      session.refreshMe(me)
      onAdded()
    },
  }
}

export const useReadInvitation = () => useSend(api.identity.readInvitation)
export const useTakePost = () => useSend(api.identity.takePost)
