import type { BandsReply } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'

type Streets = BandsReply['streets']

/** A square around a door: how far it reaches to each side in 1e-5 degrees of latitude, about a metre each. */
export interface MapFrame {
  readonly from: Position
  readonly reach: number
  /** A degree of longitude is so much shorter than one of latitude. */
  readonly narrow: number
}

const LEAST_REACH = 300

/** Everything that is shown fits in, and a little air. */
export function frameOf(
  from: Position,
  streets: Streets,
  places: readonly { readonly position: Position }[],
): MapFrame {
  const narrow = Math.cos((from.lat * Math.PI) / 180)
  const far = [
    ...streets.flatMap(({ line }) => line.map((value, at) => Math.abs(value) * (at % 2 ? 1 : narrow))),
    ...places.flatMap(({ position: { lng, lat } }) => [
      Math.abs(lng - from.lng) * 1e5 * narrow,
      Math.abs(lat - from.lat) * 1e5,
    ]),
  ]
  const reach = far.reduce((most, value) => Math.max(most, value), LEAST_REACH)
  return { from, narrow, reach: Math.ceil(reach * 1.08) }
}

/** Where a position stands on the square. */
export function placeAt({ from, reach, narrow }: MapFrame, { lng, lat }: Position) {
  const percent = (value: number) => `${(50 + (value / reach) * 50).toFixed(2)}%`
  return { left: percent((lng - from.lng) * 1e5 * narrow), top: percent((from.lat - lat) * 1e5) }
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
export function drawnStreets({ reach, narrow }: MapFrame, streets: Streets, minutes: number): string {
  const paths = [2, 1, 0].map(band => {
    const lines = streets
      .filter(street => bandAt(street.minutes, minutes) === band)
      .map(({ line }) => {
        const points = line.map((value, at) => (at % 2 ? -value : Math.round(value * narrow)))
        return `M${points.join(' ')}`
      })
    return `<path class="circle-map__band circle-map__band--${band}" d="${lines.join('')}"/>`
  })
  const [side, start] = [reach * 2, -reach]
  return `<svg viewBox="${start} ${start} ${side} ${side}" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">${paths.join('')}</svg>`
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
