import {
  clockOf,
  daysBetween,
  type Instant,
  instantOf,
  type LocalDate,
  localDate,
  spokenDate,
  weekdayName,
} from '@yike/shared/kernel/time'

export const now = (): Instant => instantOf(Date.now())

/** 昨天 · 今天 · 明天 · 后天 · 11月26日 周四 */
export function spokenDay(on: LocalDate, at: Instant): string {
  const today = localDate(at)
  const ahead = daysBetween(today, on)
  if (ahead === -1) return '昨天'
  const spoken = spokenDate(on, today)
  return ahead < 0 || ahead > 2 ? `${spoken} ${weekdayName(on)}` : spoken
}

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
  const minutes = Math.max(0, Math.ceil((Date.parse(until) - Date.parse(at)) / 60_000))
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`
}

/** A promise and how it stands: 今天 17:30 前 · 已超时 2 小时. */
export const spokenDeadline = (until: Instant, at: Instant): string =>
  until > at ? `${spokenMoment(until, at)} 前` : `已超时 ${spokenWait(at, until)}`
