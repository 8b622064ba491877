import { OfferingCard } from '../circle/schema'
import { CommunityCode } from '../identity/schema'
import { idOf } from '../kernel/id'
import { pageInput, TimelineEntry, wordings } from '../kernel/shapes'
import { DateInput, InstantInput, InstantOutput } from '../kernel/time'
import { text, wholeNumber, z } from '../kernel/zod'
import { counterModes, kinds } from './kinds'
import { bookingStates, bookingVerbs } from './lifecycle'
import { Equipment, EquipmentList } from './rules/equipment'
import { audiences, Terms } from './rules/terms'
import { type Day, DayTable } from './schema/day'
import { because, Counter, Elsewhere, LeftFor } from './schema/elsewhere'

/** A paper that a matter needs, told once and in full (一次告知, S0:L38). */
export const Paper = z.object({
  name: z.string(),
  /** Where to get it, or what it must show. */
  note: z.optional(z.string()),
})
export type Paper = z.output<typeof Paper>

export const AskDays = z.strictObject({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  from: z.optional(DateInput),
  days: z._default(wholeNumber(1, 31), 14),
  /** For staff of its community who book for somebody on the telephone: their own notice holds. */
  audience: z.optional(z.enum(audiences)),
  /** Asked for by whoever may be refused for want of a certificate: where that is registered. */
  also: z.optional(z.literal('counter')),
})
export const DaysReply = z.object({
  /** With all that is needed to say beforehand what would be refused, and why. */
  offering: z.object({
    ...OfferingCard.shape,
    ...Terms.shape,
    placeName: z.string(),
    attended: z.boolean(),
    papers: z.optional(z.array(Paper)),
    modes: z.optional(z.array(z.enum(counterModes))),
    /** What may be wanted beside the room, and how much of it there is in all. */
    equipment: z.optional(z.array(Equipment)),
    /** Weekly hours of it are kept for these draws, the next first. */
    seasonIds: z.optional(z.array(idOf('season'))),
    /** Where a certificate that it asks for is registered, near the reader's own community first; only where asked for. */
    registeredAt: z.optional(Counter),
  }),
  days: z.array(DayTable),
})
export type DaysReply = z.output<typeof DaysReply>

/** The same as the phone shows it. */
export type Days = Omit<DaysReply, 'days'> & { readonly days: readonly Day[] }

/** For whom: myself, where nothing is said. */
export const whomFor = {
  personId: z.optional(idOf('person')),
  /** For whom a grant is that I hold, instead: the booking, or the place in a list, is theirs. */
  grantId: z.optional(idOf('grant')),
  /** For a team that I may book for, instead. */
  teamId: z.optional(idOf('team')),
}

export const PlaceBooking = z.strictObject({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  startAt: InstantInput,
  endAt: InstantInput,
  ...whomFor,
  note: z.optional(text(200)),
  /** At a service counter: how it is to be settled, and which of its papers I have. */
  mode: z.optional(z.enum(counterModes)),
  papers: z.optional(z.array(text(40)).check(z.maxLength(20))),
  /** Taken in the same write as the room. */
  equipment: z.optional(EquipmentList),
})
export type PlaceBooking = z.output<typeof PlaceBooking>

const { mode: _, papers: __, ...ofWait } = PlaceBooking.shape
/** A full slot to wait for. What has to be free with the room: nobody is asked about a room without it. */
export const JoinQueue = z.strictObject(ofWait)
export type JoinQueue = z.output<typeof JoinQueue>

export const Booking = z.object({
  bookingId: idOf('booking'),
  /** The number to read out at the desk. */
  number: z.string(),
  state: z.enum(bookingStates),
  kind: z.enum(kinds),
  community: CommunityCode,
  placeId: idOf('place'),
  placeName: z.string(),
  offeringId: idOf('offering'),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  /** Whom it is for, as the booker calls them. */
  forName: z.string(),
  /** For a team: which, and who of it booked, as they are called there. */
  team: z.optional(z.object({ teamId: idOf('team'), who: z.string() })),
  priceFen: z.number(),
  /** Why it costs this for them, where it is another price than everybody's. */
  priceWhy: z.optional(z.string()),
  /** Who serves, where it is one of several. */
  serverName: z.optional(z.string()),
  mode: z.optional(z.enum(counterModes)),
  papers: z.optional(z.array(z.object({ ...Paper.shape, have: z.boolean() }))),
  equipment: z.optional(z.array(Equipment)),
  note: z.optional(z.string()),
  /** While requested: staff answer by then; while offered: its owner does. Or the place is freed. */
  deadlineAt: z.optional(InstantOutput),
  /** While it holds a place: the last moment to cancel by oneself. */
  cancelBy: z.optional(InstantOutput),
  /** While waiting: how many are asked until it is their turn, 1 is next; and whether they come first by the terms. */
  queue: z.optional(z.object({ position: z.number(), first: z.optional(z.literal(true)) })),
  /** What was booked before its place closed or shortened that day, and why: what is shown now is held in its place. */
  movedFrom: z.optional(
    z.object({
      ...Elsewhere.shape,
      ...because,
      /** What of its equipment is not to be had at what is held in its place, or not so many of it. */
      lacking: z.optional(z.array(Equipment)),
    }),
  ),
  /** The reader's own time is open again, and held for them: taking it gives this up. */
  insteadOf: z.optional(LeftFor),
  /** Nobody came: until when it may be said why, and when it is forgotten. */
  noShow: z.optional(z.object({ appealUntil: z.optional(InstantOutput), forgottenAt: InstantOutput })),
  /** To staff: what WeChat made of the note. */
  wording: z.optional(z.enum(wordings)),
  /** Of a child: when it was brought, and when it was fetched. */
  arrivedAt: z.optional(InstantOutput),
  leftAt: z.optional(InstantOutput),
  /** The nth of so many that were booked together. */
  series: z.optional(z.object({ seriesId: idOf('series'), nth: z.number(), of: z.number() })),
  /** To staff: the number of a caller whom they booked for. */
  phone: z.optional(z.string()),
  /** What the reader may do now. */
  can: z.array(z.enum(bookingVerbs)),
  timeline: z.array(TimelineEntry),
})
export type Booking = z.output<typeof Booking>

export const AskBooking = z.strictObject({ bookingId: idOf('booking') })
/** A booking of mine, or of whoever gave me this grant. */
export const AskOwn = z.strictObject({ bookingId: idOf('booking'), grantId: z.optional(idOf('grant')) })
/** `unlessWaited`: refused where somebody else would have it at once, for a slip of the finger could not be taken back. */
export const CancelOwn = z.strictObject({ ...AskOwn.shape, unlessWaited: z.optional(z.boolean()) })
export const DeclineBooking = z.strictObject({ bookingId: idOf('booking'), reason: text(200) })

/**
 * Mine of the last 24 hours and from now on, soonest first; or those before, latest first. No booking lasts longer than a
 * day, so that whatever is still on is among what is coming.
 */
export const AskMine = z.strictObject({
  when: z._default(z.enum(['coming', 'past']), 'coming'),
  ...pageInput,
})
export type AskMine = z.output<typeof AskMine>
/** The same of whoever gave me a grant. */
export const AskDelegated = z.strictObject({ grantId: idOf('grant'), ...AskMine.shape })

export const Bookings = z.object({ bookings: z.array(Booking), cursor: z.optional(z.string()) })
