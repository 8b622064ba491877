/**
 * GCJ-02 is WGS-84 with a shift of some hundred metres that differs from place to place; maps and phones in
 * mainland China speak it. The formula is the one that everybody uses; a library for it weighs ten times as much.
 */
import type { Point } from './geo'

/** Krasovsky 1940: half axis in metres, and the square of the eccentricity. */
const AXIS_METERS = 6_378_245
const ECCENTRICITY = 0.006693421622965943

/** The shift exists only inside this box. */
const isShifted = ({ lng, lat }: Point): boolean =>
  lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271

const wave = (x: number, step: number): number => Math.sin((x * Math.PI) / step)

/** What east and north have in common: two short waves along x. */
const ripple = (x: number): number => (20 * wave(x, 1 / 6) + 20 * wave(x, 1 / 2)) * (2 / 3)

/** Three long waves along x, with their heights. */
const long = (x: number, [one, two, three]: readonly [number, number, number]): number =>
  (20 * wave(x, 1) + one * wave(x, 3) + two * wave(x, 12) + three * wave(x, 30)) * (2 / 3)

function shift({ lng, lat }: Point): Point {
  const x = lng - 105
  const y = lat - 35
  const root = 0.2 * Math.sqrt(Math.abs(x))
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + root + ripple(x) + long(y, [40, 160, 320])
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + root / 2 + ripple(x) + long(x, [40, 150, 300])
  const slope = Math.sin((lat * Math.PI) / 180)
  const magic = 1 - ECCENTRICITY * slope * slope
  const perLat = ((AXIS_METERS * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic))) * (Math.PI / 180)
  const perLng = (AXIS_METERS / Math.sqrt(magic)) * Math.cos((lat * Math.PI) / 180) * (Math.PI / 180)
  return { lng: east / perLng, lat: north / perLat }
}

export function toGcj02(at: Point): Point {
  if (!isShifted(at)) return at
  const by = shift(at)
  return { lng: at.lng + by.lng, lat: at.lat + by.lat }
}

/** The shift cannot be turned round; a few steps of trying come within a millimetre. */
export function fromGcj02(at: Point): Point {
  let found = at
  for (let step = 0; step < 5; step += 1) {
    const there = toGcj02(found)
    found = { lng: found.lng + at.lng - there.lng, lat: found.lat + at.lat - there.lat }
  }
  return found
}
