/** A directory in HSDS 3.0 read back: our own exports without loss, others' as far as a place can hold them. */
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import { CommunityCode } from '@yike/shared/identity/schema'
import { idOf } from '@yike/shared/kernel/id'
import { cut, tidy } from '@yike/shared/kernel/zod'
import type { Bytes } from '../bytes'
import { kindNamedIn, kindOfWord } from '../csv/cells'
import { type PlaceDraft, Unreadable } from '../types'
import { type BookedDraft, bookedDraftOf } from './booked/read'
import { hoursIn } from './schedules'
import { Service } from './schema'
import { PLACE_ID, priceClassOfName, taxonomies, termsIn } from './terms'
import { toldIn } from './told'

/** Why a service did not become a place. */
export interface HsdsFault {
  /** Counted from 1. */
  readonly service: number
  readonly name: string
  readonly why: 'malformed' | 'no_position' | 'no_kind'
  /** What the file says that it is, in terms that mean nothing here. */
  readonly terms?: readonly string[]
}

export interface HsdsContents {
  readonly places: readonly PlaceDraft[]
  /** What can be booked at them, as our own exports tell it. */
  readonly offerings: readonly BookedDraft[]
  readonly faults: readonly HsdsFault[]
}

const MOST_BYTES = 256 * 1024 * 1024

/** Reads a page of services, a list of them, or one. `otherwise`: what those are that do not say it in words known here. */
export const readHsds = async (chunks: Bytes, otherwise?: PlaceKind): Promise<HsdsContents> => {
  const services = servicesOf(await parsed(chunks))
  const places = new Map<string, PlaceDraft>()
  const offerings: BookedDraft[] = []
  const faults: HsdsFault[] = []
  for (const [index, raw] of services.entries()) {
    const fault = (why: HsdsFault['why'], name = '') => faults.push({ service: index + 1, name, why })
    const read = Service.safeParse(raw)
    if (!read.success) {
      fault('malformed', nameIn(raw))
      continue
    }
    if (termsIn(read.data, taxonomies.booked).length > 0) {
      const offering = bookedDraftOf(read.data)
      if (offering) offerings.push(offering)
      else fault('malformed', read.data.name)
      continue
    }
    const kind = kindOf(read.data) ?? otherwise
    const draft = kind && draftOf(read.data, kind)
    if (!kind)
      faults.push({ service: index + 1, name: read.data.name, why: 'no_kind', terms: namesOf(read.data) })
    else if (!draft) fault('no_position', read.data.name)
    else places.set(draft.sourceId, draft)
  }
  return { places: [...places.values()], offerings, faults }
}

const parsed = async (chunks: Bytes): Promise<unknown> => {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of chunks) {
    size += piece.length
    if (size > MOST_BYTES) throw new Unreadable('import.file_broken', `byte ${size}`)
    pieces.push(piece)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch (cause) {
    throw new Unreadable('import.file_broken', `byte ${size}`, { cause })
  }
}

const servicesOf = (file: unknown): readonly unknown[] => {
  if (Array.isArray(file)) return file
  if (file === null || typeof file !== 'object') throw new Unreadable('import.file_unknown', 'byte 0')
  if ('elements' in file || 'osm3s' in file) throw new Unreadable('import.overpass_json', 'elements')
  if ('features' in file) throw new Unreadable('import.geojson', 'features')
  if ('contents' in file && Array.isArray(file.contents)) return file.contents
  if ('status' in file && 'name' in file) return [file]
  throw new Unreadable('import.file_unknown', 'contents')
}

const nameIn = (raw: unknown): string =>
  raw !== null && typeof raw === 'object' && 'name' in raw && typeof raw.name === 'string'
    ? cut(tidy(raw.name), 40)
    : ''

/**
 * By our own taxonomy; by a term of any other that is one of our words, or holds one; else by what the service is
 * called, which is less sure than what it says that it is.
 */
const kindOf = (service: Service): PlaceKind | undefined => {
  const [own] = termsIn(service, taxonomies.kind)
  const names = namesOf(service)
  return (
    placeKinds.find(kind => kind === own?.code) ??
    names.map(kindOfWord).find(Boolean) ??
    names.map(kindNamedIn).find(Boolean) ??
    kindNamedIn(service.name)
  )
}

const namesOf = ({ attributes = [] }: Service): string[] =>
  attributes.flatMap(({ taxonomy_term: term }) => tidy(term?.name ?? '') || [])

const draftOf = (service: Service, kind: PlaceKind): PlaceDraft | undefined => {
  const [at] = service.service_at_locations ?? []
  const location = at?.location
  if (!location || location.latitude === undefined || location.longitude === undefined) return undefined
  if (Math.abs(location.latitude) > 90 || Math.abs(location.longitude) > 180) return undefined
  const terms = (taxonomy: string) => termsIn(service, taxonomy)
  const schedules = [...(service.schedules ?? []), ...(at?.schedules ?? []), ...(location.schedules ?? [])]
  const hours = hoursIn(service, schedules)
  const said = schedules.find(({ description }) => description)?.description
  const hoursText = hours || !said ? undefined : cut(said, 500)
  const address = cut(location.addresses?.[0]?.address_1 ?? '', 200)
  const phone = cut((service.phones ?? location.phones)?.[0]?.number ?? '', 40)
  const amounts = (service.cost_options ?? []).flatMap(({ amount }) => amount ?? [])
  const priceClass =
    priceClassOfName(terms(taxonomies.price)[0]?.name ?? service.cost_options?.[0]?.option ?? '') ??
    (amounts.length === 0 ? undefined : amounts.some(amount => amount > 0) ? 'paid' : 'free')
  const told = toldIn(service)
  const access = location.accessibility?.[0]?.description
  const placeId = idOf('place').safeParse(
    location.external_identifier_type === PLACE_ID ? location.external_identifier : undefined,
  )
  const shared = terms(taxonomies.shared).flatMap(({ value }) => {
    const code = CommunityCode.safeParse(value)
    return code.success ? [code.data] : []
  })
  const area = Number(terms(taxonomies.area)[0]?.value)
  const code = CommunityCode.safeParse(service.organization?.organization_identifiers?.[0]?.identifier)
  return {
    sourceId: terms(taxonomies.source)[0]?.value ?? `hsds:${service.id}:${location.id}`,
    name: cut(tidy(service.name), 80),
    kind,
    lng: location.longitude,
    lat: location.latitude,
    ...(address && { address }),
    ...(phone && { phone }),
    ...(hoursText && { hoursText }),
    ...(hours && { hours }),
    ...(priceClass && { priceClass }),
    ...((access === '无台阶' || access === '有台阶') && { stepFree: access === '无台阶' }),
    ...(told && { told }),
    kept: {
      ...(placeId.success && { placeId: placeId.data }),
      ...(code.success && { community: code.data }),
      ...(service.status === 'defunct' && { state: 'closed' as const }),
      ...(service.assured_date && { assuredOn: service.assured_date }),
      ...(shared.length > 0 && { sharedWith: shared }),
      ...(area >= 1 && { areaSquareMeters: area }),
    },
  }
}
