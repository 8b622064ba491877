/** Staff answer all of a series that waits at once. */
import { bookingLifecycle } from '@yike/shared/booking/lifecycle'
import type { AnsweredSeries } from '@yike/shared/booking/schema/series'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { z } from '@yike/shared/kernel/zod'
import type { Actor } from '../../../platform/actor'
import type { Table } from '../../../platform/table'
import { decide } from '../../domain'
import { type BookingRecord, loadSeries } from '../../store'
import { isForStaff, isStaffs } from '../act'
import { showBooking } from '../view'
import { moveTogether } from './together'

export const answer = async (
  table: Table,
  actor: Actor,
  seriesId: Id<'series'>,
  verb: 'approve' | 'decline',
  now: Instant,
  note?: string,
): Promise<Result<z.input<typeof AnsweredSeries>, 'request.not_found' | 'request.busy'>> => {
  const meant = (one: BookingRecord) => isForStaff(one, actor)
  const found = await loadSeries(table, seriesId)
  const first = found?.bookings.find(meant)
  if (!first || !(await isStaffs(table, first, actor))) return refuse('request.not_found')
  const doing = { part: 'staff' as const, actorId: actor.residentId, now, note }
  const moved = await moveTogether(table, { seriesId, verb, doing, meant })
  if (!moved.ok) return moved
  const bookings = moved.value.filter(meant)
  const { to } = bookingLifecycle.requested[verb] ?? {}
  return ok({
    seriesId,
    bookings: bookings.map(one => showBooking(one, 'staff', now)),
    left: bookings.flatMap(one => {
      if (one.state === to) return []
      const next = decide[verb](one, doing)
      return [{ bookingId: one.bookingId, code: next.ok ? 'booking.wrong_state' : next.refusal.code }]
    }),
  })
}
