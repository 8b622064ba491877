/** What WeChat's own map is told: its scale, and the streets as lines. */
import type { Position } from '@yike/shared/identity/schema'
import { bandAt, type Placed, type Streets } from '.'

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
