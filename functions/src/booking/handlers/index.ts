import type { booking } from '@yike/shared/booking/contract'
import { answersFor } from '@yike/shared/identity/rules'
import { idsIn } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { localDate } from '@yike/shared/kernel/time'
import { loadOffering } from '../../circle/handlers'
import { noteLook } from '../../identity/handlers'
import type { DoorCodes, SpokenCodes } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { asBooking, loadBooking, queryBookings } from '../store'
import { act, findBooking } from './act'
import { advise } from './advice'
import { calendarHandlers } from './calendar'
import { callerHandlers } from './caller'
import { certificateHandlers } from './certificate'
import { soonestAt, viewDays } from './days'
import { actOwn, listDelegated, showDelegated, whomFor } from './delegate'
import { viewEquipment } from './equipment'
import { pickupHandlers } from './pickup'
import { placeBooking } from './place'
import { presenceHandlers } from './presence'
import { isWaitedFor, joinQueue, showInQueue } from './queue'
import { counterFor, showCounter } from './registration'
import { reminderHandlers } from './reminder'
import { rosterHandlers } from './roster'
import { seasonHandlers } from './season'
import { seriesHandlers } from './series'
import { swapHandlers } from './swap'
import { teamHandlers } from './team'
import { upkeepHandlers } from './upkeep'
import { showBooking, showOffering, showPlaced, showUnder } from './view'

export { asBooking, giveBackChanges, takeChanges } from '../store'
export { asSeason } from '../store/season'
export { offerElsewhere, offerFreed, offerJoined } from './offer'
export { forgetAbsences, gradeAfter } from './presence'
export { countAnew } from './roster'
export { advanceSeason, waitingSeason } from './season'
export { closeAt, followPlaceNow, lookAgain, offerSwap, reopenAt, reseatAt } from './swap'
export { waitingBooking } from './view'

export const bookingHandlers = (
  table: Table,
  doorCodes: DoorCodes,
  spokenCodes: SpokenCodes,
): Handlers<typeof booking.endpoints> => ({
  ...rosterHandlers(table),
  ...upkeepHandlers(table),
  ...swapHandlers(table),
  ...presenceHandlers(table, doorCodes),
  ...pickupHandlers(table, spokenCodes),
  ...teamHandlers(table),
  ...callerHandlers(table),
  ...certificateHandlers(table),
  ...reminderHandlers(table),
  ...calendarHandlers(table),
  ...seriesHandlers(table),
  ...seasonHandlers(table),

  async days({ actor, now }, { placeId, offeringId, from, days, audience: wanted, also }) {
    const offering = await loadOffering(table, placeId, offeringId)
    if (!offering) return refuse('request.not_found')
    const audience = wanted === 'staff' && answersFor(actor, offering.community) ? 'staff' : 'resident'
    const counter =
      also && offering.eligible?.disabled
        ? await counterFor(table, offering, 'no_certificate', actor.scope)
        : undefined
    return ok({
      offering: { ...showOffering(offering), ...(counter && { registeredAt: showCounter(counter) }) },
      days: await viewDays(table, offering, from ?? localDate(now), days, now, audience),
    })
  },

  async soonest({ now }, { places }) {
    const found = await Promise.all(idsIn<'place'>(places).map(placeId => soonestAt(table, placeId, now)))
    return ok({ places: found.flatMap(one => one ?? []), asOf: now })
  },

  async equipment(_, { placeId, offeringId, startAt, endAt }) {
    const offering = await loadOffering(table, placeId, offeringId)
    return offering
      ? ok(await viewEquipment(table, offering, { startAt, endAt }))
      : refuse('request.not_found')
  },

  async place({ actor, now, once }, { grantId, teamId, ...input }) {
    const bookingId = once.id('booking')
    const [offering, whom] = await Promise.all([
      loadOffering(table, input.placeId, input.offeringId),
      whomFor(table, actor, { grantId, teamId, personId: input.personId }, now),
    ])
    const placed =
      offering && whom.ok
        ? await placeBooking(table, offering, { ...whom.value, input, bookingId, asked: once.asked, now })
        : whom.ok
          ? refuse('request.not_found')
          : whom
    // By a grant that was ended since, nothing more can be done.
    const may = grantId && ((whom.ok && whom.value.grant?.may) || [])
    if (placed.ok)
      return ok(may ? showUnder(may, placed.value, now) : showBooking(placed.value, 'owner', now))
    // Whatever refused it now, an earlier try may have succeeded and its answer been lost on the way.
    const earlier = await loadBooking(table, bookingId)
    if (earlier?.asked === once.asked) return ok(showPlaced(earlier, may))
    if (earlier) return refuse('request.key_reused')
    const { code, ...more } = placed.refusal
    if (code === 'booking.known') return refuse('request.busy')
    if (!offering || !whom.ok || code === 'request.busy') return refuse(code, more)
    const asked = { code, input, now }
    return refuse(code, await advise(table, offering, whom.value, asked, more))
  },

  async join({ actor, now }, { grantId, teamId, ...input }) {
    const [offering, whom] = await Promise.all([
      loadOffering(table, input.placeId, input.offeringId),
      whomFor(table, actor, { grantId, teamId, personId: input.personId }, now),
    ])
    if (!whom.ok) return whom
    if (!offering) return refuse('request.not_found')
    const joined = await joinQueue(table, offering, { ...whom.value, input, now })
    if (joined.ok) return ok(await showInQueue(table, joined.value, now, whom.value.grant?.may))
    const { code, ...more } = joined.refusal
    if (code === 'request.busy') return refuse(code, more)
    const asked = { code, input, now }
    return refuse(code, await advise(table, offering, whom.value, asked, more))
  },

  async mine({ actor, now }, ask) {
    const found = await queryBookings(table, actor.residentId, now, ask)
    if (!found.ok) return found
    const { items, cursor } = found.value
    return ok({
      bookings: await Promise.all(items.map(item => showInQueue(table, asBooking(item), now))),
      ...(cursor && { cursor }),
    })
  },

  delegated: ({ actor, now }, asked) => listDelegated(table, actor, asked, now),

  async show({ actor, now }, { bookingId, grantId }) {
    if (grantId) return showDelegated(table, actor, { bookingId, grantId }, now)
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

  async accept({ actor, now }, asked) {
    const offered = await loadBooking(table, asked.bookingId)
    const needsApproval = offered?.queued?.needsApproval
    return actOwn(table, actor, asked, needsApproval ? 'apply' : 'accept', now)
  },
  pass: ({ actor, now }, asked) => actOwn(table, actor, asked, 'pass', now),
  async cancel({ actor, now }, { unlessWaited, ...asked }) {
    if (unlessWaited && (await isWaitedFor(table, actor, asked.bookingId)))
      return refuse('booking.others_wait')
    return actOwn(table, actor, asked, 'cancel', now)
  },

  approve: ({ actor, now }, { bookingId }) => act(table, actor, bookingId, 'approve', now),
  decline: ({ actor, now }, { bookingId, reason }) => act(table, actor, bookingId, 'decline', now, reason),
})
