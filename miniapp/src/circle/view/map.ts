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

/** Which third of the walk a street lies in: 0, 1, 2. */
export const bandAt = (minutes: number, of: number): number =>
  Math.min(2, Math.max(0, Math.ceil((minutes * 3) / of) - 1))

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
