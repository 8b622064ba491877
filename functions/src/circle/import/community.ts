import { straightMeters } from '@yike/shared/circle/rules'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
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

/** Each thing to the nearest community that is near at all; what stands far from every one is left out. */
export const byCommunity = <T extends { readonly position: Position }>(
  regions: readonly Region[],
  things: readonly T[],
): Map<RegionCode, T[]> => {
  const homes = regions.flatMap(({ level, code, center }) =>
    level === 'community' && center ? [{ code, center }] : [],
  )
  const found = new Map<RegionCode, T[]>()
  for (const thing of things) {
    let best: RegionCode | undefined
    let least = NEAR_METERS
    for (const { code, center } of homes) {
      const meters = straightMeters(center, thing.position)
      if (meters < least) [best, least] = [code, meters]
    }
    if (best === undefined) continue
    const theirs = found.get(best) ?? []
    theirs.push(thing)
    found.set(best, theirs)
  }
  return found
}
