/** Closing and shortening: staff see whom it hits, and what each of them could get. */
import type { booking } from '@yike/shared/booking/contract'
import { closedForGood } from '@yike/shared/booking/rules/closures'
import { adviceOn } from '@yike/shared/circle/hours/advice'
import { understandHours } from '@yike/shared/circle/hours/read'
import { readDay } from '@yike/shared/circle/hours/special'
import { answersFor } from '@yike/shared/identity/rules'
import { spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { localDate } from '@yike/shared/kernel/time'
import { loadPlace } from '../../../circle/handlers'
import type { Handlers } from '../../../platform/handler'
import type { Table } from '../../../platform/table'
import { place } from '../../domain'
import { heldAhead, outside } from './displace'
import { guestOf, openSearch, placingAt } from './search'

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
    const dates = shown.map(({ held }) => localDate(held.startAt))
    const search = openSearch(table, dates[0] ?? localDate(now), dates.at(-1) ?? localDate(now), now)
    return ok({
      count: affected.length,
      affected: await Promise.all(
        shown.map(async ({ held, offering }) => {
          const person = await guestOf(table, held)
          const candidates = person ? await search(offering, held, person) : []
          const first = person && candidates.find(one => place(placingAt(held, person, one, now)).ok)
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
