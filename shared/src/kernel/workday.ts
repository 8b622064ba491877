/**
 * Workdays, holidays and make-up workdays (调休) by the State Council's yearly notice.
 * The library answers every date, also those whose notice has not been published;
 * we answer `unknown` there, and unknown means no.
 */
import chineseDays from 'chinese-days'
import { addDays, type Instant, instantAt, type LocalDate, localDate, minuteOfDay, weekdayOf } from './time'

/** `workday` includes make-up workdays on a weekend; `holiday` is a public holiday, on whatever weekday. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'unknown'

/** Years whose notice the library holds (国办发明电: 2026's was published in November 2025). */
const FIRST_YEAR = 2020
const LAST_YEAR = 2026

export const dayKindOf = (on: LocalDate): DayKind => {
  const year = Number(on.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'unknown'
  if (chineseDays.isWorkday(on)) return 'workday'
  return chineseDays.isHoliday(on) && !isPlainWeekend(on) ? 'holiday' : 'weekend'
}

const isPlainWeekend = (on: LocalDate): boolean =>
  weekdayOf(on) >= 5 && !chineseDays.getDayDetail(on).name.includes(',')

/**
 * A promise of so many workdays: the same clock time on the last of them; the day it is given does not count.
 * Where the year's notice is not published, Monday to Friday count. Unknown cannot mean no here, for a case needs its
 * deadline now; and holidays that are announced later only make the promise stricter than it had to be.
 */
export const addWorkdays = (from: Instant, days: number): Instant => {
  let on = localDate(from)
  for (let left = days; left > 0; ) {
    on = addDays(on, 1)
    if (countsAsWorkday(on)) left--
  }
  return instantAt(on, minuteOfDay(from))
}

const countsAsWorkday = (on: LocalDate): boolean => {
  const kind = dayKindOf(on)
  return kind === 'workday' || (kind === 'unknown' && weekdayOf(on) < 5)
}
