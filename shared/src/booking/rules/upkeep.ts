/** What of an offering does not fit together, as the phone says it before it is sent and the server refuses it. */
import type { DaySpans, WeeklyHours } from '../../circle/hours'
import type { RegionCode } from '../../identity/schema'
import { daysBetween, spokenMinutes } from '../../kernel/time'
import { QUARTER_MINUTES } from '../calendar'
import { type BookingKind, type Purpose, purposesOf } from '../kinds'
import type { OfferingField, OfferingFields } from '../schema/upkeep'

const inQuarters = [
  'slotMinutes',
  'stepMinutes',
  'longestMinutes',
  'beforeMinutes',
  'afterMinutes',
] as const satisfies readonly OfferingField[]

/** Longer than this nothing is closed for once: it is paused, or given up. */
const LONGEST_CLOSURE_DAYS = 366

/** Whenever it is open, on whatever day. */
const spansOf = ({ days, publicHoliday, makeUpDay = [] }: WeeklyHours): DaySpans =>
  [...days, makeUpDay, ...(typeof publicHoliday === 'string' ? [] : [publicHoliday])].flat()

const DAY_MINUTES = 24 * 60

/** Hours as they were understood, where they were, and the community of the place. */
interface Kept {
  readonly open: WeeklyHours | undefined
  readonly community: RegionCode
}

/** Advice by field; empty: all of it fits. What of the hours is not understood their reader says. */
export const misfitsOf = (
  typed: OfferingFields,
  { open, community }: Kept,
): Partial<Record<OfferingField, string>> => {
  const { slotMinutes, stepMinutes = slotMinutes, longestMinutes = slotMinutes } = typed
  const { eligible, staffing, closures, prices = [], priority, quotas = [] } = typed
  const isOutside = (one: typeof eligible) => one?.livesIn && !community.startsWith(one.livesIn)
  const spans = open && spansOf(open)
  // Without a break.
  const longest = spans && Math.max(0, ...spans.map(([from, to]) => to - from))
  const ages = [eligible, ...prices.map(price => price.eligible)].map(one => one?.ageMonths)
  const uneven = inQuarters.filter(name => (typed[name] ?? 0) % QUARTER_MINUTES !== 0)
  const shifts = staffing?.weekly.flat() ?? []
  return {
    ...(longest === 0 && { hours: '没有一天开放，就没有一天约得上。暂时不开放，请打开「暂停预约」。' }),
    // A day is counted from midnight to midnight, of what is taken and of what somebody may have of it.
    ...(spans?.some(([, to]) => to > DAY_MINUTES) && { hours: overMidnight }),
    ...(longest && longest < slotMinutes && { slotMinutes: tooLong(longest) }),
    ...((longestMinutes - slotMinutes) % stepMinutes !== 0 && {
      longestMinutes: '最长时间要比一次的时长多出整数个间隔。',
    }),
    ...(longestMinutes < slotMinutes && { longestMinutes: '最长时间不能比一次的时长还短。' }),
    ...(typed.noticeMinutes > (typed.daysAhead + 1) * DAY_MINUTES && {
      noticeMinutes: '提前量比能约的天数还长，就没有一天约得上了。',
    }),
    ...(priority?.groups.length === 0 && { priority: '先给谁约，至少选一类；都一样，就不要填。' }),
    // Everybody else begins so many days later: a day of it must be left to them.
    ...(priority &&
      priority.days > typed.daysAhead - Math.ceil(typed.noticeMinutes / DAY_MINUTES) && {
        priority: '别人要晚这么多天，就一天也约不上了。请少写几天。',
      }),
    ...(quotas.some(({ count, most }) => count === 'minutes' && most < slotMinutes) && {
      quotas: '能用的时间比一次还短，就一次也约不上。',
    }),
    ...(closures.some(({ from, to }) => from > to) && { closures: '每条的起始日期不能晚于结束日期。' }),
    ...(closures.some(({ from, to }) => daysBetween(from, to) >= LONGEST_CLOSURE_DAYS) && {
      closures: '一条最长一年。更久不开放，请打开「暂停预约」。',
    }),
    ...(isOutside(eligible) && { eligible: ownPeople }),
    ...(prices.some(price => isOutside(price.eligible)) && { prices: ownPeople }),
    ...(ages.some(age => age?.min !== undefined && age.below !== undefined && age.min >= age.below) && {
      eligible: '年龄的下限要比上限小。',
    }),
    ...(eligible?.team &&
      (eligible.ageMonths || eligible.disabled) && {
        eligible: '只给团队的，不能再按个人的年龄或证件限制。',
      }),
    ...(shifts.some(
      ({ fromMinute, toMinute }) =>
        fromMinute >= toMinute || fromMinute % QUARTER_MINUTES !== 0 || toMinute % QUARTER_MINUTES !== 0,
    ) && { staffing: '每个班次写起止时间，按刻钟，起在止前。' }),
    ...((typed.priceClass === 'free') !== (typed.priceFen === 0) && {
      priceFen: '无偿的价格写 0，低偿和有偿写每次多少钱。',
    }),
    ...Object.fromEntries(uneven.map(name => [name, '按刻钟写：15、30、45、60 分钟……'])),
  }
}

const overMidnight = '能约的时间按天算，过了零点分两段写：22:00–24:00，第二天 0:00–2:00。'

const ownPeople = '只能写本社区，或它所在的街道、区、市。'

const tooLong = (longest: number): string =>
  `开放时间最长一段只有 ${spokenMinutes(longest)}，排不下一次。请改短时长，或放宽开放时间。`

/** What an offering says that it is for belongs to its kind. */
export const isPurposeOf = (kind: BookingKind, purpose: Purpose | undefined): boolean =>
  purpose === undefined || purposesOf[kind].some(one => one === purpose)
