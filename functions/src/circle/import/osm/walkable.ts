import type { WalkTraits } from '../types'
import { conditionalOf } from './conditional'
import type { Tags } from './elements'
import { readOpeningHours } from './opening-hours'

const footWays = new Set([
  'footway',
  'path',
  'pedestrian',
  'steps',
  'living_street',
  'residential',
  'service',
  'unclassified',
  'tertiary',
  'tertiary_link',
  'secondary',
  'secondary_link',
  'primary',
  'primary_link',
  'track',
  'road',
  'cycleway',
  'bridleway',
  'corridor',
  'elevator',
  'platform',
])
/** Walked only where the map says so, by foot=* or by a pavement of their own. */
const onlyWherePermitted = new Set(['trunk', 'trunk_link'])
/** On these one walks on the pavement; where it is mapped as a way of its own, the carriageway is none. */
const busyRoads = new Set(['tertiary', 'secondary', 'primary', 'trunk'])

const permits = new Set(['yes', 'designated', 'permissive', 'destination', 'customers', 'official'])
const forbids = new Set([
  'no',
  'private',
  'use_sidepath',
  'military',
  'permit',
  'delivery',
  'agricultural',
  'forestry',
])

/** Whether a person may walk here: foot=* stands above access=*. */
const permission = (tags: Tags): 'said' | 'forbidden' | 'unsaid' => {
  for (const value of [tags.get('foot'), tags.get('access')]) {
    if (value !== undefined && permits.has(value)) return 'said'
    if (value !== undefined && forbids.has(value)) return 'forbidden'
  }
  return 'unsaid'
}

/** As `permission`, but where hours are said in which one may. */
const permissionByHours = (tags: Tags): ReturnType<typeof permission> => {
  const plain = permission(tags)
  return plain === 'forbidden' && conditionalOf(tags, true) ? 'said' : plain
}

/** Hiking trails on which one needs one's hands: no way to a service. */
const climbs = new Set(['alpine_hiking', 'demanding_alpine_hiking', 'difficult_alpine_hiking'])

const sidewalkOf = (tags: Tags) => tags.get('sidewalk') ?? tags.get('sidewalk:both')

export const isWalkable = (tags: Tags): boolean => {
  const highway = tags.get('highway') ?? (tags.get('railway') === 'platform' ? 'platform' : undefined)
  const isPlatform = tags.get('public_transport') === 'platform'
  if (highway === undefined && !isPlatform) return false
  if (tags.get('motorroad') === 'yes' || climbs.has(tags.get('sac_scale') ?? '')) return false
  const permitted = permissionByHours(tags)
  if (permitted === 'forbidden') return false
  const sidewalk = sidewalkOf(tags)
  if (sidewalk === 'separate' && busyRoads.has((highway ?? '').replace(/_link$/, ''))) return false
  if (highway !== undefined && onlyWherePermitted.has(highway))
    return tags.get('foot') !== undefined
      ? permitted === 'said'
      : ['both', 'left', 'right', 'yes'].includes(sidewalk ?? '')
  return isPlatform || (highway !== undefined && footWays.has(highway))
}

/** What a walker meets along a way, as later questions need it: without steps, lit, open at night. */
export const walkTraits = (tags: Tags): WalkTraits => {
  const isSteps = tags.get('highway') === 'steps'
  const wheelchair = wheelchairOf(tags, isSteps)
  const lit = tags.get('lit')
  const gradePercent = gradeOf(tags.get('incline'))
  const { hoursText, hours } = hoursOf(tags)
  return {
    ...(isSteps && { steps: true }),
    ...(isLift(tags) && { lift: true }),
    ...(gradePercent !== undefined && { gradePercent }),
    ...(wheelchair && { wheelchair }),
    ...(lit !== undefined && { lit: lit !== 'no' && lit !== 'disused' }),
    ...(isThere(tags.get('bridge')) && { bridge: true }),
    // A passage through a house is no underpass.
    ...(isThere(tags.get('tunnel')) && tags.get('tunnel') !== 'building_passage' && { tunnel: true }),
    ...(hoursText !== undefined && { hoursText }),
    ...(hours && { hours }),
  }
}

/** Outside these a way or a gate is closed. */
export const hoursOf = (tags: Tags): Pick<WalkTraits, 'hoursText' | 'hours'> => {
  const conditional = conditionalOf(tags, permission(tags) === 'forbidden')
  if (conditional) return conditional
  const hoursText = tags.get('opening_hours')
  const hours = hoursText === undefined ? undefined : readOpeningHours(hoursText)
  return { ...(hoursText !== undefined && { hoursText }), ...(hours && { hours }) }
}

export const isLift = (tags: Tags): boolean => tags.get('highway') === 'elevator'

/** Per cent of `incline=8%`, `-5 %` or `10°`; a bare `up` says nothing that could be counted. */
const gradeOf = (incline: string | undefined): number | undefined => {
  const [, number, unit] = /^[+-]?(\d+(?:\.\d+)?)\s*(%|°)$/.exec(incline ?? '') ?? []
  if (number === undefined) return undefined
  const grade = unit === '°' ? Math.tan((Number(number) * Math.PI) / 180) * 100 : Number(number)
  return Math.round(grade * 10) / 10
}

const isThere = (value: string | undefined): boolean => value !== undefined && value !== 'no'

const wheelchairOf = (tags: Tags, isSteps: boolean): WalkTraits['wheelchair'] => {
  const value = tags.get('wheelchair')
  if (value === 'yes' || value === 'designated') return 'yes'
  if (value === 'limited' || value === 'no') return value
  if (!isSteps) return surfaceOf(tags)
  return tags.get('ramp:wheelchair') === 'yes' ? 'yes' : 'no'
}

/** Where nobody said it of wheelchairs: how rough the way is, and how hard the trail. */
const surfaceOf = (tags: Tags): WalkTraits['wheelchair'] => {
  const smoothness = tags.get('smoothness') ?? ''
  const trail = tags.get('sac_scale')
  if (roughest.has(smoothness) || (trail !== undefined && trail !== 'strolling' && trail !== 'hiking'))
    return 'no'
  return smoothness === 'bad' || trail === 'hiking' ? 'limited' : undefined
}
const roughest = new Set(['very_bad', 'horrible', 'very_horrible', 'impassable'])

const barriersToWheels = new Set([
  'stile',
  'kissing_gate',
  'turnstile',
  'full-height_turnstile',
  'cycle_barrier',
])
const gates = new Set(['gate', 'lift_gate', 'swing_gate', 'sliding_gate', 'wicket_gate', 'entrance'])
const walls = new Set(['wall', 'fence', 'city_wall', 'retaining_wall', 'hedge'])

/** A point at which nobody gets through: a locked or private gate, a wall across the way. */
export const isBarred = (tags: Tags): boolean => {
  const barrier = tags.get('barrier')
  if (barrier === undefined) return false
  const permitted = permissionByHours(tags)
  if (permitted !== 'unsaid') return permitted === 'forbidden'
  return tags.get('locked') === 'yes' || walls.has(barrier)
}

/** Hours of a gate; none for what is no gate or says nothing. */
export const gateHoursOf = (tags: Tags): ReturnType<typeof hoursOf> =>
  gates.has(tags.get('barrier') ?? '') ? hoursOf(tags) : {}

export const stopsWheels = (tags: Tags): boolean =>
  tags.get('wheelchair') === 'no' ||
  tags.get('kerb') === 'raised' ||
  (barriersToWheels.has(tags.get('barrier') ?? '') && tags.get('wheelchair') !== 'yes')
