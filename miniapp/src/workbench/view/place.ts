import { type Unclear, understandHours } from '@yike/shared/circle/hours/read'
import { writeHours } from '@yike/shared/circle/hours/write'
import { isFacility, type ShortDay, shortDays } from '@yike/shared/circle/rules'
import type { PlaceKind, PriceClass } from '@yike/shared/circle/schema'
import { AddPlace, type Entry, type PlaceFields } from '@yike/shared/circle/schema/upkeep'
import type { Position } from '@yike/shared/identity/schema'
import { degreesOf, inChina } from '../../identity/view'
import { fromGcj02, toGcj02 } from '../../platform/gcj02'
import { spokenList, spokenNames } from '../../platform/spoken'
import { placeWords as words } from '../words'

export type System = 'gcj02' | 'wgs84'

/** An entry as it is being written. */
export interface Draft {
  name: string
  kind: PlaceKind
  address: string
  phone: string
  hours: string
  position: string
  system: System
  /** As it is kept, and how that was written here: what nobody touched goes back to the last digit. */
  kept?: { readonly typed: string; readonly position: Position }
  price: PriceClass | 'unknown'
  step: 'unknown' | 'yes' | 'no'
  area: string
  sharedWith: readonly string[]
  specialDays: readonly SpecialDraft[]
}

export type SpecialDraft = Readonly<Record<'from' | 'to' | 'hours' | 'note', string>>

const written = ({ lng, lat }: Position): string => `${lng.toFixed(6)}, ${lat.toFixed(6)}`

/** Maps that people copy from speak GCJ-02, so that is how a position is shown. */
export const draftOf = (entry: Entry): Draft => ({
  name: entry.name,
  kind: entry.kind,
  address: entry.address ?? '',
  phone: entry.phone ?? '',
  hours: entry.hours ?? '',
  position: written(toGcj02(entry.position)),
  system: 'gcj02',
  kept: { typed: written(toGcj02(entry.position)), position: entry.position },
  price: entry.priceClass ?? 'unknown',
  step: entry.stepFree === undefined ? 'unknown' : entry.stepFree ? 'yes' : 'no',
  area: entry.areaSquareMeters === undefined ? '' : String(entry.areaSquareMeters),
  sharedWith: entry.sharedWith,
  specialDays: entry.specialDays.map(({ note = '', ...days }) => ({ ...days, note })),
})

export const newDraft = (): Draft => ({
  name: '',
  kind: 'venue',
  address: '',
  phone: '',
  hours: '',
  position: '',
  system: 'gcj02',
  price: 'unknown',
  step: 'unknown',
  area: '',
  sharedWith: [],
  specialDays: [],
})

/** '北纬31.78 东经119.95' and '31.78°N 119.95°E' name their numbers, so any order will do: longitude, then latitude. */
const nameFirst = [
  /(?:东经|经度|E|lng|lon)\s*[:=]?\s*(\d{1,3}(?:\.\d+)?)/i,
  /(?:北纬|纬度|N|lat)\s*[:=]?\s*(\d{1,3}(?:\.\d+)?)/i,
] as const
const nameLast = [
  /(\d{1,3}(?:\.\d+)?)\s*[°度]?\s*(?:东经|E)/i,
  /(\d{1,3}(?:\.\d+)?)\s*[°度]?\s*(?:北纬|N)/i,
] as const

const named = (typed: string): [lng: string, lat: string] | undefined => {
  for (const [east, north] of [nameFirst, nameLast]) {
    const [lng, lat] = [east.exec(typed)?.[1], north.exec(typed)?.[1]]
    if (lng && lat) return [lng, lat]
  }
  return undefined
}

