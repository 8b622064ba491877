import type { BandsReply, PlaceCard } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'

export type Streets = BandsReply['streets']

export interface CircleMapProps {
  from: Position
  minutes: number
  streets: Streets
  places: readonly PlaceCard[]
  /** Those that are looked at from nearer; none: the whole walk. */
  picked: readonly PlaceCard[]
  /** Side of what is pressed, px. */
  cell: number
  /** One place, or several that stand too near to each other. */
  onPick: (places: readonly PlaceCard[]) => void
}

/** A square on the ground, measured from a door in 1e-5 degrees of latitude, about a metre each. */
export interface MapFrame {
  readonly from: Position
  /** Its middle. */
  readonly east: number
  readonly north: number
  /** How far it reaches from there to each side. */
  readonly reach: number
  /** A degree of longitude is so much shorter than one of latitude. */
  readonly narrow: number
}

const LEAST_REACH = 300
/** Nearer one sees no street any more. */
const CLOSEST_REACH = 60

export interface Placed {
  readonly position: Position
}

/** Everything that is shown fits in, and a little air. */
export function frameOf(from: Position, streets: Streets, places: readonly Placed[]): MapFrame {
  const narrow = Math.cos((from.lat * Math.PI) / 180)
  const far = [
    ...streets.flatMap(({ line }) => line.map((value, at) => Math.abs(value) * (at % 2 ? 1 : narrow))),
    ...places.flatMap(({ position: { lng, lat } }) => [
      Math.abs(lng - from.lng) * 1e5 * narrow,
      Math.abs(lat - from.lat) * 1e5,
    ]),
  ]
  const reach = far.reduce((most, value) => Math.max(most, value), LEAST_REACH)
  return { from, east: 0, north: 0, narrow, reach: Math.ceil(reach * 1.08) }
}

const eastOf = ({ from, narrow }: MapFrame, { lng }: Position) => (lng - from.lng) * 1e5 * narrow
const northOf = ({ from }: MapFrame, { lat }: Position) => (lat - from.lat) * 1e5

/** The same map from nearer: so that these places fill it. */
export function nearer(frame: MapFrame, places: readonly Placed[]): MapFrame {
  if (places.length === 0) return frame
  const span = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const
  const [west, east] = span(places.map(({ position }) => eastOf(frame, position)))
  const [south, north] = span(places.map(({ position }) => northOf(frame, position)))
  const reach = Math.max(CLOSEST_REACH, (Math.max(east - west, north - south) / 2) * 1.5)
  return {
    ...frame,
    east: (west + east) / 2,
    north: (south + north) / 2,
    reach: Math.min(frame.reach, reach),
  }
}

/** How a map was moved on the screen: so many times as large, then so far to the right and down, px. */
export interface Moved {
  readonly k: number
  readonly x: number
  readonly y: number
}

/** What is seen in a square of `side` px of a map that somebody moved. */
export function movedFrame(frame: MapFrame, { k, x, y }: Moved, side: number): MapFrame {
  const ahead = (by: number) => ((side / 2 - by) / k / side - 0.5) * 2 * frame.reach
  return { ...frame, east: frame.east + ahead(x), north: frame.north - ahead(y), reach: frame.reach / k }
}

/** What a unit of a frame is on the ground. */
const UNIT_METERS = 1.113
const LENGTHS = [1000, 500, 200, 100, 50, 20, 10, 5] as const

/** A length that people count in, as it is drawn in a square of `side` px: a third of it at most. */
export function scaleBar({ reach }: MapFrame, side: number): { meters: number; px: number } {
  const pxPerMeter = side / (reach * 2 * UNIT_METERS)
  const meters = LENGTHS.find(length => length * pxPerMeter <= side / 3) ?? 5
  return { meters, px: Math.round(meters * pxPerMeter) }
}

/** Where a position stands on the square, as shares of its side from the left and from the top. */
export function placeAt(frame: MapFrame, position: Position): { x: number; y: number } {
  const share = (value: number) => 0.5 + value / frame.reach / 2
  return {
    x: share(eastOf(frame, position) - frame.east),
    y: share(frame.north - northOf(frame, position)),
  }
}

export const isOnMap = ({ x, y }: { x: number; y: number }): boolean => x >= 0 && x <= 1 && y >= 0 && y <= 1

/** Minutes up to which each band of a walk goes: fives as far as a quarter of an hour, then thirds. */
export const bandsOf = (minutes: number): number[] =>
  (minutes <= 15 ? [5, 10, 15] : [1, 2, 3].map(part => (minutes * part) / 3)).filter(
    until => until <= Math.max(5, minutes),
  )

/** Which band a street lies in: 0, 1, 2. */
export const bandAt = (minutes: number, of: number): number => {
  const bands = bandsOf(of)
  const found = bands.findIndex(until => minutes <= until)
  return found < 0 ? bands.length - 1 : found
}

/** Of an SVG of streets: what of it a frame shows. */
export const viewBoxOf = ({ east, north, reach }: MapFrame): string =>
  [east - reach, -north - reach, reach * 2, reach * 2].map(value => Math.round(value * 10) / 10).join(' ')

/** The streets as one SVG: a path for each band, farthest first, so that what is near lies on top. */
export function drawnStreets(frame: MapFrame, streets: Streets, minutes: number): string {
  const { narrow } = frame
  const paths = [2, 1, 0].map(band => {
    const lines = streets
      .filter(street => bandAt(street.minutes, minutes) === band)
      .map(({ line }) => {
        const points = line.map((value, at) => (at % 2 ? -value : Math.round(value * narrow)))
        return `M${points.join(' ')}`
      })
    return `<path class="circle-map__band circle-map__band--${band}" d="${lines.join('')}"/>`
  })
  return `<svg viewBox="${viewBoxOf(frame)}" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">${paths.join('')}</svg>`
}
