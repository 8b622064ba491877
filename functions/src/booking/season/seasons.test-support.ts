/** A court of a community, staff who open a season of it, and residents who ask for its hours. */
import { wholeRecord } from '@yike/shared/booking/rules/record'
import type { DrawRecord } from '@yike/shared/booking/schema/season/draw'
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { expect } from 'vitest'
import type { Person, World } from '../../../test/world'
import type { Offering } from '../../circle/store'
import { hashedId, newId } from '../../platform/ids'
import { keys } from '../../platform/keys'
import { MOST_CHANGES, type Table } from '../../platform/table'
import { type WishRecord, wishItem } from '../store/season/wish'

export const MONDAYS = ['2026-12-14', '2026-12-21', '2026-12-28']

export const at = (on: string, minute = 840) => ({
  startAt: instantAt(on, minute),
  endAt: instantAt(on, minute + 60),
})

/** A table that fails before its nth write from now on. */
export const failing = (table: Table, nth: number): Table => {
  let writes = 0
  return {
    ...table,
    write: changes => {
      if (writes++ === nth) throw new Error('the light went out')
      return table.write(changes)
    },
  }
}

/** What is done in a world that is there by the time it is done. */
export const seasonsIn = (world: () => World) => {
  /** Mondays and Wednesdays at two for three weeks: one court. */
  const season = (more: object = {}) => ({
    ...{ from: '2026-12-14', to: '2027-01-03', most: 1, source: 'hand' },
    slots: [0, 2].map(weekday => ({ weekday, fromMinute: 840, toMinute: 900 })),
    closesAt: addMinutes(world().now, 60),
    drawAt: addMinutes(world().now, 120),
    ...more,
  })
  const worker = () => world().person({ roles: ['resident', 'worker'] })
  const court = async (is: Partial<Offering> = {}) =>
    world().offering(await world().place(), { capacity: 1, daysAhead: 60, ...is })
  const openAt = (by: Person, { placeId, offeringId }: Offering, more: object = {}) =>
    world().as(by).post(`/work/places/${placeId}/offerings/${offeringId}/seasons`, season(more))
  const opened = async (offering: Offering, more: object = {}) => {
    const staff = await worker()
    const answer = await openAt(staff, offering, more)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return { staff, seasonId: answer.body.seasonId as never, path: `/seasons/${answer.body.seasonId}` }
  }
  const ask = (by: Person, path: string, choices: readonly string[] = ['s1', 's2'], more: object = {}) =>
    world()
      .as(by)
      .put(`${path}/wish`, { choices, wants: 1, ...more })
  const book = (by: Person, { placeId, offeringId }: Offering, on: string, minute?: number) =>
    world()
      .as(by)
      .post('/bookings', { placeId, offeringId, ...at(on, minute) })
  const people = (count: number, is: object = {}) =>
    Promise.all(Array.from({ length: count }, () => world().person(is)))
  const close = async () => {
    world().pass(61)
    await world().tick()
  }
  const toDraw = async () => {
    await close()
    world().pass(60)
  }
  const drawn = (by: Person, path: string, publicNumber = '12 34 56') =>
    world().as(by).post(`${path}/draw`, { publicNumber })
  const part = async (path: string, nth = 0) => world().send('GET', `${path}/draw?part=${nth}`, {})
  /** All that is published of a draw, out of its parts. */
  const record = async (path: string): Promise<DrawRecord> => {
    const { body: first } = await part(path)
    const others = Array.from({ length: first.parts - 1 }, async (_, i) => (await part(path, i + 1)).body)
    const whole = wholeRecord([first, ...(await Promise.all(others))])
    if (!whole) throw new Error('the parts make no record')
    return whole
  }
  const mine = async (by: Person) => (await world().as(by).get('/bookings')).body.bookings
  /** So many requests of people who do nothing else. */
  const manyWishes = async (seasonId: string, count: number): Promise<void> => {
    const wishes = Array.from({ length: count }, (_, i): WishRecord => {
      const residentId = newId('resident', Date.parse(world().now))
      return {
        ...{ residentId, wishId: hashedId('wish', residentId), version: 1, forName: '王桂芳', wants: 1 },
        ...{ personId: newId('person', Date.parse(world().now)), filedAt: world().now },
        choices: i % 2 ? ['s1', 's2'] : ['s2', 's1'],
      }
    })
    for (let from = 0; from < count; from += MOST_CHANGES)
      await world().table.write(
        wishes.slice(from, from + MOST_CHANGES).map(wish => ({ put: wishItem(seasonId as never, wish) })),
      )
    await world().table.write([{ update: keys.season(seasonId), add: { asked: count } }])
  }
  return {
    worker,
    court,
    openAt,
    opened,
    ask,
    book,
    people,
    close,
    toDraw,
    drawn,
    part,
    record,
    mine,
    manyWishes,
  }
}
