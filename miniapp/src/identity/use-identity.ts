import { isStaff } from '@yike/shared/identity/rules'
import type { Home, Me } from '@yike/shared/identity/schema'
import { useEffect, useRef } from 'react'
import { api } from '../platform/api'
import { HOME, isFirstPage, startOver } from '../platform/route'
import { session } from '../platform/session'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
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

export const useCommunities = () =>
  useQuery('identity.communities', () => api.identity.communities({}), {
    empty: ({ communities }) => communities.length === 0,
  })

export const useSetHome = () => useSend(api.identity.setHome)
