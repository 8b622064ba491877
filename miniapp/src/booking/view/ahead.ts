/** How far ahead the days of an offering are shown: today and two weeks at first, two weeks more with each page. */
import { MOST_DAYS_AHEAD } from '@yike/shared/booking/rules/terms'
import { addDays, daysBetween, type LocalDate } from '@yike/shared/kernel/time'

const NEXT = 14
export const FIRST = NEXT + 1
/** As many as the API tells of in one answer. */
const AT_ONCE = 31

/** How many days so many pages show: never fewer than the first has, never beyond what may be booked. */
export const daysShown = (pages: number, daysAhead: number): number =>
  Math.max(FIRST, Math.min(FIRST + (pages - 1) * NEXT, daysAhead + 1))

export const hasMore = (shown: number, daysAhead: number): boolean => shown < daysAhead + 1

/** The pages that reach a date. */
export const pagesTo = (today: LocalDate, on: LocalDate): number =>
  1 + Math.ceil(Math.max(0, Math.min(daysBetween(today, on), MOST_DAYS_AHEAD) - NEXT) / NEXT)

/** What is asked next, of so many days that are known already. */
export const nextDays = (today: LocalDate, known: number, shown: number) => ({
  from: addDays(today, known),
  days: Math.min(AT_ONCE, shown - known),
})
