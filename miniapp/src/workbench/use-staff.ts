import { api } from '../platform/api'
import { usePages } from '../platform/use-pages'
import { useSend } from '../platform/use-send'

const MOST = 50

/** Never empty: the form that invites stands below the list. */
export const useStaff = (region: string) =>
  usePages(
    `identity.staff:${region}`,
    cursor => api.identity.staff({ ...(region && { region }), limit: MOST, cursor }),
    { empty: () => false },
  )

export const useInvite = () => useSend(api.identity.inviteStaff)
export const useEndPost = () => useSend(api.identity.endPost)
