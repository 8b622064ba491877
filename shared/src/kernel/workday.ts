/**
 * Workdays, holidays and make-up workdays (调休) by the State Council's yearly notice.
 * A year whose notice has not been published is `unknown`, and unknown means no.
 * Only the library's tables are taken: its own answers never say that they do not know, and with the lunar calendar
 * behind them they weigh 20 KB more on the phone.
 */
import notice2025 from 'chinese-days/dist/years/2025.json'
import notice2026 from 'chinese-days/dist/years/2026.json'
import { addDays, type Instant, instantAt, type LocalDate, localDate, minuteOfDay, weekdayOf } from './time'

/** `workday` includes make-up workdays on a weekend; `holiday` is a public holiday, on whatever weekday. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'unknown'

/** Days of a year that are other than their weekday, each with its reason. */
export interface Notice {
  readonly holidays: Readonly<Record<LocalDate, string>>
  readonly workdays: Readonly<Record<LocalDate, string>>
}

/** By year; before the first, nothing of ours happened (国办发明电: 2026's was published in November 2025). */
const held: Readonly<Record<string, Notice>> = { 2025: notice2025, 2026: notice2026 }
/** Those that staff have entered since: the same for everybody, like those that the library holds. */
const entered = new Map<string, Notice>()

const noticeOf = (year: string): Notice | undefined => held[year] ?? entered.get(year)

export const isHeld = (year: number): boolean => String(year) in held
/** Years of which the notice came with the library. */
export const heldNotices: readonly (readonly [year: number, notice: Notice])[] = Object.entries(held).map(
  ([year, notice]) => [Number(year), notice],
)
/** From now on this process knows the year; what the library says of one holds all the same. */
export const learnNotice = (year: number, notice: Notice): void => {
  entered.set(String(year), notice)
}

export const dayKindOf = (on: LocalDate): DayKind => {
  const year = on.slice(0, 4)
  const own = noticeOf(year)
  if (!own) return 'unknown'
  // New Year's holiday may begin in December, and then the next year's notice says so.
  for (const notice of [noticeOf(`${Number(year) + 1}`), own]) {
    if (notice && on in notice.workdays) return 'workday'
    if (notice && on in notice.holidays) return 'holiday'
  }
  return weekdayOf(on) < 5 ? 'workday' : 'weekend'
}

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
