/** Calling a season off: the hours are everybody's again. */
import { addDays } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/world'
import { seasonsIn } from './seasons.test-support'

let w: World
const { court, opened, ask, book, people, toDraw, drawn } = seasonsIn(() => w)
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

describe('calling off', () => {
  it('gives the hours back and tells who asked, once; a drawn season stays drawn', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering)
    const [one, gone] = await people(2)
    if (!one || !gone) throw new Error('two are needed')
    await ask(one, path)
    await ask(gone, path)
    await w.as(gone).post(`${path}/wish/withdraw`)
    const tries = await Promise.all(
      [1, 2].map(() => w.as(staff).post(`${path}/call-off`, { reason: 'repair' })),
    )
    expect(tries.map(({ status }) => status)).toEqual([200, 200])
    await w.react()
    await w.tick()
    const told = await w.as(one).get('/notices')
    expect(told.body.notices).toMatchObject([{ about: 'season', verb: 'callOff' }])
    expect((await w.as(gone).get('/notices')).body.notices).toEqual([])
    expect((await book(one, offering, '2026-12-14')).status).toBe(201)
    expect((await ask(one, path)).body.code).toBe('booking.season_off')
    const other = await opened(offering, { from: addDays('2026-12-14', 70), to: addDays('2026-12-14', 90) })
    await toDraw()
    await drawn(other.staff, other.path)
    expect((await w.as(other.staff).post(`${other.path}/call-off`, { reason: 'few' })).body.code).toBe(
      'booking.season_state',
    )
  })
})
