/** What can be booked at a place. */
import type { BookingKind, CounterMode, Purpose } from '@yike/shared/booking/kinds'
import { type Closure, UNTOLD } from '@yike/shared/booking/rules/closures'
import type { Sort } from '@yike/shared/booking/rules/equipment'
import type { Held } from '@yike/shared/booking/rules/season'
import type { Staffing } from '@yike/shared/booking/rules/staffing'
import type { Terms } from '@yike/shared/booking/rules/terms'
import type { Paper } from '@yike/shared/booking/schema'
import type { SpecialDays, WeeklyHours } from '@yike/shared/circle/hours'
import type { PriceClass } from '@yike/shared/circle/schema'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry, Wording } from '@yike/shared/kernel/shapes'
import type { Instant } from '@yike/shared/kernel/time'
import { absent, equal } from '../../platform/condition'
import { indexAttributes, indexes, inIndex, keys } from '../../platform/keys'
import { type Change, recordOf, type Table } from '../../platform/table'
import { type Aside, cover, type Spots } from '../../platform/wechat/aside'
import type { Place } from '../store'
import { unmoved } from './upkeep'

/** A thing of which a booking takes: so many units out of so many. */
export interface Share {
  readonly thingId: Id<'thing'>
  readonly units: number
  readonly capacity: number
}

/** Somebody who serves, one at a time: a booking takes whoever of them is free. */
export interface Server {
  readonly thingId: Id<'thing'>
  readonly name: string
}

/**
 * What can be booked at a place: configuration over the booking engine, and changeable. A booking carries the version
 * that it was decided by into its write, and whoever changes an offering writes the new version on every day-sheet that
 * may be booked by then: of the two, one comes first, and a booking by old rules never comes second.
 *
 * What it takes: `units` of `thingId`, which has `capacity` of them in each quarter-hour; offerings that name the same
 * thing share it. Of a room that is part of a hall (一室多用), `alsoTakes` names the hall, whose capacity is the number of
 * its parts: whoever takes a part takes one of them, whoever takes the hall takes all. With `servers`, one of them too.
 */
export interface Offering extends Terms {
  readonly placeId: Id<'place'>
  readonly offeringId: Id<'offering'>
  readonly version: number
  readonly placeName: string
  readonly placePhone?: string | undefined
  /** Must be one of the regions: the clock goes through those, and elsewhere an unanswered booking never lapses. */
  readonly community: RegionCode
  readonly kind: BookingKind
  readonly name: string
  readonly forWhom: string
  readonly thingId: Id<'thing'>
  readonly capacity: number
  /** Absent: one. */
  readonly units?: number | undefined
  readonly alsoTakes?: readonly Share[] | undefined
  readonly servers?: readonly Server[] | undefined
  /** Seats follow the carers on duty: no more than these at any time, and none on a day without a roster. */
  readonly staffing?: Staffing | undefined
  /** Served at the guest's door, from here on foot: what walking there and back takes is taken of the server. */
  readonly from?: Position | undefined
  /** Served at the door at most so many minutes on foot away. */
  readonly reachMinutes?: number | undefined
  /** When it can be booked; never past midnight. */
  readonly hours: WeeklyHours
  /** Closed on these dates, first and last included, and why. */
  readonly closures?: readonly Closure[] | undefined
  /** Not to be booked until staff open it again, and why. */
  readonly paused?: string | undefined
  /** Special days of its place, as that last told them: see `openingOn`. */
  readonly within?: readonly SpecialDays[] | undefined
  /** Weekly hours that are kept for a season until it is drawn. */
  readonly seasons?: readonly Held[] | undefined
  readonly priceClass: PriceClass
  /** Whether the person is there in the flesh, as in care or on a court; a parked car leaves its owner free. */
  readonly attended: boolean
  /** Of a service counter: the papers to bring, and how the matter may be settled. */
  readonly papers?: readonly Paper[] | undefined
  readonly modes?: readonly CounterMode[] | undefined
  /** Things of its room that may be wanted beside it: those that share the room share them. */
  readonly equipment?: readonly Sort[] | undefined
  /** What it is for, within its kind: what else is for the same stands in for it. Absent: nothing does. */
  readonly purpose?: Purpose | undefined
  /** Who books it is reminded so long before the start; absent: as its kind is. */
  readonly remindMinutes?: number | undefined
  /** What WeChat makes of its words, and those that it has not passed; see `cover`. */
  readonly wording?: Wording | undefined
  readonly aside?: Aside | undefined
  /** Who of staff made the last entry of the timeline, which itself names only the office. */
  readonly lastActorId?: Id<'resident'> | undefined
  readonly timeline?: readonly TimelineEntry[] | undefined
}

