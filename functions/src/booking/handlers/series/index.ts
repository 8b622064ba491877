/** Repeat bookings: what each date says, all that were chosen in one write, and giving them up together. */
import type { booking } from '@yike/shared/booking/contract'
import { datesOf } from '@yike/shared/booking/rules/series'
import type { Id } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import {
  addMinutes,
  type Instant,
  instantAt,
  localDate,
  minuteOfDay,
  minutesBetween,
} from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOffering } from '../../../circle/handlers'
import { loadPerson } from '../../../identity/handlers'
import type { Handlers } from '../../../platform/handler'
import type { Table } from '../../../platform/table'
import { decide, mostInOneGo } from '../../domain'
import { type BookingRecord, loadSeries } from '../../store'
import { act } from '../act'
import { showBooking, showPlaced } from '../view'
import { placeAll } from './place'
import { preview } from './preview'

type SeriesHandlers = Pick<
  Handlers<typeof booking.endpoints>,
  'previewSeries' | 'placeSeries' | 'series' | 'cancelSeries'
>

export const seriesHandlers = (table: Table): SeriesHandlers => ({
  async previewSeries({ actor, now, newId }, { startAt, endAt, every, times, leave, ...wish }) {
    const [offering, person] = await Promise.all([
      loadOffering(table, wish.placeId, wish.offeringId),
      loadPerson(table, actor, wish.personId),
    ])
    if (!offering || !person) return refuse('request.not_found')
    const minutes = minutesBetween(startAt, endAt)
    const spans = datesOf({ every, times }, localDate(startAt), dayKindOf).map(on => {
      const begins = instantAt(on, minuteOfDay(startAt))
      return { startAt: begins, endAt: addMinutes(begins, minutes) }
    })
    const { residentId } = actor
    const wished = { residentId, person, input: wish, seriesId: newId('series'), asked: '', now }
    return ok({
      dates: await preview(table, offering, wished, spans, leave),
      most: mostInOneGo(offering),
    })
  },

  async placeSeries({ actor, now, once }, { spans, ...input }) {
    const [offering, person] = await Promise.all([
      loadOffering(table, input.placeId, input.offeringId),
      loadPerson(table, actor, input.personId),
    ])
    const seriesId = once.id('series')
    const wish = { residentId: actor.residentId, input, seriesId, asked: once.asked, now }
    const inOrder = [...spans].sort((one, other) => (one.startAt < other.startAt ? -1 : 1))
    const placed =
      offering && person
        ? await placeAll(table, offering, { ...wish, person }, inOrder)
        : refuse('request.not_found')
    if (placed.ok) return ok({ seriesId, bookings: placed.value.map(one => showBooking(one, 'owner', now)) })
    // Whatever refused it now, an earlier try may have succeeded and its answer been lost on the way.
    const earlier = await loadSeries(table, seriesId)
    if (earlier?.series.asked === once.asked)
      return ok({ seriesId, bookings: earlier.bookings.map(one => showPlaced(one)) })
    if (earlier) return refuse('request.key_reused')
    const { code, ...more } = placed.refusal
    return code === 'booking.known' ? refuse('request.busy') : refuse(code, more)
  },

  async series({ actor, now }, { seriesId }) {
    const bookings = await ownSeries(table, actor, seriesId)
    return bookings ? ok(showSeries(seriesId, bookings, now)) : refuse('request.not_found')
  },

  async cancelSeries({ actor, now }, { seriesId, from = now }) {
    const bookings = await ownSeries(table, actor, seriesId)
    const doing = { part: 'owner' as const, actorId: actor.residentId, now }
    for (const one of bookings ?? []) {
      if (one.startAt < from || !decide.cancel(one, doing).ok) continue
      const moved = await act(table, actor, one.bookingId, 'cancel', now)
      // What is cancelled by now stays so; the next try goes on from there.
      if (!moved.ok && moved.refusal.code === 'request.busy') return refuse('request.busy')
    }
    const after = await ownSeries(table, actor, seriesId)
    return after ? ok(showSeries(seriesId, after, now)) : refuse('request.not_found')
  },
})

const ownSeries = async (
  table: Table,
  { residentId }: { residentId: Id<'resident'> },
  seriesId: Id<'series'>,
): Promise<BookingRecord[] | undefined> => {
  const found = await loadSeries(table, seriesId)
  return found?.series.residentId === residentId ? found.bookings : undefined
}

const showSeries = (seriesId: Id<'series'>, bookings: readonly BookingRecord[], now: Instant) => ({
  seriesId,
  bookings: bookings.map(one => showBooking(one, 'owner', now)),
})
