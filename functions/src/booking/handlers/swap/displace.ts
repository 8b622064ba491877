/** Closing, shortening, less room: whom it leaves without what they booked. */
import { bookingLifecycle } from '@yike/shared/booking/lifecycle'
import { closureOn, toldOf } from '@yike/shared/booking/rules/closures'
import type { Because } from '@yike/shared/booking/rules/reasons'
import { addDays, type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadPlace, lookedAtChange, type Offering, unchanged } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import { type Crowded, decide, followPlace, isCrowded, isStillOpen, type SomeDates } from '../../domain'
import {
  type BookingRecord,
  changeOfferingChanges,
  leaveChanges,
  loadBooking,
  moveChanges,
  pagesHeldFrom,
  queryHeldFrom,
} from '../../store'
import { loadLeaving } from './crowded'
import { swapDisplaced } from './hold'
import { loadKept } from './reopen'

const ahead = (
  { placeId, community }: Pick<Offering, 'placeId' | 'community'>,
  now: Instant,
  dates: SomeDates,
) => {
  const since = dates.from && instantAt(dates.from, 0)
  return {
    ...{ placeId, community, now, since: since && since > now ? since : now },
    ...(dates.to && { until: instantAt(addDays(dates.to, 1), 0) }),
  }
}

/** What is held at a place from now on; between no dates however far ahead: a season lies beyond what else can be booked. */
export const heldAhead = (
  table: Table,
  of: Pick<Offering, 'placeId' | 'community'>,
  now: Instant,
  dates: SomeDates,
): Promise<BookingRecord[]> => queryHeldFrom(table, ahead(of, now, dates))

/** Who has come already is there: a time that closes later does not send them away. */
const isOutside = (one: BookingRecord, offering: Offering): boolean =>
  one.offeringId === offering.offeringId &&
  bookingLifecycle[one.state].displace !== undefined &&
  !isStillOpen(offering, one, dayKindOf)

/** Of what is held at a place, what an offering holds at a time that is not open by it. */
export const outside = (held: readonly BookingRecord[], offering: Offering): BookingRecord[] =>
  held.filter(one => isOutside(one, offering))

/**
 * What closes at a place, on these dates: who holds something outside the hours that its offerings have now is displaced,
 * and of what there is less than is booked the last who booked; and then something else is held for each, in one order.
 * Done twice, or begun and broken off, it ends the same. Throws where the table was busy, or somebody's booking moved too
 * often meanwhile.
 */
export const closeAt = async (
  table: Table,
  { placeId }: Pick<Offering, 'placeId'>,
  now: Instant,
  dates: SomeDates = {},
): Promise<void> => {
  await displaceOutside(table, placeId, now, dates)
  await swapDisplaced(table, placeId, now)
}

/** Of all that is offered at a place, for it may close as a whole: then its offerings follow it first. How many it hit. */
const displaceOutside = async (
  table: Table,
  placeId: Offering['placeId'],
  now: Instant,
  dates: SomeDates = {},
): Promise<number> => {
  const offerings = await followPlaceNow(table, placeId, now)
  const [first] = offerings
  if (!first) return 0
  let displaced = 0
  const { community } = first
  const kept = new Map<string, BookingRecord>()
  for await (const page of pagesHeldFrom(table, ahead({ placeId, community }, now, dates))) {
    for (const held of page) kept.set(held.bookingId, held)
    for (const offering of offerings)
      for (const held of outside(page, offering)) {
        await displaceOne(table, offering, held, now)
        kept.delete(held.bookingId)
        displaced++
      }
  }
  for (const { offering, booking, ...crowded } of await loadLeaving(table, offerings, [...kept.values()])) {
    await displaceOne(table, offering, booking, now, crowded)
    displaced++
  }
  return displaced
}

/** What the place says of itself its offerings say too, those as well that nobody has told yet; what is offered there then. */
export const followPlaceNow = async (
  table: Table,
  placeId: Offering['placeId'],
  now: Instant,
): Promise<Offering[]> => {
  const found = await loadPlace(table, placeId, { consistent: true })
  const offerings: Offering[] = []
  for (const before of found?.offerings ?? []) {
    const after = found && followPlace(before, found.place)
    offerings.push(after ?? before)
    if (!after) continue
    const changed = [{ before, after }]
    const kept = await loadKept(table, changed, now)
    const saved = await table.write(changeOfferingChanges(changed, now, undefined, kept))
    // Somebody has changed it meanwhile: the stream brings the place again.
    if (!saved.ok) throw new Error(`an offering did not follow its place: ${saved.refusal.code}`)
  }
  return offerings
}

/** So often somebody's booking may be moved by others between its reading and its writing. */
const LOOKS = 4

const displaceOne = async (
  table: Table,
  offering: Offering,
  held: BookingRecord,
  now: Instant,
  crowded?: Omit<Crowded, 'booking'>,
  looks = LOOKS,
): Promise<void> => {
  // Whoever was moved meanwhile, and has taken that, is in nobody's way there any more.
  if (crowded && !isThere(held, crowded)) return
  const { why: note, reason } = crowded ? { reason: fewer(crowded) } : whyOutside(offering, held)
  // Whoever was only asked whether to go back to it keeps what they have.
  const next = decide[held.insteadOf && held.state === 'offered' ? 'withdraw' : 'displace'](held, {
    ...{ part: 'clock', now, note, reason },
  })
  if (!next.ok) return
  const saved = await table.write([
    ...(crowded ? leaveChanges(held, next.value, crowded) : moveChanges(held, next.value)),
    // Nobody is displaced by hours that hold no more: what has changed them is told of too, and looks again.
    unchanged(offering, 'booking.offering_moved'),
  ])
  if (saved.ok || isSettled.has(saved.refusal.code)) return
  if (saved.refusal.code === 'request.busy' || looks === 1) throw new Error('a displacing met a busy table')
  // Approved or accepted at this moment: it may still be held.
  const latest = await loadBooking(table, held.bookingId)
  if (latest && (crowded || isOutside(latest, offering)))
    await displaceOne(table, offering, latest, now, crowded, looks - 1)
}

/** Does it hold the thing on that date? */
const isThere = (booking: BookingRecord, { limit, on }: Omit<Crowded, 'booking'>): boolean =>
  isCrowded(booking, limit, quarter => Number(quarter.startsWith(on)))

/** By other terms now, or somebody else has made room. */
const isSettled: ReadonlySet<string> = new Set(['booking.offering_moved', 'booking.still_seated'])

const whyOutside = (offering: Offering, { startAt }: BookingRecord): Because => {
  const closure = closureOn({ ...offering, paused: undefined }, localDate(startAt))
  return closure ? (toldOf(closure) ?? {}) : { reason: 'hoursMoved' }
}

const fewer = ({ limit }: Omit<Crowded, 'booking'>): Because['reason'] =>
  limit.isRoom ? 'fewerSeats' : 'fewerThings'

/** Looks a second time whom the last change of an offering hits, now that the lists show all that was booked before it. */
export const lookAgain = async (table: Table, offering: Offering, now: Instant): Promise<void> => {
  if ((await displaceOutside(table, offering.placeId, now)) > 0)
    await swapDisplaced(table, offering.placeId, now)
  const saved = await table.write([lookedAtChange(offering, 'booking.offering_moved')])
  if (!saved.ok && saved.refusal.code === 'request.busy') throw new Error('a second look met a busy table')
}
