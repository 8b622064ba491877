/** Seasons at their edges: called off, crowded, won by more than are booked in one go. */

import { MOST_WISHES } from '@yike/shared/booking/schema/season'
import { addMinutes } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Person, type World } from '../../test/world'
import { keys } from '../platform/keys'

let w: World
let staff: Person
beforeAll(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterAll(() => w.close())

const opened = async (capacity = 1) => {
  const { placeId, offeringId } = await w.offering(await w.place(), { capacity, daysAhead: 60 })
  const { body } = await w.as(staff).post(`/work/places/${placeId}/offerings/${offeringId}/seasons`, {
    ...{ from: '2026-12-14', to: '2026-12-20', most: 1, source: 'hand' },
    slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
    closesAt: addMinutes(w.now, 60),
    drawAt: addMinutes(w.now, 120),
  })
  return { seasonId: body.seasonId as string, path: `/seasons/${body.seasonId}` }
}
const ask = (by: Person, path: string) => w.as(by).put(`${path}/wish`, { choices: ['s1'], wants: 1 })
const booked = async (by: Person) => (await w.as(by).get('/bookings')).body.bookings.length

describe('a season', () => {
  it('that was called off says so to who asks or takes back, and not that it has closed', async () => {
    const { path } = await opened()
    const one = await w.person()
    await ask(one, path)
    await w.as(staff).post(`${path}/call-off`, { reason: 'repair' })
    expect((await ask(await w.person(), path)).body.code).toBe('booking.season_off')
    expect((await w.as(one).post(`${path}/wish/withdraw`)).body.code).toBe('booking.season_off')
  })

  it('with 2,000 requests takes no more, and says whom to call', async () => {
    const { path, seasonId } = await opened()
    await w.table.write([{ update: keys.season(seasonId), set: { asked: MOST_WISHES } }])
    const { body } = await ask(await w.person(), path)
    expect(body.code).toBe('booking.season_crowded')
    expect(body.next[0].do).toBe('call')
  })

  it('won by 62 is booked for 60 in one go, and by the clock for the other 2', async () => {
    const { path } = await opened(62)
    const people = await Promise.all(Array.from({ length: 62 }, () => w.person()))
    for (const one of people) expect((await ask(one, path)).status).toBe(200)
    w.pass(61)
    await w.tick()
    w.pass(60)
    expect((await w.as(staff).post(`${path}/draw`, { publicNumber: '12 34 56' })).status).toBe(200)
    const all = async () => (await Promise.all(people.map(booked))).reduce((sum, count) => sum + count, 0)
    await w.react()
    expect(await all()).toBe(60)
    w.pass(1)
    await w.tick()
    await w.react()
    expect(await all()).toBe(62)
    expect((await w.as(staff).get(path)).body.state).toBe('settled')
  }, 60_000)
})
