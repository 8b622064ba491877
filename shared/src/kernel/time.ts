/**
 * All local dates and clock times are those of Asia/Shanghai: UTC+8 the whole year
 * (no summer time since 1991), so a fixed offset is exact and needs no zone tables on the phone.
 */
import { z } from './zod'

const MINUTE = 60_000
const DAY = 86_400_000
const MINUTES = 1440
const ZONE_OFFSET = 480 * MINUTE

/** An instant as ISO 8601 in UTC with milliseconds: '2026-11-22T01:00:00.000Z'. Sorts as text. */
export type Instant = string
/** A local date: '2026-11-22'. */
export type LocalDate = string

/**
 * What is asked for again and again is kept, so much of it and then from the start: two weeks of days ask a thousand
 * times about some twenty dates, and a calendar is slow to answer.
 */
const kept = <Asked, Answer>(most: number, find: (asked: Asked) => Answer): ((asked: Asked) => Answer) => {
  const known = new Map<Asked, Answer>()
  return asked => {
    const before = known.get(asked)
    if (before !== undefined) return before
    const found = find(asked)
    if (known.size >= most) known.clear()
    known.set(asked, found)
    return found
  }
}

/** Milliseconds since 1970 by the clocks of Shanghai; a date alone is its midnight. */
const localMs = (at: Instant): number => Date.parse(at) + ZONE_OFFSET
const midnightMs = kept(1_000, (on: LocalDate): number => Date.parse(`${on}T00:00:00Z`))
const dateOfDay = kept(1_000, (day: number): LocalDate => new Date(day * DAY).toISOString().slice(0, 10))
const dateOf = (ms: number): LocalDate => dateOfDay(Math.floor(ms / DAY))

export const instantOf = (ms: number): Instant => new Date(ms).toISOString()

/** An instant typed by a client; any offset, kept as UTC. Years 2020–2099. */
export const InstantInput = z.pipe(
  z.iso.datetime({ offset: true }).check(z.regex(/^20[2-9]\d-/)),
  z.transform((typed: string) => new Date(typed).toISOString()),
)
export const InstantOutput = z.iso.datetime()

/** A real calendar date, 2020–2099 (2027-02-29 is refused). */
export const DateInput = z.iso.date().check(z.regex(/^20[2-9]\d-/))

export const localDate = (at: Instant): LocalDate => dateOf(localMs(at))
/** Minutes since local midnight, 0–1439. */
export const minuteOfDay = (at: Instant): number => Math.floor((localMs(at) % DAY) / MINUTE)
/** The instant of a local date and minute of the day; minute 1440 is the next midnight. */
export const instantAt = (on: LocalDate, minute: number): Instant =>
  instantOf(midnightMs(on) - ZONE_OFFSET + minute * MINUTE)
/** The instants of one date, for whoever asks for many: those of `instantAt`, without a calendar for each. */
export const instantsOn = kept(100, (on: LocalDate): ((minute: number) => Instant) =>
  kept(MINUTES, minute => {
    const utc = minute - ZONE_OFFSET / MINUTE
    const day = Math.floor(utc / MINUTES)
    return `${addDays(on, day)}T${clock(utc - day * MINUTES)}:00.000Z`
  }),
)
/** 0 = Monday … 6 = Sunday. */
export const weekdayOf = (on: LocalDate): number => (new Date(midnightMs(on)).getUTCDay() + 6) % 7
export const addDays = (on: LocalDate, days: number): LocalDate => dateOf(midnightMs(on) + days * DAY)
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((midnightMs(to) - midnightMs(from)) / DAY)
export const addMinutes = (at: Instant, minutes: number): Instant =>
  instantOf(Date.parse(at) + minutes * MINUTE)

/** How long from one instant to another, in minutes; negative where it is the other way round. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / MINUTE

const clocks: string[] = []
/** Kept once said: two weeks of days say hundreds, and there are 1,440. */
const clock = (minute: number): string =>
  (clocks[minute] ??=
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
/** '09:30' of a minute of the day. */
export const clockOfMinute = clock
export const clockOf = (at: Instant): string => clock(minuteOfDay(at))

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
export const weekdayName = (on: LocalDate): string => weekdays[weekdayOf(on)] ?? ''

/** How long, to the minute: 45 分钟 · 2 小时 · 1 小时 30 分. The one way to say it, on both sides. */
export function spokenMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

/** As a neighbour would say it: 今天、明天、后天, else 11月25日. */
export const spokenDate = (on: LocalDate, today: LocalDate): string => {
  const near = ['今天', '明天', '后天'][daysBetween(today, on)]
  if (near) return near
  const year = on.slice(0, 4)
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`
}
