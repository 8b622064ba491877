/** Staff book for somebody who called or stands before them. */

import { CommunityCode } from '../../identity/schema'
import { Telephone } from '../../identity/schema/phone'
import { idOf } from '../../kernel/id'
import { line, text, z } from '../../kernel/zod'
import { PlaceBooking } from '../schema'

/** A number is asked for in a body: it stands in no address and in no log. */
export const FindCaller = z.strictObject({ community: CommunityCode, phone: Telephone })
export const Caller = z.object({
  /** Absent: nobody was booked for under this number yet. */
  name: z.optional(z.string()),
})
export type Caller = z.output<typeof Caller>

const { personId: _, grantId: __, ...slot } = PlaceBooking.shape
/** For a number and a name; or for whom another booking was, whoever has it on the phone. */
export const BookFor = z.strictObject({
  ...slot,
  phone: z.optional(Telephone),
  /** Of somebody whose number is new. */
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
  agreed: z.literal(true),
})
export const Certificate = z.object({ forName: z.string(), has: z.boolean() })
export type Certificate = z.output<typeof Certificate>

export const CancelFor = z.strictObject({ bookingId: idOf('booking'), reason: text(200, 2) })
