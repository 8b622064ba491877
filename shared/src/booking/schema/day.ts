/** What is free on a day. */
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { shuts } from '../rules/terms'
import { because } from './elsewhere'

/** Why something cannot be booked although places may be left. */
const WhyShut = z.enum([...shuts, 'season_held'])

/** One bookable stretch of an offering. */
export const Slot = z.object({
  startAt: InstantOutput,
  endAt: InstantOutput,
  /** Places left now, whatever `shut` says. */
  left: z.number(),
  shut: z.optional(WhyShut),
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
 * A day with its slots as a table, column by column, all of one length: said one by one, as `readDay` reads them, they are
 * more than four times as much to send. Minutes are of the day; a slot lasts the `slotMinutes` of its offering.
 */
export const DayTable = z.object({
  ...ofDay,
  fromMinute: z.array(z.number()),
  /** Places left now, whatever `shut` says. */
  left: z.array(z.number()),
  /** Null: not shut. Absent: none is. */
  shut: z.optional(z.array(z.nullable(WhyShut))),
  /** The latest end of a booking from each on; null where that is shut or full. Absent where there is one length only. */
  longestToMinute: z.optional(z.array(z.nullable(z.number()))),
})
export type DayTable = z.output<typeof DayTable>

/** A day as the phone shows it. */
export type Day = Pick<DayTable, keyof typeof ofDay> & { readonly slots: readonly Slot[] }
