/** All the times of a repeat booking in one transaction, or none of them. */
import type { Span } from '@yike/shared/booking/calendar'
import { bookingErrors } from '@yike/shared/booking/contract/errors'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { clockOf, type Instant, localDate, spokenDate } from '@yike/shared/kernel/time'
import { loadOffering, type Offering } from '../../../circle/handlers'
import { MOST_CHANGES, type Table } from '../../../platform/table'
import { mostInOneGo } from '../../domain'
import { type BookingRecord, newSeriesChanges, type SeriesRecord } from '../../store'
import { certificateChecks } from '../certificate'
import { mayHaveSeat } from '../roster'
import { loadPlan, type Wish } from './plan'

/** Somebody else may be faster, terms may have changed, rosters may have to be opened: so often at most. */
const TRIES = 3

type Placing =
  | 'booking.grant_over'
  | 'booking.team_over'
  | 'booking.series_moved'
  | 'booking.series_long'
  | 'booking.known'
  | 'request.busy'
  | 'request.not_found'

/** All of these times in one write, or none; which of them it failed by is said. */
export const placeAll = async (
  table: Table,
  offering: Offering,
  wish: Wish,
  spans: readonly Span[],
): Promise<Result<BookingRecord[], Placing>> => {
  let current = offering
  for (let left = TRIES; left > 0; left--) {
    const { plan } = await loadPlan(table, current, wish, spans, { consistent: true })
    const planned = spans.map(span => ({ span, result: plan.add(span) }))
    const refused = planned.find(({ result }) => !result.ok)
    if (refused && !refused.result.ok)
      return refuse('booking.series_moved', {
        facts: { startAt: refused.span.startAt, code: refused.result.refusal.code },
        detail: saidOf(refused.span, refused.result.refusal, wish.now),
      })
    const series = { seriesId: wish.seriesId, of: spans.length }
    const placed = planned.flatMap(({ result }, i) =>
      result.ok
        ? [{ ...result.value, booking: { ...result.value.booking, series: { ...series, nth: i + 1 } } }]
        : [],
    )
    const record: SeriesRecord = {
      ...{ seriesId: wish.seriesId, residentId: wish.residentId, asked: wish.asked },
      ...{ community: current.community, bookingIds: placed.map(({ booking }) => booking.bookingId) },
    }
    const changes = [
      ...newSeriesChanges(record, placed),
      ...certificateChecks(current, wish, ...spans),
      ...(wish.also ?? []),
    ]
    if (changes.length > MOST_CHANGES)
      return refuse('booking.series_long', {
        facts: { most: mostInOneGo(current) },
        detail: `一次最多约 ${mostInOneGo(current)} 回，余下的再约一次。`,
      })
    const saved = await table.write(changes)
    if (saved.ok) return ok(placed.map(({ booking }) => booking))
    const { code } = saved.refusal
    if (
      code === 'booking.known' ||
      code === 'booking.grant_over' ||
      code === 'booking.team_over' ||
      code === 'request.busy'
    )
      return refuse(code)
    const { placeId, offeringId } = current
    const latest = await loadOffering(table, placeId, offeringId, { consistent: true })
    if (!latest) return refuse('request.not_found')
    for (const span of spans) await mayHaveSeat(table, latest, span)
    current = latest
  }
  return refuse('booking.series_moved')
}

type PlacingCode = Extract<
  ReturnType<Awaited<ReturnType<typeof loadPlan>>['plan']['add']>,
  { ok: false }
>['refusal']

/** Which time it was, and why. */
const saidOf = ({ startAt }: Span, { code, detail }: PlacingCode, now: Instant): string => {
  const when = `${spokenDate(localDate(startAt), localDate(now))} ${clockOf(startAt)}`
  return `${when}：${detail ?? bookingErrors[code].title}这一次约不上，所以一次也没有约。`
}
