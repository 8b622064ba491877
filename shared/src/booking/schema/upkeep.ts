/** What can be booked at a place, as staff keep it up. */
import { OfferingCard, priceClasses } from '../../circle/schema'
import { idOf } from '../../kernel/id'
import { TimelineEntry, Version, wordings } from '../../kernel/shapes'
import { line, text, wholeNumber, z } from '../../kernel/zod'
import { counterModes, kinds, purposes } from '../kinds'
import { Closure } from '../rules/closures'
import { SortList } from '../rules/equipment'
import { Shift } from '../rules/staffing'
import { Terms } from '../rules/terms'

export const Staffing = z.strictObject({
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
  /** What it is for, within its kind; absent: nothing else stands in for it when it closes, nor it for anything else. */
  purpose: z.optional(z.enum(purposes)),
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
  purpose: fields.purpose,
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

export const OfferingEntries = z.object({ placeName: z.string(), offerings: z.array(OfferingEntry) })
export type OfferingEntries = z.output<typeof OfferingEntries>
