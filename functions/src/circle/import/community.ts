import { straightMeters } from '@yike/shared/circle/rules'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Region } from '../../identity/handlers'
import type { PlaceDraft } from './types'

/** Further from every place than this, a community has nothing to do with them. */
const NEAR_METERS = 3_000

/** The community nearest to the middle of the places, if there is one near. */
export const nearestCommunity = (
  regions: readonly Region[],
  places: readonly PlaceDraft[],
): RegionCode | undefined => {
  const middle = (axis: 'lng' | 'lat') =>
    places.map(place => place[axis]).sort((a, b) => a - b)[places.length >> 1]
  const [lng, lat] = [middle('lng'), middle('lat')]
  if (lng === undefined || lat === undefined) return undefined
  const [nearest] = regions
    .flatMap(({ level, code, center }) =>
      level === 'community' && center ? [{ code, meters: straightMeters(center, { lng, lat }) }] : [],
    )
    .sort((a, b) => a.meters - b.meters)
  return nearest && nearest.meters <= NEAR_METERS ? nearest.code : undefined
}
