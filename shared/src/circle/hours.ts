/**
 * When a place is open. Hours are a weekly plan plus what holds on public holidays and on make-up
 * workdays (调休). What nobody wrote down stays unknown: an old man who walks to a closed door was told
 * too much, so an unknown day is never shown as open.
 */
import {
  addDays,
  addMinutes,
  type Instant,
  instantAt,
  type LocalDate,
  localDate,
  weekdayOf,
} from '../kernel/time'
import type { DayKind } from '../kernel/workday'

/** From and to in minutes of the day that it begins on: 0 ≤ from < 1440, from < to ≤ from + 1440. */
export type Span = readonly [from: number, to: number]

/** Ascending and free of overlaps; empty means closed. */
export type DaySpans = readonly Span[]

export interface WeeklyHours {
  /** Seven entries, Monday first. */
  readonly days: readonly DaySpans[]
  /** `asUsual`: the weekday's hours hold; `unknown`: nobody said. */
  readonly publicHoliday: 'closed' | 'asUsual' | 'unknown' | DaySpans
  /** Hours of a Saturday or Sunday that is a make-up workday, where they differ from that weekday's own. */
  readonly makeUpDay?: DaySpans
  /** Open day and night, all year. */
  readonly alwaysOpen?: true
  /** Dates on which something else holds, whatever weekday or holiday they are; they do not overlap. */
  readonly special?: readonly SpecialDays[]
}

/** From one date to another, both included: closed for repairs, open late for a festival. */
export interface SpecialDays {
  readonly from: LocalDate
  readonly to: LocalDate
  /** What holds on each of the days. */
  readonly spans: DaySpans
  /** Why, in a few words. */
  readonly note?: string
}

export type OpenState =
  /** Without `closesAt` it stays open for more than a week. */
  | { readonly state: 'open'; readonly closesAt?: Instant }
  /** Without `opensAt` no opening is certain within the next two weeks. */
  | { readonly state: 'closed'; readonly opensAt?: Instant }
  | { readonly state: 'unknown' }

/** What the workday calendar says about a date; injected, for the calendar is large and changes yearly. */
export type DayKindOf = (on: LocalDate) => DayKind

const MINUTES_PER_DAY = 1440
const wholeDay: DaySpans = [[0, MINUTES_PER_DAY]]
/** The longest holiday is 8 days; a place that opens once a week is found behind it. */
const HORIZON_DAYS = 15

export const roundTheClock: WeeklyHours = {
  days: Array.from({ length: 7 }, () => wholeDay),
  publicHoliday: 'asUsual',
  alwaysOpen: true,
}

/** The spans that begin on a date; undefined where the hours or the calendar do not tell. */
export const spansOn = (hours: WeeklyHours, on: LocalDate, dayKindOf: DayKindOf): DaySpans | undefined => {
  const special = hours.special?.find(({ from, to }) => from <= on && on <= to)
  if (special) return special.spans
  if (hours.alwaysOpen) return wholeDay
  const weekday = weekdayOf(on)
  const usual = hours.days[weekday] ?? []
  const makeUp = weekday >= 5 && hours.makeUpDay ? hours.makeUpDay : usual
  const kind = dayKindOf(on)
  if (kind === 'holiday') return holidaySpans(hours, usual)
  if (kind === 'workday') return makeUp
  if (kind === 'weekend') return usual
  // The year's holidays are not published yet: certain only where they make no difference.
  const holiday = holidaySpans(hours, usual)
  return holiday && sameSpans(holiday, usual) && sameSpans(makeUp, usual) ? usual : undefined
}

/** 夜间开放 (S2:L90) begins where offices and most shops have closed. */
export const EVENING_MINUTE = 19 * 60

/** Whether a place is open in the evening of a date; false also where nobody knows. */
export const isOpenLate = (hours: WeeklyHours, on: LocalDate, dayKindOf: DayKindOf): boolean =>
  spansOn(hours, on, dayKindOf)?.some(([, to]) => to > EVENING_MINUTE) ?? false

/** Whether a place is open at an instant, and when that changes. */
export const openAt = (hours: WeeklyHours, at: Instant, dayKindOf: DayKindOf): OpenState => {
  if (hours.alwaysOpen && !hours.special) return { state: 'open' }
  const today = localDate(at)
  const yesterday = addDays(today, -1)
  const days = [spansOn(hours, yesterday, dayKindOf), spansOn(hours, today, dayKindOf)]
  const current = [yesterday, today]
    .flatMap((on, index) => instantsOf(on, days[index]))
    .find(span => span.from <= at && at < span.to)
  if (current) return openUntil(hours, current.to, dayKindOf)
  // Yesterday matters only where it may run past midnight, which an unknown day might do.
  if (!days[1] || (!days[0] && runsPastMidnight(hours))) return { state: 'unknown' }
  const opensAt = nextOpening(hours, at, dayKindOf)
  return opensAt ? { state: 'closed', opensAt } : { state: 'closed' }
}

/** The first certain opening after an instant; undefined where none is certain within two weeks. */
export const nextOpening = (hours: WeeklyHours, at: Instant, dayKindOf: DayKindOf): Instant | undefined => {
  const today = localDate(at)
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const on = addDays(today, ahead)
    const next = instantsOf(on, spansOn(hours, on, dayKindOf)).find(span => span.from > at)
    if (next) return next.from
  }
  return undefined
}

/** Closing time, carried over midnights at which the next day's hours join without a gap. */
const openUntil = (hours: WeeklyHours, firstEnd: Instant, dayKindOf: DayKindOf): OpenState => {
  let end = firstEnd
  const limit = addMinutes(firstEnd, 7 * MINUTES_PER_DAY)
  while (end < limit) {
    const on = localDate(end)
    const joined = instantsOf(on, spansOn(hours, on, dayKindOf)).find(
      span => span.from <= end && end < span.to,
    )
    if (!joined) return { state: 'open', closesAt: end }
    end = joined.to
  }
  return { state: 'open' }
}

const holidaySpans = (hours: WeeklyHours, usual: DaySpans): DaySpans | undefined => {
  switch (hours.publicHoliday) {
    case 'closed':
      return []
    case 'asUsual':
      return usual
    case 'unknown':
      return undefined
    default:
      return hours.publicHoliday
  }
}

const instantsOf = (on: LocalDate, spans: DaySpans = []) =>
  spans.map(([from, to]) => ({ from: instantAt(on, from), to: instantAt(on, to) }))

const runsPastMidnight = (hours: WeeklyHours): boolean =>
  [...hours.days, hours.makeUpDay, hours.publicHoliday, ...(hours.special ?? []).map(({ spans }) => spans)]
    .flatMap(spans => (Array.isArray(spans) ? (spans as DaySpans) : []))
    .some(([, to]) => to > MINUTES_PER_DAY)

export const sameSpans = (one: DaySpans, other: DaySpans): boolean =>
  one.length === other.length && one.every(([from, to], i) => other[i]?.[0] === from && other[i]?.[1] === to)
