/**
 * What is near the doors of one cell for one profile, prepared: the streets that a door there may be tied to, and for
 * each place the seconds from each end of these streets. So the answer for a true door is that of a Dijkstra from this
 * door, but for rounding: half a second where it is prepared and half a second where it is answered.
 */
import { isDeepStrictEqual } from 'node:util'
import type { WalkProfile } from '@yike/shared/circle/kinds'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Shapes } from '../network/snap/doors'
import type { Place } from '../store'

/** What a list shows of a place. */
export type ListedPlace = Pick<
  Place,
  'placeId' | 'name' | 'kind' | 'position' | 'hours' | 'priceClass' | 'stepFree' | 'bookable'
>

/** Positions with the precision of maps: one and the same in the directory and in what is prepared. */
export const listedOf = (place: ListedPlace): ListedPlace => {
  const { placeId, name, kind, position, hours, priceClass, stepFree, bookable } = place
  return {
    placeId,
    name,
    kind,
    position: { lng: Math.round(position.lng * 1e7) / 1e7, lat: Math.round(position.lat * 1e7) / 1e7 },
    ...(hours && { hours }),
    ...(priceClass && { priceClass }),
    ...(stepFree !== undefined && { stepFree }),
    bookable,
  }
}

/** Whether a list shows the same of a place before and after a change. */
export const isSameListing = (before: Place, after: Place): boolean =>
  before.state === after.state && isDeepStrictEqual(listedOf(before), listedOf(after))

/** From the corners of a cell to a place. */
export interface Way {
  /** Whole seconds from each corner to the place itself; Infinity beyond the limit. */
  readonly seconds: readonly number[]
  /** Its doors on the cell's own streets: whoever comes onto one of these need not go round by a corner. */
  readonly on: readonly NearDoor[]
}

export interface NearDoor {
  readonly street: number
  /** Metres along the street from its start. */
  readonly along: number
  /** Seconds between the place and the street. */
  readonly outSeconds: number
}

export interface NearbyPlace extends Way {
  readonly place: ListedPlace
}

/** The streets of a cell. All numbers are positions in these lists, not in the network's. */
export interface Frame extends Shapes {
  /** Keys of the network's corners. */
  readonly corners: readonly string[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly perMeter: readonly number[]
}

export interface Nearby {
  readonly profile: WalkProfile
  /** How far the walks went. */
  readonly limitSeconds: number
  readonly frame: Frame
  readonly places: readonly NearbyPlace[]
  /** For kinds that are not listed whole: everything that is nearer than this, to whatever door, is listed. */
  readonly listedWithin: Partial<Record<PlaceKind, number>>
}
