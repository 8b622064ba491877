/** Closing and shortening: staff see whom it hits, and what each of them could get. */
import type { booking } from '@yike/shared/booking/contract'
import { closedForGood } from '@yike/shared/booking/rules/closures'
import { lackingOf } from '@yike/shared/booking/rules/equipment'
import type { Affected, AskAffected, AskOutcome } from '@yike/shared/booking/schema/affected'
import { adviceOn } from '@yike/shared/circle/hours/advice'
import { understandHours } from '@yike/shared/circle/hours/read'
import { readDay } from '@yike/shared/circle/hours/special'
import { answersFor } from '@yike/shared/identity/rules'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOffering, loadPlace, type Offering } from '../../../circle/handlers'
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
  type SomeDates,
  wantedBy,
} from '../../domain'
import { loadBooking } from '../../store'
import { loadTaken } from '../days'
import { guestOf } from '../offer'
import { heldAhead, outside } from './displace'
import { loadSwaps } from './state'

export { closeAt, followPlaceNow, lookAgain } from './displace'
export { offerSwap } from './hold'
export { reopenAt, reseatAt } from './reopen'

const MOST_SHOWN = 50

type SwapHandlers = Pick<Handlers<typeof booking.endpoints>, 'affected' | 'followUp'>

export const swapHandlers = (table: Table): SwapHandlers => ({
  async affected({ actor, now }, asked) {
    const { placeId, offeringId, after } = asked
    const found = await loadPlace(table, placeId, { consistent: true })
    const { community } = found?.place ?? {}
    const ofPlace = (found?.offerings ?? []).filter(one => !offeringId || one.offeringId === offeringId)
    if (!community || !answersFor(actor, community) || (offeringId && ofPlace.length === 0))
      return refuse('request.not_found')
    const read = readClosing(asked)
    if (!read.ok) return read
    const { terms, reach } = read.value
    const meant = new Map(ofPlace.map(one => [one.offeringId, { ...one, ...terms }]))
    const ahead = await heldAhead(table, { placeId, community }, now, reach)
    const planned = await loadSwaps(
      table,
      [...meant.values()].flatMap(offering =>
        outside(ahead, offering).flatMap(held => {
          // Whoever is only asked whether to go back to it keeps what they have.
          if (held.insteadOf && held.state === 'offered') return []
          const displaced = decide.displace(held, { part: 'clock', now })
          return displaced.ok ? [{ booking: displaced.value, held, offering }] : []
        }),
      ),
      { now, meant: one => meant.get(one.offeringId) ?? one },
    )
    const told = after ? await toldUntil(table, planned, after) : 0
    return ok({
      count: planned.length,
      unswapped: planned.filter(({ swap }) => !swap).length,
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
        const isToCome = offerings.some(one => outside([booking], one).length > 0)
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

interface Closing {
  readonly terms: Partial<Pick<Offering, 'hours' | 'within' | 'closures'>>
  /** Special days alone reach no further than themselves. */
  readonly reach: SomeDates
}

/** What is meant to hold, as it would stand in the terms of an offering. */
const readClosing = ({
  closed,
  hours: typed,
  days,
}: AskAffected): Result<Closing, 'booking.terms_unclear'> => {
  const unclear = (fields: Record<string, string>) => refuse('booking.terms_unclear', { fields })
  if (!closed && typed === undefined && days.length === 0)
    return unclear({ days: '写上哪几天、几点，或停用。' })
  const read = typed === undefined ? undefined : understandHours(typed)
  if (read && 'unclear' in read) return unclear({ hours: adviceOn(read.unclear) })
  if (days.some(({ from, to }) => from > to)) return unclear({ days: '起始日期不能晚于结束日期。' })
  const special = days.map(({ from, to, hours }) => ({ from, to, spans: readDay(hours) }))
  const within = special.flatMap(({ spans, ...dates }) => (spans ? [{ ...dates, spans }] : []))
  if (within.length < special.length) return unclear({ days: '那几天的时间写“休”或“9:00–12:00”。' })
  const named = days.flatMap(one => [one.from, one.to]).sort()
  const [from] = named
  const to = named.at(-1)
  return ok({
    // Whoever writes the hours writes all its closed days with them: those of before hold no more.
    terms: { ...(read && { hours: read.hours, closures: [] }), within: closed ? [closedForGood] : within },
    reach: closed || read || !from || !to ? {} : { from, to },
  })
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
