/** Bookings and day-sheets: keys, and the conditions that keep them right under contention. */
import type { Span, Taken } from '@yike/shared/booking/calendar'
import type { BookingKind, CounterMode } from '@yike/shared/booking/kinds'
import { type BookingState, isPresence } from '@yike/shared/booking/lifecycle'
import type { Equipment } from '@yike/shared/booking/rules/equipment'
import type { Because } from '@yike/shared/booking/rules/reasons'
import type { Paper } from '@yike/shared/booking/schema'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry, Wording } from '@yike/shared/kernel/shapes'
import type { Instant } from '@yike/shared/kernel/time'
import { absent } from '../../platform/condition'
import { indexes, inIndex, keys } from '../../platform/keys'
import { type Change, type Item, recordOf, type Table } from '../../platform/table'
import type { ForTeam, FullCode, OwnedUse, Placed, Placement } from '../domain'
import { queueIndex } from './queue'
import type { CountedUse } from './quota'
import { takingChanges } from './taking'

export { forgetChange, loadAbsences, loadAbsencesOf } from './absence'
export { calendarChange, loadCalendar, opensCalendar } from './calendar'
export { pagesDisplaced } from './displaced'
export { offerBackChanges, restoreChanges, takeInsteadChanges, withinRoom } from './exchange'
export * from './held'
export { leaveChanges, type Moving, moveAllChanges, moveChanges } from './move'
export { type ChangedOfferings, changeOfferingChanges } from './offering'
export { loadPickup, loadPickups, pickupChanges, queryAgenda } from './pickup'
export { joinChanges, offerChanges, queryDue, queryQueue, querySlotQueue } from './queue'
export { loadCounts } from './quota'
export {
  endReminderChanges,
  loadReminder,
  moveReminderChange,
  putReminderChange,
  queryCalls,
  queryReminders,
  queryUnsettled,
  scheduleChange,
  stillBookedCheck,
} from './reminder'
export { loadRoster, queryRosters, type RosterRecord, rosterChanges, rosterCheck } from './roster'
export { loadSeries, newSeriesChanges, type SeriesRecord, seriesItem } from './series'
export { endKeptChange, giveBackChanges, keptSince, type LoadedSheet, loadSheets, takeChanges } from './sheet'

/** A place in the waiting list of a slot. */
export interface Queued {
  readonly joinedAt: Instant
  /** Comes first by the terms, as they were at that time. */
  readonly first?: true
  /** Taking an offer is asking staff for it. */
  readonly needsApproval?: true
}

/** What was booked before its place closed, and why it did. */
export interface MovedFrom extends Placement, Because {
  /** It was held for sure, and not only asked for: what is offered instead needs no approval. */
  readonly confirmed?: true
}

