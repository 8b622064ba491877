/** The years whose holidays are known, and the notice by which staff make one known. */
import { text, wholeNumber, z } from '../../kernel/zod'

/** Some days off or at work for one reason, such as 春节. */
const Days = z.object({ on: z.string(), name: z.string() })

const Year = z.object({
  year: z.number(),
  holidays: z.array(Days),
  /** On a weekend, and worked all the same (调休). */
  workdays: z.array(Days),
  /** By staff; otherwise it came with the product and cannot be changed. */
  entered: z.boolean(),
  /** Of what staff entered; 0 where they have not. */
  version: z.number(),
})
export type HolidayYear = z.output<typeof Year>

export const HolidayYears = z.object({
  years: z.array(Year),
  /** This year and the next, where nobody has said yet: what depends on holidays cannot be booked on their days. */
  missing: z.array(z.number()),
})
export type HolidayYears = z.output<typeof HolidayYears>

export const EnterHolidays = z.strictObject({
  year: wholeNumber(2025, 2099),
  /** The notice as the State Council published it. */
  text: text(4000, 10),
  /** Of what was entered before, as last seen; 0: nothing was. */
  version: wholeNumber(0, 1_000_000),
})
