import type { BookingKind } from '@yike/shared/booking/kinds'
import type { WeeklyHours } from '@yike/shared/circle/hours'
import type { PlaceState } from '@yike/shared/circle/lifecycle'
import type { PlaceKind, PriceClass } from '@yike/shared/circle/schema'
import type { Told } from '@yike/shared/circle/schema/told'
import type { PlaceFields } from '@yike/shared/circle/schema/upkeep'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry, Wording } from '@yike/shared/kernel/shapes'
import type { LocalDate } from '@yike/shared/kernel/time'
import { atOnce } from '../platform/at-once'
import { equal, present } from '../platform/condition'
import { indexes, inIndex, keys } from '../platform/keys'
import { type Change, type Item, queryAll, recordOf, type Table } from '../platform/table'
import { type Aside, cover, type Spots } from '../platform/wechat/aside'
import { tileOf } from './domain'
import type { Offering } from './store/offering'

export {
  coverOffering,
  loadOffering,
  lookedAtChange,
  newOfferingChanges,
  type Offering,
  offeringChange,
  offeringItem,
  type Server,
  unchanged,
} from './store/offering'

/** A place of the directory. Positions are WGS-84. */
export interface Place {
  readonly placeId: Id<'place'>
  /** Where it came from, e.g. 'osm:node/123': importing it again finds it again. */
  readonly sourceId: string
  /** The community that looks after the entry; null: none yet. */
  readonly community: RegionCode | null
  readonly name: string
  readonly kind: PlaceKind
  readonly position: Position
  readonly address?: string | undefined
  readonly phone?: string | undefined
  readonly hours?: WeeklyHours | undefined
  readonly hoursText?: string | undefined
  readonly priceClass?: PriceClass | undefined
  readonly stepFree?: boolean | undefined
  /** What the directory that it came from tells besides. */
  readonly told?: Told | undefined
  /** Kinds of its offerings; kept up by a reaction. */
  readonly bookable: readonly BookingKind[]
  /** Names of its offerings, to be found by; kept up with `bookable`. Absent: it never had one. */
  readonly offered?: readonly string[] | undefined
  /** Whether any of its offerings has carers, and so a roster; kept up with `bookable`. Absent: none ever had. */
  readonly staffed?: boolean | undefined
  /** How its name and its offerings sound, see `soundsLike`; absent: nobody has spelt it yet. */
  readonly spelling?: string | undefined
  /** How often its entry was changed; absent: never since it came. */
  readonly version?: number | undefined
  /** Absent: listed. A closed place stands in no tile. */
  readonly state?: PlaceState | undefined
  /** Fields that staff have set: an import leaves them alone. */
  readonly byHand?: readonly (keyof PlaceFields)[] | undefined
  /** When staff last said that all of it is right. */
  readonly assuredOn?: LocalDate | undefined
  /** Looked at again by then; absent: it was never looked at. */
  readonly checkOn?: LocalDate | undefined
  /** When the clock next asks the community to look at it. */
  readonly askOn?: LocalDate | undefined
  /** Other communities that it serves. */
  readonly sharedWith?: readonly RegionCode[] | undefined
  readonly areaSquareMeters?: number | undefined
  /** What WeChat makes of its words, and those that it has not passed; see `cover`. */
  readonly wording?: Wording | undefined
  readonly aside?: Aside | undefined
  /** Who made the last entry of the timeline, which itself names only the office. */
  readonly lastActorId?: Id<'resident'> | undefined
  readonly timeline?: readonly TimelineEntry[] | undefined
}

/** What everybody reads of a place in the words of staff. */
const placeSpots: Spots = {
  name: '新场所（名称在核对）',
  address: undefined,
  hoursText: undefined,
  'hours.special.*.note': undefined,
}

/** The place as it is kept: words that have not been read stand aside. */
export const coverPlace = (after: Place, before?: Place): Place => cover(after, before, placeSpots)

export const placeItem = (place: Place) => ({
  ...keys.place(place.placeId),
  ...(place.state !== 'closed' &&
    inIndex('by-owner', indexes.byOwner.places(tileOf(place.position), place.placeId))),
  // Those that nobody looks after yet stand in a list of their own.
  ...inIndex('by-deadline', indexes.byDeadline.places(place.community, place.askOn ?? '', place.placeId)),
  type: 'Place',
  ...place,
})

const isPlace = (item: Item): boolean => item.type === 'Place'

/** The place and what can be booked there: one query. */
export const loadPlace = async (
  table: Table,
  placeId: Id<'place'>,
  { consistent = false } = {},
): Promise<{ place: Place; offerings: Offering[] } | undefined> => {
  const { pk } = keys.place(placeId)
  const items = await queryAll(table, { pk, consistent })
  const place = items.find(isPlace)
  return (
    place && {
      place: recordOf<Place>(place),
      offerings: items.filter(item => item.type === 'Offering') as unknown as Offering[],
    }
  )
}

/** A city has thousands of tiles, and a process some fifty connections. */
const QUERIES_AT_ONCE = 24

/** All places in the given tiles. */
export const loadTiles = async (table: Table, tiles: readonly string[]): Promise<Place[]> => {
  const found = await atOnce(tiles, QUERIES_AT_ONCE, tile =>
    queryAll(table, { index: 'by-owner', pk: indexes.byOwner.places(tile, '')[0] }),
  )
  return found.flat() as unknown as Place[]
}

/** What a place says of its offerings, so that a list needs no second read. */
export const offersOf = (
  offerings: readonly (Pick<Offering, 'kind' | 'name' | 'paused'> & { readonly staffing?: unknown })[],
) => {
  const open = offerings.filter(({ paused }) => !paused)
  return {
    bookable: [...new Set(open.map(({ kind }) => kind))].sort(),
    offered: [...new Set(open.map(({ name }) => name))].sort(),
    // Carers are planned for a class that is paused, too.
    staffed: offerings.some(({ staffing }) => staffing !== undefined),
  }
}

/** Sets what can be booked at a place, if the place is still there. */
export const offersChange = (
  placeId: string,
  offers: ReturnType<typeof offersOf>,
): Change<'circle.no_place'> => ({
  update: keys.place(placeId),
  set: offers,
  if: present(),
  else: 'circle.no_place',
})

/** Sets how a place sounds, while it is called so. */
export const spellingChange = (place: Place, spelling: string): Change<'circle.place_moved'> => ({
  update: keys.place(place.placeId),
  set: { spelling },
  if: equal('name', place.name),
  else: 'circle.place_moved',
})
