/** What a directory of somebody else tells of its service besides where it is and when it is open: kept as it was told. */
import { z } from '../../kernel/zod'

const Fee = z.object({
  /** What it is for, e.g. 首次评估. */
  option: z.optional(z.string()),
  /** In units of the currency, not in its hundredths. */
  amount: z.optional(z.number()),
  /** ISO 4217. */
  currency: z.optional(z.string()),
  /** For what, e.g. 每小时. */
  per: z.optional(z.string()),
})

export const Told = z.object({
  about: z.optional(z.string()),
  /** Who may use it. */
  forWhom: z.optional(z.string()),
  /** Years; the youngest and the oldest who are served. */
  minimumAge: z.optional(z.number()),
  maximumAge: z.optional(z.number()),
  /** What to bring (一次告知, S0:L38). */
  papers: z.optional(z.array(z.string())),
  fees: z.optional(z.string()),
  costs: z.optional(z.array(Fee)),
  howTo: z.optional(z.string()),
})
export type Told = z.output<typeof Told>
