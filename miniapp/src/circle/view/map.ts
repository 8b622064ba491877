import type { BandsReply, PlaceCard } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'

type Streets = BandsReply['streets']

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

interface Placed {
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

/** Where a position stands on the square, as shares of its side from the left and from the top. */
export function placeAt(frame: MapFrame, position: Position): { x: number; y: number } {
  const share = (value: number) => 0.5 + value / frame.reach / 2
  return {
    x: share(eastOf(frame, position) - frame.east),
    y: share(frame.north - northOf(frame, position)),
  }
}

export const isOnMap = ({ x, y }: { x: number; y: number }): boolean => x >= 0 && x <= 1 && y >= 0 && y <= 1

/** The earth around the equator in pixels, where one map of 256 px shows all of it. */
const WORLD_PX = 256

/** Where a position stands on a map in Mercator's projection, as WeChat draws it at a scale, px. */
export function pixelAt(scale: number, { lng, lat }: Position): { x: number; y: number } {
  const world = WORLD_PX * 2 ** scale
  const sine = Math.sin((lat * Math.PI) / 180)
  return {
    x: ((lng + 180) / 360) * world,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world,
  }
}

/** Scales at which a walk of a quarter of an hour is whole on a phone, and from where one sees doors. */
const [WALK_SCALE, DOOR_SCALE] = [15, 18] as const
/** What a narrow phone shows of the map, px. */
const NARROW_PX = 240

/** The middle of some places, and the scale at which WeChat's map shows all of them; the whole walk without any. */
export function scaleFor(from: Position, places: readonly Placed[]): { center: Position; scale: number } {
  if (places.length === 0) return { center: from, scale: WALK_SCALE }
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const at = places.map(({ position }) => pixelAt(WALK_SCALE, position))
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  const wide = Math.max(1, span(at.map(({ x }) => x)), span(at.map(({ y }) => y)))
  const closer = Math.floor(Math.log2(NARROW_PX / wide))
  return {
    center: {
      lng: middle(places.map(({ position: { lng } }) => lng)),
      lat: middle(places.map(({ position: { lat } }) => lat)),
    },
    scale: Math.min(DOOR_SCALE, Math.max(WALK_SCALE, WALK_SCALE + closer)),
  }
}

/** Minutes up to which each band of a walk goes: fives as far as a quarter of an hour, then thirds. */
export const bandsOf = (minutes: number): number[] =>
  (minutes <= 15 ? [5, 10, 15] : [1, 2, 3].map(part => (minutes * part) / 3)).filter(
    until => until <= Math.max(5, minutes),
  )

/** Which band a street lies in: 0, 1, 2. */
const bandAt = (minutes: number, of: number): number => {
  const bands = bandsOf(of)
  const found = bands.findIndex(until => minutes <= until)
  return found < 0 ? bands.length - 1 : found
}

/** The streets as one SVG: a path for each band, farthest first, so that what is near lies on top. */
export function drawnStreets(
  { east, north, reach, narrow }: MapFrame,
  streets: Streets,
  minutes: number,
): string {
  const paths = [2, 1, 0].map(band => {
    const lines = streets
      .filter(street => bandAt(street.minutes, minutes) === band)
      .map(({ line }) => {
        const points = line.map((value, at) => (at % 2 ? -value : Math.round(value * narrow)))
        return `M${points.join(' ')}`
      })
    return `<path class="circle-map__band circle-map__band--${band}" d="${lines.join('')}"/>`
  })
  const side = reach * 2
  return `<svg viewBox="${east - reach} ${-north - reach} ${side} ${side}" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">${paths.join('')}</svg>`
}

interface BandLine {
  readonly band: number
  /** East and north of each point, as in an answer. */
  readonly line: readonly number[]
}

const startOf = (line: readonly number[]): string => `${line[0]},${line[1]}`
const endOf = (line: readonly number[]): string => `${line.at(-2)},${line.at(-1)}`

/** The points of a line from its end. */
const turned = (line: readonly number[]): number[] =>
  Array.from({ length: line.length / 2 }, (_, at) =>
    line.slice(line.length - 2 - at * 2, line.length - at * 2),
  ).flat()

/**
 * Streets of one band that meet end to end, as one line. WeChat copies every line from thread to thread as text, and
 * 32 KB is what its guide allows for one copy.
 */
export function joinedStreets(streets: Streets, minutes: number): BandLine[] {
  const left = streets.map(street => ({ band: bandAt(street.minutes, minutes), line: street.line }))
  const joined: BandLine[] = []
  for (let first = left.shift(); first; first = left.shift()) {
    const { band } = first
    const line = [...first.line]
    const meets = ({ band: other, line: next }: BandLine) =>
      other === band && (startOf(next) === endOf(line) || endOf(next) === endOf(line))
    for (let at = left.findIndex(meets); at >= 0; at = left.findIndex(meets)) {
      const [{ line: next } = { line: [] }] = left.splice(at, 1)
      line.push(...(startOf(next) === endOf(line) ? next : turned(next)).slice(2))
    }
    joined.push({ band, line })
  }
  return joined
}
