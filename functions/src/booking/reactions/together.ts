/** What happens to many bookings of a series at once is told once. */
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import type { BookingRecord } from '../store'

/** How many bookings of a series an entry is about; undefined: this one alone. */
export const toldWith = (
  { series, together, timeline }: BookingRecord,
  { at, verb }: Pick<TimelineEntry, 'at' | 'verb'>,
): number | 'by another' | undefined => {
  if (verb === 'place' && series) return series.nth > 1 ? 'by another' : series.of
  const last = timeline.at(-1)
  const isLast = last?.at === at && last.verb === verb
  return isLast && together?.at === at ? (together.of ?? 'by another') : undefined
}
