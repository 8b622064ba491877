/** Repeat bookings: on which dates one falls again. */
import type { DayKindOf } from '../../circle/hours'
import { addDays, type LocalDate, weekdayOf } from '../../kernel/time'

export const rhythms = ['daily', 'workday', 'weekly', 'fortnightly'] as const
/** daily 每天 · workday 每个工作日, with make-up workdays and without holidays · weekly 每周 · fortnightly 隔周. */
export type Rhythm = (typeof rhythms)[number]

/** So many at a time: all of them, with what each takes and counts, must fit into one write of 100 changes. */
export const MOST_IN_SERIES = 20

/** Of a year whose holidays are not published, Monday to Friday may be workdays: that nobody knows is said of each date. */
const mayBeWorkday = (on: LocalDate, dayKindOf: DayKindOf): boolean => {
  const kind = dayKindOf(on)
  return kind === 'workday' || (kind === 'unknown' && weekdayOf(on) < 5)
}

/** The first so many dates of a rhythm; the one that it begins with is always the first. */
export const datesOf = (
  { every, times }: { every: Rhythm; times: number },
  first: LocalDate,
  dayKindOf: DayKindOf,
): LocalDate[] => {
  const step = { daily: 1, workday: 1, weekly: 7, fortnightly: 14 }[every]
  const dates = [first]
  for (let on = addDays(first, step); dates.length < times; on = addDays(on, step))
    if (every !== 'workday' || mayBeWorkday(on, dayKindOf)) dates.push(on)
  return dates
}
