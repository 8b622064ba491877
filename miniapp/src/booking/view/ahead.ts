/** How far ahead the days of an offering are shown: today and two weeks at first, two weeks more with each page. */
import { addDays, type LocalDate } from '@yike/shared/kernel/time'

export const NEXT = 14
export const FIRST = NEXT + 1
/** As many as the API tells of in one answer. */
const AT_ONCE = 31

/** How many days so many pages show: never fewer than the first has, never beyond what may be booked. */
export const daysShown = (pages: number, daysAhead: number): number =>
  Math.max(FIRST, Math.min(1 + pages * NEXT, daysAhead + 1))

/** What is asked next, of so many days that are known already. */
export const nextDays = (today: LocalDate, known: number, shown: number) => ({
  from: addDays(today, known),
  days: Math.min(AT_ONCE, shown - known),
})
