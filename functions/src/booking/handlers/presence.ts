/** Who came: the sheet of a place, marks on it, the code at its door, and appeals. */
import type { booking } from '@yike/shared/booking/contract'
import { gradeOf, type NoShowGrade, noShowExpiry } from '@yike/shared/booking/rules/presence'
import { answersFor } from '@yike/shared/identity/rules'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { addDays, type Instant, instantAt, type LocalDate } from '@yike/shared/kernel/time'
import { loadPlace, type Offering } from '../../circle/handlers'
import { noteLook } from '../../identity/handlers'
import type { Actor, DoorCodes } from '../../platform/actor'
import { atOnce } from '../../platform/at-once'
import { moveCase } from '../../platform/case'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { isMarked, mark, shiftsOfWeek, utilisationOf } from '../domain'
import {
  type BookingRecord,
  forgetChange,
  loadAbsences,
  loadAbsencesOf,
  moveChanges,
  queryHeldFrom,
  queryRosters,
} from '../store'
import { act, findBooking } from './act'
import { sheetLine, showBooking } from './view'

/** Looks are noted so many at a time. */
const NOTED_AT_ONCE = 16

type Presence = Pick<
  Handlers<typeof booking.endpoints>,
  'sheet' | 'takeAttendance' | 'mark' | 'door' | 'checkIn' | 'appeal' | 'excuse' | 'uphold'
>

export const presenceHandlers = (table: Table, doorCodes: DoorCodes): Presence => ({
  async sheet({ actor, now }, { placeId, from, days }) {
    const place = await ownPlace(table, actor, placeId)
    if (!place) return refuse('request.not_found')
    const held = await heldAt(table, place, from, days, now)
    const grades = await gradesOf(table, held, now)
    const dates = Array.from({ length: days }, (_, i) => addDays(from, i))
    return ok({
      placeName: place.name,
      utilisation: utilisationOf(place.offerings, held, dates, await shiftsAt(table, place.offerings, from)),
      lines: inOrder(held).map(one => ({
        ...sheetLine(one),
        ...(one.state === 'confirmed' && { grade: grades.get(one.residentId) }),
      })),
      asOf: now,
    })
  },

  async takeAttendance({ actor, now }, { placeId, from, days }) {
    const place = await ownPlace(table, actor, placeId)
    if (!place) return refuse('request.not_found')
    const held = inOrder(await heldAt(table, place, from, days, now))
    // One line for each resident, however often they came.
    const residents = new Map(held.map(booking => [booking.residentId, booking]))
    const name = `${place.name} · 到场名单`
    const noted = await atOnce([...residents.values()], NOTED_AT_ONCE, ({ residentId, bookingId }) =>
      noteLook(table, actor, { residentId, about: 'booking', caseId: bookingId, name }, now),
    )
    for (const one of noted) if (!one.ok) return one
    return ok({
      placeName: place.name,
      lines: held.map(({ bookingId, offeringName, forName, startAt, endAt, state, arrivedAt, leftAt }) => ({
        ...{ number: spokenNumber(bookingId), offeringName, forName, startAt, endAt, state },
        ...{ arrivedAt, leftAt },
      })),
      asOf: now,
    })
  },

  async mark({ actor, now }, { bookingId, mark: as, markedAt }) {
    // A list cannot have been written after it arrived; a clock that goes fast marks now.
    const [at = now] = [markedAt, now].sort()
    const moved = await moveCase(table, {
      find: () => findBooking(table, actor, bookingId),
      isRepeat: ({ booking }) => isMarked(booking, as, at),
      decide({ booking, part }) {
        const next = mark(booking, as, at, { part, actorId: actor.residentId, now })
        return next.ok ? ok({ booking: next.value, part }) : next
      },
      changes: (before, after) => moveChanges(before.booking, after.booking),
      stale: 'booking.wrong_state',
    })
    return moved.ok ? ok(sheetLine(moved.value.booking)) : moved
  },

  async door({ actor, now }, { placeId }) {
    const place = await ownPlace(table, actor, placeId)
    return place
      ? ok({ placeName: place.name, ...(await doorCodes.show(placeId, now)) })
      : refuse('request.not_found')
  },

  async checkIn({ actor, now }, { bookingId, code }) {
    const found = await findBooking(table, actor, bookingId)
    if (found?.part !== 'owner') return refuse('request.not_found')
    const { booking } = found
    if (booking.state === 'came') return ok(showBooking(booking, 'owner', now))
    const door = await doorCodes.read(code)
    if (door?.placeId !== booking.placeId) return refuse('booking.door_wrong')
    if (door.takenUntil <= now) return refuse('booking.door_over')
    return act(table, actor, bookingId, 'checkIn', now)
  },

  appeal: ({ actor, now }, { bookingId, reason }) => act(table, actor, bookingId, 'appeal', now, reason),

  excuse: ({ actor, now }, { bookingId }) => act(table, actor, bookingId, 'excuse', now),
  uphold: ({ actor, now }, { bookingId, reason }) => act(table, actor, bookingId, 'uphold', now, reason),
})

