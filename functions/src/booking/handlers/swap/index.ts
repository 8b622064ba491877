/** Closing and shortening: staff see whom it hits, and what each of them could get. */
import type { booking } from '@yike/shared/booking/contract'
import { closedForGood } from '@yike/shared/booking/rules/closures'
import { lackingOf } from '@yike/shared/booking/rules/equipment'
import type { Affected } from '@yike/shared/booking/schema/upkeep'
import { adviceOn } from '@yike/shared/circle/hours/advice'
import { understandHours } from '@yike/shared/circle/hours/read'
import { readDay } from '@yike/shared/circle/hours/special'
import { answersFor } from '@yike/shared/identity/rules'
import { spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { loadPlace, type Offering } from '../../../circle/handlers'
import type { Handlers } from '../../../platform/handler'
import type { Table } from '../../../platform/table'
import { type Guest, place } from '../../domain'
import type { BookingRecord } from '../../store'
import { guestOf } from '../offer'
import { heldAhead, outside } from './displace'
import { wantedBy } from './equipment'
import { openSearch, placingAt, type Search } from './search'

export { displaceOutside, lookAgain } from './displace'
export { offerSwap } from './hold'

const MOST_SHOWN = 50

type SwapHandlers = Pick<Handlers<typeof booking.endpoints>, 'affected'>

export const swapHandlers = (table: Table): SwapHandlers => ({
  async affected({ actor, now }, { placeId, offeringId, closed, hours: typed, days }) {
    const found = await loadPlace(table, placeId, { consistent: true })
    const { community } = found?.place ?? {}
    const ofPlace = (found?.offerings ?? []).filter(one => !offeringId || one.offeringId === offeringId)
    if (!community || !answersFor(actor, community) || (offeringId && ofPlace.length === 0))
      return refuse('request.not_found')
    if (!closed && typed === undefined && days.length === 0)
      return refuse('booking.terms_unclear', { fields: { days: '写上哪几天、几点，或停用。' } })
    const read = typed === undefined ? undefined : understandHours(typed)
    if (read && 'unclear' in read)
      return refuse('booking.terms_unclear', { fields: { hours: adviceOn(read.unclear) } })
    if (days.some(({ from, to }) => from > to))
      return refuse('booking.terms_unclear', { fields: { days: '起始日期不能晚于结束日期。' } })
    const special = days.map(({ from, to, hours }) => ({ from, to, spans: readDay(hours) }))
    const within = special.flatMap(({ spans, ...dates }) => (spans ? [{ ...dates, spans }] : []))
    if (within.length < special.length)
      return refuse('booking.terms_unclear', { fields: { days: '那几天的时间写“休”或“9:00–12:00”。' } })
    const meant = ofPlace.map(one => ({
      ...one,
      ...(read && { hours: read.hours }),
      within: closed ? [closedForGood] : within,
    }))
    // Special days alone reach no further than themselves.
    const named = days.flatMap(one => [one.from, one.to]).sort()
    const reach = closed || read ? {} : { from: named[0], to: named.at(-1) }
    const ahead = await heldAhead(table, { placeId, community }, now, reach)
    const affected = meant
      .flatMap(offering => outside(ahead, offering).map(held => ({ held, offering })))
      .sort((one, other) => (one.held.startAt < other.held.startAt ? -1 : 1))
    const shown = affected.slice(0, MOST_SHOWN)
    const dates = shown.map(({ held }) => localDate(held.startAt))
    const [from = localDate(now), to = from] = [dates[0], dates.at(-1)]
    const search = openSearch(
      table,
      { from, to, now },
      offering => meant.find(({ offeringId: id }) => id === offering.offeringId) ?? offering,
    )
    const people = await Promise.all(shown.map(({ held }) => guestOf(table, held)))
    const lines: Affected['affected'] = []
    for (const [i, { held, offering }] of shown.entries()) {
      const { bookingId, offeringName, startAt, endAt, forName } = held
      const swap = await swapFor(search, offering, held, people[i], now)
      lines.push({
        ...{ bookingId, number: spokenNumber(bookingId), offeringName, startAt, endAt, forName },
        ...(swap && { swap }),
      })
    }
    return ok({ count: affected.length, affected: lines })
  },
})

/** What could be held for somebody beside all that was named for those before them: no seat is shown to two. */
const swapFor = async (
  search: Search,
  offering: Offering,
  held: BookingRecord,
  person: Guest | undefined,
  now: Instant,
) => {
  if (!person) return undefined
  for (const candidate of await search.find(offering, held, person)) {
    const server = await search.serverAt(candidate, person)
    const placed = place({ ...placingAt(held, person, candidate, now), server })
    if (!placed.ok) continue
    search.promise(placed.value)
    const { placeName, offeringName, startAt, endAt, equipment } = placed.value.booking
    const lacking = lackingOf(wantedBy(held), equipment)
    return { placeName, offeringName, startAt, endAt, ...(lacking.length > 0 && { lacking }) }
  }
  return undefined
}
