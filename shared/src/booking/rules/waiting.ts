/** The waiting list of a full slot: who comes first, and how long an offer stands. */
import { addDays, addMinutes, type Instant, instantAt, localDate, minuteOfDay } from '../../kernel/time'

/** Long enough to see the message and think; two turns of the clock face in which nobody else gets the seat. */
const OFFER_MINUTES = 120

/** Who did not ask for a change, for their time closed, has two days to answer: nothing that is offered stands longer. */
export const LONGEST_OFFER_MINUTES = 48 * 60

/** Nobody is asked to answer in their sleep: what is offered at night stands until so long after the morning. */
const MORNING = 8 * 60
const EVENING = 21 * 60

/** Until when an offer made now stands, at the latest until `lastAt`, after which the slot can no longer be taken. */
export const offerUntil = (now: Instant, lastAt: Instant): Instant => {
  const minute = minuteOfDay(now)
  const morning = instantAt(minute < MORNING ? localDate(now) : addDays(localDate(now), 1), MORNING)
  const awake = minute < MORNING || minute + OFFER_MINUTES > EVENING ? morning : now
  const until = addMinutes(awake, OFFER_MINUTES)
  return until < lastAt ? until : lastAt
}

/** Where somebody stands: those who come first by the terms, then everybody in the order of joining. */
export const queueOrder = ({ first, joinedAt }: { first?: true | undefined; joinedAt: Instant }): string =>
  `${first ? 0 : 1}${joinedAt}`