/** '119.95, 31.78' as WGS-84, or what is wrong with it. */
export const positionOf = (typed: string, system: System): Position | { readonly wrong: string } => {
  const plain = typed.normalize('NFKC')
  const listed = plain
    .replace(/[°度]/g, '')
    .split(/[,、;\s]+/)
    .filter(Boolean)
  const [first = '', second = '', ...more] = named(plain) ?? listed
  const lng = degreesOf(first, inChina.lng)
  const lat = degreesOf(second, inChina.lat)
  if (more.length === 0 && lng !== undefined && lat !== undefined)
    return system === 'gcj02' ? fromGcj02({ lng, lat }) : { lng, lat }
  const isSwapped =
    degreesOf(first, inChina.lat) !== undefined && degreesOf(second, inChina.lng) !== undefined
  if (isSwapped) return { wrong: words.positionSwapped }
  const isElsewhere = more.length === 0 && [first, second].every(one => /^-?\d{1,3}(\.\d+)?$/.test(one))
  return { wrong: isElsewhere ? words.positionOutside : words.positionWrong }
}

/** What to write otherwise, in the language of the phone. */
export const hoursAdvice = ({ why, part }: Unclear): string => words.hoursAdvice[why](part)

/** What hours were understood to mean, line by line; or the advice on what was not. */
export const hoursPreview = (
  typed: string,
  kind: PlaceKind | undefined,
):
  | { readonly lines: readonly string[]; readonly short?: string }
  | { readonly advice: string }
  | undefined => {
  if (!typed.trim()) return undefined
  const read = understandHours(typed)
  if ('unclear' in read) return { advice: hoursAdvice(read.unclear) }
  const short = kind && isFacility(kind) ? shortDays(read.hours) : []
  return {
    lines: writeHours(read.hours).split('；'),
    ...(short.length > 0 && { short: words.short(spokenShort(short)) }),
  }
}

/** '周三不开，周六、周日只开 7.5 小时' */
const spokenShort = (short: readonly ShortDay[]): string => {
  const days = new Map<number, string[]>()
  for (const { day, minutes } of short)
    days.set(minutes, [...(days.get(minutes) ?? []), words.weekdays[day] ?? ''])
  return spokenList(
    ...[...days].map(([minutes, names]) => words.shortDays(spokenNames(names), Math.round(minutes / 6) / 10)),
  )
}

export type Wrong = Partial<Record<keyof PlaceFields, string>>

/** The draft as it can be sent, or what is wrong with each field. */
export const readDraft = (draft: Draft): { readonly fields: PlaceFields } | { readonly wrong: Wrong } => {
  const isKept = draft.system === 'gcj02' && draft.position === draft.kept?.typed
  const position = isKept && draft.kept ? draft.kept.position : positionOf(draft.position, draft.system)
  const read = AddPlace.safeParse({
    community: '000000000000',
    name: draft.name,
    kind: draft.kind,
    position: 'wrong' in position ? { lng: 0, lat: 0 } : position,
    address: blank(draft.address),
    phone: blank(draft.phone),
    hours: blank(draft.hours),
    specialDays: draft.specialDays.map(({ note, ...days }) => ({ ...days, note: blank(note) })),
    priceClass: draft.price === 'unknown' ? undefined : draft.price,
    stepFree: draft.step === 'unknown' ? undefined : draft.step === 'yes',
    sharedWith: [...draft.sharedWith],
    areaSquareMeters: blank(draft.area),
  })
  const wrong: Wrong = {
    ...Object.fromEntries(
      (read.success ? [] : read.error.issues).map(({ path }) => [path[0], adviceFor(path)]),
    ),
    ...('wrong' in position && { position: position.wrong }),
  }
  if (!read.success || Object.keys(wrong).length > 0) return { wrong }
  const { community: _, ...fields } = read.data
  return { fields }
}

const blank = (typed: string): string | undefined => (typed.trim() === '' ? undefined : typed)

const adviceFor = (path: readonly PropertyKey[]): string => {
  if (path[0] === 'name') return words.wrong.name
  if (path[0] === 'phone') return words.wrong.phone
  if (path[0] === 'areaSquareMeters') return words.wrong.area
  if (path[0] === 'position') return words.positionOutside
  if (path[0] === 'specialDays')
    return path[2] === 'from' || path[2] === 'to' ? words.wrong.date : words.specialHint
  return words.wrong.name
}
