/** Buildings where people live, and how many households where the map says so. */
import type { Tags } from './elements'

const residential = new Set([
  'apartments',
  'residential',
  'house',
  'detached',
  'semidetached_house',
  'terrace',
  'dormitory',
  'bungalow',
  'farm',
])

export const isDwelling = (tags: Tags): boolean => residential.has(tags.get('building') ?? '')

const MOST_HOUSEHOLDS = 5000

/** Undefined: the map does not say. */
export const householdsOf = (tags: Tags): number | undefined => {
  const written = tags.get('building:flats') ?? tags.get('addr:flats') ?? ''
  const count = /^\d{1,4}$/.test(written) ? Number(written) : 0
  return count > 0 && count <= MOST_HOUSEHOLDS ? count : undefined
}
