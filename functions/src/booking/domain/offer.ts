/** The waiting list: for whom a free seat is, what an offer of it is, and why somebody is passed over. */
import { isDeepStrictEqual } from 'node:util'
import type { Span } from '@yike/shared/booking/calendar'
import { slotErrors } from '@yike/shared/booking/contract/errors/slot'
import { spokenSkip } from '@yike/shared/booking/rules/skipped'
import { comesFirst } from '@yike/shared/booking/rules/terms'
import { offerUntil } from '@yike/shared/booking/rules/waiting'
import type { Id } from '@yike/shared/kernel/id'
import { addMinutes, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import type { BookingRecord } from '../store'
import type { Guest } from './guest'
import { ANSWER_BEFORE_START_MINUTES, type Placed } from './place'
import { placementOf } from './placement'
import { bare } from './upkeep'

/** What is kept free around a booking is at most so much. To ask once too often costs a refused write, never a seat. */
export const MOST_AROUND_MINUTES = 120

/** Something was given back at a place. */
export interface Freed extends Span {
  readonly placeId: Id<'place'>
  /** Units of these things. */
  readonly things: readonly string[]
}

/** May what was freed be what somebody waits for, of an offering of these things? The write of the offer asks whether it is enough. */
export const isFor = (
  freed: Freed,
  wait: Pick<BookingRecord, 'placeId' | 'startAt' | 'endAt'>,
  things: readonly string[],
): boolean =>
  wait.placeId === freed.placeId &&
  things.some(thing => freed.things.includes(thing)) &&
  wait.startAt < addMinutes(freed.endAt, MOST_AROUND_MINUTES) &&
  addMinutes(freed.startAt, -MOST_AROUND_MINUTES) < wait.endAt

/** What makes no room: who said what when, and what the place is called and rung up by. */
const wordsOfTerms = [
  ...(['version', 'timeline', 'lastActorId', 'wording', 'aside', 'closures'] as const),
  ...(['placeName', 'placePhone', 'remindMinutes', 'purpose'] as const),
]

/** The dates on which a change of terms may have made room: all (absent: no end), or those opened again; undefined: none. */
export const openedBy = (
  before: Offering,
  after: Offering,
): { readonly from?: LocalDate; readonly to?: LocalDate } | undefined => {
  const rest = (one: Offering) =>
    bare({ ...one, ...Object.fromEntries(wordsOfTerms.map(name => [name, undefined])) })
  if (!isDeepStrictEqual(rest(before), rest(after))) return {}
  const opened = (before.closures ?? []).filter(
    ({ from, to }) => !after.closures?.some(one => one.from <= from && to <= one.to),
  )
  const [from] = opened.map(one => one.from).sort()
  const to = opened
    .map(one => one.to)
    .sort()
    .at(-1)
  return from && to ? { from, to } : undefined
}

/** What was just asked for by `place`, as an entry of the waiting list: it holds nothing. */
export const wait = (
  { booking }: Placed,
  offering: Offering,
  person: Guest,
  now: Instant,
  version = 1,
): BookingRecord => {
  const { deadlineAt: _, serverName: __, uses: ___, ...asked } = booking
  return {
    ...asked,
    state: 'waiting',
    version,
    takes: [],
    queued: {
      joinedAt: now,
      ...(comesFirst(offering, person, localDate(booking.startAt)) && { first: true }),
      ...(offering.needsApproval && { needsApproval: true }),
    },
    timeline: booking.timeline.map(entry => ({ ...entry, verb: 'join' as const })),
  }
}

/** A booking of which something is held until its owner answers: when and where is new, for whom and by whom stays. */
export const heldUntilAnswered = (
  before: BookingRecord,
  placed: Placed,
  asked: Pick<BookingRecord, 'deadlineAt' | 'queued' | 'movedFrom'>,
  verb: 'offer' | 'swap',
  now: Instant,
): Placed => ({
  ...placed,
  booking: {
    ...before,
    ...placementOf(placed.booking),
    takes: placed.booking.takes,
    uses: placed.booking.uses,
    seekAt: undefined,
    movedFrom: undefined,
    ...asked,
    state: 'offered',
    version: before.version + 1,
    timeline: [...before.timeline, { at: now, verb, by: 'clock' }],
  },
})

/** The booking with its seat held until its owner answers; undefined: no time is left to answer in. */
export const offer = (
  before: BookingRecord,
  placed: Placed,
  { noticeMinutes, needsApproval }: Offering,
  now: Instant,
): Placed | undefined => {
  const least = Math.max(noticeMinutes, needsApproval ? ANSWER_BEFORE_START_MINUTES : 0)
  const deadlineAt = offerUntil(now, addMinutes(before.startAt, -least))
  if (deadlineAt <= now || !before.queued) return undefined
  const { joinedAt, first } = before.queued
  const queued = { joinedAt, ...(first && { first }), ...(needsApproval && { needsApproval }) }
  return heldUntilAnswered(before, placed, { deadlineAt, queued }, 'offer', now)
}

/** Why a free seat is not for somebody, in words; a case may know it better than its code. */
export const whySkipped = (code: string, detail?: string): string =>
  // They waited for what was a slot then: that this has changed is the reason.
  code in slotErrors ? spokenSkip(code) : (detail ?? spokenSkip(code))
