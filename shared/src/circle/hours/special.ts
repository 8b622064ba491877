/** Special days: what a person types for one day of them. */
import { addDays, type LocalDate } from '../../kernel/time'
import { type DaySpans, type SpecialDays, sameSpans } from '../hours'
import { readHours } from './read'
import { writeSpans } from './write'

const closed = /^(?:全天)?(?:休息?|休馆|闭馆|关门|关闭|不开放|不营业|停业|歇业)$/

/** '休' → no hours at all, '9:00-12:00' → these; undefined where it is not understood. */
export const readDay = (typed: string): DaySpans | undefined => {
  if (closed.test(typed.trim())) return []
  const days = readHours(`每天 ${typed}`)?.days
  const [first] = days ?? []
  return first && days?.every(spans => sameSpans(spans, first)) ? first : undefined
}

/** `readDay` reads it back. */
export const writeDay = (spans: DaySpans): string => writeSpans(spans).trim()

const SHOWN_DAYS_AHEAD = 60

/** What differs in the next weeks, as a notice at the door says it: '12月1日至12月5日休息（电梯检修）'. */
export const writeNotices = (special: readonly SpecialDays[], today: LocalDate): string[] =>
  special
    .filter(({ from, to }) => to >= today && from <= addDays(today, SHOWN_DAYS_AHEAD))
    .map(({ from, to, spans, note }) => {
      const days = from === to ? dayName(from) : `${dayName(from)}至${dayName(to)}`
      return `${days}${writeSpans(spans)}${note ? `（${note}）` : ''}`
    })

const dayName = (on: LocalDate): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`
