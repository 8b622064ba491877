/**
 * How much one may have at once. What is pending counts like what is held, from the moment it is asked for until it is
 * cancelled, declined or lapsed: two open requests cannot slip past a limit of one.
 */
import { addDays, type LocalDate, localDate, minutesBetween, weekdayOf } from '../../kernel/time'
import { z } from '../../kernel/zod'
import type { Span } from '../calendar'

export const Quota = z.object({
  /** A person, a household, or everybody of one community where several share a place (多社区一中心, S0:L43). */
  per: z.enum(['person', 'family', 'community']),
  count: z.enum(['bookings', 'minutes']),
  /** Of the day, week (from Monday), month or year in which the booking starts. */
  within: z.enum(['day', 'week', 'month', 'year']),
  most: z.number().check(z.int(), z.gte(1), z.lte(100_000)),
  /** Offerings of one pool count together; absent: the offering by itself. */
  pool: z.optional(z.string().check(z.maxLength(40))),
})
export type Quota = z.output<typeof Quota>

/** What a booking uses up of a quota, as it is counted: whose, in which period, how much. */
export interface QuotaUse {
  readonly per: Quota['per']
  /** Names pool and period; two uses with one name and owner share one count. */
  readonly name: string
  /** The month in which the period begins: counts of one month stand together. */
  readonly month: string
  readonly amount: number
  readonly most: number
}

const periodStart: Record<Quota['within'], (on: LocalDate) => LocalDate> = {
  day: on => on,
  week: on => addDays(on, -weekdayOf(on)),
  month: on => `${on.slice(0, 7)}-01`,
  year: on => `${on.slice(0, 4)}-01-01`,
}

export const quotaUses = (
  quotas: readonly Quota[],
  offeringId: string,
  { startAt, endAt }: Span,
): QuotaUse[] =>
  quotas.map(({ per, count, within, most, pool = offeringId }) => {
    const start = periodStart[within](localDate(startAt))
    return {
      per,
      name: `${pool}#${count}#${within}#${start}`,
      month: start.slice(0, 7),
      amount: count === 'bookings' ? 1 : minutesBetween(startAt, endAt),
      most,
    }
  })

const whose = { person: '每人', family: '每家', community: '每个社区' } as const
const periods = { day: '每天', week: '每周', month: '每月', year: '每年' } as const

/** 每人每周最多 2 次 · 每家每月最多 8 小时: the rule as it is read. */
export const spokenQuota = ({ per, count, within, most }: Quota): string =>
  `${whose[per]}${periods[within]}最多 ${count === 'bookings' ? `${most} 次` : `${most / 60} 小时`}`
