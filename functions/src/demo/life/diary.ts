/** Who and what is taken when, while the demo is planned: the same day-sheets as the product's, in memory. */
import { dayParts, quartersOf, type Span, unitsLeft } from '@yike/shared/booking/calendar'

export class Diary {
  readonly #sheets = new Map<string, Record<number, number>>()

  #sheet(thingId: string, on: string): Record<number, number> {
    const at = `${thingId}#${on}`
    const sheet = this.#sheets.get(at) ?? {}
    this.#sheets.set(at, sheet)
    return sheet
  }

  left(thing: { readonly thingId: string; readonly capacity: number }, span: Span): number {
    return Math.min(
      ...dayParts(span).map(part => unitsLeft(this.#sheet(thing.thingId, part.on), part, thing.capacity)),
    )
  }

  /** A person has one body. */
  isFree(personId: string, span: Span): boolean {
    return this.left({ thingId: personId, capacity: 1 }, span) > 0
  }

  take(thingId: string, span: Span): void {
    for (const part of dayParts(span)) {
      const sheet = this.#sheet(thingId, part.on)
      for (const quarter of quartersOf(part)) sheet[quarter] = (sheet[quarter] ?? 0) + 1
    }
  }
}
