/** Seasons at their edges: called off, crowded, won by more than are booked in one go. */

import { MOST_WISHES } from '@yike/shared/booking/schema/season'
import { addMinutes } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, type World } from '../../../test/world'
import { keys } from '../../platform/keys'
import type { Table } from '../../platform/table'
import { advanceSeason } from '../handlers'
import { seasonsIn } from './seasons.test-support'

let w: World
let staff: Person
const { manyWishes } = seasonsIn(() => w)
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

  it('whose number is known and not entered waits for staff of its community until it is, and no minute earlier', async () => {
    const { path, seasonId } = await opened()
    const waits = async () => {
      await w.tick()
      const { waiting } = (await w.as(staff).get(`/work/queue?community=${OSMANTHUS}&limit=50`)).body
      return waiting.filter(({ caseId }: { caseId: string }) => caseId === seasonId)
    }
    w.pass(61)
    expect(await waits()).toEqual([])
    w.pass(58)
    expect(await waits()).toEqual([])
    w.pass(1)
    const drawAt = w.now
    expect(await waits()).toMatchObject([
      { kind: 'season', since: drawAt, deadlineAt: addMinutes(drawAt, 24 * 60) },
    ])
    w.pass(60)
    expect(await waits()).toHaveLength(1)
    expect((await w.as(staff).post(`${path}/draw`, { publicNumber: '12 34 56' })).status).toBe(200)
    expect(await waits()).toEqual([])
    expect((await w.as(staff).get(path)).body.state).toBe('settled')
  })

  it('that is called off instead waits no longer', async () => {
    const { path, seasonId } = await opened()
    w.pass(61)
    await w.tick()
    w.pass(60)
    await w.tick()
    await w.as(staff).post(`${path}/call-off`, { reason: 'noNumber' })
    const { waiting } = (await w.as(staff).get(`/work/queue?community=${OSMANTHUS}&limit=50`)).body
    expect(waiting.map(({ caseId }: { caseId: string }) => caseId)).not.toContain(seasonId)
  })

  it('of which 250 are told goes on where it was interrupted: nobody of the first 200 is told once more', async () => {
    const { path, seasonId } = await opened()
    await manyWishes(seasonId, 250)
    w.pass(61)
    await w.tick()
    await w.as(staff).post(`${path}/call-off`, { reason: 'few' })
    let told = 0
    const table = (most: number): Table => ({
      ...w.table,
      write: async changes => {
        if (changes.some(change => 'put' in change && change.put.type === 'Notice') && ++told > most)
          throw new Error('interrupted')
        return w.table.write(changes)
      },
    })
    await expect(advanceSeason(table(220), seasonId as never, w.now)).rejects.toThrow('interrupted')
    told = 0
    await advanceSeason(table(1000), seasonId as never, w.now)
    expect(told).toBe(50)
  }, 30_000)

  it('is named by its offering beside another one, the next to begin first', async () => {
    const { placeId, offeringId } = await w.offering(await w.place(), { daysAhead: 60 })
    const open = async (from: string, to: string) => {
      const { body } = await w.as(staff).post(`/work/places/${placeId}/offerings/${offeringId}/seasons`, {
        ...{ from, to, most: 1, source: 'hand' },
        slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
        ...{ closesAt: addMinutes(w.now, 60), drawAt: addMinutes(w.now, 120) },
      })
      return body.seasonId
    }
    const later = await open('2027-01-04', '2027-01-10')
    const next = await open('2026-12-14', '2026-12-20')
    const { body } = await w
      .as(await w.person())
      .get(`/places/${placeId}/offerings/${offeringId}/days?from=2026-12-14&days=1`)
    expect(body.offering.seasonIds).toEqual([next, later])
  })

  it('with 2,000 requests takes no more, and says whom to call', async () => {
    const { path, seasonId } = await opened()
    await w.table.write([{ update: keys.season(seasonId), set: { asked: MOST_WISHES } }])
    const { body } = await ask(await w.person(), path)
    expect(body.code).toBe('booking.season_crowded')
    expect(body.next[0].do).toBe('call')
  })

  it('with 1,999 requests takes one of 2 who ask at once, and counts no more than 2,000', async () => {
    const { path, seasonId } = await opened()
    await w.table.write([{ update: keys.season(seasonId), set: { asked: MOST_WISHES - 1 } }])
    const [one, other] = [await w.person(), await w.person()]
    const answers = await Promise.all([ask(one, path), ask(other, path)])
    expect(answers.map(({ body }) => body.code ?? body.asked).sort()).toEqual([
      MOST_WISHES,
      'booking.season_crowded',
    ])
    // Who takes it back makes room, and who stands may still change.
    const [taken, refused] = answers[0]?.status === 200 ? [one, other] : [other, one]
    expect((await ask(taken, path)).status).toBe(200)
    await w.as(taken).post(`${path}/wish/withdraw`)
    expect((await ask(refused, path)).status).toBe(200)
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