export interface BookingRecord extends Span {
  readonly bookingId: Id<'booking'>
  readonly residentId: Id<'resident'>
  readonly version: number
  readonly state: BookingState
  /** Digest of the wish that its id was made for; see `onceByRecord`. */
  readonly asked: string
  readonly kind: BookingKind
  readonly community: RegionCode
  readonly placeId: Id<'place'>
  readonly placeName: string
  readonly placePhone?: string | undefined
  readonly offeringId: Id<'offering'>
  readonly offeringName: string
  readonly personId: Id<'person'>
  readonly forName: string
  /** For a team: its owner has booked it for them. */
  readonly team?: ForTeam | undefined
  /** All that it holds while it holds anything: the thing first, the person last, where it is for one. */
  readonly takes: readonly Taken[]
  /** The nth of so many that were booked together. */
  readonly series?: { readonly seriesId: Id<'series'>; readonly nth: number; readonly of: number } | undefined
  /** When it was last moved together with others of its series; the first of them says how many they were. */
  readonly together?: { readonly at: Instant; readonly of?: number } | undefined
  /** What it counts for in quotas, to be given back with the rest. */
  readonly uses?: readonly CountedUse[] | undefined
  readonly priceFen: number
  readonly priceWhy?: string | undefined
  readonly serverName?: string | undefined
  readonly mode?: CounterMode | undefined
  readonly papers?: readonly (Paper & { readonly have: boolean })[] | undefined
  /** What stands ready beside the room. */
  readonly equipment?: readonly Equipment[] | undefined
  readonly cancelBy: Instant
  /** As its offering said when it was booked. */
  readonly remindMinutes?: number | undefined
  readonly note?: string | undefined
  /** What WeChat made of the note. */
  readonly wording?: Wording | undefined
  /** What it was for before that was not open any more. */
  readonly movedFrom?: MovedFrom | undefined
  /** Own time that is open again, held beside what its owner took meanwhile: what taking it gives up, and takes more. */
  readonly insteadOf?:
    | (Pick<BookingRecord, 'bookingId' | 'placeName' | 'offeringName' | 'startAt' | 'endAt'> & {
        readonly body?: string | undefined
        readonly uses: readonly OwnedUse[]
      })
    | undefined
  /** While it is displaced: when something in its place is next looked for. */
  readonly seekAt?: Instant | undefined
  /** How its owner came to wait for it, where they did. */
  readonly queued?: Queued | undefined
  /** Until when staff had to answer it, or its owner an offer; kept afterwards, for it also says that it was asked for first. */
  readonly deadlineAt?: Instant | undefined
  /** Who of staff booked it for its owner; and the number that they called from. */
  readonly placedById?: Id<'resident'> | undefined
  readonly phone?: string | undefined
  /** Who booked it for its owner by a grant, and by which. */
  readonly delegateId?: Id<'resident'> | undefined
  readonly grantId?: Id<'grant'> | undefined
  /** When it was last marked who came, by the clock of whoever marked it: an older mark that comes in later is none. */
  readonly markedAt?: Instant | undefined
  /** Of a child: when it was brought and fetched; all else of it stands in its handover. */
  readonly arrivedAt?: Instant | undefined
  readonly leftAt?: Instant | undefined
  /** Until when staff answer what the owner said about not having come. */
  readonly appealDueAt?: Instant | undefined
  /** Who of staff made the last entry of the timeline, which itself names only the office. */
  readonly lastActorId?: Id<'resident'>
  readonly timeline: readonly TimelineEntry[]
}

/**
 * The one write of a new booking. The thing's sheet also carries, under each offering's id, the least version that may
 * still be booked: see `Offering`.
 */
export const newBookingChanges = (
  placed: Placed,
): Change<FullCode | 'booking.quota_used' | 'booking.known'>[] => [
  ...takingChanges(placed),
  { put: bookingItem(placed.booking), if: absent(), else: 'booking.known' },
]

/** In one index a booking waits for staff or for a seat; held, and afterwards, it stands in the agenda of its place. */
export const bookingItem = (booking: BookingRecord) => ({
  ...keys.booking(booking.bookingId),
  // What wants an answer stands where the answer is due: an offer of a day far ahead is on the first page of what is coming.
  ...inIndex(
    'by-owner',
    indexes.byOwner.bookings(
      booking.residentId,
      (booking.state === 'offered' && booking.deadlineAt) || booking.startAt,
      booking.bookingId,
    ),
  ),
  ...(booking.state === 'requested' &&
    inIndex(
      'by-deadline',
      indexes.byDeadline.waiting(booking.community, booking.deadlineAt ?? booking.startAt, booking.bookingId),
    )),
  ...(booking.state === 'appealed' &&
    inIndex(
      'by-deadline',
      indexes.byDeadline.waiting(booking.community, booking.appealDueAt ?? booking.endAt, booking.bookingId),
    )),
  ...((booking.state === 'confirmed' || (isPresence(booking.state) && booking.state !== 'appealed')) &&
    inIndex('by-deadline', indexes.byDeadline.agenda(booking.placeId, booking.startAt, booking.bookingId))),
  ...queueIndex(booking),
  type: 'Booking',
  ...withoutKeys(booking),
})

/** What the keys say already is not stored twice: a booking and two moves of it stay below the kilobyte that is paid for. */
const withoutKeys = ({ bookingId: _, residentId: __, ...rest }: BookingRecord) => rest

export const asBooking = (item: Item): BookingRecord => ({
  ...recordOf<Omit<BookingRecord, 'bookingId' | 'residentId'>>(item),
  bookingId: String(item.pk).slice('BOOKING#'.length) as Id<'booking'>,
  residentId: String(item.ownerPk).split('#')[1] as Id<'resident'>,
})

export const loadBooking = async (
  table: Table,
  bookingId: Id<'booking'>,
): Promise<BookingRecord | undefined> => {
  const item = await table.get(keys.booking(bookingId), { consistent: true })
  return item && asBooking(item)
}
