/** Staff book for somebody who called or stands before them. */

import { CommunityCode } from '../../identity/schema'
import { Telephone } from '../../identity/schema/phone'
import { idOf } from '../../kernel/id'
import { pageInput } from '../../kernel/shapes'
import { DateInput, InstantOutput } from '../../kernel/time'
import { line, text, z } from '../../kernel/zod'
import { PlaceBooking } from '../schema'

/** A number is asked for in a body: it stands in no address and in no log. */
export const FindCaller = z.strictObject({ community: CommunityCode, phone: Telephone })
export const Caller = z.object({
  /** Who was booked for under this number before: none, one, or several who share it. */
  names: z.array(z.string()),
})
export type Caller = z.output<typeof Caller>

const { personId: _, grantId: __, teamId: ___, ...slot } = PlaceBooking.shape
/** For a number and a name; or for whom another booking was, whoever has it on the phone. */
export const BookFor = z.strictObject({
  ...slot,
  phone: z.optional(Telephone),
  /** Of somebody who is new, or which one of several who share the number. */
  name: z.optional(line(20)),
  /** A year and month, where the offering asks for an age. */
  bornOn: z.optional(z.string().check(z.regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/))),
  /** A booking of theirs at a place of the same community. */
  bookingId: z.optional(idOf('booking')),
})
export type BookFor = z.output<typeof BookFor>

/** Of whom a booking is for, who has shown it or shows it no longer, and agrees that it is noted: sensitive personal information (PIPL art. 29). */
export const RecordCertificate = z.strictObject({
  bookingId: idOf('booking'),
  has: z.boolean(),
  /** The last day that stands on it, where they have it. */
  untilOn: z.optional(DateInput),
  agreed: z.literal(true),
})
export const AskCertificate = z.strictObject({ bookingId: idOf('booking') })
export const Certificate = z.object({
  forName: z.string(),
  /** It is noted, and holds today. */
  has: z.boolean(),
  /** Its last day; also of one that is over. */
  untilOn: z.optional(z.string()),
  /** The number of who of staff saw it. */
  seenBy: z.optional(z.string()),
  seenAt: z.optional(InstantOutput),
})
export type Certificate = z.output<typeof Certificate>

export const AskCertificates = z.strictObject({ community: CommunityCode, ...pageInput })
/** Of a community those that end soon or are over, the first to end first. */
export const Certificates = z.object({
  certificates: z.array(z.object({ bookingId: idOf('booking'), ...Certificate.shape })),
  cursor: z.optional(z.string()),
})
export type Certificates = z.output<typeof Certificates>

export const AcceptFor = z.strictObject({ bookingId: idOf('booking') })
export const CancelFor = z.strictObject({ bookingId: idOf('booking'), reason: text(200, 2) })
