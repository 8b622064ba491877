/** One move of a booking by somebody who may see it. */
import type { BookingVerb } from '@yike/shared/booking/lifecycle'
import type { Booking } from '@yike/shared/booking/schema'
import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import type { Part } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { callCommunity } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import { moveCase } from '../../platform/case'
import type { Table } from '../../platform/table'
import { decide, isRepeat } from '../domain'
import { type BookingRecord, loadBooking, moveChanges } from '../store'
import { callPlace } from './advice'
import { showBooking } from './view'

/** A booking that the actor may see, and the part they have in it. One's own case is never one's own to approve. */
export const findBooking = async (
  table: Table,
  actor: Actor,
  bookingId: Id<'booking'>,
): Promise<{ booking: BookingRecord; part: Part } | undefined> => {
  const found = await loadBooking(table, bookingId)
  if (!found) return undefined
  if (found.residentId === actor.residentId) return { booking: found, part: 'owner' }
  return answersFor(actor, found.community) ? { booking: found, part: 'staff' } : undefined
}

export const act = async <V extends BookingVerb>(
  table: Table,
  actor: Actor,
  bookingId: Id<'booking'>,
  verb: V,
  now: Instant,
  note?: string,
): Promise<Result<Booking, RefusalOf<V> | 'request.not_found' | 'request.busy'>> => {
  const doing = { actorId: actor.residentId, now, note }
  const moved = await moveCase(table, {
    find: () => findBooking(table, actor, bookingId),
    isRepeat: ({ booking, part }) => isRepeat(booking, verb, { ...doing, part }),
    decide: ({ booking, part }) => {
      const next = decide[verb](booking, { ...doing, part })
      return next.ok ? ok({ booking: next.value, part }) : refuse(next.refusal.code as RefusalOf<V>)
    },
    changes: (before, after) => moveChanges(before.booking, after.booking),
    stale: 'booking.wrong_state',
    async instead({ booking }, code) {
      if (code !== 'booking.cancel_closed') return []
      return booking.placePhone ? callPlace(booking) : callCommunity(table, booking.community)
    },
  })
  return moved.ok ? ok(showBooking(moved.value.booking, moved.value.part, now)) : moved
}

export type RefusalOf<V extends BookingVerb> =
  | Extract<ReturnType<(typeof decide)[V]>, { ok: false }>['refusal']['code']
  | 'booking.wrong_state'
