/** What an OpenStreetMap file consists of, the same for XML and pbf. */

export type Tags = ReadonlyMap<string, string>

export type MemberType = 'node' | 'way' | 'relation'

export interface Member {
  readonly type: MemberType
  readonly ref: number
  readonly role: string
}

/** Takes the elements in file order. Coordinates are whole 1e-7 degrees: the precision of OpenStreetMap itself. */
export interface OsmSink {
  node(id: number, lng7: number, lat7: number, tags: Tags): void
  way(id: number, refs: readonly number[], tags: Tags): void
  relation(id: number, members: readonly Member[], tags: Tags): void
}

export const noTags: Tags = new Map()

export const DEGREES_TO_E7 = 1e7

/** Whether a position lies on the globe. */
export const isOnGlobe = (lng7: number, lat7: number): boolean =>
  Math.abs(lng7) <= 180 * DEGREES_TO_E7 && Math.abs(lat7) <= 90 * DEGREES_TO_E7
