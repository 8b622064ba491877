/** What is booked for a team, listed beside it: whoever is in it reads it, whoever of them booked. */
import { holds } from '@yike/shared/booking/lifecycle'
import type { TeamBooking } from '@yike/shared/booking/schema/team'
import type { Id } from '@yike/shared/kernel/id'
import { type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import { absent, any, below } from '../../platform/condition'
import { indexes, inIndex, keys } from '../../platform/keys'
import { type Change, type QueryAsk, recordOf, type Table } from '../../platform/table'
import type { BookingRecord } from './index'

export type TeamLine = Omit<TeamBooking, 'mayOpen'> & {
  readonly residentId: Id<'resident'>
  readonly version: number
}

/** Until the day after its end; a change to it comes with a later version. */
const KEPT_SECONDS = 86_400

const isComing = ({ state }: BookingRecord): boolean =>
  holds(state) || state === 'waiting' || state === 'displaced'

/** The line as the booking is now; what has come to an end leaves the list. */
export const teamLineChange = (
  teamId: Id<'team'>,
  who: string,
  booking: BookingRecord,
): Change<'booking.known'> => {
  const { bookingId, residentId, version, state, placeName, offeringName, startAt, endAt } = booking
  const line: TeamLine = {
    bookingId,
    residentId,
    version,
    state,
    placeName,
    offeringName,
    startAt,
    endAt,
    who,
  }
  return {
    put: {
      ...keys.teamBooking(teamId, bookingId),
      ...(isComing(booking) &&
        inIndex('by-deadline', indexes.byDeadline.teamBookings(teamId, startAt, bookingId))),
      type: 'TeamBooking',
      ...line,
      expiresAtSeconds: Math.floor(Date.parse(endAt) / 1000) + KEPT_SECONDS,
    },
    if: any(absent(), below('version', version)),
    else: 'booking.known',
  }
}

/** A page from the beginning of today on. */
export const queryTeamLines = async (
  table: Table,
  teamId: Id<'team'>,
  now: Instant,
  page: Pick<QueryAsk, 'limit' | 'cursor'>,
) => {
  const [pk, from] = indexes.byDeadline.teamBookings(teamId, instantAt(localDate(now), 0), '')
  const found = await table.query({ index: 'by-deadline', pk, sk: { from, to: '~' }, ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  return { ok: true, value: { lines: items.map(item => recordOf<TeamLine>(item)), cursor } } as const
}
