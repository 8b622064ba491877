/**
 * How much one may have at once. What is pending counts like what is held, from the moment it is asked for until it is
 * cancelled, declined or lapsed: two open requests cannot slip past a limit of one.
 */
import { addDays, type LocalDate, localDate, minutesBetween, spokenDate, weekdayOf } from '../../kernel/time'
import { z } from '../../kernel/zod'
import type { Span } from '../calendar'

export const Quota = z.object({
  /**
   * A person, a household, a registered team whoever of it books, or everybody of one community where several share a
   * place (多社区一中心, S0:L43).
   */
  per: z.enum(['person', 'family', 'team', 'community']),
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
  /** The first date that it does not count on. */
  readonly nextOn: LocalDate
  readonly rule: Quota
}

/**
 * Those that hold for a booking of one's own, or for one of a team. What a team uses up is its own where the offering has a
 * ration for teams; where it has none, a team's booking counts as its booker's, so that no team is a way round a ration.
 */
export const quotasFor = (quotas: readonly Quota[], isTeam: boolean): readonly Quota[] => {
  const others =
    isTeam && quotas.some(({ per }) => per === 'team') ? ['person', 'family'] : isTeam ? [] : ['team']
  return quotas.filter(({ per }) => !others.includes(per))
}

const periodStart: Record<Quota['within'], (on: LocalDate) => LocalDate> = {
  day: on => on,
  week: on => addDays(on, -weekdayOf(on)),
  month: on => `${on.slice(0, 7)}-01`,
  year: on => `${on.slice(0, 4)}-01-01`,
}

/** From the beginning of a period to that of the next. */
const nextStart: Record<Quota['within'], (start: LocalDate) => LocalDate> = {
  day: start => addDays(start, 1),
  week: start => addDays(start, 7),
  month: start => `${addDays(start, 31).slice(0, 7)}-01`,
  year: start => `${Number(start.slice(0, 4)) + 1}-01-01`,
}

export const quotaUses = (
  quotas: readonly Quota[],
  offeringId: string,
  { startAt, endAt }: Span,
): QuotaUse[] =>
  quotas.map(rule => {
    const { per, count, within, most, pool = offeringId } = rule
    const start = periodStart[within](localDate(startAt))
    return {
      per,
      name: `${pool}#${count}#${within}#${start}`,
      month: start.slice(0, 7),
      amount: count === 'bookings' ? 1 : minutesBetween(startAt, endAt),
      most,
      nextOn: nextStart[within](start),
      rule,
    }
  })

const whose = { person: '人', family: '家', team: '个团队', community: '个社区' } as const
const periods = { day: '天', week: '周', month: '月', year: '年' } as const

const spokenAmount = (count: Quota['count'], amount: number): string =>
  count === 'bookings' ? `${amount} 次` : `${amount / 60} 小时`

/** 每人每周最多 2 次 · 每家每月最多 8 小时: the rule as it is read. */
export const spokenQuota = ({ per, count, within, most }: Omit<Quota, 'pool'>): string =>
  `每${whose[per]}每${periods[within]}最多 ${spokenAmount(count, most)}`

/** Why no more of it can be had, without words. */
export type UsedFacts = Pick<Quota, 'per' | 'count' | 'within' | 'most'> & {
  /** Bookings or minutes, as `count` says. */
  readonly left: number
  /** From when there is more; absent: never so much at once. */
  readonly againOn?: LocalDate
}

export const usedFacts = ({ rule, amount, most, nextOn }: QuotaUse, counted: number): UsedFacts => {
  const { per, count, within } = rule
  const left = Math.max(0, most - counted)
  return { per, count, within, most, left, ...(amount <= most && { againOn: nextOn }) }
}

const then = { day: '天', week: '一周', month: '个月', year: '一年' } as const

/** The same in words: 每个团队每周最多 8 小时，那一周只剩 1 小时；下周一起重新算。 */
export const whyUsed = (facts: UsedFacts, today: LocalDate): string => {
  const { count, within, left, againOn } = facts
  if (!againOn) return `${spokenQuota(facts)}，这一次就超过了，请约短一点。`
  const rest = left > 0 ? `只剩 ${spokenAmount(count, left)}` : '用完了'
  return `${spokenQuota(facts)}，那${then[within]}${rest}；${spokenDate(againOn, today)}起重新算。`
}
