/**
 * Who walks: paces and what each piece of way costs, as data. A profile that a city wants otherwise is a line here.
 *
 * Sources. Pace: GB 50180-2018 counts 5, 10 and 15 minutes as 300, 500 and 800–1,000 m, which is 60 m/min. Elders:
 * HCM 2000, chapter 18, plans crossings with 1.0 instead of 1.2 m/s where many are old, five sixths. Slopes: GB
 * 50763-2012 3.6 allows a wheelchair ramp up to 1:12 (8.3 %) and calls up to 1:20 (5 %) level. Steps at half pace:
 * Fruin, Pedestrian Planning and Design (1971), measured along the ground. The other factors are our own choice.
 */

import type { PlaceKind } from './schema'

export const walkProfiles = ['ordinary', 'elder', 'pram', 'wheelchair', 'night'] as const
export type WalkProfile = (typeof walkProfiles)[number]

/** Factors say how many times as long a metre takes as on level ground; null: not walked at all. */
export interface Pace {
  readonly metersPerMinute: number
  readonly steps: number | null
  /** Grades up to 5 %, up to 8.3 %, and above. */
  readonly slope: { readonly gentle: number; readonly steep: number; readonly steeper: number | null }
  /** Where the map says wheelchair=limited and wheelchair=no; of those on foot only steps matter. */
  readonly limited: number
  readonly noWheels: number | null
  /** Where the map says that there is no light. */
  readonly unlit: number
  /** One ride in a lift with the wait for it. */
  readonly liftSeconds: number
  /** The hour at which gates and paths with hours are judged, in minutes of an ordinary workday. */
  readonly atMinute: number
  /** Whether a gate with hours that nobody can read stands open. */
  readonly trustsUnreadHours: boolean
}

const onFoot: Pace = {
  metersPerMinute: 60,
  steps: 2,
  slope: { gentle: 1, steep: 1, steeper: 1.25 },
  limited: 1,
  noWheels: 1,
  unlit: 1,
  liftSeconds: 45,
  atMinute: 10 * 60,
  trustsUnreadHours: true,
}

export const paces: Readonly<Record<WalkProfile, Pace>> = {
  ordinary: onFoot,
  elder: {
    ...onFoot,
    metersPerMinute: 50,
    steps: 3,
    slope: { gentle: 1, steep: 1.25, steeper: 1.5 },
    limited: 1.25,
  },
  pram: {
    ...onFoot,
    steps: null,
    slope: { gentle: 1, steep: 1.25, steeper: 1.5 },
    limited: 1.25,
    noWheels: null,
  },
  wheelchair: {
    ...onFoot,
    metersPerMinute: 50,
    steps: null,
    slope: { gentle: 1, steep: 1.5, steeper: null },
    limited: 1.5,
    noWheels: null,
  },
  night: { ...onFoot, unlit: 2, atMinute: 22 * 60 + 30, trustsUnreadHours: false },
}

/**
 * The bands of a city's circle in minutes, by the beginning of its region codes; the longest that fits holds. Shenzhen
 * builds a 15-minute circle (S2:L106), Chongqing one of 10 minutes for the community and one of 20 for the street
 * (S3:L296); elsewhere up to the half hour of the countryside.
 */
const bandsByRegion: Readonly<Record<string, readonly number[]>> = {
  '': [5, 10, 15, 20, 30],
  '4403': [5, 10, 15],
  '50': [5, 10, 20],
}

export const bandsOf = (region = ''): readonly number[] => ofRegion(bandsByRegion, region) ?? []

/**
 * Within how many minutes a service stands by the standard for residential areas, GB 50180-2018. Its 2.0.2 to 2.0.4 name
 * the circles of 15, 10 and 5 minutes on foot; appendix B says what each has to hold (▲, not △). A kind has the minutes
 * of the smallest circle that has to hold something of it:
 * - 5, table B.0.2: day care for the old, kindergarten, small sports ground, culture station, service station, shops;
 * - 10, table B.0.1: food market, primary school, bus stop;
 * - 15, table B.0.1: health centre (a health station within 5 is only advised, △).
 * Of shelters the appendix says nothing: 500 m, some ten minutes on foot, is what Guangdong asks of an emergency one
 * (广东省应急避护场所建设规划纲要). The facilities of one circle do not stand in for those of a smaller one (commentary to
 * 5.0.3), so a large hospital near by makes up for nothing that is asked within five minutes.
 */
export const standardMinutes: Readonly<Record<PlaceKind, number>> = {
  elderCare: 5,
  childcare: 5,
  venue: 5,
  medical: 15,
  culture: 5,
  government: 5,
  convenience: 5,
  commerce: 10,
  shelter: 10,
  education: 10,
  transit: 10,
}

/** Square metres of community service rooms that are asked for. */
export interface Norms {
  readonly per100Households: number
  readonly per1000People: number
  readonly total: number
}

/** S0:L43 and S3:L88; S1:L19 and S4:L58. A city or a district that asks for others gets a line of its own. */
const normsByRegion: Readonly<Record<string, Norms>> = {
  '': { per100Households: 30, per1000People: 100, total: 600 },
}

export const normsOf = (region = ''): Norms => ofRegion(normsByRegion, region) as Norms

/** What is set for the smallest region that a code lies in. */
const ofRegion = <T>(settings: Readonly<Record<string, T>>, region: string): T | undefined =>
  Object.entries(settings)
    .filter(([code]) => region.startsWith(code))
    .sort(([one], [other]) => other.length - one.length)[0]?.[1]

/** How far the city's circle reaches. */
export const reachOf = (region?: string): number => Math.max(...bandsOf(region))
