// The books at the end of a race, beside what everybody was told.
import type { readBooks } from '../../../functions/test/books'
import { dayParts, quartersOf } from '../../../shared/src/booking/calendar'
import { type BookingState, holds } from '../../../shared/src/booking/lifecycle'
import type { Clients } from './clients'
import { RATION, type Wishes } from './wishes'

/** All of these are 0, or the race is lost. */
export interface Faults {
  readonly oversold: number
  /** What somebody was told is not so. */
  readonly lost: number
  readonly duplicates: number
  readonly unanswered: number
  readonly serverErrors: number
  readonly unbalanced: number
  /** Holds more than a ration. */
  readonly overQuota: number
  /** Of a series some times were booked and some not. */
  readonly halfSeries: number
  /** Came to hold something on a date while it was closed, in the order of the commits. */
  readonly soldWhileClosed: number
  /** Somebody waits beside an empty seat. */
  readonly forgotten: number
}

/** What may have become of a booking by itself after its owner was last told of it. */
const later: Readonly<Partial<Record<BookingState, readonly BookingState[]>>> = {
  requested: ['lapsed'],
  waiting: ['offered', 'passed'],
  offered: ['passed'],
}

export const judge = (
  { kept, due, bookings }: Awaited<ReturnType<typeof readBooks>>,
  { told, counts }: Pick<Clients, 'told' | 'counts'>,
  {
    offerings,
    yard,
    rationed,
    soldWhileClosed,
  }: Pick<Wishes, 'offerings' | 'yard' | 'rationed'> & { readonly soldWhileClosed: number },
): Faults => {
  const all = [...offerings, yard]
  const rooms = new Map(all.map(({ thingId, capacity }) => [thingId as string, capacity]))
  const states = new Map(bookings.map(({ bookingId, state }) => [bookingId as string, state]))
  /** Those on a date that was closed: they are told so and offered another. */
  const displaced = new Set<string>(
    bookings.filter(one => one.timeline.some(({ verb }) => verb === 'displace')).map(one => one.bookingId),
  )
  const isLost = ([id, state]: [string, string]) => {
    const now = states.get(id)
    if (now === undefined) return true
    return now !== state && !later[state as BookingState]?.includes(now) && !displaced.has(id)
  }
  const capacityAt = (at: string) => rooms.get(/^SHEET#(\S+) /.exec(at)?.[1] ?? '') ?? 1
  const keys = new Set([...Object.keys(kept), ...Object.keys(due)])
  const thingOf = new Map(all.map(({ offeringId, thingId }) => [offeringId as string, thingId]))
  const isBesideEmpty = ({ offeringId, startAt, endAt }: (typeof bookings)[number]) =>
    dayParts({ startAt, endAt }).every(part =>
      quartersOf(part).every(quarter => {
        const at = `SHEET#${thingOf.get(offeringId)} DAY#${part.on} ${quarter}`
        return (kept[at] ?? 0) < capacityAt(at)
      }),
    )
  return {
    oversold: Object.entries(kept).filter(([at, taken]) => at.startsWith('SHEET#') && taken > capacityAt(at))
      .length,
    lost: [...told].filter(isLost).length,
    // A booking that nobody was told of was made twice for one wish, or its answer was lost for good; but for own time that
    // opened again and is held beside what its owner has taken instead.
    duplicates:
      counts.duplicates +
      bookings.filter(
        ({ bookingId, state, insteadOf }) =>
          holds(state) && !told.has(bookingId) && !(insteadOf && told.has(insteadOf.bookingId)),
      ).length,
    unanswered: counts.unanswered,
    serverErrors: counts.serverErrors,
    unbalanced: [...keys].filter(at => kept[at] !== due[at]).length,
    overQuota: [
      ...countBy(
        bookings.filter(one => one.offeringId === rationed.offeringId && holds(one.state)),
        one => one.personId,
      ).values(),
    ].filter(held => held > RATION).length,
    halfSeries: [
      ...countBy(
        bookings.filter(({ series }) => series),
        ({ series }) => `${series?.seriesId} ${series?.of}`,
      ),
    ].filter(([name, made]) => made !== Number(name.split(' ')[1])).length,
    soldWhileClosed,
    forgotten: bookings.filter(
      one => one.state === 'waiting' && one.timeline.at(-1)?.verb !== 'skip' && isBesideEmpty(one),
    ).length,
  }
}

const countBy = <One>(some: readonly One[], nameOf: (one: One) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const name of some.map(nameOf)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
