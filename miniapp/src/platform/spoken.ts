import {
  clockOf,
  daysBetween,
  type Instant,
  instantOf,
  type LocalDate,
  localDate,
  minutesBetween,
  weekdayOf,
} from '@yike/shared/kernel/time'
import { spokenWords as words } from './words'

export const now = (): Instant => instantOf(Date.now())

/** Farther than this a day needs its year, and nobody counts in weekdays. */
const HALF_YEAR_DAYS = 183

/** 昨天 · 今天 · 明天 · 后天 · 11月26日 周四 · 2028年3月1日 */
export const spokenDay = (on: LocalDate, at: Instant): string => {
  const ahead = daysBetween(localDate(at), on)
  return Math.abs(ahead) > HALF_YEAR_DAYS ? words.farDay(on) : words.day(on, ahead, weekdayOf(on))
}

/** How long, to the minute: 45 分钟 · 2 小时 · 1 小时 30 分. */
export const spokenMinutes = (minutes: number): string => words.length(Math.floor(minutes / 60), minutes % 60)
export const weekdayName = (on: LocalDate): string => words.weekday(weekdayOf(on))

/** What is said in one breath, in the order of the parts that there are: 桂花里书场，明天 09:00. */
export const spokenList = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(words.comma)

/** 身份证、户口本 */
export const spokenNames = (names: readonly (string | number)[]): string => names.join(words.and)

/** 明天 09:00 */
export const spokenMoment = (moment: Instant, at: Instant): string =>
  `${spokenDay(localDate(moment), at)} ${clockOf(moment)}`

/** When something ends; midnight is 24:00, for 00:00 would be tomorrow's. */
export const spokenEnd = (endAt: Instant): string => clockOf(endAt).replace('00:00', '24:00')

/** 09:00–10:00 */
export const spokenHours = (startAt: Instant, endAt: Instant): string =>
  `${clockOf(startAt)}–${spokenEnd(endAt)}`

/** How long until then, in one unit: 40 分钟 · 3 小时 · 2 天. */
function spokenWait(until: Instant, at: Instant): string {
  const minutes = Math.max(0, Math.ceil(minutesBetween(at, until)))
  if (minutes < 60) return words.wait.minutes(minutes)
  const hours = Math.round(minutes / 60)
  return hours < 48 ? words.wait.hours(hours) : words.wait.days(Math.round(hours / 24))
}

/** A promise and how it stands: 今天 17:30 前 · 已超时 2 小时. */
export const spokenDeadline = (until: Instant, at: Instant): string =>
  until > at ? words.before(spokenMoment(until, at)) : words.overdue(spokenWait(at, until))
