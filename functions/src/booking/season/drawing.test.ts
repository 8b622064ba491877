/** The draw: its list, its number, and what anybody works out again. */
import { recheckRecord } from '@yike/shared/booking/rules/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, STONEBRIDGE, type World } from '../../../test/world'
import { seasonsIn } from './seasons.test-support'

let w: World
const { court, opened, ask, people, close, toDraw, drawn, record } = seasonsIn(() => w)
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

describe('the draw', () => {
  it('publishes a frozen list under pseudonyms, and anybody draws the same from it', async () => {
    const { path, staff } = await opened(await court())
    const crowd = await people(6)
    for (const one of crowd) await ask(one, path)
    expect((await record(path)).entries).toEqual([])
    await close()
    const frozen = await record(path)
    expect(frozen.entries).toHaveLength(6)
    expect(frozen.listHash).toMatch(/^[0-9a-f]{64}$/)
    expect(frozen.seed).toBeUndefined()
    for (const { residentId, personId, name } of crowd)
      for (const known of [residentId, personId, name]) expect(JSON.stringify(frozen)).not.toContain(known)
    w.pass(60)
    expect((await drawn(staff, path)).status).toBe(200)
    const published = await record(path)
    expect(recheckRecord(published)).toEqual({ commitment: true, list: true, order: true, result: true })
    expect({ ...published, entries: undefined }).toMatchObject({
      listHash: frozen.listHash,
      commitment: frozen.commitment,
    })
    expect(published.entries.flatMap(({ got = [] }) => got).sort()).toEqual(['s1', 's2'])
  })

  it('waits for the list and for the number’s hour, and takes only what its source publishes', async () => {
    const { path, staff } = await opened(await court(), { source: 'dlt', issue: '2026138' })
    const balls = '03 08 11 17 25 30 07'
    expect((await drawn(staff, path, balls)).body.code).toBe('booking.draw_early')
    await close()
    expect((await drawn(staff, path, balls)).body.code).toBe('booking.draw_early')
    w.pass(60)
    expect((await drawn(staff, path, '1 2 3')).body.fields).toHaveProperty('publicNumber')
    expect((await drawn(staff, path, balls)).status).toBe(200)
  })

  it('is done once by 6 who press at once, with one number or with two', async () => {
    for (const numbers of [['12 34 56'], ['12 34 56', '65 43 21']]) {
      const { path, staff } = await opened(await court())
      for (const one of await people(4)) await ask(one, path)
      await toDraw()
      const tries = Array.from({ length: 6 }, (_, i) => numbers[i % numbers.length])
      const answers = await Promise.all(tries.map(number => drawn(staff, path, number)))
      const { publicNumber } = await record(path)
      for (const [i, { status, body }] of answers.entries())
        expect(status === 200 ? tries[i] : body.code).toBe(
          status === 200 ? publicNumber : 'booking.draw_done',
        )
      expect(answers.some(({ status }) => status === 200)).toBe(true)
      expect(recheckRecord(await record(path))?.order).toBe(true)
      await w.react()
    }
  })

  it('lets who comes first choose before everybody else', async () => {
    const { path, staff } = await opened(await court(), {
      priority: ['elder'],
      slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
    })
    for (const one of await people(8, { bornOn: '1990-01' })) await ask(one, path, ['s1'])
    const elder = await w.person({ bornOn: '1950-01' })
    await ask(elder, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    expect((await w.as(elder).get(path)).body.mine).toMatchObject({
      first: true,
      rank: 1,
      got: [{ slotId: 's1', booked: 3 }],
    })
  })

  it('is no business of another community’s staff', async () => {
    const { path } = await opened(await court())
    await toDraw()
    const far = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE, community: STONEBRIDGE })
    expect((await drawn(far, path)).status).toBe(404)
  })
})
