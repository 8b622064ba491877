/** The walks of a prepared cell as bytes: variable-length integers and the corners' keys, deflated. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import { type Cards, doorFrom, secondsFrom } from './cards'
import type { Frame, Nearby, NearbyPlace, NearDoor } from './nearby'
import { IntReader, writeInts } from './pack/ints'

/** Changes with the layout: what was packed by another version is prepared anew. */
export const LAYOUT = 4

/** One read unit, eventually consistent: 8 KB. A little is left for the key and the item's other attributes. */
export const MOST_BYTES = 8 * 1024 - 300

const scaled = (values: Iterable<number>, by: number): number[] =>
  Array.from(values, value => Math.round(value * by))

/** `slotOf`: where the cards of the cell hold a place. */
export const pack = (
  { profile, limitSeconds, frame, places }: Nearby,
  slotOf: (placeId: string) => number,
): Uint8Array => {
  const doors = places.flatMap(({ on }) => on)
  const text = Buffer.from(frame.corners.join('\n'))
  const numbers = writeInts([
    [walkProfiles.indexOf(profile), limitSeconds],
    frame.from,
    frame.to,
    scaled(frame.perMeter, 1000),
    frame.shapeStart,
    scaled(frame.shapeLng, 1e7),
    scaled(frame.shapeLat, 1e7),
    scaled(frame.shapeMeters, 10),
    places.map(({ place }) => slotOf(place.placeId)),
    places.map(({ on }) => on.length),
    doors.map(({ street }) => street),
    doors.map(({ along }) => Math.round(along * 10)),
    doors.map(({ outSeconds }) => Math.round(outSeconds * 10)),
    // Infinity is -1: no walk takes less than no time.
    ...places.map(({ seconds }) => seconds.map(value => (value === Number.POSITIVE_INFINITY ? -1 : value))),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(text.length)
  return deflateRawSync(Buffer.concat([size, text, numbers]), { level: 5 })
}

/** A place whose card is gone is left out, and of one that was amended the cards tell the way. */
export const unpack = (bytes: Uint8Array, { slots, within, amended }: Cards): Nearby => {
  const raw = inflateRawSync(bytes)
  const end = 4 + raw.readUInt32LE(0)
  const ints = new IntReader(raw.subarray(end))
  const [nth = 0, limitSeconds = 0] = ints.next()
  const profile = walkProfiles[nth] as WalkProfile
  const frame: Frame = {
    from: ints.next(),
    to: ints.next(),
    perMeter: ints.next().map(value => value / 1000),
    shapeStart: Int32Array.from(ints.next()),
    shapeLng: Float64Array.from(ints.next(), value => value / 1e7),
    shapeLat: Float64Array.from(ints.next(), value => value / 1e7),
    shapeMeters: Float64Array.from(ints.next(), value => value / 10),
    corners: raw.toString('utf8', 4, end).split('\n'),
  }
  const [slot, doors] = [ints.next(), ints.next()]
  const [street, along, out] = [ints.next(), ints.next(), ints.next()]
  let from = 0
  const onAt = doors.map(count => {
    const on = Array.from({ length: count }, (_, nth) =>
      doorFrom(street[from + nth] as number, along[from + nth] as number, out[from + nth] as number),
    )
    from += count
    return on
  })
  const isAmended = new Set(amended.map(one => one.slot))
  const asWritten = slot.flatMap((at, place): NearbyPlace[] => {
    const seconds = ints.next()
    const card = isAmended.has(at) ? null : slots[at]
    if (!card) return []
    return [{ place: card, seconds: secondsFrom(seconds), on: onAt[place] as NearDoor[] }]
  })
  const since = amended.flatMap((one): NearbyPlace[] => {
    const [card, way] = [slots[one.slot], one.ways[profile]]
    return card && way ? [{ place: card, ...way }] : []
  })
  return {
    profile,
    limitSeconds,
    frame,
    places: [...asWritten, ...since],
    listedWithin: within[profile] ?? {},
  }
}
