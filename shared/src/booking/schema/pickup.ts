/** Who may fetch a child, the code by which they show it, and what was written of the child's day. */
import { Telephone } from '../../identity/schema/phone'
import { idOf } from '../../kernel/id'
import { pageInput, TimelineEntry } from '../../kernel/shapes'
import { DateInput, InstantInput, InstantOutput } from '../../kernel/time'
import { line, text, wholeNumber, z } from '../../kernel/zod'
import { bookingStates } from '../lifecycle'
import { meals, relations } from '../rules/pickup'

/** A name and a relation, and no more: no number, no papers. */
export const Fetcher = z.object({
  fetcherId: idOf('fetcher'),
  name: z.string(),
  relation: z.enum(relations),
  untilAt: InstantOutput,
  /** For the day of this booking only. */
  onlyThis: z.optional(z.literal(true)),
  /** Who of staff wrote it down for the guardian, who said so on the telephone: the number by which they are known. */
  staffNumber: z.optional(z.string()),
  /** As the name was written before it was corrected. */
  was: z.optional(z.string()),
})
export type Fetcher = z.output<typeof Fetcher>

export const pickupCodeStates = ['ready', 'used', 'locked', 'over'] as const
/** ready 可用 · used 用过了 · locked 试错太多次 · over 过期 */
export type PickupCodeState = (typeof pickupCodeStates)[number]

/** Who brought or fetched. `guardian`: whoever booked. */
const Party = z.object({ name: z.string(), relation: z.enum(['guardian', 'other', ...relations]) })
export type Party = z.output<typeof Party>

export const medicines = ['received', 'given'] as const
const state = {
  /** 366: 36.6 °C. */
  temperatureDeci: z.optional(wholeNumber(340, 430)),
  meal: z.optional(z.enum(meals)),
  /** received 收下了药 · given 喂过药了; only by a guardian's written word. */
  medicine: z.optional(z.enum(medicines)),
}

/**
 * One line of the day: arrive 送到 · leave 接走 · care 照护记录 · instruct 家长的用药说明 · name / unname / correct 谁能接、改了名字 ·
 * lock 接送码试错太多次. `by` and `staffNumber` say who did it.
 */
export const CareEvent = z.object({
  ...TimelineEntry.shape,
  staffNumber: z.optional(z.string()),
  party: z.optional(Party),
  /** Of a name that was corrected: as it was written before. */
  was: z.optional(z.string()),
  /** By the code, or because the guardian said so on the telephone. */
  proof: z.optional(z.enum(['code', 'phone'])),
  /** Who it was on the telephone. */
  confirmedBy: z.optional(z.string()),
  temperatureDeci: z.optional(z.number()),
  meal: z.optional(z.enum(meals)),
  medicine: z.optional(z.enum(medicines)),
  /** Of medicine that was received: the guardian's word is on paper. */
  onPaper: z.optional(z.literal(true)),
})
export type CareEvent = z.output<typeof CareEvent>

/** A child's day at the class, to its guardian and to whoever has the child in care. */
export const Pickup = z.object({
  bookingId: idOf('booking'),
  number: z.string(),
  state: z.enum(bookingStates),
  offeringName: z.string(),
  forName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  fetchers: z.array(Fetcher),
  /** To the guardian: the number that the class calls. */
  phone: z.optional(z.string()),
  /** There is one to call. */
  hasPhone: z.boolean(),
  code: z.optional(
    z.object({
      state: z.enum(pickupCodeStates),
      /** For whom it was made. */
      fetcherId: z.optional(idOf('fetcher')),
      untilAt: InstantOutput,
      /** To the guardian while it is ready. */
      digits: z.optional(z.string()),
    }),
  ),
  arrivedAt: z.optional(InstantOutput),
  leftAt: z.optional(InstantOutput),
  events: z.array(CareEvent),
})
export type Pickup = z.output<typeof Pickup>

export const AskPickup = z.strictObject({ bookingId: idOf('booking') })
export const NameFetcher = z.strictObject({
  bookingId: idOf('booking'),
  name: line(20),
  relation: z.enum(relations),
  /** 0: for the day of this booking only. */
  days: wholeNumber(0, 366),
  /** Whoever is named knows that their name stands here, and until when. */
  agreed: z.literal(true),
})
/** Another spelling of who may fetch; what they are to the child and until when stays. */
export const CorrectFetcher = z.strictObject({
  bookingId: idOf('booking'),
  fetcherId: idOf('fetcher'),
  name: line(20),
})
export const EndFetcher = z.strictObject({ bookingId: idOf('booking'), fetcherId: idOf('fetcher') })
/** The number that the class calls; without one: none any more. */
export const SetContact = z.strictObject({ bookingId: idOf('booking'), phone: z.optional(Telephone) })
/** What medicine, how much and when: the guardian's written word, without which none is received. */
export const InstructMedicine = z.strictObject({ bookingId: idOf('booking'), note: text(200, 2) })
/** Absent: for the guardian. */
export const MakePickupCode = z.strictObject({
  bookingId: idOf('booking'),
  fetcherId: z.optional(idOf('fetcher')),
})

export const AskClass = z.strictObject({ placeId: idOf('place'), on: DateInput, ...pageInput })
export const ClassDay = z.object({
  placeName: z.string(),
  children: z.array(Pickup),
  asOf: InstantOutput,
  cursor: z.optional(z.string()),
})
export type ClassDay = z.output<typeof ClassDay>

/** Whose it is, where it is not that of whom it is booked for: a relative who booked it by a grant. */
export const ContactPhone = z.object({ phone: z.optional(z.string()), whose: z.optional(z.string()) })

const Digits = z.string().check(z.regex(/^\d{6}$/))
export const CheckPickup = z.strictObject({ bookingId: idOf('booking'), code: Digits })
/** Whose code it is: compare it with whoever stands there. */
export const CheckedPickup = z.object({ fetcherId: z.optional(idOf('fetcher')), party: Party })
export type CheckedPickup = z.output<typeof CheckedPickup>

const event = { bookingId: idOf('booking'), at: InstantInput, ...state, note: z.optional(text(200)) }
/** Brought by the guardian; by somebody who is named; or by somebody else, whose name is written down. */
export const Arrive = z.strictObject({
  ...event,
  fetcherId: z.optional(idOf('fetcher')),
  broughtBy: z.optional(line(20)),
  onPaper: z.optional(z.boolean()),
})
/** Fetched by the guardian or by somebody who is named: by the code, or confirmed on the telephone by somebody. */
export const Leave = z.strictObject({
  ...event,
  fetcherId: z.optional(idOf('fetcher')),
  code: z.optional(Digits),
  confirmedBy: z.optional(line(20)),
})
export const NoteCare = z.strictObject({ ...event, onPaper: z.optional(z.boolean()) })
