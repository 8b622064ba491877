import { METERS_PER_DEGREE, straightMeters } from '@yike/shared/circle/rules'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import type { Region } from '../../identity/handlers'
import { FARTHEST_METERS } from '../domain/written'
import type { PlaceDraft } from './types'

/** Further than this from a place, a community has nothing to do with it. */
const NEAR_METERS = 3_000

interface Home {
  readonly code: RegionCode
  readonly center: Position
}

const homesIn = (regions: readonly Region[]): Home[] =>
  regions.flatMap(({ level, code, center }) => (level === 'community' && center ? [{ code, center }] : []))

interface Nearest {
  readonly code: RegionCode | undefined
  readonly meters: number
}

const nearestTo = (homes: readonly Home[], position: Position): Nearest => {
  let code: RegionCode | undefined
  let least = Number.POSITIVE_INFINITY
  for (const home of homes) {
    // By far most are too far north or south already.
    if (Math.abs(home.center.lat - position.lat) * METERS_PER_DEGREE >= least) continue
    const meters = straightMeters(home.center, position)
    if (meters < least) [code, least] = [home.code, meters]
  }
  return { code, meters: least }
}

/** Each thing to the nearest community that is near at all; what stands far from every one is left out. */
export const byCommunity = <T extends { readonly position: Position }>(
  regions: readonly Region[],
  things: readonly T[],
): Map<RegionCode, T[]> => {
  const homes = homesIn(regions)
  const found = new Map<RegionCode, T[]>()
  for (const thing of things) {
    const { code, meters } = nearestTo(homes, thing.position)
    if (code === undefined || meters >= NEAR_METERS) continue
    const theirs = found.get(code) ?? []
    theirs.push(thing)
    found.set(code, theirs)
  }
  return found
}

export interface Homed {
  /** Each with the community that is to look after it; null where none is near. */
  readonly places: readonly PlaceDraft[]
  /** How many each looks after, most first. */
  readonly counts: readonly (readonly [RegionCode, number])[]
  readonly homeless: number
  /** Left out: whoever wrote the position of these slipped. */
  readonly far: readonly { readonly place: PlaceDraft; readonly meters: number }[]
}

/**
 * Gives each place to the community that its file names, or to the one that was asked for, or to the nearest. A place
 * as far from all of them as a slip of a digit leads is left out where others of its file are near: without them the
 * file may well be of a city that has not begun yet.
 */
export const homed = (
  regions: readonly Region[],
  drafts: readonly PlaceDraft[],
  asked: RegionCode | undefined,
): Homed => {
  const homes = homesIn(regions)
  const candidates = asked ? homes.filter(({ code }) => code === asked) : homes
  const found = drafts.map(place => ({ place, ...nearestTo(candidates, place) }))
  const isFar = ({ meters }: Nearest) => meters > FARTHEST_METERS
  const near = found.every(isFar) ? found : found.filter(one => !isFar(one))
  const counts = new Map<RegionCode, number>()
  const places = near.map(({ place: { kept, ...draft }, code, meters }) => {
    const named = homes.find(home => home.code === kept?.community)?.code
    const community = named ?? asked ?? (meters < NEAR_METERS ? code : undefined) ?? null
    if (community) counts.set(community, (counts.get(community) ?? 0) + 1)
    return { ...draft, kept: { ...kept, community } }
  })
  return {
    places,
    counts: [...counts].sort(([, one], [, other]) => other - one),
    homeless: places.filter(({ kept }) => !kept.community).length,
    far: near === found ? [] : found.filter(isFar).map(({ place, meters }) => ({ place, meters })),
  }
}
