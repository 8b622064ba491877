/** Who is on duty in a class, and the seats that follow. */
import { idOf } from '../../kernel/id'
import { Version } from '../../kernel/shapes'
import { DateInput, InstantOutput } from '../../kernel/time'
import { wholeNumber, z } from '../../kernel/zod'
import { QUARTER_MINUTES } from '../calendar'
import { bookingStates } from '../lifecycle'
import { Shift } from '../rules/staffing'

export const AskRoster = z.strictObject({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  on: DateInput,
})

/** Half a quarter-hour on duty makes no seat: who is to be counted comes and goes by whole ones. */
const OnDuty = Shift.check(
  z.refine(
    ({ fromMinute, toMinute }) =>
      fromMinute < toMinute && fromMinute % QUARTER_MINUTES === 0 && toMinute % QUARTER_MINUTES === 0,
  ),
)
export const MOST_SHIFTS = 30

/** The roster of a day in place of the one of this version; 0: nobody has opened the day. */
export const SetRoster = z.strictObject({
  ...AskRoster.shape,
  version: Version,
  shifts: z.array(OnDuty).check(z.maxLength(MOST_SHIFTS)),
})

/** Somebody for whom there are no longer enough carers. */
const Unseated = z.object({
  bookingId: idOf('booking'),
  number: z.string(),
  state: z.enum(bookingStates),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  forName: z.string(),
  placedAt: InstantOutput,
  /** Whether there is a number to call. */
  hasPhone: z.boolean(),
  /** Another time can be looked for: they are not there yet. */
  movable: z.boolean(),
})
export type Unseated = z.output<typeof Unseated>

export const Roster = z.object({
  on: z.string(),
  version: z.number(),
  shifts: z.array(Shift),
  /** Seats in each of the 96 quarter-hours: min(room, carers on duty × ratio). */
  seats: z.array(z.number()),
  /** Bookings for which there are no longer enough carers, last booked first: whom to call. */
  affected: z.array(Unseated),
})
export type Roster = z.output<typeof Roster>

export const AskRosters = z.strictObject({
  placeId: idOf('place'),
  from: DateInput,
  days: z._default(wholeNumber(1, 7), 7),
})

export const RosterDay = z.object({
  on: z.string(),
  version: z.number(),
  shifts: z.array(Shift),
  /** Nobody has set it: it is that of the ordinary week. */
  ofWeek: z.optional(z.literal(true)),
  /** Seats that are booked or held in each of the 96 quarter-hours. */
  booked: z.array(z.number()),
  /** How many bookings there are not enough carers for. */
  affected: z.number(),
})
export type RosterDay = z.output<typeof RosterDay>

/** One room with its carers, however many offerings are held in it. */
export const RosterClass = z.object({
  offeringId: idOf('offering'),
  names: z.array(z.string()),
  /** Guests for each carer on duty. */
  ratio: z.number(),
  /** How many the room holds. */
  room: z.number(),
  days: z.array(RosterDay),
})
export type RosterClass = z.output<typeof RosterClass>

export const Rosters = z.object({
  placeName: z.string(),
  classes: z.array(RosterClass),
  asOf: InstantOutput,
})
export type Rosters = z.output<typeof Rosters>
