/** What is free on a day. */
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { because } from './elsewhere'

/** Why something cannot be booked although places may be left. */
const Shut = z.enum(['past', 'too_late', 'too_early', 'season_held'])

/** One bookable stretch of an offering. */
export const Slot = z.object({
  startAt: InstantOutput,
  endAt: InstantOutput,
  /** Places left now; 0 also when the time for booking has passed (see `shut`). */
  left: z.number(),
  shut: z.optional(Shut),
  /** The latest end of a booking from here on, where it may be longer than this slot. */
  longestEndAt: z.optional(InstantOutput),
})
export type Slot = z.output<typeof Slot>

const ofDay = {
  on: z.string(),
  /** The State Council has not published the year's holidays, so nobody can say whether it is open. */
  calendarUnknown: z.optional(z.literal(true)),
  /** Why it is closed on this date alone. */
  closed: z.optional(z.object(because)),
}

/**
 * A day with its slots as a table, column by column: said one by one, as `daysOf` reads them, two weeks are four times as
 * much to send. Times are minutes of the day; a slot lasts the `slotMinutes` of its offering.
 */
export const DayTable = z.object({
  ...ofDay,
  from: z.array(z.number()),
  left: z.array(z.number()),
  /** Null: not shut. Absent: none is. */
  shut: z.optional(z.array(z.nullable(Shut))),
  /** The latest end of a booking from each on, null where nothing is free; absent where there is one length only. */
  longestTo: z.optional(z.array(z.nullable(z.number()))),
})
export type DayTable = z.output<typeof DayTable>

export type Day = Pick<DayTable, keyof typeof ofDay> & { readonly slots: readonly Slot[] }
