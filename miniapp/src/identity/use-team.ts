import { api } from '../platform/api'
import { usePages } from '../platform/use-pages'
import { useSend } from '../platform/use-send'

export const useTeams = () =>
  usePages('identity.teams', cursor => api.identity.teams({ cursor }), {
    empty: ({ teams }) => teams.length === 0,
  })

/** Never empty: what one may do stands above the list. */
export const useTeam = (teamId: string) =>
  usePages(`identity.team:${teamId}`, cursor => api.identity.team({ teamId, limit: 50, cursor }), {
    empty: () => false,
  })

export const useReadTeam = () => useSend(api.identity.readTeam)
export const useJoinTeam = () => useSend(api.identity.joinTeam)
export const useInviteMembers = () => useSend(api.identity.inviteMembers)
export const useSetMember = () => useSend(api.identity.setMember)
export const useRemoveMember = () => useSend(api.identity.removeMember)
export const useLeaveTeam = () => useSend(api.identity.leaveTeam)
