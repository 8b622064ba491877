import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import type { Need, PlaceCard, PlaceKind, PriceClass } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'
import { useEffect } from 'react'
import { api } from '../platform/api'
import { cache } from '../platform/cache'
import { useComfort } from '../platform/comfort'
import { type Point, type Whereabouts, whereAmI } from '../platform/geo'
import { personalSignal } from '../platform/session'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { seenFor } from './view/seen'

export interface Wish {
  minutes: number
  kind?: PlaceKind | undefined
  search?: string | undefined
  openNow?: boolean
  openLate?: boolean
  bookable?: boolean
  stepFree?: boolean
  price?: PriceClass | undefined
  /** Who walks; absent: whoever holds the phone. */
  profile?: WalkProfile
}

/** Who walks, as an address says it. */
export const walkerOf = (said: string | undefined): WalkProfile | undefined =>
  walkProfiles.find(one => one === said)

/** Who walks unless somebody else is named: minutes in 长辈版 are those of an old person's pace, as the street counts them. */
const useWalker = (): WalkProfile => (useComfort().elder ? 'elder' : 'ordinary')

const PAGE = 20
export const QUARTER_MINUTES = 15

const spot = ({ lng, lat }: Point): string => `${lng.toFixed(4)},${lat.toFixed(4)}`

const yes = (wanted: boolean | undefined) => (wanted ? '1' : undefined)

/** Places around a point that answer a wish, nearest first; waits while the point is not known. */
export const useNear = (from: Position | null, wish: Wish, limit = PAGE) => {
  const self = useWalker()
  const { minutes, kind, search, price, profile = self } = wish
  const asked = {
    minutes,
    profile,
    kind,
    search: search || undefined,
    openNow: yes(wish.openNow),
    openLate: yes(wish.openLate),
    bookable: yes(wish.bookable),
    stepFree: yes(wish.stepFree),
    price,
    limit,
  } as const
  return usePages(
    from && `circle.near:${spot(from)}:${profile}:${JSON.stringify(asked)}`,
    cursor => api.circle.near({ lng: from?.lng ?? 0, lat: from?.lat ?? 0, ...asked, cursor }),
    { empty: ({ places }) => places.length === 0 },
  )
}

/** What answers each need within a quarter of an hour, open places first: one read. */
export const useAround = ({ lng, lat }: Position) => {
  const profile = useWalker()
  return useQuery(`circle.around:${spot({ lng, lat })}:${profile}`, () =>
    api.circle.around({ lng, lat, minutes: QUARTER_MINUTES, profile }),
  )
}

/** The streets that a walk reaches. */
export const useBands = (from: Position | null, wish: Wish) => {
  const self = useWalker()
  const { minutes, profile = self } = wish
  return useQuery(from && `circle.bands:${spot(from)}:${minutes}:${profile}`, () =>
    api.circle.bands({ lng: from?.lng ?? 0, lat: from?.lat ?? 0, minutes, profile }),
  )
}

/** Places around a point that this phone was shown before, for whoever walks. */
export const useSeen = (from: Position, wish: Wish): PlaceCard[] => {
  const self = useWalker()
  const { profile = self } = wish
  const lists = cache.readAll<{ places: readonly PlaceCard[] }>(`circle.near:${spot(from)}:${profile}:`)
  const homes = cache.readAll<{ needs: readonly Need[] }>(`circle.around:${spot(from)}:${profile}`)
  return seenFor(
    wish,
    [...lists, ...homes.flatMap(({ needs }) => needs)].flatMap(({ places }) => places),
  )
}

/** One place; minutes on foot are counted from `from` where that is known. `waits`: it is about to be. */
export const usePlace = (
  placeId: string,
  from: Position | null,
  { profile: asked, waits = false }: { profile?: WalkProfile | undefined; waits?: boolean } = {},
) => {
  const self = useWalker()
  const profile = asked ?? self
  return useQuery(waits ? null : `circle.place:${placeId}:${from ? `${spot(from)}:${profile}` : ''}`, () =>
    api.circle.place({ placeId, ...(from ? { lng: from.lng, lat: from.lat, profile } : {}) }),
  )
}

/** The places that somebody wants to find again; minutes are counted from `from`. */
export const useFavourites = (from: Position) => {
  const profile = useWalker()
  return useQuery(
    `circle.favourites:${spot(from)}:${profile}`,
    () => api.circle.favourites({ lng: from.lng, lat: from.lat, profile }),
    { empty: ({ places }) => places.length === 0 },
  )
}

export const useFavour = () => useSend(api.circle.favour)

/** Where the phone was when it was asked last: goes along from page to page, and stands in no address. */
const lastHere = personalSignal<Whereabouts | null>(null)

/** Where to set out from: home, or where the phone is. Null while the phone is asked for the first time. */
export function useStart(home: Position | null, wanted: Whereabouts['from']): Whereabouts | null {
  const here = lastHere.use()
  const asked = wanted === 'here'
  const { lng, lat } = home ?? { lng: 0, lat: 0 }
  useEffect(() => {
    if (asked) whereAmI({ lng, lat }).then(lastHere.set)
  }, [asked, lng, lat])
  if (!home) return null
  return asked ? here : { lng, lat, from: 'home' }
}
