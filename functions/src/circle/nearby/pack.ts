/** A prepared cell as bytes: JSON for what is told once, variable-length integers for the seconds, deflated. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { kinds } from '@yike/shared/booking/kinds'
import type { WeeklyHours } from '@yike/shared/circle/hours'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import { type PlaceKind, placeKinds, priceClasses } from '@yike/shared/circle/schema'
import type { Frame, ListedPlace, Nearby, NearbyPlace } from './nearby'
import { IntReader, writeInts } from './pack/ints'

/** Changes with the layout: what was packed by another version is prepared anew. */
export const LAYOUT = 1

/** Two read units, eventually consistent: 4 KB each half. A little is left for the key and the item's other attributes. */
export const MOST_BYTES = 16 * 1024 - 300

type PackedPlace = readonly [
  placeId: string,
  name: string,
  kind: number,
  lng7: number,
  lat7: number,
  hours: number,
  price: number,
  stepFree: number,
  bookable: readonly number[],
  outDeciseconds: number,
  street: number,
  alongDecimeters: number,
]

interface Head {
  readonly profile: number
  readonly limitSeconds: number
  readonly listedWithin: readonly (readonly [kind: number, seconds: number])[]
  readonly corners: readonly string[]
  readonly hours: readonly WeeklyHours[]
  readonly places: readonly PackedPlace[]
}

const scaled = (values: Iterable<number>, by: number): number[] =>
  Array.from(values, value => Math.round(value * by))

export const pack = ({ profile, limitSeconds, frame, places, listedWithin }: Nearby): Uint8Array => {
  const hours: WeeklyHours[] = []
  const hoursAt = new Map<string, number>()
  const numberOf = (one: WeeklyHours | undefined): number => {
    if (!one) return -1
    const key = textOf(one)
    const known = hoursAt.get(key)
    if (known !== undefined) return known
    hoursAt.set(key, hours.length)
    hours.push(one)
    return hours.length - 1
  }
  const head: Head = {
    profile: walkProfiles.indexOf(profile),
    limitSeconds,
    listedWithin: placeKinds.flatMap((kind, index) => {
      const within = listedWithin[kind]
      return within === undefined ? [] : [[index, within] as const]
    }),
    corners: frame.corners,
    hours,
    places: places.map(({ place, outSeconds, on }) =>
      packPlace(place, numberOf(place.hours), outSeconds, on),
    ),
  }
  const text = Buffer.from(JSON.stringify(head))
  const numbers = writeInts([
    frame.from,
    frame.to,
    scaled(frame.perMeter, 1000),
    frame.shapeStart,
    scaled(frame.shapeLng, 1e7),
    scaled(frame.shapeLat, 1e7),
    scaled(frame.shapeMeters, 10),
    // Infinity is -1: no walk takes less than no time.
    ...places.map(({ seconds }) => seconds.map(value => (value === Number.POSITIVE_INFINITY ? -1 : value))),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(text.length)
  return deflateRawSync(Buffer.concat([size, text, numbers]), { level: 5 })
}

export const unpack = (bytes: Uint8Array): Nearby => {
  const raw = inflateRawSync(bytes)
  const end = 4 + raw.readUInt32LE(0)
  const head: Head = JSON.parse(raw.toString('utf8', 4, end))
  const ints = new IntReader(raw.subarray(end))
  const from = ints.next()
  const to = ints.next()
  const perMeter = ints.next().map(value => value / 1000)
  const frame: Frame = {
    corners: head.corners,
    from,
    to,
    perMeter,
    shapeStart: Int32Array.from(ints.next()),
    shapeLng: Float64Array.from(ints.next(), value => value / 1e7),
    shapeLat: Float64Array.from(ints.next(), value => value / 1e7),
    shapeMeters: Float64Array.from(ints.next(), value => value / 10),
  }
  return {
    profile: walkProfiles[head.profile] as WalkProfile,
    limitSeconds: head.limitSeconds,
    frame,
    listedWithin: Object.fromEntries(
      head.listedWithin.map(([kind, within]) => [placeKinds[kind] as PlaceKind, within]),
    ),
    places: head.places.map(packed => ({
      ...unpackPlace(packed, head.hours),
      seconds: ints.next().map(value => (value < 0 ? Number.POSITIVE_INFINITY : value)),
    })),
  }
}

/** One place is packed for thousands of cells. */
const texts = new WeakMap<WeeklyHours, string>()
const textOf = (hours: WeeklyHours): string => {
  const known = texts.get(hours) ?? JSON.stringify(hours)
  texts.set(hours, known)
  return known
}

const packPlace = (
  { placeId, name, kind, position, priceClass, stepFree, bookable }: ListedPlace,
  hours: number,
  outSeconds: number,
  on: NearbyPlace['on'],
): PackedPlace => [
  placeId,
  name,
  placeKinds.indexOf(kind),
  Math.round(position.lng * 1e7),
  Math.round(position.lat * 1e7),
  hours,
  priceClass ? priceClasses.indexOf(priceClass) : -1,
  stepFree === undefined ? -1 : Number(stepFree),
  bookable.map(one => kinds.indexOf(one)),
  Math.round(outSeconds * 10),
  on?.street ?? -1,
  Math.round((on?.along ?? 0) * 10),
]

const unpackPlace = (
  [placeId, name, kind, lng7, lat7, hours, price, stepFree, bookable, out, street, along]: PackedPlace,
  allHours: readonly WeeklyHours[],
): Omit<NearbyPlace, 'seconds'> => ({
  place: {
    placeId: placeId as ListedPlace['placeId'],
    name,
    kind: placeKinds[kind] as PlaceKind,
    position: { lng: lng7 / 1e7, lat: lat7 / 1e7 },
    ...(hours >= 0 && { hours: allHours[hours] }),
    ...(price >= 0 && { priceClass: priceClasses[price] }),
    ...(stepFree >= 0 && { stepFree: stepFree === 1 }),
    bookable: bookable.flatMap(one => kinds[one] ?? []),
  },
  outSeconds: out / 10,
  ...(street >= 0 && { on: { street, along: along / 10 } }),
})
