/** What can be booked at a place, as staff keep it up. */
import { OfferingCard, priceClasses } from '../../circle/schema'
import { idOf } from '../../kernel/id'
import { TimelineEntry, Version, wordings } from '../../kernel/shapes'
import { DateInput, InstantOutput } from '../../kernel/time'
import { line, text, wholeNumber, z } from '../../kernel/zod'
import { counterModes, kinds } from '../kinds'
import { Closure } from '../rules/closures'
import { Equipment, SortList } from '../rules/equipment'
import { Shift } from '../rules/staffing'
import { Terms } from '../rules/terms'

const Staffing = z.strictObject({
  /** Guests for each carer on duty. */
  ratio: z.number().check(z.int(), z.gte(1), z.lte(100)),
  /** Who is on duty in an ordinary week, Monday first. */
  weekly: z.array(z.array(Shift).check(z.maxLength(30))).check(z.minLength(7), z.maxLength(7)),
})

const fields = {
  name: line(40, 2),
  forWhom: line(80),
  /** How many at a time; of a class with staff, how many its room holds. */
  capacity: z.number().check(z.int(), z.gte(1), z.lte(1000)),
  /** As a person types them: 周一至周五 8:30–17:30，节假日休息. */
  hours: text(500),
  closures: z._default(z.array(Closure).check(z.maxLength(30)), []),
  /** Why it cannot be booked for the time being; absent: it can. */
  paused: z.optional(text(60)),
  ...Terms.shape,
  priceClass: z.enum(priceClasses),
  staffing: z.optional(Staffing),
  /** Of a service counter: what to bring, and how the matter may be settled. */
  papers: z.optional(
    z.array(z.strictObject({ name: line(40), note: z.optional(line(80)) })).check(z.maxLength(20)),
  ),
  modes: z.optional(z.array(z.enum(counterModes)).check(z.maxLength(3))),
  /** Things of its room that may be wanted beside it. */
  equipment: z.optional(SortList),
  /** Who books it from now on is reminded so long before the start; absent: as its kind is. */
  remindMinutes: z.optional(wholeNumber(60, 7 * 24 * 60)),
}
/** The fields by name, for the words that stand beside them. */
export type OfferingField = keyof typeof fields

export const AskOfferings = z.strictObject({ placeId: idOf('place') })

const kind = z.enum(kinds)
export const AddOffering = z.strictObject({
  placeId: idOf('place'),
  kind,
  /** False where nobody needs to be there in the flesh: a parked car. */
  attended: z._default(z.boolean(), true),
  /** Another offering of the place that is held in the same room: they share its seats. Absent: a thing of its own. */
  sharesWith: z.optional(idOf('offering')),
  ...fields,
})
export type AddOffering = z.output<typeof AddOffering>
/** What staff write of an offering, whole; what is left out is taken out. */
export type OfferingFields = Omit<AddOffering, 'placeId' | 'kind' | 'attended' | 'sharesWith'>

export const ChangeOffering = z.strictObject({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  version: Version,
  ...fields,
})
export type ChangeOffering = z.output<typeof ChangeOffering>

export const OfferingEntry = z.object({
  ...OfferingCard.shape,
  ...Terms.shape,
  version: z.number(),
  attended: z.boolean(),
  hours: z.string(),
  closures: z.array(Closure),
  paused: z.optional(z.string()),
  staffing: z.optional(Staffing),
  papers: fields.papers,
  modes: fields.modes,
  equipment: fields.equipment,
  remindMinutes: z.optional(z.number()),
  /** Names of other offerings of the place that are held in the same room: its capacity is theirs too. */
  sharedWith: z.array(z.string()),
  /** It is a part of something, or has parts, so that how much of it there is cannot be changed alone. */
  capacityFixed: z.boolean(),
  /** Whether WeChat found its words fit for everybody, who read what was said before while they are pending or risky. */
  wording: z.optional(z.enum(wordings)),
  timeline: z.array(TimelineEntry),
})
export type OfferingEntry = z.output<typeof OfferingEntry>

/**
 * What is meant to hold at a place, or of one of its offerings: closed for good, other weekly hours, or other hours on
 * some days ('休' where it is closed, else as for an entry of the directory). Whom would it leave without what they booked?
 */
export const AskAffected = z.strictObject({
  placeId: idOf('place'),
  offeringId: z.optional(idOf('offering')),
  closed: z.optional(z.literal(true)),
  hours: z.optional(text(500)),
  days: z._default(
    z.array(z.strictObject({ from: DateInput, to: DateInput, hours: text(100) })).check(z.maxLength(50)),
    [],
  ),
})
export type AskAffected = z.output<typeof AskAffected>

export const Affected = z.object({
  /** All of them; the first 50 are told. */
  count: z.number(),
  affected: z.array(
    z.object({
      bookingId: idOf('booking'),
      number: z.string(),
      offeringName: z.string(),
      startAt: InstantOutput,
      endAt: InstantOutput,
      forName: z.string(),
      /** What would be held for them instead; absent: nothing is free. */
      swap: z.optional(
        z.object({
          placeName: z.string(),
          offeringName: z.string(),
          startAt: InstantOutput,
          endAt: InstantOutput,
          /** What they wanted beside the room and would not have there. */
          lacking: z.optional(z.array(Equipment)),
        }),
      ),
    }),
  ),
})
export type Affected = z.output<typeof Affected>

export const OfferingEntries = z.object({ placeName: z.string(), offerings: z.array(OfferingEntry) })
export type OfferingEntries = z.output<typeof OfferingEntries>
