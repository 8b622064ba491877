/** Placing a booking: decide by the rules, take everything in one write, and where that is refused say what else there is. */
import type { PlaceBooking } from '@yike/shared/booking/schema'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOffering, type Offering, type Server } from '../../circle/handlers'
import type { Change, Table } from '../../platform/table'
import { type Delegate, type ForTeam, freeServers, type Guest, place } from '../domain'
import { type BookingRecord, newBookingChanges } from '../store'
import { certificateChecks } from './certificate'
import { loadTaken } from './days'
import { mayHaveSeat } from './roster'

export interface Wish<Also extends string = 'request.busy'> {
  readonly residentId: Id<'resident'>
  readonly person: Guest
  readonly input: PlaceBooking
  readonly bookingId: Id<'booking'>
  readonly asked: string
  readonly now: Instant
  readonly onBehalf?: { readonly staffId: Id<'resident'>; readonly phone?: string }
  readonly delegate?: Delegate
  readonly team?: ForTeam
  /** What else is written with it. */
  readonly also?: readonly Change<Also>[] | undefined
}

/** Something else may have to be done first (a roster opened, changed terms read): so often at most. */
const TRIES = 3

export const placeBooking = async <Also extends string = never>(
  table: Table,
  offering: Offering,
  wish: Wish<Also>,
): Promise<Result<BookingRecord, PlaceCode | Also>> => {
  let current = offering
  for (let left = TRIES; ; left--) {
    const placed = await placeOnce(table, current, wish)
    if (placed.ok || placed.refusal.code !== 'booking.slot_full' || left === 1) return placed
    // Full, or decided by terms that have changed since, or on a day whose roster nobody has opened.
    const { placeId, offeringId, version } = current
    const latest = await loadOffering(table, placeId, offeringId, { consistent: true })
    if (!latest) return placed
    if (latest.version === version && !(await mayHaveSeat(table, latest, wish.input))) return placed
    current = latest
  }
}

/** Where one of several serves, whoever is free is tried, the least busy first. */
const placeOnce = async <Also extends string>(
  table: Table,
  offering: Offering,
  wish: Wish<Also>,
): Promise<Result<BookingRecord, PlaceCode | Also>> => {
  const on = localDate(wish.input.startAt)
  const servers: readonly (Server | undefined)[] = offering.servers
    ? freeServers(offering, (await loadTaken(table, offering, on, on))(on), wish.person, wish.input)
    : [undefined]
  let last: Result<BookingRecord, PlaceCode | Also> | undefined
  for (const server of servers.length > 0 ? servers : (offering.servers?.slice(0, 1) ?? [])) {
    const audience = wish.onBehalf ? 'staff' : 'resident'
    const placed = place({ ...wish, offering, server, dayKindOf, audience })
    if (!placed.ok) return placed
    const saved = await table.write<TakenCode | Also | 'booking.too_early' | 'booking.not_eligible'>([
      ...newBookingChanges(placed.value),
      ...certificateChecks(offering, wish, wish.input),
      ...(wish.also ?? []),
    ])
    if (saved.ok) return ok(placed.value.booking)
    last = saved
    if (saved.refusal.code !== 'booking.no_server') break
  }
  return last ?? refuse('booking.no_server')
}

type RefusalOf<T> = T extends { ok: false; refusal: { code: infer Code } } ? Code : never
type TakenCode = NonNullable<ReturnType<typeof newBookingChanges>[number]['else']>
type PlaceCode = RefusalOf<ReturnType<typeof place>> | TakenCode | 'request.busy'
