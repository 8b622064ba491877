/** Clock times as people write them, with or without 上午 and 下午, turned into minutes of the day. */
import type { Span } from '../hours'

/** One clock time of a range: '下午', '2', '30' (or '半'; undefined where only the hour is written). */
export interface ClockText {
  readonly period: string | undefined
  readonly hour: string
  readonly minute: string | undefined
}

const NOON = 720
const MIDNIGHT = 1440
const nextDay = /次日|第二天|翌日/
const afternoon = /下午|午后|傍晚/
const night = /晚|夜/
const noon = /中午|正午/
const smallHours = /凌晨/

/** The span from one written time to another; undefined where it could mean two things. */
export const spanOf = (from: ClockText, to: ClockText): Span | undefined => {
  const start = minutesOf(from)
  const plainEnd = minutesOf(to)
  if (start === undefined || plainEnd === undefined || start >= MIDNIGHT) return undefined
  const end = endAfter(start, plainEnd, from, to)
  return end !== undefined && end > start && end <= start + MIDNIGHT ? [start, end] : undefined
}

const minutesOf = ({ period = '', hour, minute }: ClockText): number | undefined => {
  const plain = Number(hour) * 60 + (minute === '半' ? 30 : Number(minute ?? 0))
  if (plain > MIDNIGHT || (minute !== '半' && Number(minute ?? 0) > 59)) return undefined
  if (nextDay.test(period)) return plain + MIDNIGHT
  if (afternoon.test(period) && plain < NOON) return plain + NOON
  if (noon.test(period) && plain < 3 * 60) return plain + NOON
  // 晚8点 is 20:00 and 晚12点 is midnight; 晚1点 is the small hours of the next day.
  if (night.test(period) && plain >= 5 * 60 && plain <= NOON) return plain + NOON
  return plain
}

/** 下午2:00-5:30 and 18:00-2:00 have one meaning; 9:00-5:30 has two and gets none. */
const endAfter = (start: number, end: number, from: ClockText, to: ClockText): number | undefined => {
  if (end > start) return end
  const period = to.period ?? ''
  if (
    to.period === undefined &&
    from.period !== undefined &&
    start >= NOON &&
    end < NOON &&
    end + NOON > start
  )
    return end + NOON
  if (smallHours.test(period) || night.test(period)) return end + MIDNIGHT
  if (to.period !== undefined) return undefined
  if (start >= NOON && end <= 6 * 60) return end + MIDNIGHT
  const writtenIn24Hours = to.hour.length === 2 && to.minute !== undefined
  return start >= 10 * 60 && end <= 2 * 60 && writtenIn24Hours ? end + MIDNIGHT : undefined
}
