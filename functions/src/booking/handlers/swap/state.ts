/** What a plan of swaps is made over: whom it is for, what fits near by, and all that is taken of any of it. */
import type { DaySheet } from '@yike/shared/booking/calendar'
import {
  addDays,
  addMinutes,
  type Instant,
  instantAt,
  type LocalDate,
  localDate,
} from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadNearOfKind, loadPlace, type Offering } from '../../../circle/handlers'
import { atOnce } from '../../../platform/at-once'
import type { Table } from '../../../platform/table'
import {
  type Affected,
  type Books,
  bodyOf,
  equipmentOf,
  fittingDates,
  type Planned,
  planSwaps,
  standsIn,
  usesOf,
  wantedBy,
} from '../../domain'
import { loadCounts, loadSheets } from '../../store'
import { loadTaken } from '../days'
import { guestOf } from '../offer'

/** Somebody whose time closes: as they hold it still, where they do, and as they are displaced. */
export type Hit = Pick<Affected, 'booking' | 'held' | 'offering'>

interface AskPlan {
  readonly now: Instant
  /** An offering as it is to be. */
  readonly meant?: (offering: Offering) => Offering
  readonly consistent?: boolean
}

/** Plans for all of these over what is read now; who is known no more is left out. */
export const loadSwaps = async (table: Table, hits: readonly Hit[], ask: AskPlan): Promise<Planned[]> => {
  if (hits.length === 0) return []
  const { now, meant = one => one, consistent = false } = ask
  const nearOf = remembered(
    ({ offering }: Hit) => offering.offeringId,
    ({ offering }) => loadNear(table, offering, meant),
  )
  const all = await atOnce(hits, AT_ONCE, async (hit): Promise<Affected | undefined> => {
    const [person, near] = await Promise.all([guestOf(table, hit.booking), nearOf(hit)])
    return person && { ...hit, person, near }
  })
  const affected = all.flatMap(one => one ?? [])
  return planSwaps(affected, await loadBooksFor(table, affected, now, consistent), { now, dayKindOf })
}

const loadNear = async (table: Table, offering: Offering, meant: (offering: Offering) => Offering) => {
  if (!offering.purpose) return []
  const found = await loadPlace(table, offering.placeId, { consistent: true })
  if (!found) return []
  const near = await loadNearOfKind(table, found.place, offering.kind)
  return [...found.offerings.map(one => ({ offering: one, walkMinutes: 0 })), ...near]
    .map(one => ({ ...one, offering: meant(one.offering) }))
    .filter(one => standsIn(one.offering, offering))
}

const offeringsOf = ({ offering, near }: Affected): Offering[] => [offering, ...near.map(one => one.offering)]

/** All that the plans of these may take of, as it is taken now. */
const loadBooksFor = async (
  table: Table,
  affected: readonly Affected[],
  now: Instant,
  consistent: boolean,
): Promise<Books> => {
  const sheets = new Map<string, DaySheet>()
  const keep = (thing: string, on: LocalDate, sheet: DaySheet) => sheets.set(`${thing} ${on}`, sheet)
  const datesOf = ({ booking }: Affected) => fittingDates(localDate(booking.startAt), now)
  const dates = [...new Set(affected.flatMap(datesOf))].sort()
  const [from, to] = [dates[0], dates.at(-1)]
  if (from === undefined || to === undefined) return { takenOn: () => ({}), counted: () => 0 }
  const offerings = new Map(affected.flatMap(offeringsOf).map(one => [one.offeringId, one] as const))
  const readThings = atOnce([...offerings.values()], AT_ONCE, async offering => {
    const takenOn = await loadTaken(table, offering, from, to, { consistent })
    for (const on of dates) for (const [thing, sheet] of takenOn(on)) keep(thing, on, sheet)
  })
  const lent = new Set(
    affected.flatMap(one =>
      wantedBy(one.booking).flatMap(({ name }) =>
        offeringsOf(one).map(offering => equipmentOf(offering, name)),
      ),
    ),
  )
  const bodies = affected
    .filter(one => !one.booking.team)
    .flatMap(one => offeringsOf(one).map(offering => bodyOf(offering, one.person.personId)))
  // What is kept free around a time may reach into the next day.
  const readSheets = atOnce([...new Set([...lent, ...bodies])], AT_ONCE, async thing => {
    const loaded = await loadSheets(table, thing, addDays(from, -1), addDays(to, 1), { consistent })
    for (const [on, { taken }] of loaded) keep(thing, on, taken)
  })
  const [counted] = await Promise.all([
    loadCounts(
      table,
      affected.flatMap(one => usesAhead(one, datesOf(one))),
      { consistent },
    ),
    readThings,
    readSheets,
  ])
  return { takenOn: (thing, on) => sheets.get(`${thing} ${on}`) ?? {}, counted }
}

/** What of their rations a time on one of these dates may use up. */
const usesAhead = (of: Affected, dates: readonly LocalDate[]) =>
  offeringsOf(of).flatMap(one =>
    dates.flatMap(on => {
      const { booking, person } = of
      const startAt = instantAt(on, 12 * 60)
      const owner = { ...person, residentId: booking.residentId, teamId: booking.team?.teamId }
      return usesOf(one, owner, { startAt, endAt: addMinutes(startAt, 60) })
    }),
  )

/** A closed hall may have hundreds of bookings: so many are read for at a time. */
const AT_ONCE = 16

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
