/** What a closing leaves whom without, what each is held instead, and what came of it. */
import { idOf } from '../../kernel/id'
import { DateInput, InstantInput, InstantOutput } from '../../kernel/time'
import { text, z } from '../../kernel/zod'
import { bookingStates } from '../lifecycle'
import { Equipment, SortList } from '../rules/equipment'
import { Staffing } from './upkeep'

/**
 * What is meant to hold at a place, or of one of its offerings: closed for good, other weekly hours, or other hours on
 * some days ('休' where it is closed, else as for an entry of the directory); of an offering also how many there are at a
 * time, and what is lent there. Whom would it leave without what they booked?
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
  /** Only of an offering, as it is to be; absent: as it is. */
  capacity: z.optional(z.number().check(z.int(), z.gte(1), z.lte(1000))),
  equipment: z.optional(SortList),
  staffing: z.optional(Staffing),
  /** The last one of those that were told already; absent: from the first on. */
  after: z.optional(idOf('booking')),
})
export type AskAffected = z.output<typeof AskAffected>

/** How what is held stands to what was booked: the very time, the same purpose near by at about then, or another time. */
export const swapWays = ['ownTime', 'elsewhere', 'anotherTime', 'elsewhereAnotherTime'] as const
export type SwapWay = (typeof swapWays)[number]

const Swap = z.object({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  placeName: z.string(),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  way: z.enum(swapWays),
  /** From what closes; absent: it is there. */
  walkMinutes: z.optional(z.number()),
  /** What they wanted beside the room and would not have there. */
  lacking: z.optional(z.array(Equipment)),
})

/** Why nothing is held for somebody: its offering does not say what it is for, so nothing else stands in for it; or nothing is free. */
export const unswappedWhys = ['noPurpose', 'nothingFree'] as const

const AffectedLine = z.object({
  bookingId: idOf('booking'),
  number: z.string(),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  forName: z.string(),
  /** What is held for them instead; absent: nothing is, and they are called. */
  swap: z.optional(Swap),
  /** Where nothing is held. */
  whyNone: z.optional(z.enum(unswappedWhys)),
})

export const Affected = z.object({
  /** All of them, and how many of them are held nothing. */
  count: z.number(),
  unswapped: z.number(),
  /**
   * Of a class: so many beside them would have no seat by its carers and its room, on these dates. Nobody is moved for that:
   * staff decide, one after the other, at the roster.
   */
  seatless: z.optional(z.object({ count: z.number(), days: z.array(z.string()) })),
  /** Fifty at a time, in the order in which they are served: who comes first by the terms, then who booked first. */
  affected: z.array(AffectedLine),
})
export type Affected = z.output<typeof Affected>

const Shown = z.strictObject({
  bookingId: idOf('booking'),
  /** Absent: nothing was. */
  swap: z.optional(
    z.strictObject({
      placeId: idOf('place'),
      offeringId: idOf('offering'),
      startAt: InstantInput,
      endAt: InstantInput,
    }),
  ),
})
/** Some of those who were told before a closing, with what was shown for each. */
export const AskOutcome = z.strictObject({
  placeId: idOf('place'),
  shown: z.array(Shown).check(z.minLength(1), z.maxLength(50)),
})
export type AskOutcome = z.output<typeof AskOutcome>

/**
 * Why it came otherwise than was shown: they have cancelled; they keep what they had, for somebody else has left, or it
 * was opened again before it came to them, or after; what was shown is not open, or full now; or others were served before
 * them who were not known then.
 */
export const outcomeWhys = ['cancelled', 'stays', 'openAgain', 'notOpen', 'full', 'othersFirst'] as const
export type OutcomeWhy = (typeof outcomeWhys)[number]

export const Outcome = z.object({
  lines: z.array(
    z.object({
      bookingId: idOf('booking'),
      number: z.string(),
      forName: z.string(),
      state: z.enum(bookingStates),
      /** Pending: the closing has not come to them yet, which takes a moment. */
      is: z.enum(['pending', 'asShown', 'otherwise']),
      why: z.optional(z.enum(outcomeWhys)),
      /** What is held for them, or was taken. */
      now: z.optional(
        z.object({
          placeName: z.string(),
          offeringName: z.string(),
          startAt: InstantOutput,
          endAt: InstantOutput,
        }),
      ),
    }),
  ),
})
export type Outcome = z.output<typeof Outcome>
