/** Times near to one that was refused, each of which the same person's write would take as things stand. */
import type { Span } from '@yike/shared/booking/calendar'
import { readDay } from '@yike/shared/booking/rules/days'
import { lengthsOf, openDates } from '@yike/shared/booking/rules/terms'
import type { PlaceBooking } from '@yike/shared/booking/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { NextAction } from '@yike/shared/kernel/problem'
import {
  addDays,
  addMinutes,
  clockOf,
  daysBetween,
  type Instant,
  instantAt,
  type LocalDate,
  localDate,
  minuteOfDay,
  minutesBetween,
  spokenDate,
} from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { dayTable, freeFor, leftIn, travelMinutes } from '../domain'
import type { Whom } from './delegate'
import { loadBooks } from './series/plan'

/** Looked at on so many days before and after it. */
const NEAR_DAYS = 7
const MOST = 3
/** So many are asked of the rules at most: where a month's quota is used up none of it will do. */
const MOST_TRIES = 120

export interface Wished {
  readonly input: Pick<PlaceBooking, 'startAt' | 'endAt' | 'mode' | 'equipment' | 'papers'>
  readonly now: Instant
  /** Nothing before this date will do. */
  readonly from?: LocalDate | undefined
  /** The very time that was wished will do as well. */
  readonly isLeft?: boolean
}

/** Nearest first: of the same day, then of the days after and before it; as long as was wished, as far as that can be. */
export const nearestTimes = async (
  table: Table,
  offering: Offering,
  whom: Whom,
  { input, now, from: earliest, isLeft = false }: Wished,
): Promise<NextAction[]> => {
  const { startAt, endAt, ...rest } = input
  const { placeId, offeringId } = offering
  const { from, to, wished } = windowOf(offering, whom, { startAt, now, from: earliest })
  if (to < from) return []
  const minutes = lengthFor(offering, minutesBetween(startAt, endAt))
  const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i))
  const at = (on: LocalDate): Span => {
    const begins = instantAt(on, minuteOfDay(startAt))
    return { startAt: begins, endAt: addMinutes(begins, minutes) }
  }
  const wish = {
    ...whom,
    ...{ input: { placeId, offeringId, ...rest }, seriesId: ADVICE, asked: '', now },
  }
  const { plan, takenOn } = await loadBooks(table, offering, wish, { from, to, spans: dates.map(at) })
  const { home } = whom.person
  const travel = offering.from && home ? travelMinutes(offering.from, home) : 0
  const found: Span[] = []
  let tries = 0
  for (const on of dates.sort(nearTo(wished))) {
    const away = (span: Span) => Math.abs(minutesBetween(at(on).startAt, span.startAt))
    const day = readDay(dayTable(offering, on, takenOn(on), now, dayKindOf, { travel }), offering)
    const free = freeFor([day], minutes)
    for (const span of free.sort((one, other) => away(one) - away(other))) {
      if (found.length === MOST || tries === MOST_TRIES) break
      if (!isLeft && span.startAt === startAt && span.endAt === endAt) continue
      tries++
      if (plan.try(span).ok) found.push(span)
    }
  }
  const isOneLength = lengthsOf(offering).length === 1
  return found.map(span => {
    const on = localDate(span.startAt)
    const hours = isOneLength ? clockOf(span.startAt) : `${clockOf(span.startAt)}–${clockOf(span.endAt)}`
    return {
      do: 'book' as const,
      label: `${spokenDate(on, localDate(now))} ${hours} 还有 ${leftIn(offering, takenOn(on), span)} 个位`,
      ...{ placeId, offeringId, ...span },
    }
  })
}

/** Names the bookings that are only tried. */
const ADVICE = 'advice' as Id<'series'>

/** The dates around the wished one that the person may book now; where it lies outside them, around the nearest. */
const windowOf = (
  offering: Offering,
  { person }: Whom,
  { startAt, now, from: earliest = '' }: { startAt: Instant; now: Instant; from: LocalDate | undefined },
) => {
  const { first: soonest, last } = openDates(offering, now, person)
  const [, first = soonest] = [soonest, earliest].sort()
  const [, wished = first] = [first, localDate(startAt), last].sort()
  const [, from = first] = [addDays(wished, -NEAR_DAYS), first].sort()
  const [to = last] = [addDays(wished, NEAR_DAYS), last].sort()
  return { wished, from, to }
}

/** The longest that is not longer than was wished, or the shortest. */
const lengthFor = (offering: Offering, wished: number): number => {
  const lengths = lengthsOf(offering)
  return lengths.filter(minutes => minutes <= wished).at(-1) ?? lengths[0] ?? wished
}

const nearTo = (wished: LocalDate) => (one: LocalDate, other: LocalDate) => {
  const [a, b] = [daysBetween(wished, one), daysBetween(wished, other)]
  return Math.abs(a) - Math.abs(b) || b - a
}
