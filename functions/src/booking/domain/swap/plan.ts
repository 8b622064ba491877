/**
 * What each of those whom a closing hits is held instead: one order over one state. Who comes first by the terms is before
 * the others, then who booked first; each finds what the plans of those before left. First all who can keep their hour do:
 * whose hour is gone finds another one among what is left then, and pushes nobody out of theirs. Whoever is shown a plan
 * beforehand and whoever carries it out ask this, so both say the same while nothing happens between.
 */
import type { Span } from '@yike/shared/booking/calendar'
import type { Equipment } from '@yike/shared/booking/rules/equipment'
import { comesFirst } from '@yike/shared/booking/rules/terms'
import type { DayKindOf } from '@yike/shared/circle/hours'
import { type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import type { BookingRecord } from '../../store'
import { placedAt } from '../affected'
import { type Books, type Ledger, lackOf, openLedger } from '../books'
import type { Guest } from '../guest'
import { type Placed, place } from '../place'
import { freeServers, slotTimes } from '../slots'
import { equipmentAt, missingOf, wantedBy } from './equipment'
import { fittingSpots, type Neighbour, type Spot } from './fitting'
import { swap } from './index'

/** Somebody whose time closes. */
export interface Affected {
  /** Displaced already, or as it will be. */
  readonly booking: BookingRecord
  /** What they hold until then. */
  readonly held?: BookingRecord | undefined
  /** As it is now, or is meant to be. */
  readonly offering: Offering
  readonly person: Guest
  /** What else is for the same, the nearest first. */
  readonly near: readonly Neighbour[]
}

export interface Planned {
  readonly of: Affected
  /** Absent: nothing that fits is free. */
  readonly swap?: { readonly spot: Spot; readonly placed: Placed }
}

interface At {
  readonly now: Instant
  readonly dayKindOf: DayKindOf
}

/** So many times are asked of the rules for one person: where a ration is used up none of a month may do. */
const MOST_TRIES = 150

export const inOrder = (affected: readonly Affected[]): Affected[] => {
  const order = ({ booking, offering, person }: Affected) =>
    `${comesFirst(offering, person, localDate(booking.startAt)) ? 0 : 1} ${placedAt(booking)} ${booking.bookingId}`
  const keyed = affected.map(one => [order(one), one] as const)
  return keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one)
}

/** All that they hold is given back first; then one after the other is planned for. */
export const planSwaps = (affected: readonly Affected[], books: Books, at: At): Planned[] => {
  const ledger = openLedger(books)
  for (const { held } of affected) if (held) ledger.giveBack(held)
  const known = new Map<string, readonly Span[]>()
  const slotsOn = (offering: Offering, on: LocalDate) => {
    const name = `${offering.offeringId} ${on}`
    const slots = known.get(name) ?? slotTimes(offering, on, at.dayKindOf) ?? []
    known.set(name, slots)
    return slots
  }
  const ordered = inOrder(affected)
  const found = new Map<Affected, Planned['swap']>()
  for (const sameHour of [true, false])
    for (const of of ordered) {
      const swapped = found.get(of) ?? planOne(of, ledger, slotsOn, at, sameHour)
      if (swapped && !found.has(of)) ledger.book(swapped.placed)
      if (swapped) found.set(of, swapped)
    }
  return ordered.map(of => {
    const swapped = found.get(of)
    return { of, ...(swapped && { swap: swapped }) }
  })
}

const planOne = (
  of: Affected,
  ledger: Ledger,
  slotsOn: (offering: Offering, on: LocalDate) => readonly Span[],
  { now, dayKindOf }: At,
  sameHour: boolean,
): Planned['swap'] => {
  const { booking, offering, near } = of
  const wanted = wantedBy(booking)
  const fitting = fittingSpots(booking, offering, near, { now, slotsOn })
  const spots = sameHour ? fitting.filter(({ startAt }) => startAt === booking.startAt) : fitting
  // Their hour without the projector they wished for is not what they had.
  const ranked =
    wanted.length > 0 ? byMissing(spots, booking, wanted, ledger, sameHour ? 0 : Infinity) : spots
  let tries = MOST_TRIES
  for (const spot of ranked) {
    if (tries-- === 0) return undefined
    const placed = placeAt(of, spot, ledger, { now, dayKindOf })
    if (placed && swap(booking, placed, now)) return { spot, placed }
  }
  return undefined
}

const byMissing = (
  spots: readonly Spot[],
  { startAt }: Span,
  wanted: readonly Equipment[],
  books: Books,
  most: number,
): Spot[] =>
  spots
    .map(spot => {
      const free = equipmentAt(spot.offering, spot, wanted, books)
      return { spot, missing: missingOf(spot.startAt === startAt, wanted, free) }
    })
    .filter(({ missing }) => missing <= most)
    .sort((one, other) => one.missing - other.missing)
    .map(({ spot }) => spot)

/** What was booked, as it would be booked there; undefined: a rule stands against it, or not enough is left. */
const placeAt = (
  { booking, person }: Affected,
  { offering, startAt, endAt }: Spot,
  books: Books,
  { now, dayKindOf }: At,
): Placed | undefined => {
  const { residentId, team, bookingId, asked, note, mode, papers } = booking
  const { placeId, offeringId } = offering
  const on = localDate(startAt)
  const sheets = new Map(offering.servers?.map(({ thingId }) => [thingId, books.takenOn(thingId, on)]))
  const server = offering.servers && freeServers(offering, sheets, person, { startAt, endAt })[0]
  if (offering.servers && !server) return undefined
  const input = {
    ...{ placeId, offeringId, startAt, endAt, note },
    mode: offering.modes && mode,
    papers: papers?.filter(({ have }) => have).map(({ name }) => name),
    equipment: equipmentAt(offering, { startAt, endAt }, wantedBy(booking), books),
  }
  const placed = place({
    ...{ offering, residentId, person, team, input, bookingId, asked, now, dayKindOf, server },
    audience: 'staff',
  })
  return placed.ok && !lackOf(placed.value, books) ? placed.value : undefined
}
