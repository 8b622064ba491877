import type { booking } from '@yike/shared/booking/contract'
import type { BookingVerb } from '@yike/shared/booking/lifecycle'
import type { Booking } from '@yike/shared/booking/schema'
import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import type { Part } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { loadOffering } from '../../circle/handlers'
import { callCommunity, loadPerson, noteLook } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import { moveCase } from '../../platform/case'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { decide, isRepeat } from '../domain'
import { asBooking, type BookingRecord, loadBooking, moveChanges, queryBookings } from '../store'
import { callPlace, otherwise } from './advice'
import { viewDays } from './days'
import { placeBooking } from './place'
import { joinQueue, showInQueue } from './queue'
import { rosterHandlers } from './roster'
import { swapHandlers } from './swap'
import { upkeepHandlers } from './upkeep'
import { showBooking, showOffering, showPlaced } from './view'

export { asBooking, giveBackChanges, takeChanges } from '../store'
export { offerFreed } from './offer'
export { countAnew } from './roster'
export { displaceOutside, offerSwap } from './swap'
export { waitingBooking } from './view'

export const bookingHandlers = (table: Table): Handlers<typeof booking.endpoints> => ({
  ...rosterHandlers(table),
  ...upkeepHandlers(table),
  ...swapHandlers(table),

  async days({ now }, { placeId, offeringId, from, days }) {
    const offering = await loadOffering(table, placeId, offeringId)
    if (!offering) return refuse('request.not_found')
    return ok({
      offering: showOffering(offering),
      days: await viewDays(table, offering, from ?? localDate(now), days, now),
    })
  },

  async place({ actor, now, once }, input) {
    const [offering, person] = await Promise.all([
      loadOffering(table, input.placeId, input.offeringId),
      loadPerson(table, actor, input.personId),
    ])
    const bookingId = once.id('booking')
    const wish = { residentId: actor.residentId, input, bookingId, asked: once.asked, now }
    const placed =
      offering && person
        ? await placeBooking(table, offering, { ...wish, person })
        : refuse('request.not_found')
    if (placed.ok) return ok(showBooking(placed.value, 'owner', now))
    // Whatever refused it now, an earlier try may have succeeded and its answer been lost on the way.
    const earlier = await loadBooking(table, bookingId)
    if (earlier?.asked === once.asked) return ok(showPlaced(earlier))
    if (earlier) return refuse('request.key_reused')
    const { code, ...more } = placed.refusal
    if (code === 'booking.known') return refuse('request.busy')
    if (!offering || !person || code === 'request.busy') return refuse(code, more)
    return refuse(code, { ...more, next: await otherwise(table, offering, person, { code, input, now }) })
  },

  async join({ actor, now }, input) {
    const [offering, person] = await Promise.all([
      loadOffering(table, input.placeId, input.offeringId),
      loadPerson(table, actor, input.personId),
    ])
    if (!offering || !person) return refuse('request.not_found')
    const joined = await joinQueue(table, offering, { residentId: actor.residentId, person, input, now })
    if (joined.ok) return ok(await showInQueue(table, joined.value, now))
    const { code, ...more } = joined.refusal
    if (code === 'request.busy') return refuse(code, more)
    return refuse(code, { ...more, next: await otherwise(table, offering, person, { code, input, now }) })
  },

  async mine({ actor, now }, page) {
    const found = await queryBookings(table, actor.residentId, page)
    if (!found.ok) return found
    const { items, cursor } = found.value
    return ok({
      bookings: await Promise.all(items.map(item => showInQueue(table, asBooking(item), now))),
      ...(cursor && { cursor }),
    })
  },

  async show({ actor, now }, { bookingId }) {
    const found = await findBooking(table, actor, bookingId)
    if (!found) return refuse('request.not_found')
    const { booking, part } = found
    if (part === 'staff') {
      const { residentId, placeName, offeringName } = booking
      const name = `${placeName} ${offeringName}`
      const noted = await noteLook(
        table,
        actor,
        { residentId, about: 'booking', caseId: bookingId, name },
        now,
      )
      if (!noted.ok) return noted
    }
    return ok(part === 'owner' ? await showInQueue(table, booking, now) : showBooking(booking, part, now))
  },

  async accept({ actor, now }, { bookingId }) {
    const asks = (await loadBooking(table, bookingId))?.queued?.needsApproval
    return act(table, actor, bookingId, asks ? 'apply' : 'accept', now)
  },
  pass: ({ actor, now }, { bookingId }) => act(table, actor, bookingId, 'pass', now),

  cancel: ({ actor, now }, { bookingId }) => act(table, actor, bookingId, 'cancel', now),
  approve: ({ actor, now }, { bookingId }) => act(table, actor, bookingId, 'approve', now),
  decline: ({ actor, now }, { bookingId, reason }) => act(table, actor, bookingId, 'decline', now, reason),
})

/** A booking that the actor may see, and the part they have in it. One's own case is never one's own to approve. */
const findBooking = async (
  table: Table,
  actor: Actor,
  bookingId: Id<'booking'>,
): Promise<{ booking: BookingRecord; part: Part } | undefined> => {
  const found = await loadBooking(table, bookingId)
  if (!found) return undefined
  if (found.residentId === actor.residentId) return { booking: found, part: 'owner' }
  return answersFor(actor, found.community) ? { booking: found, part: 'staff' } : undefined
}

const act = async <V extends BookingVerb>(
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

type RefusalOf<V extends BookingVerb> =
  | Extract<ReturnType<(typeof decide)[V]>, { ok: false }>['refusal']['code']
  | 'booking.wrong_state'
