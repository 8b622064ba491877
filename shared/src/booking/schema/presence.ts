/** Who came: the sheet of a place, marks on it, the code at the door, and appeals. */
import { idOf } from '../../kernel/id'
import { DateInput, InstantInput, InstantOutput } from '../../kernel/time'
import { text, wholeNumber, z } from '../../kernel/zod'
import { kinds } from '../kinds'
import { bookingStates } from '../lifecycle'
import { Equipment } from '../rules/equipment'
import { noShowGrades } from '../rules/presence'

/** The bookings of a place on some days in a row: a day, or a week. */
export const AskSheet = z.strictObject({
  placeId: idOf('place'),
  from: DateInput,
  days: z._default(wholeNumber(1, 7), 1),
})

/** A booking as whoever stands at the door needs it, and no more. */
export const SheetLine = z.object({
  bookingId: idOf('booking'),
  number: z.string(),
  state: z.enum(bookingStates),
  kind: z.enum(kinds),
  offeringId: idOf('offering'),
  offeringName: z.string(),
  forName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  serverName: z.optional(z.string()),
  /** What is to stand ready beside the room. */
  equipment: z.optional(z.array(Equipment)),
  note: z.optional(z.string()),
  /** Of a caller whom staff booked for. */
  phone: z.optional(z.string()),
  /** Whoever booked has lately not come, so often: nothing is closed to them, and `call` asks to be rung up beforehand. */
  grade: z.optional(z.enum(noShowGrades)),
  /** Of a child: when it was brought, and when it was fetched. */
  arrivedAt: z.optional(InstantOutput),
  leftAt: z.optional(InstantOutput),
  /** When it was marked who came, by the clock of whoever marked it. */
  markedAt: z.optional(InstantOutput),
})
export type SheetLine = z.output<typeof SheetLine>

/** In quarter-hours of one seat: what is booked of what is open. */
const Use = z.object({ booked: z.number(), open: z.number() })
/** Of all that a place holds, each room once; and of each thing, under the names by which it is booked. */
export const Utilisation = z.object({
  ...Use.shape,
  of: z.array(z.object({ ...Use.shape, name: z.string() })),
})
export type Utilisation = z.output<typeof Utilisation>

export const Sheet = z.object({
  placeName: z.string(),
  utilisation: Utilisation,
  /** By the start, of all days together. */
  lines: z.array(SheetLine),
  asOf: InstantOutput,
})
export type Sheet = z.output<typeof Sheet>

/** The same days as a list to take along: it is noted for each resident that it was taken. */
export const TakeAttendance = z.strictObject({
  placeId: idOf('place'),
  from: DateInput,
  days: z._default(wholeNumber(1, 31), 7),
})
/** Who came to what, and no more: no number to call, no note, no age. */
export const AttendanceLine = z.object({
  number: z.string(),
  offeringName: z.string(),
  forName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  state: z.enum(bookingStates),
  arrivedAt: z.optional(InstantOutput),
  leftAt: z.optional(InstantOutput),
})
export const Attendance = z.object({
  placeName: z.string(),
  lines: z.array(AttendanceLine),
  asOf: InstantOutput,
})
export type Attendance = z.output<typeof Attendance>

export const marks = ['came', 'absent', 'excused'] as const
/** came 到了 · absent 没来 · excused 病了或另有缘故，不计 */
export type Mark = (typeof marks)[number]

/**
 * One mark of a list. It may have been made without network and come in hours later: the latest by `markedAt` holds,
 * whichever arrives first, and one that arrives twice is there once.
 */
export const MarkBooking = z.strictObject({
  bookingId: idOf('booking'),
  mark: z.enum(marks),
  markedAt: InstantInput,
})

export const AskDoor = z.strictObject({ placeId: idOf('place') })
/** What a screen at the door shows, and until when: then it asks anew. A picture of it is soon worth nothing. */
export const Door = z.object({ placeName: z.string(), code: z.string(), expiresAt: InstantOutput })
export type Door = z.output<typeof Door>

export const CheckIn = z.strictObject({
  bookingId: idOf('booking'),
  code: z.string().check(z.minLength(1), z.maxLength(600)),
})

/** 病 is a reason: illness must be easy to say. */
export const AppealNoShow = z.strictObject({ bookingId: idOf('booking'), reason: text(200, 1) })
export const UpholdNoShow = z.strictObject({ bookingId: idOf('booking'), reason: text(200) })
