/** What share of a region's households reaches each kind of service on foot, who is left out, and what would help. */
import type { WalkProfile } from '@yike/shared/circle/kinds'
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import { BEYOND, type Coverage } from '@yike/shared/circle/schema/coverage'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import type { Instant } from '@yike/shared/kernel/time'
import type { Region } from '../../identity/handlers'
import { straightSeconds } from '../domain'
import type { Place } from '../store'
import { bestSites } from './best'
import type { Measure } from './measure'
import { areasOf } from './norms'
import { nearestGrid, partsOf, shareOf, sum } from './parts'

/** A building where people live. */
export interface Dwelling {
  readonly position: Position
  /** Absent: nobody has counted. */
  readonly households?: number
  /** The part of the region that it lies in; absent: that whose middle is nearest. */
  readonly part?: RegionCode
}

/** Old people go to the one, prams to the other; a flight of steps decides. */
const walkers: Readonly<Partial<Record<PlaceKind, WalkProfile>>> = { elderCare: 'elder', childcare: 'pram' }
/** Rooms that could house a service besides what they are. */
const hosts: readonly PlaceKind[] = ['government', 'venue', 'culture', 'education', 'elderCare', 'childcare']
const MOST_SITES = 3
const MOST_CANDIDATES = 200
const MOST_HOMES = 500
const MOST_SHOWN = 60
/** Degrees. */
const EDGE = 0.003
const NEW_SITE = '住宅旁的新址'

export interface Known {
  /** A community, or a street, district or city of several. */
  readonly region: Region
  readonly dwellings: readonly Dwelling[]
  /** All that can be walked to, also what stands next to the region. */
  readonly places: readonly Place[]
  readonly bands: readonly number[]
  readonly measured: Coverage['measured']
  /** Grids, communities or streets of the region. */
  readonly parts?: readonly Region[] | undefined
  /** Where a next one could stand, if not in the rooms that the region has: plots, shops to let. */
  readonly sites?: readonly Site[] | undefined
}

export const coverageOf = (known: Known, measure: Measure, now: Instant): Coverage => {
  const { region, dwellings, places, bands, measured, sites, parts = [] } = known
  const isOurs = ({ community }: Place) => community?.startsWith(region.code) === true
  const weights = dwellings.map(({ households = 1 }) => households)
  const homes = dwellings.map(({ position }) => position)
  const total = sum(weights)
  const limit = Math.max(...bands)
  const open = places.filter(({ state }) => state !== 'closed')
  const candidates = open
    .filter(place => hosts.includes(place.kind) && isOurs(place))
    .slice(0, MOST_CANDIDATES)
  const reachOfSites = reachingOnce(measure, homes, limit)
  const isAround = aroundOf(homes)

  const spots = placeKinds.map(kind =>
    open.filter(place => place.kind === kind).map(({ position }) => position),
  )
  const minutes = placeKinds.map((kind, nth) =>
    measure(homes, spots[nth] ?? [], limit, walkers[kind] ?? 'ordinary'),
  )
  /** Minutes to the nearest place of a kind if streets did not matter. */
  const byRuler = (nth: number, home: number): number => {
    const walker = walkers[placeKinds[nth] as PlaceKind] ?? 'ordinary'
    const seconds = (spots[nth] ?? []).map(spot => straightSeconds(homes[home] as Position, spot, walker))
    return Math.min(BEYOND, ...seconds.map(one => Math.ceil(one / 60)))
  }
  const kinds = placeKinds.map((kind, nth) => ({
    kind,
    places: open.filter(place => place.kind === kind && isOurs(place)).length,
    at: open
      .filter(place => place.kind === kind && isAround(place.position))
      .slice(0, MOST_SHOWN)
      .map(({ position }) => position),
    within: bands.map(band => {
      const covered = (minutes[nth] ?? []).map(one => one <= band)
      const reached = sum(weights.filter((_, home) => covered[home]))
      const reachOf = (site: Site) =>
        reachOfSites(site, walkers[kind] ?? 'ordinary').flatMap((one, home) => (one <= band ? [home] : []))
      const choose = (sites: readonly Site[]) =>
        bestSites(sites, sites.map(reachOf), weights, covered, MOST_SITES)
      const hosted = reached === total ? [] : choose(sites ?? candidates.filter(place => place.kind !== kind))
      // Where no room that there is would help, one beside those who are left out.
      const next = hosted.length > 0 || reached === total ? hosted : choose(besideHomes(homes, covered))
      let after = reached
      return {
        minutes: band,
        share: shareOf(reached, total),
        leftOut: total - reached,
        next: next.map(({ site, adds, homes: added }) => {
          after += adds
          const minutesTo = reachOfSites(site, walkers[kind] ?? 'ordinary')
          return {
            name: site.name,
            position: site.position,
            adds,
            share: shareOf(after, total),
            dwellings: added.length,
            cutOff: sum(added.filter(home => byRuler(nth, home) <= band).map(home => weights[home] ?? 0)),
            farthest: Math.max(...added.map(home => minutesTo[home] ?? BEYOND)),
          }
        }),
      }
    }),
  }))
  const partOf = dwellings.map(({ part, position }) => part ?? nearestGrid(parts, position))
  return {
    region: region.code,
    name: region.name,
    asOf: now,
    measured,
    dwellings: dwellings.length,
    households: total,
    counted: dwellings.filter(({ households }) => households !== undefined).length,
    kinds,
    parts: partsOf(parts, partOf, weights, minutes, bands),
    homes: dwellings
      .map(({ position }, home) => ({
        position,
        ...(partOf[home] && { part: partOf[home] }),
        households: weights[home] ?? 1,
        minutes: minutes.map(of => Math.min(BEYOND, of[home] ?? BEYOND)),
      }))
      .sort((one, other) => lackOf(other) - lackOf(one))
      .slice(0, MOST_HOMES),
    norms: areasOf(open, region, total),
  }
}

/** Whoever is out of reach of more stands first, then whoever walks longer: minutes never add up to one place more. */
const lackOf = ({ minutes }: { readonly minutes: readonly number[] }): number =>
  minutes.reduce((lack, one) => lack + (one === BEYOND ? BEYOND * minutes.length : one), 0)

/** Where something could be put. */
export type Site = Pick<Place, 'name' | 'position'>

const besideHomes = (homes: readonly Position[], covered: readonly boolean[]): Site[] =>
  homes
    .filter((_, home) => !covered[home])
    .slice(0, MOST_CANDIDATES)
    .map(position => ({ name: NEW_SITE, position }))

/** Each candidate is walked out from once for each kind of walker, whatever band is asked. */
const reachingOnce = (measure: Measure, homes: readonly Position[], limit: number) => {
  const known = new Map<string, number[]>()
  return ({ position }: Site, profile: WalkProfile): number[] => {
    const key = `${position.lng},${position.lat} ${profile}`
    const minutes = known.get(key) ?? measure(homes, [position], limit, profile)
    known.set(key, minutes)
    return minutes
  }
}

/** Not further from the dwellings than some 300 m. */
const aroundOf = (homes: readonly Position[]): ((position: Position) => boolean) => {
  const lngs = homes.map(({ lng }) => lng)
  const lats = homes.map(({ lat }) => lat)
  const [west, east, south, north] = [
    Math.min(...lngs),
    Math.max(...lngs),
    Math.min(...lats),
    Math.max(...lats),
  ]
  return ({ lng, lat }) =>
    lng >= west - EDGE && lng <= east + EDGE && lat >= south - EDGE && lat <= north + EDGE
}
