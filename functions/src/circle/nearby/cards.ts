/**
 * What the places near a cell are, whoever walks there, and what has become of the walks since they were written. They
 * are kept beside the walks, so that one place that changes changes one item of a cell and not one for each profile.
 */
import { isDeepStrictEqual } from 'node:util'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { kinds } from '@yike/shared/booking/kinds'
import type { WeeklyHours } from '@yike/shared/circle/hours'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import { type PlaceKind, placeKinds, priceClasses } from '@yike/shared/circle/schema'
import type { ListedPlace, NearDoor, Way } from './nearby'

export interface Cards {
  /** How far the walks went. */
  readonly limitSeconds: number
  /** Walks name a place by its slot. A slot once given up is not given again, for somebody may hold older walks. */
  readonly slots: readonly (ListedPlace | null)[]
  /** By profile for which the cell is prepared, as `Nearby` has it: what is further is not listed, and need not be looked for. */
  readonly within: Readonly<Partial<Record<WalkProfile, Partial<Record<PlaceKind, number>>>>>
  readonly amended: readonly Amended[]
}

/** A place that came or moved after the walks were written: what they say of its slot holds no longer, this does. */
export interface Amended {
  readonly slot: number
  /** By profile; absent: it is not listed for that one. */
  readonly ways: Readonly<Partial<Record<WalkProfile, Way>>>
}

type Packed = readonly [
  placeId: string,
  name: string,
  kind: number,
  lng7: number,
  lat7: number,
  hours: number,
  price: number,
  stepFree: number,
  bookable: readonly number[],
]

interface Content {
  readonly limit: number
  readonly within: Cards['within']
  readonly hours: readonly WeeklyHours[]
  readonly slots: readonly (Packed | 0)[]
  readonly amended: readonly PackedAmended[]
}

type PackedAmended = readonly [slot: number, ...ways: PackedWay[]]
/** After the profile its doors, three numbers each, and the seconds. */
type PackedWay = readonly [profile: number, doors: number, ...number[]]

export const packCards = ({ limitSeconds, slots, within, amended }: Cards): Uint8Array => {
  const hours: WeeklyHours[] = []
  const hoursAt = new Map<string, number>()
  const numberOf = (one: WeeklyHours | undefined): number => {
    if (!one) return -1
    const key = textOf(one)
    const known = hoursAt.get(key) ?? hours.push(one) - 1
    hoursAt.set(key, known)
    return known
  }
  const content: Content = {
    limit: limitSeconds,
    within,
    slots: slots.map(place => (place ? packed(place, numberOf(place.hours)) : 0)),
    hours,
    amended: amended.filter(({ slot }) => slots[slot]).map(packedAmended),
  }
  return deflateRawSync(JSON.stringify(content), { level: 5 })
}

export const unpackCards = (bytes: Uint8Array): Cards => {
  const { limit, within, hours, slots, amended }: Content = JSON.parse(inflateRawSync(bytes).toString())
  return {
    limitSeconds: limit,
    within,
    slots: slots.map(one => (one ? unpacked(one, hours) : null)),
    amended: amended.map(unpackedAmended),
  }
}

const packedAmended = ({ slot, ways }: Amended): PackedAmended => [
  slot,
  ...walkProfiles.flatMap((profile, nth): PackedWay[] => {
    const way = ways[profile]
    return way ? [[nth, ...packedWay(way)]] : []
  }),
]

/** Infinity is -1: no walk takes less than no time. */
const packedWay = ({ on, seconds }: Way): [doors: number, ...number[]] => [
  on.length,
  ...on.flatMap(({ street, along, outSeconds }) => [
    street,
    Math.round(along * 10),
    Math.round(outSeconds * 10),
  ]),
  ...seconds.map(value => (value === Number.POSITIVE_INFINITY ? -1 : value)),
]

/** Whether two ways are kept as one and the same. */
export const isSameWay = (one: Way, other: Way): boolean =>
  isDeepStrictEqual(packedWay(one), packedWay(other))

const unpackedAmended = ([slot, ...ways]: PackedAmended): Amended => ({
  slot,
  ways: Object.fromEntries(
    ways.map(([profile, doors, ...rest]): [WalkProfile | undefined, Way] => [
      walkProfiles[profile],
      wayFrom(doors, rest),
    ]),
  ),
})

const wayFrom = (doors: number, rest: readonly number[]): Way => ({
  on: Array.from({ length: doors }, (_, nth) =>
    doorFrom(rest[nth * 3] as number, rest[nth * 3 + 1] as number, rest[nth * 3 + 2] as number),
  ),
  seconds: secondsFrom(rest.slice(doors * 3)),
})

/** As they were packed: in tenths of a metre and of a second. */
export const doorFrom = (street: number, alongTenths: number, outTenths: number): NearDoor => ({
  street,
  along: alongTenths / 10,
  outSeconds: outTenths / 10,
})

/** As they were packed: -1 for what is not reached. */
export const secondsFrom = (seconds: number[]): number[] => {
  for (let corner = 0; corner < seconds.length; corner++)
    if ((seconds[corner] as number) < 0) seconds[corner] = Number.POSITIVE_INFINITY
  return seconds
}

/** One place is packed for thousands of cells. */
const texts = new WeakMap<WeeklyHours, string>()
const textOf = (hours: WeeklyHours): string => {
  const known = texts.get(hours) ?? JSON.stringify(hours)
  texts.set(hours, known)
  return known
}

const packed = (
  { placeId, name, kind, position, priceClass, stepFree, bookable }: ListedPlace,
  hours: number,
): Packed => [
  placeId,
  name,
  placeKinds.indexOf(kind),
  Math.round(position.lng * 1e7),
  Math.round(position.lat * 1e7),
  hours,
  priceClass ? priceClasses.indexOf(priceClass) : -1,
  stepFree === undefined ? -1 : Number(stepFree),
  bookable.map(one => kinds.indexOf(one)),
]

const unpacked = (
  [placeId, name, kind, lng7, lat7, hours, price, stepFree, bookable]: Packed,
  allHours: readonly WeeklyHours[],
): ListedPlace => ({
  placeId: placeId as ListedPlace['placeId'],
  name,
  kind: placeKinds[kind] as PlaceKind,
  position: { lng: lng7 / 1e7, lat: lat7 / 1e7 },
  ...(hours >= 0 && { hours: allHours[hours] }),
  ...(price >= 0 && { priceClass: priceClasses[price] }),
  ...(stepFree >= 0 && { stepFree: stepFree === 1 }),
  bookable: bookable.flatMap(one => kinds[one] ?? []),
})

/** Profiles for which a place of a kind may be listed when it is so many seconds away. */
export const mayList = ({ within, limitSeconds }: Cards, kind: PlaceKind, seconds: number): boolean =>
  walkProfiles.some(profile => {
    const lists = within[profile]
    return lists !== undefined && seconds < (lists[kind] ?? limitSeconds + 1)
  })
