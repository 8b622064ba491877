import { api } from '../platform/api'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'

export const useGrants = (side: 'given' | 'held') =>
  usePages(`identity.grants:${side}`, cursor => api.identity.grants({ side, cursor }), {
    empty: ({ grants }) => grants.length === 0,
  })

export const useGrant = (grantId: string) =>
  useQuery(`identity.grant:${grantId}`, () => api.identity.grant({ grantId }))

export const useOfferGrant = () => useSend(api.identity.offerGrant)
export const useReadGrant = () => useSend(api.identity.readGrant)
export const useTakeGrant = () => useSend(api.identity.takeGrant)
export const useConfirmGrant = () => useSend(api.identity.confirmGrant)
export const useEndGrant = () => useSend(api.identity.endGrant)
