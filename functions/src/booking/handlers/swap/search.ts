/** What could be had in place of what is not open any more: the same time elsewhere, or another time. */
import { type DaySheet, dayParts, quartersOf, takenSpan } from '@yike/shared/booking/calendar'
import type { Day } from '@yike/shared/booking/schema'
import type { Id } from '@yike/shared/kernel/id'
import { addDays, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOfferingsNear, type Offering, type Server } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import {
  dayView,
  equipmentOf,
  freeServers,
  type Guest,
  isAlike,
  isFree as isFreeIn,
  isStillOpen,
  leftIn,
  nextAsLong,
  type Placed,
  type place,
  type Sheets,
} from '../../domain'
import { type BookingRecord, loadSheets } from '../../store'
import { loadTaken } from '../days'
import { type Candidate, equip, rankOf, type Spot, wantedBy } from './equipment'

/** Looked for on so many days from the one that was booked on. */
const LOOK_AHEAD_DAYS = 10
/** So many times and places are tried before nothing is offered. */
const MOST_TRIES = 6
/** So many offerings of the neighbourhood are asked. */
const MOST_ALIKE = 12

export interface Search {
  readonly find: (offering: Offering, wished: BookingRecord, guest: Guest) => Promise<Candidate[]>
  /** Who could serve then, where it is one of several. */
  readonly serverAt: (candidate: Candidate, guest: Guest) => Promise<Server | undefined>
  /** From now on this is taken, as far as this search goes. */
  readonly promise: (placed: Pick<Placed, 'booking' | 'takings'>) => void
}

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

/**
 * Looks for those who booked from one date to another. The sheets of an offering are read once for all of them, so that
 * there are at most as many reads as offerings nearby and sorts of equipment wanted there, and one for each person.
 * `meant`: an offering as it is to be.
 */
export const openSearch = (
  table: Table,
  { from, to, now }: { from: LocalDate; to: LocalDate; now: Instant },
  meant: (offering: Offering) => Offering = offering => offering,
): Search => {
  const last = addDays(to, LOOK_AHEAD_DAYS - 1)
  const promised = new Map<string, Record<number, number>>()
  const nearOf = remembered(String, (placeId: Id<'place'>) => loadOfferingsNear(table, placeId))
  const takenOf = remembered(
    ({ offeringId }: Offering) => offeringId,
    one => loadTaken(table, one, from, last),
  )
  const withPromised = (thing: string, on: LocalDate, sheet: DaySheet = {}): DaySheet => {
    const more = promised.get(`${thing} ${on}`)
    if (!more) return sheet
    const both: Record<number, number> = { ...sheet }
    for (const [quarter, units] of Object.entries(more)) both[+quarter] = (both[+quarter] ?? 0) + units
    return both
  }
  const sheetsOf = async (one: Offering, on: LocalDate): Promise<Sheets> =>
    new Map([...(await takenOf(one))(on)].map(([thing, sheet]) => [thing, withPromised(thing, on, sheet)]))
  const views = new Map<LocalDate, Map<string, Promise<Day>>>()
  const viewOf = async (one: Offering, on: LocalDate): Promise<Day> => {
    const ofDate = views.get(on) ?? new Map<string, Promise<Day>>()
    views.set(on, ofDate)
    const view =
      ofDate.get(one.offeringId) ??
      sheetsOf(one, on).then(sheets => dayView(one, on, sheets, now, dayKindOf, 0))
    ofDate.set(one.offeringId, view)
    return view
  }

  const lentOf = remembered(
    ({ offering, name }: { offering: Offering; name: string }) => equipmentOf(offering, name),
    ({ offering, name }) =>
      loadSheets(table, equipmentOf(offering, name), addDays(from, -1), addDays(last, 1)),
  )
  const withEquipment = (wished: BookingRecord) => (span: Spot) =>
    equip(span, wantedBy(wished), async name => {
      const thing = equipmentOf(span.offering, name)
      const sheets = await lentOf({ offering: span.offering, name })
      return on => withPromised(thing, on, sheets.get(on)?.taken)
    })

  return {
    async find(offering, wished, { personId, team }) {
      const on = localDate(wished.startAt)
      const dates = Array.from({ length: LOOK_AHEAD_DAYS }, (_, i) => addDays(on, i))
      const near = (await nearOf(offering.placeId))
        .map(meant)
        .filter(one => isAlike(one, wished))
        .slice(0, MOST_ALIKE)
      // Their own time first, where that has opened again meanwhile.
      const then = offering.paused ? near : [offering, ...near]
      const taken = await Promise.all(then.map(one => sheetsOf(one, on)))
      const span = { startAt: wished.startAt, endAt: wished.endAt }
      const sameTime = then
        .filter((one, i) => isStillOpen(one, span, dayKindOf) && leftIn(one, taken[i] ?? new Map(), span) > 0)
        .map(one => ({ ...span, offering: one }))
      const later = async (one: Offering): Promise<Spot[]> => {
        const days = await Promise.all(dates.map(date => viewOf(one, date)))
        return nextAsLong(days, span).map(next => ({ ...next, offering: one }))
      }
      const busy = team ? new Map() : await loadSheets(table, personId, on, addDays(on, LOOK_AHEAD_DAYS))
      const isFree = ({ startAt, endAt, offering: { attended } }: Spot) => {
        const date = localDate(startAt)
        return (
          team ||
          !attended ||
          isFreeIn(withPromised(personId, date, busy.get(date)?.taken), { startAt, endAt })
        )
      }
      const wanted = wantedBy(wished)
      const here = offering.paused ? [] : (await later(offering)).filter(isFree)
      const isEnough = here.length > 0 && wanted.length === 0
      const elsewhere = isEnough ? [] : (await Promise.all(near.map(later))).flat().filter(isFree)
      const spots = [...sameTime, ...here, ...elsewhere]
      const found = await Promise.all(
        (wanted.length > 0 ? spots : spots.slice(0, MOST_TRIES)).map(withEquipment(wished)),
      )
      const rank = (one: Candidate) => rankOf(wished, wanted, one)
      return found.sort((one, other) => rank(one) - rank(other)).slice(0, MOST_TRIES)
    },

    async serverAt({ offering, ...span }, guest) {
      if (!offering.servers) return undefined
      return freeServers(offering, await sheetsOf(offering, localDate(span.startAt)), guest, span)[0]
    },

    promise({ booking, takings }) {
      for (const { taken } of takings)
        for (const part of dayParts(takenSpan(booking, taken))) {
          const name = `${taken.thingId} ${part.on}`
          const sheet = promised.get(name) ?? {}
          for (const quarter of quartersOf(part)) sheet[quarter] = (sheet[quarter] ?? 0) + (taken.units ?? 1)
          promised.set(name, sheet)
          views.delete(part.on)
        }
    },
  }
}

/** What was booked, as it would be booked there. */
export const placingAt = (
  wished: BookingRecord,
  person: Guest,
  { offering, startAt, endAt, equipment }: Candidate,
  now: Instant,
): Parameters<typeof place>[0] => {
  const { residentId, team, bookingId, asked, note, mode, papers } = wished
  const { placeId, offeringId } = offering
  const input = {
    placeId,
    offeringId,
    startAt,
    endAt,
    note,
    mode: offering.modes && mode,
    papers: papers?.filter(({ have }) => have).map(({ name }) => name),
    equipment: [...equipment],
  }
  return {
    ...{ offering, residentId, person, team, input, bookingId, asked, now, dayKindOf },
    audience: 'staff' as const,
  }
}
