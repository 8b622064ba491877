/** Closing, shortening, less room: staff see whom it hits, and what each of them could get. */
import type { booking } from '@yike/shared/booking/contract'
import { lackingOf } from '@yike/shared/booking/rules/equipment'
import type { Affected, AskOutcome } from '@yike/shared/booking/schema/affected'
import { answersFor } from '@yike/shared/identity/rules'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOffering, loadPlace } from '../../../circle/handlers'
import type { Handlers } from '../../../platform/handler'
import type { Table } from '../../../platform/table'
import {
  decide,
  followPlace,
  inOrder,
  isStillOpen,
  leftIn,
  outcomeFor,
  type Planned,
  wantedBy,
} from '../../domain'
import { loadBooking } from '../../store'
import { loadTaken } from '../days'
import { guestOf } from '../offer'
import { readMeant } from './asked'
import { isStillCrowded, loadLeaving } from './crowded'
import { heldAhead, outside } from './displace'
import { loadSeatless } from './seatless'
import { loadSwaps } from './state'

export { closeAt, followPlaceNow, lookAgain } from './displace'
export { offerSwap } from './hold'
export { loadKept, reopenAt, reseatAt } from './reopen'

const MOST_SHOWN = 50

type SwapHandlers = Pick<Handlers<typeof booking.endpoints>, 'affected' | 'followUp'>

export const swapHandlers = (table: Table): SwapHandlers => ({
  async affected({ actor, now }, asked) {
    const { placeId, offeringId, after } = asked
    const found = await loadPlace(table, placeId, { consistent: true })
    const { community } = found?.place ?? {}
    const offerings = found?.offerings ?? []
    const isKnown = !offeringId || offerings.some(one => one.offeringId === offeringId)
    if (!community || !answersFor(actor, community) || !isKnown) return refuse('request.not_found')
    const read = readMeant(asked, offerings)
    if (!read.ok) return read
    const { meant, closing, fewer, reach } = read.value
    const ahead = await heldAhead(table, { placeId, community }, now, reach)
    const shut = meant.flatMap(offering => outside(ahead, offering).map(booking => ({ booking, offering })))
    // Whom another offering's closing moves gives back theirs too, though it is no news here.
    const out = shut.filter(({ offering }) => closing.includes(offering))
    const gone = shut.map(({ booking }) => booking)
    const rest = ahead.filter(one => !gone.includes(one))
    const hits = [...out, ...(await loadLeaving(table, fewer, rest, gone))]
    const planned = await loadSwaps(
      table,
      hits.flatMap(({ booking: held, offering }) => {
        // Whoever is only asked whether to go back to it keeps what they have.
        if (held.insteadOf && held.state === 'offered') return []
        const displaced = decide.displace(held, { part: 'clock', now })
        return displaced.ok ? [{ booking: displaced.value, held, offering }] : []
      }),
      { now, meant: one => meant.find(({ offeringId: of }) => of === one.offeringId) ?? one },
    )
    const seatless = await loadSeatless(table, fewer, offerings, rest, localDate(now))
    const told = after ? await toldUntil(table, planned, after) : 0
    return ok({
      count: planned.length,
      unswapped: planned.filter(({ swap }) => !swap).length,
      ...(seatless && { seatless }),
      affected: planned.slice(told, told + MOST_SHOWN).map(lineOf),
    })
  },

  async followUp({ actor }, { placeId, shown }) {
    const found = await loadPlace(table, placeId, { consistent: true })
    const { community } = found?.place ?? {}
    if (!community || !answersFor(actor, community)) return refuse('request.not_found')
    const offerings = (found?.offerings ?? []).map(one => (found && followPlace(one, found.place)) ?? one)
    const lines = await Promise.all(
      shown.map(async ({ bookingId, swap }) => {
        const booking = await loadBooking(table, bookingId)
        // Who was moved to another community was booked here; what never was is nobody's business here.
        const isOwn = booking && answersFor(actor, booking.community)
        if (!booking || !(isOwn || booking.movedFrom?.placeId === placeId)) return undefined
        const isToCome =
          offerings.some(one => outside([booking], one).length > 0) ||
          (await isStillCrowded(table, offerings, booking))
        const line = outcomeFor(booking, swap, isToCome)
        return swap && line.why === 'othersFirst'
          ? outcomeFor(booking, swap, isToCome, await lookAt(table, swap))
          : line
      }),
    )
    return ok({ lines: lines.flatMap(line => line ?? []) })
  },
})

/** How many come until the last that was told, also where that one is hit no longer. */
const toldUntil = async (
  table: Table,
  planned: readonly Planned[],
  after: Id<'booking'>,
): Promise<number> => {
  const at = planned.findIndex(({ of }) => of.booking.bookingId === after)
  const gone = at < 0 ? await loadBooking(table, after) : undefined
  const beside = planned.find(({ of }) => of.booking.offeringId === gone?.offeringId)?.of
  const person = gone && (await guestOf(table, gone))
  if (!gone || !beside || !person) return at + 1
  const all = inOrder([...planned.map(({ of }) => of), { ...beside, booking: gone, person }])
  return all.findIndex(({ booking }) => booking.bookingId === after)
}

/** How the time that was shown stands now. */
const lookAt = async (
  table: Table,
  { placeId, offeringId, ...span }: NonNullable<AskOutcome['shown'][number]['swap']>,
) => {
  const offering = await loadOffering(table, placeId, offeringId, { consistent: true })
  if (!offering || offering.paused) return { isOpen: false, isLeft: false }
  const on = localDate(span.startAt)
  const takenOn = await loadTaken(table, offering, on, on, { consistent: true })
  return {
    isOpen: isStillOpen(offering, span, dayKindOf),
    isLeft: leftIn(offering, takenOn(on), span) > 0,
  }
}

const lineOf = ({ of, swap }: Planned): Affected['affected'][number] => {
  const { booking, offering } = of
  const { bookingId, offeringName, startAt, endAt, forName } = booking
  const line = { bookingId, number: spokenNumber(bookingId), offeringName, startAt, endAt, forName }
  if (!swap) return { ...line, whyNone: offering.purpose ? 'nothingFree' : 'noPurpose' }
  const { spot, placed } = swap
  const lacking = lackingOf(wantedBy(booking), placed.booking.equipment)
  return {
    ...line,
    swap: {
      placeId: placed.booking.placeId,
      offeringId: placed.booking.offeringId,
      placeName: placed.booking.placeName,
      offeringName: placed.booking.offeringName,
      startAt: placed.booking.startAt,
      endAt: placed.booking.endAt,
      way: spot.way,
      ...(spot.walkMinutes > 0 && { walkMinutes: spot.walkMinutes }),
      ...(lacking.length > 0 && { lacking }),
    },
  }
}
