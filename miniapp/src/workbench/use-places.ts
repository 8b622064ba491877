import type { PlaceKind } from '@yike/shared/circle/schema'
import type { PlaceNeed } from '@yike/shared/circle/schema/upkeep'
import { api } from '../platform/api'
import { keptSignal } from '../platform/use-draft'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import type { Stale } from '../platform/use-stale'
import { newDraft } from './view/place'

const MOST = 50

/** What was written of a new place, until it is registered. */
export const placeDraft = keptSignal('place', newDraft())

export interface PlacesWish {
  readonly community: string
  readonly kind?: PlaceKind | undefined
  readonly search?: string | undefined
  readonly need?: PlaceNeed | 'closed' | undefined
  /** Only those that have it. */
  readonly has?: 'roster' | 'bookings' | undefined
}

export const useDirectory = (wish: PlacesWish) =>
  usePages(
    `circle.directory:${JSON.stringify(wish)}`,
    cursor => api.circle.directory({ ...wish, limit: MOST, cursor }),
    { empty: ({ places, cursor }) => places.length === 0 && !cursor },
  )

export const useEntry = (placeId: string) =>
  useQuery(`circle.entry:${placeId}`, () => api.circle.entry({ placeId }))

export const useAddPlace = () => useSend(api.circle.addPlace)
export const useChangePlace = ({ tell }: Stale) => useSend(api.circle.changePlace, tell)
export const useAssurePlace = ({ tell }: Stale) => useSend(api.circle.assurePlace, tell)
export const useClosePlace = ({ tell }: Stale) => useSend(api.circle.closePlace, tell)
export const useReopenPlace = ({ tell }: Stale) => useSend(api.circle.reopenPlace, tell)
