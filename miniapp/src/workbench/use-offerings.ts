import type { Affected } from '@yike/shared/booking/schema/upkeep'
import { useState } from 'react'
import { api } from '../platform/api'
import { keptSignal } from '../platform/session'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import type { Stale } from '../platform/use-stale'
import { newOfferingDraft } from './view/offering/draft'

/** What was written of a new offering of a place, until it is added. */
export const offeringDraft = keptSignal('offering', { placeId: '', draft: newOfferingDraft() })

export const useOfferings = (placeId: string) =>
  useQuery(`booking.offerings:${placeId}`, () => api.booking.offerings({ placeId }))

/** Whom a change would leave without what they booked: asked before it is made. */
export function useAffected() {
  const [found, setFound] = useState<Affected | null>(null)
  const { send, busy, problem } = useSend(api.booking.affected)
  return {
    busy,
    problem,
    found,
    /** Somebody is hit: that is to be read before the change is made. */
    hit: found && found.count > 0 ? found : null,
    /** True: it was asked, and nobody is. */
    async hitsNobody(change: Parameters<typeof send>[0]): Promise<boolean> {
      const answer = await send(change)
      setFound(answer)
      return answer?.count === 0
    },
    forget: () => setFound(null),
  }
}

export const useAddOffering = () => useSend(api.booking.addOffering)
export const useChangeOffering = ({ tell }: Stale) => useSend(api.booking.changeOffering, tell)
