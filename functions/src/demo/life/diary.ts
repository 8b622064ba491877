/** Who and what is taken when, while the demo is planned: one count for each quarter-hour that somebody takes. */
import { QUARTER_MINUTES, type Span } from '@yike/shared/booking/calendar'

const QUARTER_MS = QUARTER_MINUTES * 60_000

/** Quarter-hours since 1970; bookings and tasks take whole ones. */
const quartersOf = ({ startAt, endAt }: Span): number[] => {
  const first = Date.parse(startAt) / QUARTER_MS
  return Array.from({ length: Date.parse(endAt) / QUARTER_MS - first }, (_, i) => first + i)
}

export class Diary {
  readonly #taken = new Map<string, Map<number, number>>()

  left({ thingId, capacity }: { readonly thingId: string; readonly capacity: number }, span: Span): number {
    const taken = this.#taken.get(thingId)
    return capacity - Math.max(...quartersOf(span).map(quarter => taken?.get(quarter) ?? 0))
  }

  /** A person has one body. */
  isFree(personId: string, span: Span): boolean {
    return this.left({ thingId: personId, capacity: 1 }, span) > 0
  }

  take(thingId: string, span: Span): void {
    const taken = this.#taken.get(thingId) ?? new Map<number, number>()
    for (const quarter of quartersOf(span)) taken.set(quarter, (taken.get(quarter) ?? 0) + 1)
    this.#taken.set(thingId, taken)
  }
}
