/** Certificates that staff have seen. The numbers are our own choice but for the ten years, in this one place. */
import { addDays, type LocalDate } from '../../kernel/time'
import type { Purpose } from '../kinds'

/** A disability certificate holds for ten years at most: 中华人民共和国残疾人证管理办法 (2017), 有效期十年. */
const MOST_YEARS = 10

/** The matter of a counter at which a certificate is shown and noted. */
export const REGISTERED_AS = 'disability' satisfies Purpose

/** Both the person and staff are told so long before the last day. */
export const TOLD_DAYS_BEFORE = 30

const yearsAhead = (on: LocalDate, years: number): LocalDate =>
  `${Number(on.slice(0, 4)) + years}${on.slice(4)}`

/** Can this stand on a certificate that is shown today? */
export const isLastDay = (untilOn: LocalDate, today: LocalDate): boolean =>
  untilOn >= today && untilOn <= yearsAhead(today, MOST_YEARS)

/** Those whose last day lies before this are to be told of. */
export const toldUntil = (today: LocalDate): LocalDate => addDays(today, TOLD_DAYS_BEFORE)
