import { kinds } from '@yike/shared/booking/kinds'
import { type DayKindOf, spansOn, type WeeklyHours } from '@yike/shared/circle/hours'
import { walkMeters, walkMinutes } from '@yike/shared/circle/rules'
import { placeKinds, priceClasses } from '@yike/shared/circle/schema'
import { addDays } from '@yike/shared/kernel/time'
import { describe, expect, it } from 'vitest'
import { offerings } from './offerings'
import { hoursOf, places } from './places'
import { communities, communityKeys } from './street'

const { osmanthus, stonebridge } = communities
const monday = '2026-11-23'
const week = Array.from({ length: 7 }, (_, i) => addDays(monday, i))
const spansOfWeek = (hours: WeeklyHours, dayKindOf: DayKindOf) =>
  week.map(on => spansOn(hours, on, dayKindOf))

describe('the directory', () => {
  it('has at least 120 places, each with a name of its own, and every kind in both communities', () => {
    expect(places.length).toBeGreaterThanOrEqual(120)
    expect(new Set(places.map(({ name }) => name)).size).toBe(places.length)
    for (const { code } of [osmanthus, stonebridge]) {
      const found = new Set(places.filter(({ community }) => community === code).map(({ kind }) => kind))
      expect([...placeKinds].filter(kind => !found.has(kind))).toEqual([])
    }
  })

  it('has hours of many sorts: by weekday, on holidays, round the clock, and nobody knows', () => {
    expect(new Set(places.map(({ hours }) => JSON.stringify(hours))).size).toBeGreaterThan(40)
    const holidays = new Set(
      places.map(({ hours }) => (Array.isArray(hours?.publicHoliday) ? 'other' : hours?.publicHoliday)),
    )
    expect(holidays).toEqual(new Set(['closed', 'asUsual', 'unknown', 'other', undefined]))
    expect(places.some(({ hours }) => hours?.alwaysOpen)).toBe(true)
    expect(places.some(({ hours }) => hours?.makeUpDay)).toBe(true)
    expect(
      places.some(({ hours }) => hours && new Set(hours.days.map(day => JSON.stringify(day))).size > 1),
    ).toBe(true)
  })

  it('reads every text of hours, and takes none that it does not understand', () => {
    expect(places.filter(({ hours }) => !hours).map(({ name }) => name)).toEqual([
      '桂花里修鞋配匙摊',
      '石桥头修鞋摊',
      '桂花里防汛物资点',
    ])
    expect(() => hoursOf('见门口通知')).toThrow()
  })

  it('rings nobody: every telephone number has the code of no subscriber, and none stands twice', () => {
    const phones = places.flatMap(({ phone }) => phone ?? [])
    for (const phone of [...phones, osmanthus.phone, stonebridge.phone])
      expect(phone).toMatch(/^0519-0000\d{4}$/)
    expect(new Set(phones).size).toBe(phones.length)
  })

  it('shows all of one community and some of the other within 15 minutes of its centre', () => {
    for (const key of communityKeys) {
      const { code, center } = communities[key]
      const near = places.filter(({ position }) => walkMinutes(walkMeters(center, position)) <= 15)
      const own = near.filter(({ community }) => community === code)
      expect(own).toHaveLength(places.filter(({ community }) => community === code).length)
      expect(near.length - own.length).toBeGreaterThanOrEqual(5)
      expect(near.length - own.length).toBeLessThan(own.length / 2)
    }
  })
})

describe('what can be booked', () => {
  it('has at least 24 offerings of every kind and every price, free exactly where it is called free', () => {
    expect(offerings.length).toBeGreaterThanOrEqual(24)
    for (const { code } of [osmanthus, stonebridge]) {
      const own = offerings.filter(({ community }) => community === code)
      expect(new Set(own.map(({ kind }) => kind))).toEqual(new Set(kinds))
      expect(new Set(own.map(({ priceClass }) => priceClass))).toEqual(new Set(priceClasses))
    }
    for (const { priceClass, priceFen } of offerings) expect(priceFen === 0).toBe(priceClass === 'free')
  })

  it.each(offerings.map(offering => [`${offering.placeName} ${offering.name}`, offering] as const))(
    '%s fits its slots into its hours, and its hours into those of its place',
    (_, offering) => {
      const place = places.find(({ placeId }) => placeId === offering.placeId)
      expect(place?.bookable).toContain(offering.kind)
      expect(offering.slotMinutes % 15).toBe(0)
      for (const kind of ['workday', 'weekend', 'holiday'] as const) {
        const open = spansOfWeek(place?.hours ?? offering.hours, () => kind)
        for (const [day, spans] of spansOfWeek(offering.hours, () => kind).entries())
          for (const [from, to] of spans ?? []) {
            expect((to - from) % offering.slotMinutes).toBe(0)
            expect(to).toBeLessThanOrEqual(1440)
            expect(open[day]?.some(([opens, closes]) => opens <= from && to <= closes)).toBe(true)
          }
      }
    },
  )

  it('shares the seats of a thing, and so says the same capacity everywhere', () => {
    const things = new Map(offerings.map(({ thingId, capacity }) => [thingId, capacity]))
    for (const { thingId, capacity } of offerings) expect(capacity).toBe(things.get(thingId))
    expect(things.size).toBeLessThan(offerings.length)
  })

  it('asks staff first with at least two hours to answer', () => {
    const asking = offerings.filter(({ needsApproval }) => needsApproval)
    expect(asking.length).toBeGreaterThanOrEqual(6)
    for (const { noticeMinutes } of asking) expect(noticeMinutes).toBeGreaterThanOrEqual(120)
  })
})
