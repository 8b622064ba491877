/** What staff type into an entry, as it is kept. */
import { isDeepStrictEqual } from 'node:util'
import type { SpecialDays, WeeklyHours } from '@yike/shared/circle/hours'
import { adviceOn } from '@yike/shared/circle/hours/advice'
import { understandHours } from '@yike/shared/circle/hours/read'
import { readDay } from '@yike/shared/circle/hours/special'
import { straightMeters } from '@yike/shared/circle/rules'
import type { PlaceFields } from '@yike/shared/circle/schema/upkeep'
import type { Position } from '@yike/shared/identity/schema'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import type { Place } from '../store'

/** A slip of a digit lands further away than any place that a community looks after. */
export const FARTHEST_METERS = 50_000

/** The fields of an entry as they are kept; what is undefined is taken out. */
export type Written = {
  readonly [Name in (typeof writtenNames)[number]]: Place[Name]
}
const writtenNames = [
  'name',
  'kind',
  'position',
  'address',
  'phone',
  'hours',
  'hoursText',
  'priceClass',
  'stepFree',
  'sharedWith',
  'areaSquareMeters',
] as const satisfies readonly (keyof Place)[]

type Unreadable = 'circle.hours_unclear' | 'circle.special_days_unclear' | 'circle.place_far'

/** What staff typed as it is kept, or the part that is not understood. `before`: the entry that they change. */
export const writtenOf = (
  typed: PlaceFields,
  center: Position | undefined,
  now: Instant,
  before?: Place,
): Result<Written, Unreadable> => {
  if (center && straightMeters(center, typed.position) > FARTHEST_METERS)
    return refuse('circle.place_far', { fields: { position: '请检查经度和纬度' } })
  const hours = hoursOf(typed, now, before)
  if (!hours.ok) return hours
  const { name, kind, position, address, phone, priceClass, stepFree, areaSquareMeters, sharedWith } = typed
  return ok({
    ...{ name, kind, position, address, phone, priceClass, stepFree, areaSquareMeters },
    ...hours.value,
    sharedWith: [...new Set(sharedWith)].sort(),
  })
}

const hoursOf = (
  { hours: typed, specialDays }: PlaceFields,
  now: Instant,
  before: Place | undefined,
): Result<Pick<Written, 'hours' | 'hoursText'>, Unreadable> => {
  const special = specialOf(specialDays, now)
  if (!special) return refuse('circle.special_days_unclear', { fields: { specialDays: specialAdvice } })
  // What a source wrote and nobody could read may stay as it is while staff change something else.
  const isLeft = typed !== undefined && !before?.hours && typed === before?.hoursText
  if (!typed || isLeft) {
    return special.length > 0
      ? refuse('circle.special_days_unclear', { fields: { specialDays: '请先写平时的开放时间。' } })
      : ok({ hours: undefined, hoursText: isLeft ? typed : undefined })
  }
  const read = understandHours(typed)
  if ('unclear' in read) return refuse('circle.hours_unclear', { fields: { hours: adviceOn(read.unclear) } })
  return ok({
    hours: { ...read.hours, ...(special.length > 0 && { special }) },
    hoursText: undefined,
  })
}

const specialAdvice = '每条写起止日期（不要重叠）和那几天的时间，例如“休”或“9:00–12:00”。'

/** In order and free of overlaps; those that have passed are left out. Undefined where one is not understood. */
const specialOf = (typed: PlaceFields['specialDays'], now: Instant): SpecialDays[] | undefined => {
  const today = localDate(now)
  const list: SpecialDays[] = []
  for (const { from, to, hours, note } of typed.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const spans = readDay(hours)
    const last = list.at(-1)
    if (!spans || from > to || (last && from <= last.to)) return undefined
    list.push({ from, to, spans, ...(note && { note }) })
  }
  return list.filter(({ to }) => to >= today)
}

const weekly = (hours: WeeklyHours | undefined): object => {
  const { special: _, ...rest } = hours ?? { days: [], publicHoliday: 'unknown' }
  return rest
}

/** The fields that differ, by the names under which staff write them. */
export const changedFields = (place: Place, written: Written): (keyof PlaceFields)[] => {
  const own = ['name', 'kind', 'position', 'address', 'phone', 'priceClass', 'stepFree'] as const
  const same: Partial<Record<keyof PlaceFields, boolean>> = {
    ...Object.fromEntries(own.map(name => [name, isDeepStrictEqual(place[name], written[name])])),
    hours:
      isDeepStrictEqual(weekly(place.hours), weekly(written.hours)) && place.hoursText === written.hoursText,
    specialDays: isDeepStrictEqual(place.hours?.special ?? [], written.hours?.special ?? []),
    sharedWith: isDeepStrictEqual(place.sharedWith ?? [], written.sharedWith ?? []),
    areaSquareMeters: place.areaSquareMeters === written.areaSquareMeters,
  }
  return (Object.keys(same) as (keyof PlaceFields)[]).filter(name => !same[name])
}
