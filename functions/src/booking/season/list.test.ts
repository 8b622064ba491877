/** The frozen list: kept and published in parts, and in whole the same whoever freezes it, however often. */
import { recheckRecord } from '@yike/shared/booking/rules/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMeter } from '../../../test/meter'
import { createWorld, type World } from '../../../test/world'
import { advanceSeason } from '../handlers'
import { failing, seasonsIn } from './seasons.test-support'

let w: World
const meter = createMeter()
const { court, opened, ask, close, drawn, part, record, manyWishes } = seasonsIn(() => w)
beforeAll(async () => {
  w = await createWorld({ meter })
})
afterAll(() => w.close())

describe('a frozen list', () => {
  it('of nobody is one part without requests, and a part that is not there is not found', async () => {
    const { path } = await opened(await court())
    for (const act of [async () => {}, close]) {
      await act()
      expect((await part(path)).body).toMatchObject({ part: 0, parts: 1, entries: [] })
      expect((await part(path, 1)).status).toBe(404)
      expect((await part(path, 8)).status).toBe(400)
    }
  })

  it('interrupted before either of its 2 writes, and frozen by 2 at once, is the same list', async () => {
    for (const nth of [0, 1, 2]) {
      const { path, seasonId } = await opened(await court())
      await manyWishes(seasonId, 300)
      w.pass(61)
      const interrupted = advanceSeason(failing(w.table, nth), seasonId, w.now)
      await (nth < 2 ? expect(interrupted).rejects.toThrow('the light went out') : interrupted)
      await Promise.all([1, 2].map(() => advanceSeason(w.table, seasonId, w.now)))
      await advanceSeason(w.table, seasonId, w.now)
      const frozen = await record(path)
      expect([frozen.state, frozen.entries.length]).toEqual(['closed', 300])
      expect(frozen.entries.map(({ wishId }) => wishId)).toEqual(
        frozen.entries.map(({ wishId }) => wishId).sort(),
      )
      w.pass(60)
      expect((await drawn(await w.person({ roles: ['resident', 'worker'] }), path)).status).toBe(200)
      expect(recheckRecord(await record(path))?.list).toBe(true)
      await w.react()
    }
  }, 60_000)

  it('says of each slot how many want it most, and not before it is frozen', async () => {
    const { path, staff } = await opened(await court())
    for (const choices of [['s1'], ['s2', 's1'], ['s2']]) await ask(await w.person(), path, choices)
    const wanted = async () =>
      (await w.as(staff).get(path)).body.slots.map((slot: { wanted?: number }) => slot.wanted)
    expect(await wanted()).toEqual([undefined, undefined])
    await close()
    expect(await wanted()).toEqual([1, 2])
  })

  it('of 2,000 comes in 8 parts of 250, each for at most 8 read units, and makes one record that draws again', async () => {
    const { path, seasonId, staff } = await opened(await court())
    await manyWishes(seasonId, 1999)
    const one = await w.person()
    await ask(one, path)
    await close()
    const reads = async (act: () => Promise<unknown>) => {
      meter.take()
      await act()
      return meter.take().readUnits
    }
    for (const again of [false, true]) {
      const units = await reads(async () => {
        expect((await part(path, 7)).body).toMatchObject({ part: 7, parts: 8, entries: { length: 250 } })
      })
      expect(units).toBeLessThanOrEqual(8)
      const all = await record(path)
      expect(new Set(all.entries.map(({ wishId }) => wishId)).size).toBe(2000)
      expect(recheckRecord(all)).toEqual(
        again ? { commitment: true, list: true, order: true, result: true } : undefined,
      )
      if (again) break
      w.pass(60)
      // Reading the wishes themselves would take 125.
      expect(
        await reads(async () => expect((await drawn(staff, path)).status).toBe(200)),
      ).toBeLessThanOrEqual(50)
    }
    // What is looked at by everybody is no longer than that of a season of three.
    const views = [`/seasons?community=${one.community}`, path].map(address => () => w.as(one).get(address))
    for (const view of views) expect(await reads(view)).toBeLessThanOrEqual(10)
    const { mine, asked } = (await w.as(one).get(path)).body
    expect(asked).toBe(2000)
    const { entries } = await record(path)
    expect(entries.find(({ wishId }) => wishId === mine.wishId)?.rank).toBe(mine.rank)
  }, 60_000)
})