/** What everybody reads of an offering in the words of staff. */
const offeringSpots: Spots = {
  name: '待核对的项目',
  forWhom: '居民',
  paused: '暂停预约',
  'closures.*.why': UNTOLD,
  'papers.*.name': '材料，请问社区',
  'papers.*.note': undefined,
  'prices.*.why': '另有价格',
}

/** The offering as it is kept: words that have not been read stand aside. A new one is not shown before they have. */
export const coverOffering = (after: Offering, before?: Offering): Offering => {
  const kept = cover(after, before, offeringSpots)
  return before || !kept.aside
    ? kept
    : {
        ...kept,
        paused: offeringSpots.paused,
        aside: { ...kept.aside, paused: after.paused ?? '' },
      }
}

export const offeringItem = (offering: Offering) => ({
  ...keys.offering(offering.placeId, offering.offeringId),
  type: 'Offering',
  ...offering,
})

/** Its words, which WeChat could not judge, have been read by somebody of staff. */
export const passedChange = (
  placeId: Id<'place'>,
  offeringId: Id<'offering'>,
): Change<'circle.not_asked'> => ({
  update: keys.offering(placeId, offeringId),
  set: { wording: 'pass' },
  if: equal('wording', 'review'),
  else: 'circle.not_asked',
})

/**
 * A new offering, if its place is still as it was read, and so is the offering in whose room it is held. That one counts a
 * version on: whoever is changing the room meanwhile does not know of this one yet, and looks again.
 */
export const newOfferingChanges = <Code extends string>(
  offering: Offering,
  place: Pick<Place, 'version'>,
  sharer: Offering | undefined,
  moved: Code,
): Change<Code | 'request.busy'>[] => [
  { put: offeringItem(offering), if: absent(), else: 'request.busy' },
  { check: keys.place(offering.placeId), if: unmoved(place), else: moved },
  ...(sharer
    ? [
        {
          update: keys.offering(sharer.placeId, sharer.offeringId),
          set: { version: sharer.version + 1 },
          if: equal('version', sharer.version),
          else: moved,
        },
      ]
    : []),
]

/** An offering in place of the version that was read. The clock finds it at `lookAt` among what is due. */
export const offeringChange = <Code extends string>(
  offering: Offering,
  read: number,
  moved: Code,
  lookAt: Instant,
): Change<Code> => {
  const { community, offeringId } = offering
  const due = inIndex('by-deadline', indexes.byDeadline.queue(community, lookAt, offeringId, '', ''))
  return { put: { ...offeringItem(offering), ...due }, if: equal('version', read), else: moved }
}

/** The clock has looked at it: it is not due any more, unless it has changed again. */
export const lookedAtChange = <Code extends string>(offering: Offering, moved: Code): Change<Code> => ({
  update: keys.offering(offering.placeId, offering.offeringId),
  remove: indexAttributes('by-deadline'),
  if: equal('version', offering.version),
  else: moved,
})

/** Nobody has changed an offering since it was read. */
export const unchanged = <Code extends string>(offering: Offering, moved: Code): Change<Code> => ({
  check: keys.offering(offering.placeId, offering.offeringId),
  if: equal('version', offering.version),
  else: moved,
})

export const loadOffering = async (
  table: Table,
  placeId: Id<'place'>,
  offeringId: Id<'offering'>,
  { consistent = false } = {},
): Promise<Offering | undefined> => {
  const item = await table.get(keys.offering(placeId, offeringId), { consistent })
  return item && recordOf<Offering>(item)
}
