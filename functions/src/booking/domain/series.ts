/**
 * Repeat bookings. Each date is placed by the rules by which a single booking is, over books that hold what is taken now
 * and what the dates before it will take: a series meets its own quotas, and its own neighbours.
 *
 * The write of all of them asks the same of the sheets themselves. It is one transaction, so nothing is half booked.
 */
import type { Span } from '@yike/shared/booking/calendar'
import { whyUsed } from '@yike/shared/booking/rules/quota'
import { MOST_IN_SERIES } from '@yike/shared/booking/rules/series'
import type { Day } from '@yike/shared/booking/schema/day'
import { type Result, refuse } from '@yike/shared/kernel/result'
import { localDate, minutesBetween } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import { MOST_CHANGES } from '../../platform/table'
import { type Books, lackOf, openLedger, usedUp } from './books'
import { type Placed, type PlaceRefusal, type Placing, place } from './place'
import { freeServers } from './slots'
import { nextAsLong } from './swap'
import { type FullCode, usesOf } from './taking'

/** Of each owner of a quota the months that bookings may lie in, and the one in which a week or a year began. */
const MONTHS_COUNTED = 6

/** So many bookings of an offering fit into one write. */
export const mostInOneGo = ({ alsoTakes = [], servers, quotas = [] }: Offering): number => {
  // The booking, its thing, its person.
  const each = 3 + alsoTakes.length + (servers ? 1 : 0)
  const counted = new Set(quotas.map(({ per }) => per)).size * MONTHS_COUNTED
  // The series itself, and the grant that it may be made by, or a team and its member; or of a season what was won, and its terms.
  return Math.min(MOST_IN_SERIES, Math.floor((MOST_CHANGES - 3 - counted) / each))
}

type Planned = Result<Placed, PlaceRefusal | FullCode | 'booking.quota_used'>

export interface Plan {
  readonly try: (span: Span) => Planned
  /** This time, booked after those that were planned before it; what is refused is not in the books. */
  readonly add: (span: Span) => Planned
  /** The time nearest to one that is refused, of these days, that could be planned now. */
  readonly instead: (span: Span, days: readonly Day[]) => Span | undefined
}

/** All but the time and who serves: `idOf` names the booking of a time. */
export type Planning = Omit<Placing, 'input' | 'bookingId' | 'server'> & {
  readonly input: Omit<Placing['input'], keyof Span>
  readonly idOf: (span: Span) => Placing['bookingId']
}

export const openPlan = (planning: Planning, opened: Books): Plan => {
  const { offering, person, input, idOf } = planning
  const books = openLedger(opened)

  const whatIsUsed = (span: Span) => {
    const { residentId, team, now } = planning
    const owner = { ...person, residentId, teamId: team?.teamId }
    const facts = usedUp(usesOf(offering, owner, span), books.counted)
    return facts && { facts, detail: whyUsed(facts, localDate(now)) }
  }

  const plan = (span: Span): Planned => {
    const on = localDate(span.startAt)
    const sheets = new Map(
      offering.servers?.map(({ thingId }) => [thingId, books.takenOn(thingId, on)] as const),
    )
    const servers = offering.servers && freeServers(offering, sheets, person, span)
    const server = servers?.[0] ?? offering.servers?.[0]
    const placed = place({ ...planning, input: { ...input, ...span }, bookingId: idOf(span), server })
    const code = placed.ok ? lackOf(placed.value, books) : placed.refusal.code
    if (code === 'booking.quota_used') return refuse(code, whatIsUsed(span))
    return placed.ok && code ? refuse(code) : placed
  }

  return {
    try: plan,
    add(span) {
      const planned = plan(span)
      if (planned.ok) books.book(planned.value)
      return planned
    },
    instead: (span, days) => {
      const away = ({ startAt }: Span) => Math.abs(minutesBetween(span.startAt, startAt))
      return nextAsLong(days, span)
        .sort((one, other) => away(one) - away(other))
        .find(one => plan(one).ok)
    },
  }
}
