import { type DaySheet, dayParts, quartersOf } from '@yike/shared/booking/calendar'
import { holds } from '@yike/shared/booking/lifecycle'
import { addDays, addMinutes, type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { taskKinds } from '@yike/shared/volunteer/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayView, nextFree } from '../../booking/domain'
import type { Offering } from '../../circle/store'
import { offerings } from '../offerings'
import { type Life, planLife } from './plan'

const NOVEMBER = instantAt('2026-11-22', 13 * 60 + 50)
/** Any quarter of an hour from 2026 into 2027, whose holidays nobody has published. */
const moment = fc
  .record({ day: fc.integer({ min: 0, max: 395 }), quarter: fc.integer({ min: 0, max: 95 }) })
  .map(({ day, quarter }) => instantAt(addDays('2026-01-01', day), quarter * 15))

/** What is taken, recounted from the records themselves. */
const sheetsOf = ({ bookings, tasks }: Life) => {
  const sheets = new Map<string, Record<number, number>>()
  const count = (id: string, span: { startAt: Instant; endAt: Instant }) => {
    for (const part of dayParts(span)) {
      const sheet = sheets.get(`${id}#${part.on}`) ?? {}
      for (const quarter of quartersOf(part)) sheet[quarter] = (sheet[quarter] ?? 0) + 1
      sheets.set(`${id}#${part.on}`, sheet)
    }
  }
  for (const { booking } of bookings)
    if (holds(booking.state)) for (const id of [booking.thingId, booking.personId]) count(id, booking)
  for (const { claim } of tasks.flatMap(({ claims }) => claims)) count(claim.personId, claim)
  return sheets
}
const daysOf = (offering: Offering, sheets: Map<string, DaySheet>, now: Instant, count: number) =>
  Array.from({ length: count }, (_, i) => addDays(localDate(now), i)).map(on =>
    dayView(offering, on, sheets.get(`${offering.thingId}#${on}`) ?? {}, now, dayKindOf),
  )

const keepsHolidays = ({ hours }: Offering) => hours.publicHoliday === 'asUsual' && !hours.makeUpDay

describe('the life of the street, whenever the demo is loaded', () => {
  it('leaves every offering that keeps its hours on holidays a free slot within 7 days', () => {
    expect(offerings.filter(keepsHolidays).length).toBeGreaterThanOrEqual(24)
    fc.assert(
      fc.property(moment, now => {
        const sheets = sheetsOf(planLife(now))
        for (const offering of offerings.filter(keepsHolidays))
          expect(nextFree(daysOf(offering, sheets, now, 8), now, 1), offering.name).toHaveLength(1)
      }),
    )
  })

  it('leaves the others a free slot within 14 days, where the calendar is known', () => {
    const others = offerings.filter(offering => !keepsHolidays(offering))
    expect(others).not.toHaveLength(0)
    fc.assert(
      fc.property(
        moment.filter(now => addDays(localDate(now), 14) < '2027-01-01'),
        now => {
          const sheets = sheetsOf(planLife(now))
          for (const offering of others)
            expect(nextFree(daysOf(offering, sheets, now, 15), now, 1), offering.name).toHaveLength(1)
        },
      ),
    )
  })

  it('books nobody in two places at once and nothing beyond its capacity', () => {
    const capacities = new Map<string, number>(offerings.map(({ thingId, capacity }) => [thingId, capacity]))
    fc.assert(
      fc.property(moment, now => {
        for (const [at, sheet] of sheetsOf(planLife(now))) {
          const capacity = capacities.get(at.slice(0, at.indexOf('#'))) ?? 1
          expect(Math.max(...Object.values(sheet))).toBeLessThanOrEqual(capacity)
        }
      }),
    )
  })

  it('lets at least six requests wait with different deadlines that lie ahead', () => {
    fc.assert(
      fc.property(moment, now => {
        const deadlines = planLife(now).bookings.flatMap(({ booking }) => booking.deadlineAt ?? [])
        expect(deadlines.length).toBeGreaterThanOrEqual(6)
        expect(new Set(deadlines).size).toBeGreaterThanOrEqual(6)
        for (const deadline of deadlines) expect(deadline > now).toBe(true)
      }),
    )
  })

  it('says nothing that has not happened yet', () => {
    fc.assert(
      fc.property(moment, now => {
        const { bookings, projects, tasks } = planLife(now)
        const cases = [
          ...bookings.map(({ booking }) => booking),
          ...projects,
          ...tasks.flatMap(({ claims }) => claims.map(({ claim }) => claim)),
        ]
        for (const entry of cases.flatMap(({ timeline }) => timeline)) expect(entry.at < now).toBe(true)
        for (const { publishedAt } of tasks.map(({ task }) => task)) expect(publishedAt < now).toBe(true)
      }),
    )
  })

  it('is the same for the same moment, ids and all, and has the same ids the next day', () => {
    expect(planLife(NOVEMBER)).toEqual(planLife(NOVEMBER))
    const idsAt = (now: Instant) => planLife(now).bookings.map(({ booking }) => booking.bookingId)
    expect(idsAt(addMinutes(NOVEMBER, 1440)).slice(0, 20)).toEqual(idsAt(NOVEMBER).slice(0, 20))
    expect(new Set(idsAt(NOVEMBER)).size).toBe(idsAt(NOVEMBER).length)
  })
})

describe('the life of the street', () => {
  const life = planLife(NOVEMBER)

  it('has at least three slots full and five with one or two seats left', () => {
    const sheets = sheetsOf(life)
    const slots = offerings.flatMap(offering =>
      daysOf(offering, sheets, NOVEMBER, 8).flatMap(({ slots: day }) =>
        day.map(slot => ({ ...slot, capacity: offering.capacity })),
      ),
    )
    expect(slots.filter(({ left }) => left === 0).length).toBeGreaterThanOrEqual(3)
    expect(
      slots.filter(({ left, capacity }) => left > 0 && left <= 2 && capacity > 3).length,
    ).toBeGreaterThanOrEqual(5)
  })

  it('has a micro-project request in every state and of every kind', () => {
    expect(new Set(life.projects.map(({ state }) => state)).size).toBe(4)
    expect(new Set(life.projects.map(({ kind }) => kind)).size).toBe(3)
  })

  it('has ten tasks of all kinds ahead, some of them full, and claims in three states', () => {
    const ahead = life.tasks.filter(({ task }) => task.startAt > NOVEMBER)
    expect(ahead.length).toBeGreaterThanOrEqual(10)
    expect(new Set(ahead.map(({ task }) => task.kind))).toEqual(new Set(taskKinds))
    expect(ahead.filter(({ task, claims }) => task.places === claims.length).length).toBeGreaterThanOrEqual(2)
    const states = life.tasks.flatMap(({ claims }) => claims.map(({ claim }) => claim.state))
    expect(new Set(states)).toEqual(new Set(['claimed', 'reported', 'confirmed']))
  })
})
