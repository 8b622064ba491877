/**
 * What is booked at a time that is not open any more: it is displaced, with the reason, and something else is held for
 * its owner, who takes it with one tap or lets it go. Nobody is dropped without being told.
 */
import type { Span } from '@yike/shared/booking/calendar'
import { type Opening, openingOn } from '@yike/shared/booking/rules/closures'
import type { Because } from '@yike/shared/booking/rules/reasons'
import { LONGEST_OFFER_MINUTES } from '@yike/shared/booking/rules/waiting'
import type { Day } from '@yike/shared/booking/schema/day'
import type { DayKindOf } from '@yike/shared/circle/hours'
import {
  addMinutes,
  type Instant,
  instantAt,
  type LocalDate,
  localDate,
  minutesBetween,
} from '@yike/shared/kernel/time'
import type { BookingRecord } from '../../store'
import { heldUntilAnswered } from '../offer'
import type { Placed } from '../place'
import { placementOf } from '../placement'

/** An answer is taken until so long before the new start. */
const ANSWER_BEFORE_MINUTES = 60

/** Is a span still open? A pause stops new bookings only; and unknown holidays were known when it was booked. */
export const isStillOpen = (opening: Opening, { startAt, endAt }: Span, dayKindOf: DayKindOf): boolean => {
  const on = localDate(startAt)
  const spans = openingOn({ ...opening, paused: undefined }, on, dayKindOf)
  return spans?.some(([from, to]) => instantAt(on, from) <= startAt && endAt <= instantAt(on, to)) ?? true
}

/** Both included; what is absent has no end there. */
export interface SomeDates {
  readonly from?: LocalDate
  readonly to?: LocalDate
}

/** What is free for so long on some days, in order. */
export const freeFor = (days: readonly Day[], minutes: number): Span[] =>
  days
    .flatMap(({ slots }) => slots)
    .filter(slot => slot.left > 0 && !slot.shut)
    .flatMap(slot => {
      const endAt = addMinutes(slot.startAt, minutes)
      return endAt <= (slot.longestEndAt ?? slot.endAt) ? [{ startAt: slot.startAt, endAt }] : []
    })

/** The next spans as long as what was booked, soonest after it first, then those before it. */
export const nextAsLong = (days: readonly Day[], { startAt, endAt }: Span): Span[] => {
  const free = freeFor(days, minutesBetween(startAt, endAt)).filter(slot => slot.startAt !== startAt)
  return [
    ...free.filter(slot => slot.startAt >= startAt),
    ...free.filter(slot => slot.startAt < startAt).reverse(),
  ]
}

/** While nothing is free in its place it is looked for so often. */
const SEEK_EVERY_MINUTES = 30
const nextSeek = (now: Instant): Instant => addMinutes(now, SEEK_EVERY_MINUTES)

/** What is not open any more keeps what it was for and why it is not, and something else is looked for. */
export const displacedFrom = (
  held: BookingRecord,
  moved: BookingRecord,
  now: Instant,
  because: Because = {},
): BookingRecord => {
  const { deadlineAt: _, ...rest } = moved
  const confirmed = held.state === 'confirmed' && { confirmed: true as const }
  return {
    ...rest,
    movedFrom: held.movedFrom ?? { ...placementOf(held), ...because, ...confirmed },
    seekAt: nextSeek(now),
  }
}

/** Looked for once more. */
export const seekAgain = (displaced: BookingRecord, now: Instant): BookingRecord => ({
  ...displaced,
  version: displaced.version + 1,
  seekAt: nextSeek(now),
})

/** Until when an answer is waited for. */
export const answerTimeOf = (startAt: Instant, now: Instant): Instant => {
  const [soonest = now] = [
    addMinutes(now, LONGEST_OFFER_MINUTES),
    addMinutes(startAt, -ANSWER_BEFORE_MINUTES),
  ].sort()
  return soonest
}

/** The displaced booking with something else held in its place; undefined: no time is left to answer in. */
export const swap = (before: BookingRecord, placed: Placed, now: Instant): Placed | undefined => {
  const deadlineAt = answerTimeOf(placed.booking.startAt, now)
  if (deadlineAt <= now) return undefined
  const asks = !before.movedFrom?.confirmed && placed.booking.state === 'requested'
  const queued = { joinedAt: now, ...(asks && { needsApproval: true as const }) }
  // What was displaced by an older version of the product has what was wanted beside it still on itself.
  const movedFrom = before.movedFrom && {
    ...before.movedFrom,
    equipment: before.movedFrom.equipment ?? before.equipment,
  }
  return heldUntilAnswered(before, placed, { deadlineAt, queued, movedFrom }, 'swap', now)
}