/** Where whoever booked stood when a booking of theirs was marked. */
export const gradeAfter = async (table: Table, marked: BookingRecord): Promise<NoShowGrade | undefined> => {
  const at = marked.timeline.at(-1)?.at ?? marked.endAt
  return gradeOf(
    (await loadAbsencesOf(table, marked.residentId)).filter(one => one.at <= at),
    at,
  )
}

/** What does not count any more is not kept. */
export const forgetAbsences = async (
  table: Table,
  residentId: Id<'resident'>,
  now: Instant,
): Promise<void> => {
  const over = (await loadAbsencesOf(table, residentId)).filter(one => noShowExpiry(one) <= now)
  const saved = over.length > 0 ? await table.write([forgetChange(residentId, over)]) : undefined
  if (saved && !saved.ok) throw new Error('absences met a busy table')
}

/** Where those stand who are still to come: all are asked for at once, and each once. */
const gradesOf = async (
  table: Table,
  booked: readonly BookingRecord[],
  now: Instant,
): Promise<ReadonlyMap<string, NoShowGrade | undefined>> => {
  const coming = new Set(booked.filter(({ state }) => state === 'confirmed').map(one => one.residentId))
  const absences = await loadAbsences(table, [...coming])
  return new Map([...absences].map(([residentId, missed]) => [residentId, gradeOf(missed, now)]))
}

/** What is held there on some days in a row. */
const heldAt = (
  table: Table,
  { placeId, community }: Pick<Offering, 'placeId' | 'community'>,
  from: LocalDate,
  days: number,
  now: Instant,
): Promise<BookingRecord[]> => {
  const span = { since: instantAt(from, 0), until: instantAt(addDays(from, days), 0) }
  return queryHeldFrom(table, { placeId, community, now, ...span })
}

/** A place that the actor answers for. */
const ownPlace = async (table: Table, actor: Actor, placeId: Id<'place'>) => {
  const found = await loadPlace(table, placeId)
  const { place, offerings = [] } = found ?? {}
  return place?.community && answersFor(actor, place.community)
    ? { ...place, community: place.community, offerings }
    : undefined
}

const inOrder = (bookings: readonly BookingRecord[]): BookingRecord[] =>
  [...bookings].sort((one, other) => (one.startAt + one.bookingId < other.startAt + other.bookingId ? -1 : 1))

/** Who is on duty: as a day was opened, else as in an ordinary week. */
const shiftsAt = async (table: Table, offerings: readonly Offering[], from: LocalDate) => {
  const classes = offerings.filter(({ staffing }) => staffing)
  const things = [...new Map(classes.map(one => [one.thingId, one])).keys()]
  const rosters = (await Promise.all(things.map(thing => queryRosters(table, thing, from)))).flat()
  const opened = new Map(rosters.map(({ thingId, on, shifts }) => [`${thingId} ${on}`, shifts]))
  return (offering: Offering, on: LocalDate) =>
    opened.get(`${offering.thingId} ${on}`) ?? shiftsOfWeek(offering, on)
}
