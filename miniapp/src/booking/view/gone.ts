/** A slot that cannot be booked any more: why not, and what is near it. */
import type { Day, Slot } from '@yike/shared/booking/schema/day'
import { daysBetween, type Instant, localDate, minuteOfDay } from '@yike/shared/kernel/time'
import { canBook, canWaitFor, whyNot } from '../view'
import { goneWords } from '../words/gone'

export function whyGone(day: Day | undefined, slot: Slot | undefined): string {
  if (slot?.shut) return goneWords[slot.shut]
  if (slot && canWaitFor(slot)) return goneWords.full
  return (day && whyNot(day)) ?? goneWords.none
}

/** Of that day first, then of the days around it; the nearest hour of each before the others. */
export function nearestFree(days: readonly Day[], startAt: Instant, most: number): Slot[] {
  const away = (slot: Slot): [days: number, minutes: number] => [
    Math.abs(daysBetween(localDate(startAt), localDate(slot.startAt))),
    Math.abs(minuteOfDay(startAt) - minuteOfDay(slot.startAt)),
  ]
  return days
    .flatMap(({ slots }) => slots.filter(canBook))
    .map(slot => ({ slot, at: away(slot) }))
    .sort((one, other) => one.at[0] - other.at[0] || one.at[1] - other.at[1])
    .slice(0, most)
    .map(({ slot }) => slot)
}
