import type { Position } from '../identity/schema'
import type { WeeklyHours } from './hours'
import type { PlaceKind } from './schema'

/** Planning pace on foot: 1 m/s (GB 50180-2018: 5, 10 and 15 minutes ≈ 300, 500 and 800–1,000 m). */
export const PACE_METERS_PER_MINUTE = 60
/** Streets are longer than the straight line; 1.3 is the usual factor where no walking network is at hand. */
export const DETOUR_FACTOR = 1.3

const EARTH_RADIUS_METERS = 6_371_008.8
/** One degree of latitude on that sphere. */
export const METERS_PER_DEGREE = 111_195
const rad = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine). */
export const straightMeters = (a: Position, b: Position): number => {
  const dLat = rad(b.lat - a.lat)
  const dLng = rad(b.lng - a.lng)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, h)))
}

/** Metres to walk, estimated. */
export const walkMeters = (a: Position, b: Position): number => straightMeters(a, b) * DETOUR_FACTOR
/** Whole minutes to walk, rounded up; 0 only where one already stands. */
export const walkMinutes = (meters: number): number => Math.ceil(meters / PACE_METERS_PER_MINUTE)
/** Quarters of the ring that a walk fills: 15 minutes is the whole ring. */
export const ringShare = (minutes: number): number => Math.min(1, minutes / 15)

/** A community facility is open at least so long every day (S0:L44, S1:L19, S3:L304). */
const OPEN_MINUTES_A_DAY = 8 * 60
const facilities: readonly PlaceKind[] = ['elderCare', 'childcare', 'venue', 'culture', 'government']

/** Does the rule of eight hours hold for such a place? Shops, surgeries and stops keep hours of their own. */
export const isFacility = (kind: PlaceKind): boolean => facilities.includes(kind)

export interface ShortDay {
  /** 0 = Monday. */
  readonly day: number
  /** How long it is open on that day; 0: closed. */
  readonly minutes: number
}

/** The weekdays on which hours fall short of the rule. Hours past midnight count to the day on which they began. */
export const shortDays = ({ days }: WeeklyHours): ShortDay[] =>
  days
    .map((spans, day) => ({ day, minutes: spans.reduce((sum, [from, to]) => sum + to - from, 0) }))
    .filter(({ minutes }) => minutes < OPEN_MINUTES_A_DAY)
