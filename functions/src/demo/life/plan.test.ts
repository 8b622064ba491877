import { dayParts, quartersOf, type Span } from '@yike/shared/booking/calendar'
import { holds } from '@yike/shared/booking/lifecycle'
import { readDay } from '@yike/shared/booking/rules/days'
import { addDays, addMinutes, type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { taskKinds } from '@yike/shared/volunteer/schema'
import { describe, expect, it } from 'vitest'
import { dayTable, nextFree } from '../../booking/domain'
import type { Offering } from '../../circle/store'
import { offerings } from '../offerings'
import { type Life, planLife } from './plan'

type Sheets = ReadonlyMap<string, Readonly<Record<number, number>>>

/** What is taken, recounted from the records themselves. */
const sheetsOf = ({ bookings, tasks }: Life): Sheets => {
  const sheets = new Map<string, Record<number, number>>()
  const count = (id: string, span: Span) => {
    for (const part of dayParts(span)) {
      const sheet = sheets.get(`${id}#${part.on}`) ?? {}
      for (const quarter of quartersOf(part)) sheet[quarter] = (sheet[quarter] ?? 0) + 1
      sheets.set(`${id}#${part.on}`, sheet)
    }
  }
  for (const { booking } of bookings)
    if (holds(booking.state)) for (const { thingId } of booking.takes) count(thingId, booking)
  for (const { claim } of tasks.flatMap(({ claims }) => claims)) count(claim.personId, claim)
  return sheets
}

const dayOf = (offering: Offering, sheets: Sheets, now: Instant, ahead: number) => {
  const on = addDays(localDate(now), ahead)
  const { thingId } = offering
  const taken = new Map([[thingId, sheets.get(`${thingId}#${on}`) ?? {}]])
  return readDay(dayTable(offering, on, taken, now, dayKindOf), offering)
}
const hasFreeSlot = (offering: Offering, sheets: Sheets, now: Instant, withinDays: number): boolean =>
  Array.from({ length: withinDays + 1 }, (_, ahead) => ahead).some(
    ahead => nextFree([dayOf(offering, sheets, now, ahead)], new Map(), 1).length === 1,
  )

const keepsHolidays = ({ hours }: Offering) => hours.publicHoliday === 'asUsual' && !hours.makeUpDay

/** Every tenth day, so every weekday, at changing hours: from 2026 into 2027, whose holidays nobody has published. */
const moments = [
  ...Array.from({ length: 40 }, (_, i) => instantAt(addDays('2026-01-01', i * 10), (i * 7 * 60 + 15) % 1440)),
  // Before the longest holiday, at the end of the known calendar, and the last minute of a day.
  instantAt('2026-02-13', 20 * 60),
  instantAt('2026-12-31', 12 * 60),
  instantAt('2026-11-22', 1439),
]

describe.each(moments)('loaded at %s', now => {
  const life = planLife(now)
  const sheets = sheetsOf(life)

  it('every offering has a free slot within 7 days, one that closes on holidays within 14', () => {
    for (const offering of offerings) {
      if (keepsHolidays(offering)) expect(hasFreeSlot(offering, sheets, now, 7), offering.name).toBe(true)
      else if (addDays(localDate(now), 14) < '2027-01-01')
        expect(hasFreeSlot(offering, sheets, now, 14), offering.name).toBe(true)
    }
  })

  it('nobody is in two places at once and nothing is taken beyond its capacity', () => {
    const capacities = new Map<string, number>(offerings.map(({ thingId, capacity }) => [thingId, capacity]))
    for (const [at, sheet] of sheets) {
      const capacity = capacities.get(at.slice(0, at.indexOf('#'))) ?? 1
      expect(Math.max(...Object.values(sheet))).toBeLessThanOrEqual(capacity)
    }
  })

  it('at least six bookings wait, with different deadlines that lie ahead', () => {
    const deadlines = life.bookings.flatMap(({ booking }) =>
      booking.state === 'requested' ? (booking.deadlineAt ?? []) : [],
    )
    expect(new Set(deadlines).size).toBeGreaterThanOrEqual(6)
    for (const deadline of deadlines) expect(deadline > now).toBe(true)
  })

  it('no timeline tells of what has not happened yet', () => {
    const cases = [
      ...life.bookings.map(({ booking }) => booking),
      ...life.projects,
      ...life.tasks.flatMap(({ claims }) => claims.map(({ claim }) => claim)),
    ]
    for (const { at } of cases.flatMap(({ timeline }) => timeline)) expect(at < now).toBe(true)
    for (const { task } of life.tasks) expect(task.publishedAt < now).toBe(true)
  })
})

describe('the life of the street', () => {
  const now = instantAt('2026-11-23', 13 * 60 + 50)
  const life = planLife(now)

  it('is the same for the same moment, and has the same ids on every day', () => {
    expect(planLife(now)).toEqual(life)
    const own = ({ bookings }: Life) => bookings.slice(0, 20).map(({ booking }) => booking.bookingId)
    expect(own(planLife(addMinutes(now, 1440)))).toEqual(own(life))
    expect(new Set(life.bookings.map(({ booking }) => booking.bookingId)).size).toBe(life.bookings.length)
  })

  it('keeps at least 24 offerings open on holidays, so that a year without a calendar has them too', () => {
    expect(offerings.filter(keepsHolidays).length).toBeGreaterThanOrEqual(24)
  })

  it('has at least three slots full and five with one or two seats left', () => {
    const sheets = sheetsOf(life)
    const slots = offerings.flatMap(offering =>
      [1, 2, 3, 4].flatMap(ahead =>
        dayOf(offering, sheets, now, ahead).slots.map(({ left }) => ({ left, capacity: offering.capacity })),
      ),
    )
    expect(slots.filter(({ left }) => left === 0).length).toBeGreaterThanOrEqual(3)
    const nearlyFull = slots.filter(({ left, capacity }) => left > 0 && left <= 2 && capacity > 3)
    expect(nearlyFull.length).toBeGreaterThanOrEqual(5)
  })

  it('has a micro-project request in every state and of every kind', () => {
    expect(new Set(life.projects.map(({ state }) => state)).size).toBe(4)
    expect(new Set(life.projects.map(({ kind }) => kind)).size).toBe(3)
  })

  it('has ten tasks of all kinds ahead, two of them full, and claims in three states', () => {
    const ahead = life.tasks.filter(({ task }) => task.startAt > now)
    expect(ahead.length).toBeGreaterThanOrEqual(10)
    expect(new Set(ahead.map(({ task }) => task.kind))).toEqual(new Set(taskKinds))
    expect(ahead.filter(({ task, claims }) => task.places === claims.length).length).toBeGreaterThanOrEqual(2)
    const states = life.tasks.flatMap(({ claims }) => claims.map(({ claim }) => claim.state))
    expect(new Set(states)).toEqual(new Set(['claimed', 'reported', 'confirmed']))
  })
})
