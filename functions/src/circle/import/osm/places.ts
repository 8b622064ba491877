import { straightMeters } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'
import { cut, tidy } from '@yike/shared/kernel/zod'
import type { PlaceDraft } from '../types'
import type { MemberType, Tags } from './elements'
import { kindOf } from './kinds'
import { readOpeningHours } from './opening-hours'

/** Mappers draw a library as a building and set a point into it as well: one place within this distance. */
const SAME_PLACE_METERS = 60
/** Characters; more than staff may type, a file may not bring either. */
const LONGEST = { name: 80, address: 200, phone: 40, hours: 500 } as const

/** The place that an element describes at a position; undefined where it is none. */
export const placeOf = (
  type: MemberType,
  id: number,
  tags: Tags,
  position: Position,
): PlaceDraft | undefined => {
  const found = kindOf(tags)
  const name = found && nameOf(tags, found.unnamed)
  if (!found || !name) return undefined
  const address = cut(addressOf(tags) ?? '', LONGEST.address)
  const phone = cut(firstOf(tags, 'phone', 'contact:phone', 'contact:mobile') ?? '', LONGEST.phone)
  const hoursText = cut(firstOf(tags, 'opening_hours') ?? '', LONGEST.hours)
  const hours = hoursText ? readOpeningHours(hoursText) : undefined
  const priceClass = priceClassOf(tags)
  const stepFree = stepFreeOf(tags)
  return {
    sourceId: `osm:${type}/${id}`,
    name,
    kind: found.kind,
    lng: rounded(position.lng),
    lat: rounded(position.lat),
    ...(address && { address }),
    ...(phone && { phone }),
    ...(hoursText && { hoursText }),
    ...(hours && { hours }),
    ...(priceClass && { priceClass }),
    ...(stepFree !== undefined && { stepFree }),
  }
}

/** Leaves one of several drafts of the same kind and name that stand together: the one that tells most. */
export const withoutRepeats = (places: readonly PlaceDraft[]): PlaceDraft[] => {
  const kept = new Map<string, PlaceDraft[]>()
  const byWealth = places.toSorted((one, other) => Object.keys(other).length - Object.keys(one).length)
  for (const place of byWealth) {
    const key = `${place.kind} ${place.name}`
    const same = kept.get(key) ?? []
    if (same.some(other => standsWith(place, other))) continue
    kept.set(key, [...same, place])
  }
  const ids = new Set([...kept.values()].flat().map(place => place.sourceId))
  return places.filter(place => ids.has(place.sourceId))
}

/** A city has thousands of toilets: most pairs are told apart without trigonometry. */
const standsWith = (one: Position, other: Position): boolean =>
  Math.abs(one.lat - other.lat) < 0.001 && straightMeters(one, other) < SAME_PLACE_METERS

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

const firstOf = (tags: Tags, ...keys: readonly string[]): string | undefined => {
  for (const key of keys) {
    const text = tidy(tags.get(key) ?? '')
    if (text) return text
  }
  return undefined
}

const nameOf = (tags: Tags, unnamed: string | undefined): string | undefined => {
  const name = firstOf(tags, 'name:zh', 'name', 'name:en')
  if (name) return cut(name, LONGEST.name)
  const operator = firstOf(tags, 'operator:zh', 'operator', 'brand:zh', 'brand')
  return unnamed && operator ? cut(`${unnamed}（${operator}）`, LONGEST.name) : unnamed
}

/** In the Chinese order, from the district down to the door. */
const addressOf = (tags: Tags): string | undefined => {
  const full = firstOf(tags, 'addr:full')
  if (full) return full
  const [street, door] = [firstOf(tags, 'addr:street'), firstOf(tags, 'addr:housenumber')]
  if (!street) return undefined
  const number = door && /^\d+$/.test(door) ? `${door}号` : (door ?? '')
  return `${firstOf(tags, 'addr:city') ?? ''}${firstOf(tags, 'addr:district') ?? ''}${street}${number}`
}

const priceClassOf = (tags: Tags): PlaceDraft['priceClass'] => {
  const fee = tags.get('fee')
  if (fee === 'no') return 'free'
  return fee === 'yes' || tags.has('charge') ? 'paid' : undefined
}

/** `limited` means that a helper is needed: not step-free for somebody who comes alone. */
const stepFreeOf = (tags: Tags): boolean | undefined => {
  const wheelchair = tags.get('wheelchair')
  if (wheelchair === 'yes' || wheelchair === 'designated') return true
  return wheelchair === 'no' || wheelchair === 'limited' ? false : undefined
}
