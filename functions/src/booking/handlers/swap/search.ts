/** What could be had in place of what is not open any more: the same time elsewhere, or another time. */
import type { Span } from '@yike/shared/booking/calendar'
import type { Id } from '@yike/shared/kernel/id'
import { addDays, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOfferingsNear, type Offering } from '../../../circle/handlers'
import { loadPerson } from '../../../identity/handlers'
import type { Table } from '../../../platform/table'
import {
  dayView,
  type Guest,
  isAlike,
  isFree as isFreeIn,
  isStillOpen,
  leftIn,
  nextAsLong,
  type place,
} from '../../domain'
import { type BookingRecord, loadSheets } from '../../store'
import { loadTaken } from '../days'

/** Looked for on so many days from the one that was booked on. */
const LOOK_AHEAD_DAYS = 10
/** So many times and places are tried before nothing is offered. */
const MOST_TRIES = 6
/** So many offerings of the neighbourhood are asked. */
const MOST_ALIKE = 12

export interface Candidate extends Span {
  readonly offering: Offering
}

export type Search = (offering: Offering, wished: BookingRecord, guest: Guest) => Promise<Candidate[]>

/** Reads once what it is asked for again. */
const remembered = <Asked, Found>(nameOf: (asked: Asked) => string, read: (asked: Asked) => Found) => {
  const known = new Map<string, Found>()
  return (asked: Asked): Found => {
    const name = nameOf(asked)
    const found = known.get(name) ?? read(asked)
    known.set(name, found)
    return found
  }
}

/**
 * Looks for those who booked from one date to another. The sheets of an offering are read once for all of them, so that
 * there are at most as many reads as offerings nearby, and one for each person.
 */
export const openSearch = (table: Table, from: LocalDate, to: LocalDate, now: Instant): Search => {
  const last = addDays(to, LOOK_AHEAD_DAYS - 1)
  const nearOf = remembered(String, (placeId: Id<'place'>) => loadOfferingsNear(table, placeId))
  const takenOf = remembered(
    ({ offeringId }: Offering) => offeringId,
    one => loadTaken(table, one, from, last),
  )
  const viewOf = remembered(
    ({ one: { offeringId }, on }: { one: Offering; on: LocalDate }) => `${offeringId} ${on}`,
    async ({ one, on }) => dayView(one, on, (await takenOf(one))(on), now, dayKindOf, 0),
  )
  return async (offering, wished, { personId }) => {
    const on = localDate(wished.startAt)
    const dates = Array.from({ length: LOOK_AHEAD_DAYS }, (_, i) => addDays(on, i))
    const near = (await nearOf(offering.placeId)).filter(one => isAlike(one, wished)).slice(0, MOST_ALIKE)
    const taken = await Promise.all(near.map(async one => (await takenOf(one))(on)))
    const span = { startAt: wished.startAt, endAt: wished.endAt }
    const sameTime = near
      .filter((one, i) => isStillOpen(one, span, dayKindOf) && leftIn(one, taken[i] ?? new Map(), span) > 0)
      .map(one => ({ ...span, offering: one }))
    const later = async (one: Offering): Promise<Candidate[]> => {
      const days = await Promise.all(dates.map(date => viewOf({ one, on: date })))
      return nextAsLong(days, span).map(next => ({ ...next, offering: one }))
    }
    const busy = await loadSheets(table, personId, on, addDays(on, LOOK_AHEAD_DAYS))
    const isFree = ({ startAt, endAt, offering: { attended } }: Candidate) =>
      !attended || isFreeIn(busy.get(localDate(startAt))?.taken, { startAt, endAt })
    const here = offering.paused ? [] : (await later(offering)).filter(isFree)
    const elsewhere = here.length > 0 ? [] : (await Promise.all(near.map(later))).flat().filter(isFree)
    return [...sameTime, ...here, ...elsewhere].slice(0, MOST_TRIES)
  }
}

export const guestOf = (table: Table, { residentId, personId }: BookingRecord) =>
  loadPerson(table, { residentId }, personId)

/** What was booked, as it would be booked there. */
export const placingAt = (
  wished: BookingRecord,
  person: Guest,
  { offering, startAt, endAt }: Candidate,
  now: Instant,
): Parameters<typeof place>[0] => {
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
