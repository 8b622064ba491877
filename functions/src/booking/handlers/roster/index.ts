/** The rosters of the classes of a place, which their seats follow, and what becomes of whom they leave without one. */
import type { booking } from '@yike/shared/booking/contract'
import { bookingLifecycle } from '@yike/shared/booking/lifecycle'
import type { Roster, RosterClass, Unseated } from '@yike/shared/booking/schema/roster'
import { answersFor } from '@yike/shared/identity/rules'
import { spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { addDays, type Instant, instantAt, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { loadOffering, loadPlace, type Offering } from '../../../circle/handlers'
import type { Handlers } from '../../../platform/handler'
import type { Table } from '../../../platform/table'
import { uncover } from '../../../platform/wechat/aside'
import { affectedBy, bookedOn, decide, isRepeat, placedAt, seatsOf, shiftsOfWeek } from '../../domain'
import {
  type BookingRecord,
  loadRoster,
  moveChanges,
  queryHeld,
  queryHeldFrom,
  queryRosters,
  type RosterRecord,
  rosterChanges,
  rosterCheck,
} from '../../store'
import { findBooking } from '../act'
import { callableOf } from '../phone'
import { isKeptOn } from '../swap/reopen'
import { showBooking } from '../view'
import { sameShifts } from './count'

export { countAnew, mayHaveSeat } from './count'

/** A season lies beyond what else can be booked. Of a day still further ahead the year was mistyped. */
const ROSTER_DAYS_AHEAD = 366

type RosterHandlers = Pick<
  Handlers<typeof booking.endpoints>,
  'rosters' | 'roster' | 'setRoster' | 'displace'
>

export const rosterHandlers = (table: Table): RosterHandlers => ({
  async rosters({ actor, now }, { placeId, from, days }) {
    const { place, offerings = [] } = (await loadPlace(table, placeId)) ?? {}
    if (!place?.community || !answersFor(actor, place.community)) return refuse('request.not_found')
    const dates = Array.from({ length: days }, (_, i) => addDays(from, i))
    const classes = classesOf(offerings)
    const [held, ...opened] = await Promise.all([
      queryHeldFrom(table, {
        ...{ placeId, community: place.community, now },
        ...{ since: instantAt(from, 0), until: instantAt(addDays(from, days), 0) },
      }),
      ...classes.map(([{ thingId }]) => queryRosters(table, thingId, from, dates.at(-1))),
    ])
    return ok({
      placeName: place.name,
      classes: classes.map((sharing, i) => showClass(sharing, dates, opened[i] ?? [], held)),
      asOf: now,
    })
  },

  async roster({ actor, now }, { placeId, offeringId, on }) {
    const offering = await loadOffering(table, placeId, offeringId)
    if (!offering || !answersFor(actor, offering.community)) return refuse('request.not_found')
    if (!offering.staffing) return refuse('booking.no_roster')
    const kept = await loadRoster(table, offering.thingId, on)
    return ok(await showRoster(table, offering, on, kept ?? ofTheWeek(offering, on), now))
  },

  async setRoster({ actor, now }, { placeId, offeringId, on, version, shifts }) {
    const offering = await loadOffering(table, placeId, offeringId, { consistent: true })
    if (!offering || !answersFor(actor, offering.community)) return refuse('request.not_found')
    if (!offering.staffing) return refuse('booking.no_roster')
    const before = await loadRoster(table, offering.thingId, on)
    const isDone = before?.version === version + 1 && sameShifts(before.shifts, shifts)
    // Also where midnight lies between a try and the next.
    if (before && isDone) return ok(await showRoster(table, offering, on, before, now))
    const today = localDate(now)
    if (on < today || on > addDays(today, ROSTER_DAYS_AHEAD)) return refuse('booking.roster_date')
    if ((before?.version ?? 0) !== version) return refuse('booking.roster_moved')
    const isMore = before && seatsOf(offering, shifts).some((seats, i) => seats > (before.seats[i] ?? 0))
    const keptSince = isMore && (await isKeptOn(table, offering, on, now)) ? now : undefined
    const saved = await table.write(rosterChanges(offering, on, shifts, before, undefined, keptSince))
    if (!saved.ok) return saved
    return ok(await showRoster(table, offering, on, { version: version + 1, shifts }, now))
  },

  async displace({ actor, now }, { bookingId }) {
    const found = await findBooking(table, actor, bookingId)
    if (found?.part !== 'staff') return refuse('request.not_found')
    const { booking } = found
    const doing = { part: 'staff' as const, actorId: actor.residentId, now }
    if (isRepeat(booking, 'displace', doing)) return ok(showBooking(booking, 'staff', now))
    const next = decide.displace(booking, doing)
    if (!next.ok) return next
    const roster = await loadUnseating(table, booking, now)
    if (!roster) return refuse('booking.still_seated')
    const saved = await table.write([...moveChanges(booking, next.value), rosterCheck(roster)])
    return saved.ok ? ok(showBooking(next.value, 'staff', now)) : saved
  },
})

/** The roster by which this booking has no carer; undefined: it has one. */
export const loadUnseating = async (
  table: Table,
  { bookingId, placeId, offeringId, community, startAt }: BookingRecord,
  now: Instant,
): Promise<RosterRecord | undefined> => {
  const on = localDate(startAt)
  const offering = await loadOffering(table, placeId, offeringId, { consistent: true })
  const roster = offering?.staffing && (await loadRoster(table, offering.thingId, on))
  // Bookings of a class have opened the roster of their day.
  if (!offering || !roster) return undefined
  const held = await queryHeld(table, placeId, community, on, now)
  const affected = affectedBy(held, offering.thingId, on, seatsOf(offering, roster.shifts))
  return affected.some(one => one.bookingId === bookingId) ? roster : undefined
}

type Classes = readonly (readonly [Offering, ...Offering[]])[]

/** Offerings whose seats follow carers, those that are held in one room together. */
const classesOf = (offerings: readonly Offering[]): Classes => {
  const byThing = new Map<string, [Offering, ...Offering[]]>()
  for (const one of offerings.filter(({ staffing }) => staffing)) {
    const sharing = byThing.get(one.thingId)
    if (sharing) sharing.push(one)
    else byThing.set(one.thingId, [one])
  }
  return [...byThing.values()]
}

const showClass = (
  sharing: Classes[number],
  dates: readonly LocalDate[],
  opened: readonly RosterRecord[],
  held: readonly BookingRecord[],
): RosterClass => {
  const [first] = sharing
  return {
    offeringId: first.offeringId,
    names: sharing.map(one => uncover(one).name).sort(),
    ratio: first.staffing?.ratio ?? 0,
    room: first.capacity,
    days: dates.map(on => {
      const kept = opened.find(roster => roster.on === on)
      const { version, shifts } = kept ?? ofTheWeek(first, on)
      return {
        on,
        version,
        shifts: [...shifts],
        ...((!kept || kept.ofWeek) && { ofWeek: true as const }),
        booked: bookedOn(held, first.thingId, on),
        affected: affectedBy(held, first.thingId, on, seatsOf(first, shifts)).length,
      }
    }),
  }
}

type Shown = Pick<RosterRecord, 'version' | 'shifts'>

/** Of a day that nobody has opened. */
const ofTheWeek = (offering: Offering, on: LocalDate): Shown => ({
  version: 0,
  shifts: shiftsOfWeek(offering, on),
})

const showRoster = async (
  table: Table,
  offering: Offering,
  on: LocalDate,
  { version, shifts }: Shown,
  now: Instant,
): Promise<Roster> => {
  const { placeId, community, thingId } = offering
  const seats = seatsOf(offering, shifts)
  const affected = affectedBy(await queryHeld(table, placeId, community, on, now), thingId, on, seats)
  const hasPhone = await callableOf(table, affected, now)
  return {
    on,
    version,
    shifts: [...shifts],
    seats,
    affected: affected.map(booking => showUnseated(booking, hasPhone(booking))),
  }
}

const showUnseated = (booking: BookingRecord, hasPhone: boolean): Unseated => {
  const { bookingId, state, offeringName, startAt, endAt, forName } = booking
  return {
    ...{ bookingId, number: spokenNumber(bookingId), state, offeringName, startAt, endAt, forName },
    ...{ placedAt: placedAt(booking), hasPhone },
    movable: bookingLifecycle[state].displace?.by.includes('staff') ?? false,
  }
}
