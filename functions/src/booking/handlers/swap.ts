/** Closing and shortening: whom it leaves without what they booked, and what is held for each of them instead. */
import type { Span } from '@yike/shared/booking/calendar'
import type { booking } from '@yike/shared/booking/contract'
import { closedForGood, closureOn } from '@yike/shared/booking/rules/closures'
import { MOST_DAYS_AHEAD } from '@yike/shared/booking/rules/terms'
import { adviceOn } from '@yike/shared/circle/hours/advice'
import { understandHours } from '@yike/shared/circle/hours/read'
import { readDay } from '@yike/shared/circle/hours/special'
import { answersFor } from '@yike/shared/identity/rules'
import { spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { addDays, addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOffering, loadOfferingsNear, loadPlace, type Offering } from '../../circle/handlers'
import { loadPerson } from '../../identity/handlers'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import {
  decide,
  type Guest,
  isAlike,
  isFree as isFreeIn,
  isStillOpen,
  leftIn,
  nextAsLong,
  place,
  swap,
} from '../domain'
import {
  type BookingRecord,
  loadBooking,
  loadSheets,
  moveChanges,
  offerChanges,
  queryHeldFrom,
} from '../store'
import { loadTaken, viewDays } from './days'
import { serversFor } from './offer'

const DAY = 1440
const LOOK_AHEAD_DAYS = 10
/** So many times and places are tried before nothing is offered. */
const MOST_TRIES = 6
const MOST_SHOWN = 50

interface Candidate extends Span {
  readonly offering: Offering
}

/** All that is held at a place from now on. */
const heldAhead = (
  table: Table,
  { placeId, community }: Pick<Offering, 'placeId' | 'community'>,
  now: Instant,
): Promise<BookingRecord[]> =>
  queryHeldFrom(table, placeId, community, now, addMinutes(now, (MOST_DAYS_AHEAD + 1) * DAY))

/** Of what is held at a place, what an offering holds at a time that is not open by it. */
const outside = (held: readonly BookingRecord[], offering: Offering): BookingRecord[] =>
  held.filter(one => one.offeringId === offering.offeringId && !isStillOpen(offering, one, dayKindOf))

/** The same time elsewhere, then the next times at the same offering, then the next times elsewhere. */
const candidatesFor = async (
  table: Table,
  offering: Offering,
  wished: BookingRecord,
  { personId }: Guest,
  now: Instant,
): Promise<Candidate[]> => {
  const on = localDate(wished.startAt)
  const near = (await loadOfferingsNear(table, offering.placeId)).filter(one => isAlike(one, wished))
  const taken = await Promise.all(near.map(async one => (await loadTaken(table, one, on, on))(on)))
  const span = { startAt: wished.startAt, endAt: wished.endAt }
  const sameTime = near
    .filter((one, i) => isStillOpen(one, span, dayKindOf) && leftIn(one, taken[i] ?? new Map(), span) > 0)
    .map(one => ({ ...span, offering: one }))
  const later = async (one: Offering) => {
    const spans = nextAsLong(await viewDays(table, one, on, LOOK_AHEAD_DAYS, now), span)
    return spans.map(next => ({ ...next, offering: one }))
  }
  const busy = await loadSheets(table, personId, on, addDays(on, LOOK_AHEAD_DAYS))
  const isFree = ({ startAt, endAt, offering: { attended } }: Candidate) =>
    !attended || isFreeIn(busy.get(localDate(startAt))?.taken, { startAt, endAt })
  const here = offering.paused ? [] : (await later(offering)).filter(isFree)
  const elsewhere = here.length > 0 ? [] : (await Promise.all(near.map(later))).flat().filter(isFree)
  return [...sameTime, ...here, ...elsewhere].slice(0, MOST_TRIES)
}

const guestOf = (table: Table, { residentId, personId }: BookingRecord) =>
  loadPerson(table, { residentId }, personId)

const placeAt = (
  wished: BookingRecord,
  person: Guest,
  { offering, startAt, endAt }: Candidate,
  now: Instant,
) => {
  const { residentId, bookingId, asked, note, mode, papers } = wished
  const { placeId, offeringId } = offering
  const input = {
    placeId,
    offeringId,
    startAt,
    endAt,
    note,
    mode: offering.modes && mode,
    papers: papers?.filter(({ have }) => have).map(({ name }) => name),
  }
  return { offering, residentId, person, input, bookingId, asked, now, dayKindOf, audience: 'staff' as const }
}

/** Displaces who holds something outside the hours of an offering that has changed. Done twice, it does nothing more. */
export const displaceOutside = async (table: Table, offering: Offering, now: Instant): Promise<void> => {
  for (const held of outside(await heldAhead(table, offering, now), offering)) {
    const why = closureOn({ ...offering, paused: undefined }, localDate(held.startAt))?.why ?? '开放时间变了'
    const next = decide.displace(held, { part: 'clock', now, note: why })
    if (!next.ok) continue
    const { placeId, placeName, offeringId, offeringName, startAt, endAt, state, deadlineAt, ...rest } =
      next.value
    const from = { placeId, placeName, offeringId, offeringName, startAt, endAt }
    const movedFrom = held.movedFrom ?? {
      ...from,
      deadlineAt,
      why,
      ...(held.state === 'confirmed' && { confirmed: true as const }),
    }
    const saved = await table.write(moveChanges(held, { ...rest, ...from, state, movedFrom }))
    if (!saved.ok && saved.refusal.code === 'request.busy') throw new Error('a displacing met a busy table')
  }
}

/** Holds something else for whoever was displaced, if anything is free. */
export const offerSwap = async (table: Table, displaced: BookingRecord, now: Instant): Promise<void> => {
  const latest = await loadBooking(table, displaced.bookingId)
  const [offering, person] = await Promise.all([
    loadOffering(table, displaced.placeId, displaced.offeringId, { consistent: true }),
    guestOf(table, displaced),
  ])
  if (latest?.state !== 'displaced' || !offering || !person) return
  for (const candidate of await candidatesFor(table, offering, latest, person, now))
    for (const server of await serversFor(table, candidate.offering, person, candidate)) {
      const placed = place({ ...placeAt(latest, person, candidate, now), server })
      const held = placed.ok ? swap(latest, placed.value, now) : undefined
      if (!held) break
      const saved = await table.write(offerChanges(latest, held))
      if (saved.ok || saved.refusal.code === 'booking.wrong_state') return
      if (saved.refusal.code === 'request.busy') throw new Error('a swap met a busy table')
    }
}

type SwapHandlers = Pick<Handlers<typeof booking.endpoints>, 'affected'>

export const swapHandlers = (table: Table): SwapHandlers => ({
  async affected({ actor, now }, { placeId, offeringId, closed, hours: typed, days }) {
    const found = await loadPlace(table, placeId, { consistent: true })
    const { community } = found?.place ?? {}
    const ofPlace = (found?.offerings ?? []).filter(one => !offeringId || one.offeringId === offeringId)
    if (!community || !answersFor(actor, community) || (offeringId && ofPlace.length === 0))
      return refuse('request.not_found')
    const read = typed === undefined ? undefined : understandHours(typed)
    if (read && 'unclear' in read)
      return refuse('booking.terms_unclear', { fields: { hours: adviceOn(read.unclear) } })
    const special = days.map(({ from, to, hours }) => ({ from, to, spans: readDay(hours) }))
    const within = special.flatMap(({ spans, ...dates }) => (spans ? [{ ...dates, spans }] : []))
    if (within.length < special.length)
      return refuse('booking.terms_unclear', { fields: { days: '那几天的时间写“休”或“9:00–12:00”。' } })
    const meant = ofPlace.map(one => ({
      ...one,
      ...(read && { hours: read.hours }),
      within: closed ? [closedForGood] : within,
    }))
    const ahead = await heldAhead(table, { placeId, community }, now)
    const affected = meant
      .flatMap(offering => outside(ahead, offering).map(held => ({ held, offering })))
      .sort((one, other) => (one.held.startAt < other.held.startAt ? -1 : 1))
    const shown = affected.slice(0, MOST_SHOWN)
    return ok({
      count: affected.length,
      affected: await Promise.all(
        shown.map(async ({ held, offering }) => {
          const person = await guestOf(table, held)
          const candidates = person ? await candidatesFor(table, offering, held, person, now) : []
          const first = person && candidates.find(one => place(placeAt(held, person, one, now)).ok)
          const { bookingId, offeringName, startAt, endAt, forName } = held
          return {
            ...{ bookingId, number: spokenNumber(bookingId), offeringName, startAt, endAt, forName },
            ...(first && {
              swap: {
                placeName: first.offering.placeName,
                offeringName: first.offering.name,
                startAt: first.startAt,
                endAt: first.endAt,
              },
            }),
          }
        }),
      ),
    })
  },
})
