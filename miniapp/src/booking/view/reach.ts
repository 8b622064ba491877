import { MOST_DAYS_AHEAD } from '@yike/shared/booking/rules/terms'
import { daysBetween, type LocalDate } from '@yike/shared/kernel/time'
import { NEXT } from './ahead'

/** The pages that reach a date. */
export const pagesTo = (today: LocalDate, on: LocalDate): number =>
  1 + Math.ceil(Math.max(0, Math.min(daysBetween(today, on), MOST_DAYS_AHEAD) - NEXT) / NEXT)
