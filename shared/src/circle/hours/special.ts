/** Special days: what a person types for one day of them. */
import { type DaySpans, sameSpans } from '../hours'
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
