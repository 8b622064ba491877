/**
 * The books of a table: what its day-sheets and tasks hold, beside what every booking and claim says that they must
 * hold. The two are equal, or something was oversold, lost or half-written.
 */
import { dayParts, quartersOf, type Span } from '@yike/shared/booking/calendar'
import { holds } from '@yike/shared/booking/lifecycle'
import type { BookingRecord } from '../src/booking/store'
import type { ClaimRecord } from '../src/volunteer/store/claim'
import type { TaskRecord } from '../src/volunteer/store/task'
import { everything } from './everything'

export interface Books {
  /** Taken units by `SHEET#<thing> DAY#<date> q<quarter>`, and places by task; whatever is 0 is left out. */
  readonly kept: Readonly<Record<string, number>>
  /** The same, added up from the bookings and claims that hold. */
  readonly due: Readonly<Record<string, number>>
  readonly bookings: readonly BookingRecord[]
}

export const readBooks = async (from: Parameters<typeof everything>[0]): Promise<Books> => {
  const items = Object.values(await everything(from)) as Record<string, unknown>[]
  const ofType = <R>(type: string) => items.filter(item => item.type === type) as R[]
  const bookings = ofType<BookingRecord>('Booking')
  const due: Record<string, number> = {}
  const owe = (at: string) => {
    due[at] = (due[at] ?? 0) + 1
  }
  const take = (thing: string, span: Span) => {
    for (const part of dayParts(span))
      for (const quarter of quartersOf(part)) owe(`SHEET#${thing} DAY#${part.on} q${quarter}`)
  }
  for (const booking of bookings.filter(({ state }) => holds(state))) {
    take(booking.thingId, booking)
    take(booking.attended ? booking.personId : `${booking.thingId}:${booking.personId}`, booking)
  }
  for (const claim of ofType<ClaimRecord>('Claim').filter(({ state }) => state !== 'released')) {
    take(claim.personId, claim)
    owe(`TASK#${claim.taskId}`)
  }
  return { kept: keptBy(items), due, bookings }
}

const keptBy = (items: readonly Record<string, unknown>[]): Record<string, number> => {
  const kept: Record<string, number> = {}
  for (const item of items) {
    if (item.type === 'Task') kept[String(item.pk)] = (item as unknown as TaskRecord).claimed
    if (String(item.pk).startsWith('SHEET#'))
      for (const [name, taken] of Object.entries(item))
        if (/^q\d+$/.test(name)) kept[`${item.pk} ${item.sk} ${name}`] = Number(taken)
  }
  return Object.fromEntries(Object.entries(kept).filter(([, taken]) => taken !== 0))
}
