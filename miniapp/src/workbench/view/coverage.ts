import { standardMinutes } from '@yike/shared/circle/kinds'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Coverage } from '@yike/shared/circle/schema/coverage'
import type { Community, Position } from '@yike/shared/identity/schema'
import { coverageWords as words } from '../words'

/** What is asked of each kind by the standard, as near below it as a city's bands go. */
export const STANDARD = 'standard'

/** Which of the bands holds for a kind: the one that was chosen, or its own by the standard. */
export const bandFor = (bands: readonly number[], chosen: string, kind: PlaceKind): number => {
  if (chosen !== STANDARD) return Math.max(0, bands.indexOf(Number(chosen)))
  const within = bands.filter(minutes => minutes <= standardMinutes[kind])
  return Math.max(0, within.length - 1)
}

/** The digits of a street's and a district's code. */
const [STREET, DISTRICT] = [9, 6] as const

/** What kind of region a code is one of. */
export const levelOf = (code: string): keyof typeof words.parts =>
  code.length > 12
    ? 'grid'
    : code.length > STREET
      ? 'community'
      : code.length > DISTRICT
        ? 'street'
        : 'district'

export interface Region {
  readonly code: string
  readonly name: string
}

/** The street that a community or a grid belongs to; of a wider region none. */
export const streetOf = (code: string): string | undefined =>
  code.length < STREET ? undefined : code.slice(0, STREET)

/** The streets of some communities, in their order. */
export const streetsOf = (communities: readonly Community[]): Region[] =>
  [...new Map(communities.map(({ code, street }) => [code.slice(0, STREET), street]))].map(
    ([code, name]) => ({
      code,
      name,
    }),
  )

/** A street or more: all of it can be looked at together. */
export const isWide = (scope: string): boolean => scope.length <= STREET

/**
 * What one may look at, step by step: a district, its streets; of the street that was chosen, its communities. Who answers
 * for one street begins with that, who answers for communities only has those.
 */
export function stepsOf(communities: readonly Community[], scope: string | null, region: string): Region[][] {
  if (scope === null || !isWide(scope)) return [[...communities]]
  const street = streetOf(region)
  const within = (code: string): Region[] => [
    { code, name: words.whole.street },
    ...communities.filter(one => streetOf(one.code) === code),
  ]
  if (scope.length === STREET) return [within(scope)]
  const whole = { code: scope, name: words.whole[scope.length === DISTRICT ? 'district' : 'city'] }
  return [[whole, ...streetsOf(communities)], ...(street ? [within(street)] : [])]
}

/** A dot of the map, in per cent of its sides from the upper left. */
export interface Dot {
  readonly key: string
  readonly x: number
  readonly y: number
  /** px across: more households, a larger dot. */
  readonly size: number
  readonly reached: boolean
}

export interface Plan {
  /** Height over width. */
  readonly ratio: number
  /** Streets as the `d` of a path over 100 by 100. */
  readonly streets: string
  readonly dots: readonly Dot[]
  /** Places of the kind that there are. */
  readonly places: readonly { readonly key: string; readonly x: number; readonly y: number }[]
  readonly sites: readonly {
    readonly key: string
    readonly x: number
    readonly y: number
    readonly nth: number
  }[]
}

const MARGIN = 4
const MIN_RATIO = 0.35
const MAX_RATIO = 0.9

/** The streets that one walks to from somewhere; lines east and north of it in 1e-5 degrees, as `circle.bands` gives them. */
export interface Streets {
  readonly from: Position
  readonly lines: readonly (readonly number[])[]
}

export const positionsOf = ({ from, lines }: Streets): Position[][] =>
  lines.map(line =>
    line.flatMap((east, at) =>
      at % 2 === 1 ? [] : [{ lng: from.lng + east / 1e5, lat: from.lat + (line[at + 1] ?? 0) / 1e5 }],
    ),
  )

/** In the middle of where people live. */
export const middleOf = ({ homes }: Pick<Coverage, 'homes'>): Position => {
  const half = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return {
    lng: half(homes.map(({ position }) => position.lng)),
    lat: half(homes.map(({ position }) => position.lat)),
  }
}

/** Where dwellings stand, reached or not within a band, and the sites that would help. North is up. */
export function planOf(coverage: Coverage, kindAt: number, minutes: number, streets?: Streets): Plan {
  const sites = coverage.kinds[kindAt]?.within.find(band => band.minutes === minutes)?.next ?? []
  const places = coverage.kinds[kindAt]?.at ?? []
  const all = [...[...coverage.homes, ...sites].map(({ position }) => position), ...places]
  const lngs = all.map(({ lng }) => lng)
  const lats = all.map(({ lat }) => lat)
  const [west, east, south, north] = [
    Math.min(...lngs),
    Math.max(...lngs),
    Math.min(...lats),
    Math.max(...lats),
  ]
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = Math.max((east - west) * squeeze, 1e-4)
  const height = Math.max(north - south, 1e-4)
  const spot = ({ lng, lat }: Position) => ({
    x: MARGIN + (((lng - west) * squeeze) / width) * (100 - 2 * MARGIN),
    y: MARGIN + ((north - lat) / height) * (100 - 2 * MARGIN),
  })
  const drawn = (line: readonly Position[]) =>
    `M${line
      .map(spot)
      .map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
      .join('L')}`
  return {
    ratio: Math.min(MAX_RATIO, Math.max(MIN_RATIO, height / width)),
    streets: streets ? positionsOf(streets).map(drawn).join('') : '',
    dots: coverage.homes.map(({ position, households, minutes: to }, nth) => ({
      key: `${nth}`,
      ...spot(position),
      size: Math.round(Math.min(22, 7 + Math.sqrt(households))),
      reached: (to[kindAt] ?? 99) <= minutes,
    })),
    places: places.map((position, nth) => ({ key: `${nth}`, ...spot(position) })),
    sites: sites.map(({ position }, nth) => ({ key: `${nth}`, ...spot(position), nth: nth + 1 })),
  }
}
