/** Repeat bookings: what each date says, all that were chosen in one write, and giving them up together. */
import type { booking } from '@yike/shared/booking/contract'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { datesOf } from '@yike/shared/booking/rules/series'
import type { AskSeries } from '@yike/shared/booking/schema/series'
import type { GrantAct } from '@yike/shared/identity/schema/grant'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import {
  addMinutes,
  type Instant,
  instantAt,
  localDate,
  minuteOfDay,
  minutesBetween,
} from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { z } from '@yike/shared/kernel/zod'
import { loadOffering } from '../../../circle/handlers'
import {
  type GrantRecord,
  type GrantRefusal,
  noteDelegateLook,
  noteLook,
  openGrant,
  underGrant,
} from '../../../identity/handlers'
import type { Actor } from '../../../platform/actor'
import type { Handlers } from '../../../platform/handler'
import type { Table } from '../../../platform/table'
import { isSeenUnder, mostInOneGo } from '../../domain'
import { type BookingRecord, loadSeries } from '../../store'
import { isForStaff, isStaffs } from '../act'
import { whomFor } from '../delegate'
import { showBooking, showPlaced, showUnder } from '../view'
import { answer } from './answer'
import { placeAll } from './place'
import { preview } from './preview'
import { moveTogether } from './together'

type SeriesHandlers = Pick<
  Handlers<typeof booking.endpoints>,
  'previewSeries' | 'placeSeries' | 'series' | 'cancelSeries' | 'approveSeries' | 'declineSeries'
>

export const seriesHandlers = (table: Table): SeriesHandlers => ({
  async previewSeries(
    { actor, now, newId },
    { startAt, endAt, every, times, leave, grantId, teamId, ...wish },
  ) {
    const [offering, whom] = await Promise.all([
      loadOffering(table, wish.placeId, wish.offeringId),
      whomFor(table, actor, { grantId, teamId, personId: wish.personId }, now),
    ])
    if (!whom.ok) return whom
    if (!offering) return refuse('request.not_found')
    const minutes = minutesBetween(startAt, endAt)
    const spans = datesOf({ every, times }, localDate(startAt), dayKindOf).map(on => {
      const begins = instantAt(on, minuteOfDay(startAt))
      return { startAt: begins, endAt: addMinutes(begins, minutes) }
    })
    const wished = { ...whom.value, input: wish, seriesId: newId('series'), asked: '', now }
    return ok({
      dates: await preview(table, offering, wished, spans, leave),
      most: mostInOneGo(offering),
    })
  },

  async placeSeries({ actor, now, once }, { spans, grantId, teamId, ...input }) {
    const [offering, whom] = await Promise.all([
      loadOffering(table, input.placeId, input.offeringId),
      whomFor(table, actor, { grantId, teamId, personId: input.personId }, now),
    ])
    const seriesId = once.id('series')
    const wish = { input, seriesId, asked: once.asked, now }
    const inOrder = [...spans].sort((one, other) => (one.startAt < other.startAt ? -1 : 1))
    const placed = !whom.ok
      ? whom
      : offering
        ? await placeAll(table, offering, { ...whom.value, ...wish }, inOrder)
        : refuse('request.not_found')
    // By a grant that was ended since, nothing more can be done.
    const may = grantId && ((whom.ok && whom.value.grant?.may) || [])
    if (placed.ok) return ok(showSeries(seriesId, placed.value, now, may))
    // Whatever refused it now, an earlier try may have succeeded and its answer been lost on the way.
    const earlier = await loadSeries(table, seriesId)
    if (earlier?.series.asked === once.asked)
      return ok({ seriesId, bookings: earlier.bookings.map(one => showPlaced(one, may)) })
    if (earlier) return refuse('request.key_reused')
    const { code, ...more } = placed.refusal
    return code === 'booking.known' ? refuse('request.busy') : refuse(code, more)
  },

  async series({ actor, now }, asked) {
    if (!asked.grantId) {
      const kept = await loadSeries(table, asked.seriesId)
      const forStaff = kept?.bookings.filter(one => isForStaff(one, actor)) ?? []
      const [first] = forStaff
      if (first && (await isStaffs(table, first, actor))) {
        const { residentId, bookingId: caseId } = first
        const look = { residentId, about: 'booking', caseId, name: spokenOffering(first) } as const
        const noted = await noteLook(table, actor, look, now)
        if (!noted.ok) return noted
        return ok({
          seriesId: asked.seriesId,
          bookings: forStaff.map(one => showBooking(one, 'staff', now)),
        })
      }
    }
    const found = await findSeries(table, actor, asked, undefined, now)
    if (!found.ok) return found
    const { bookings, grant } = found.value
    const [first] = bookings
    const noted =
      grant &&
      first &&
      (await noteDelegateLook(table, grant, { caseId: asked.seriesId, name: spokenOffering(first) }, now))
    if (noted && !noted.ok) return noted
    return ok(showSeries(asked.seriesId, bookings, now, grant?.may))
  },

  async cancelSeries({ actor, now }, { from = now, ...asked }) {
    const found = await findSeries(table, actor, asked, 'cancel', now)
    if (!found.ok) return found
    const { grant } = found.value
    const who = grant?.holderName
    const moved = await moveTogether(table, {
      seriesId: asked.seriesId,
      verb: 'cancel',
      doing: { part: grant ? 'delegate' : 'owner', actorId: actor.residentId, now, ...(who && { who }) },
      meant: one => from <= one.startAt && (!grant || isSeenUnder(grant, one)),
      also: grant ? [underGrant(grant, actor, 'cancel', now)] : [],
    })
    if (!moved.ok) return moved
    const seen = grant ? moved.value.filter(one => isSeenUnder(grant, one)) : moved.value
    return ok(showSeries(asked.seriesId, seen, now, grant?.may))
  },

  approveSeries: ({ actor, now }, { seriesId }) => answer(table, actor, seriesId, 'approve', now),
  declineSeries: ({ actor, now }, { seriesId, reason }) =>
    answer(table, actor, seriesId, 'decline', now, reason),
})

/** Bookings of one's own that were made together, or that one may see and do this to by a grant. */
const findSeries = async (
  table: Table,
  actor: Actor,
  { seriesId, grantId }: z.output<typeof AskSeries>,
  act: GrantAct | undefined,
  now: Instant,
): Promise<
  Result<
    { bookings: readonly BookingRecord[]; grant?: GrantRecord },
    'request.not_found' | GrantRefusal['code']
  >
> => {
  const found = await loadSeries(table, seriesId)
  if (!grantId)
    return found?.series.residentId === actor.residentId
      ? ok({ bookings: found.bookings })
      : refuse('request.not_found')
  const opened = await openGrant(table, actor, grantId, act, now)
  if (!opened.ok) return opened
  const grant = opened.value
  const bookings = found?.bookings.filter(one => isSeenUnder(grant, one)) ?? []
  return bookings.length > 0 ? ok({ bookings, grant }) : refuse('request.not_found')
}

const showSeries = (
  seriesId: Id<'series'>,
  bookings: readonly BookingRecord[],
  now: Instant,
  may?: GrantRecord['may'],
) => ({
  seriesId,
  bookings: bookings.map(one => (may ? showUnder(may, one, now) : showBooking(one, 'owner', now))),
})
