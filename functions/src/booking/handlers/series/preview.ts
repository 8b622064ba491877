/** What each date of a repeat booking says before anything is booked. */
import type { Span } from '@yike/shared/booking/calendar'
import { readDay } from '@yike/shared/booking/rules/days'
import type { SeriesDate } from '@yike/shared/booking/schema/series'
import { addDays, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { Offering } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import { dayTable, travelMinutes } from '../../domain'
import { notForThem } from '../advice'
import { loadPlan, NEAR_DAYS, type Wish } from './plan'

export const preview = async (
  table: Table,
  offering: Offering,
  wish: Wish,
  spans: readonly Span[],
  leave: readonly LocalDate[],
): Promise<SeriesDate[]> => {
  const { plan, takenOn, from, to } = await loadPlan(table, offering, wish, spans)
  const { home } = wish.person
  const travel = offering.from && home ? travelMinutes(offering.from, home) : 0
  // Those that are left out are told of, but take nothing from the others.
  const isLeft = ({ startAt }: Span) => leave.includes(localDate(startAt))
  const planned = spans.map(span => ({ span, result: isLeft(span) ? plan.try(span) : plan.add(span) }))
  const engaged = new Set(spans.map(({ startAt }) => localDate(startAt)))

  const instead = (span: Span): Span | undefined => {
    const on = localDate(span.startAt)
    const near = Array.from({ length: 2 * NEAR_DAYS + 1 }, (_, i) => addDays(on, i - NEAR_DAYS)).filter(
      one => one === on || (!engaged.has(one) && from <= one && one <= to),
    )
    const found = plan.instead(
      span,
      near.map(one =>
        readDay(dayTable(offering, one, takenOn(one), wish.now, dayKindOf, { travel }), offering),
      ),
    )
    if (found) engaged.add(localDate(found.startAt))
    return found
  }

  return planned.map(({ span, result }) => {
    const { startAt, endAt } = span
    const date = { on: localDate(startAt), startAt, endAt }
    if (result.ok) return { ...date, priceFen: result.value.booking.priceFen }
    const { code, detail, facts } = result.refusal
    const isHopeless = notForThem.includes(code) || code === 'booking.home_unknown' || isLeft(span)
    const other = isHopeless ? undefined : instead(span)
    // In a line with others, of which it is no sentence.
    const why = detail?.replace(/。$/, '')
    return {
      ...date,
      refused: { code, ...(why && { why }), ...(facts && { facts: { ...facts } }) },
      ...(other && { instead: other }),
    }
  })
}
