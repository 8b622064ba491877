/** The walks of a prepared cell as bytes: variable-length integers and the corners' keys, deflated. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import type { Cards } from './cards'
import type { Frame, Nearby, NearbyPlace } from './nearby'
import { IntReader, writeInts } from './pack/ints'

/** Changes with the layout: what was packed by another version is prepared anew. */
export const LAYOUT = 2

/** One read unit, eventually consistent: 8 KB. A little is left for the key and the item's other attributes. */
export const MOST_BYTES = 8 * 1024 - 300

const scaled = (values: Iterable<number>, by: number): number[] =>
  Array.from(values, value => Math.round(value * by))

/** `slotOf`: where the cards of the cell hold a place. */
export const pack = (
  { profile, limitSeconds, frame, places, listedWithin }: Nearby,
  slotOf: (placeId: string) => number,
): Uint8Array => {
  const text = Buffer.from(frame.corners.join('\n'))
  const numbers = writeInts([
    [walkProfiles.indexOf(profile), limitSeconds],
    placeKinds.flatMap((kind, index) => {
      const within = listedWithin[kind]
      return within === undefined ? [] : [index, within]
    }),
    frame.from,
    frame.to,
    scaled(frame.perMeter, 1000),
    frame.shapeStart,
    scaled(frame.shapeLng, 1e7),
    scaled(frame.shapeLat, 1e7),
    scaled(frame.shapeMeters, 10),
    places.map(({ place }) => slotOf(place.placeId)),
    places.map(({ outSeconds }) => Math.round(outSeconds * 10)),
    places.map(({ on }) => on?.street ?? -1),
    places.map(({ on }) => Math.round((on?.along ?? 0) * 10)),
    // Infinity is -1: no walk takes less than no time.
    ...places.map(({ seconds }) => seconds.map(value => (value === Number.POSITIVE_INFINITY ? -1 : value))),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(text.length)
  return deflateRawSync(Buffer.concat([size, text, numbers]), { level: 5 })
}

/** A place whose card is gone is left out. */
export const unpack = (bytes: Uint8Array, { slots }: Cards): Nearby => {
  const raw = inflateRawSync(bytes)
  const end = 4 + raw.readUInt32LE(0)
  const ints = new IntReader(raw.subarray(end))
  const [profile = 0, limitSeconds = 0] = ints.next()
  const within = ints.next()
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
  const [slot, out, streets, along] = [ints.next(), ints.next(), ints.next(), ints.next()]
  return {
    profile: walkProfiles[profile] as WalkProfile,
    limitSeconds,
    frame,
    listedWithin: Object.fromEntries(
      Array.from({ length: within.length / 2 }, (_, nth) => [
        placeKinds[within[nth * 2] as number] as PlaceKind,
        within[nth * 2 + 1] as number,
      ]),
    ),
    places: slot.flatMap((at, nth): NearbyPlace[] => {
      const seconds = ints.next()
      const place = slots[at]
      if (!place) return []
      for (let corner = 0; corner < seconds.length; corner++)
        if ((seconds[corner] as number) < 0) seconds[corner] = Number.POSITIVE_INFINITY
      const street = streets[nth] as number
      return [
        {
          place,
          seconds,
          outSeconds: (out[nth] as number) / 10,
          ...(street >= 0 && { on: { street, along: (along[nth] as number) / 10 } }),
        },
      ]
    }),
  }
}
