import { api } from '../platform/api'
import { usePages } from '../platform/use-pages'
import { useSend } from '../platform/use-send'

/** Never empty: the form that registers stands beside the list. */
export const useTeamsOf = (community: string) =>
  usePages(
    community ? `identity.teamsOf:${community}` : null,
    cursor => api.identity.teamsOf({ community, limit: 50, cursor }),
    { empty: () => false },
  )

/** Only once it is asked for: everybody on it reads who looked. */
export const useMembers = (teamId: string) =>
  usePages(`identity.team:${teamId}`, cursor => api.identity.team({ teamId, limit: 50, cursor }), {
    empty: ({ list }) => list.length === 0,
  })

export const useRegisterTeam = () => useSend(api.identity.registerTeam)
export const useInviteLeader = () => useSend(api.identity.inviteLeader)
export const useCloseTeam = () => useSend(api.identity.closeTeam)
export const useReopenTeam = () => useSend(api.identity.reopenTeam)
export const useRemoveMember = () => useSend(api.identity.removeMember)
