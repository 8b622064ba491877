/** Who and what is taken when, while the demo is planned: one count for each quarter-hour that somebody takes. */
import {
  dayParts,
  QUARTER_MINUTES,
  quartersOf as quartersOfDay,
  type Span,
  takenSpan,
} from '@yike/shared/booking/calendar'
import { seatsByQuarter } from '@yike/shared/booking/rules/staffing'
import { localDate, weekdayOf } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/store'

const QUARTER_MS = QUARTER_MINUTES * 60_000

/** Quarter-hours since 1970; bookings and tasks take whole ones. */
const quartersOf = ({ startAt, endAt }: Span): number[] => {
  const first = Date.parse(startAt) / QUARTER_MS
  return Array.from({ length: Date.parse(endAt) / QUARTER_MS - first }, (_, i) => first + i)
}

export class Diary {
  readonly #taken = new Map<string, Map<number, number>>()

  /** How many bookings of an offering there is still room for. */
  left({ thingId, capacity, units = 1, alsoTakes = [], staffing, ...around }: Offering, span: Span): number {
    const taken = takenSpan(span, around)
    const seats =
      staffing &&
      seatsByQuarter(capacity, staffing.ratio, staffing.weekly[weekdayOf(localDate(span.startAt))] ?? [])
    const staffed = seats
      ? dayParts(span).flatMap(part => quartersOfDay(part).map(quarter => seats[quarter] ?? 0))
      : []
    const onSale = Math.min(capacity, ...staffed)
    const shares = [{ thingId, capacity: onSale, units }, ...alsoTakes]
    return Math.min(
      ...shares.map(share => Math.floor((share.capacity - this.#most(share.thingId, taken)) / share.units)),
    )
  }

  /** A person has one body. */
  isFree(personId: string, span: Span): boolean {
    return this.#most(personId, span) === 0
  }

  take(thingId: string, span: Span, units = 1): void {
    const taken = this.#taken.get(thingId) ?? new Map<number, number>()
    for (const quarter of quartersOf(span)) taken.set(quarter, (taken.get(quarter) ?? 0) + units)
    this.#taken.set(thingId, taken)
  }

  #most(thingId: string, span: Span): number {
    const taken = this.#taken.get(thingId)
    return Math.max(...quartersOf(span).map(quarter => taken?.get(quarter) ?? 0))
  }
}
