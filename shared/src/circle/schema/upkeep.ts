/** The directory as staff keep it up. */
import { CommunityCode, NamedPosition, Position } from '../../identity/schema'
import { idOf } from '../../kernel/id'
import { pageInput, TimelineEntry, Version, wordings } from '../../kernel/shapes'
import { DateInput, InstantOutput } from '../../kernel/time'
import { line, text, wholeNumber, z } from '../../kernel/zod'
import { placeStates, placeVerbs } from '../lifecycle'
import { placeKinds, priceClasses } from '../schema'

/** Digits with the signs that people put between them, an extension, a second number. */
const PhoneInput = z.pipe(text(40), z.string().check(z.regex(/^[\d\s+()（）;,、/／转-]{3,40}$/)))

/** Some dates on which something else holds: closed for repairs, open late. */
const SpecialDaysInput = z.strictObject({
  from: DateInput,
  to: DateInput,
  /** As a person types them, for one day: '休', '9:00-12:00'. */
  hours: text(100),
  note: z.optional(text(40)),
})

const fields = {
  name: line(80, 2),
  kind: z.enum(placeKinds),
  /** WGS-84. */
  position: NamedPosition,
  address: z.optional(line(200)),
  phone: z.optional(PhoneInput),
  /** As a person types them; absent: nobody knows. */
  hours: z.optional(text(500)),
  specialDays: z._default(z.array(SpecialDaysInput).check(z.maxLength(20)), []),
  priceClass: z.optional(z.enum(priceClasses)),
  stepFree: z.optional(z.boolean()),
  /** Other communities whose residents it serves too (多社区一中心, S0:L43). */
  sharedWith: z._default(z.array(CommunityCode).check(z.maxLength(20)), []),
  /** Floor area in m², for the norms of S0:L43 and S1:L19. */
  areaSquareMeters: z.optional(wholeNumber(1, 1_000_000)),
}

export const AddPlace = z.strictObject({ community: CommunityCode, ...fields })
export type AddPlace = z.output<typeof AddPlace>
/** What staff write of a place. */
export type PlaceFields = Omit<AddPlace, 'community'>

const seen = { placeId: idOf('place'), version: Version }
export const ChangePlace = z.strictObject({ ...seen, ...fields })
export const AssurePlace = z.strictObject(seen)
export const ClosePlace = z.strictObject({ ...seen, reason: text(200, 2) })
export const AskEntry = z.strictObject({ placeId: idOf('place') })

const fieldNames = Object.keys(fields) as (keyof PlaceFields)[]

/** What an entry of the directory still lacks. */
export const placeNeeds = ['check', 'hours', 'longer'] as const
/** check: not looked at for half a year · hours: nobody knows when it is open · longer: less than 8 hours on some day. */
export type PlaceNeed = (typeof placeNeeds)[number]

/** A line of the directory. */
const EntryLine = z.object({
  placeId: idOf('place'),
  /** The community that answers for the entry. */
  community: CommunityCode,
  name: z.string(),
  kind: z.enum(placeKinds),
  address: z.optional(z.string()),
  state: z.enum(placeStates),
  needs: z.array(z.enum(placeNeeds)),
  /** When somebody of staff last said that all of it is right. */
  assuredOn: z.optional(z.string()),
  /** Looked at again by then. */
  checkBy: z.string(),
})
export type EntryLine = z.output<typeof EntryLine>

export const AskDirectory = z.strictObject({
  community: CommunityCode,
  kind: z.optional(z.enum(placeKinds)),
  search: z.optional(text(40)),
  need: z.optional(z.enum([...placeNeeds, 'closed'])),
  /** Only those that have a roster, or something to book. */
  has: z.optional(z.enum(['roster', 'bookings'])),
  ...pageInput,
})

export type AskDirectory = z.output<typeof AskDirectory>

/**
 * The directory of one community, its own entries and those that it shares; what needs something first. Of more than
 * 2,000 entries it is so part by part, each one due for a look later than those of the part before.
 */
export const Directory = z.object({
  places: z.array(EntryLine),
  /** Of all entries of the part that the page begins in, whatever was asked. */
  counts: z.object({
    all: z.number(),
    check: z.number(),
    hours: z.number(),
    longer: z.number(),
    closed: z.number(),
  }),
  /** There are more entries than were counted. */
  more: z.optional(z.literal(true)),
  /** A page may be short and go on all the same. */
  cursor: z.optional(z.string()),
})
export type Directory = z.output<typeof Directory>

/** An entry with all that staff may write, and who wrote what. */
export const Entry = z.object({
  ...EntryLine.shape,
  version: z.number(),
  position: Position,
  phone: z.optional(z.string()),
  /** In words, as they can be typed again. */
  hours: z.optional(z.string()),
  specialDays: z.array(
    z.object({ from: z.string(), to: z.string(), hours: z.string(), note: z.optional(z.string()) }),
  ),
  priceClass: z.optional(z.enum(priceClasses)),
  stepFree: z.optional(z.boolean()),
  sharedWith: z.array(CommunityCode),
  areaSquareMeters: z.optional(z.number()),
  /** The weekdays that fall short of eight hours, 0 = Monday, where the rule holds. */
  shortDays: z.array(z.object({ day: z.number(), minutes: z.number() })),
  /** Fields that staff have set: an import leaves them as they are. */
  byHand: z.array(z.enum(fieldNames)),
  /** Came with an import, and not from staff. */
  imported: z.boolean(),
  can: z.array(z.enum(placeVerbs)),
  /** Whether WeChat found its words fit for everybody, who read what was said before while they are pending or risky. */
  wording: z.optional(z.enum(wordings)),
  timeline: z.array(TimelineEntry),
  asOf: InstantOutput,
})
export type Entry = z.output<typeof Entry>
