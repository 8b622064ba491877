/** Asking for hours of a season: one request each, until its minute. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Person, type World } from '../../../test/world'
import { loadWish, wishChanges } from '../store/season/wish'
import { MONDAYS, seasonsIn } from './seasons.test-support'

let w: World
const { book, court, opened, ask, people, record } = seasonsIn(() => w)
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

describe('asking', () => {
  it('is one request for each resident, whatever is changed, and keeps its pseudonym', async () => {
    const { path } = await opened(await court())
    const one = await w.person()
    const first = await ask(one, path, ['s1'])
    await Promise.all([
      ask(one, path, ['s2', 's1']),
      ask(one, path, ['s2', 's1']),
      ask(one, path, ['s2', 's1']),
    ])
    const changed = await w.as(one).get(path)
    expect(changed.body).toMatchObject({
      asked: 1,
      mine: { wishId: first.body.mine.wishId, choices: ['s2', 's1'] },
    })
    await w.as(one).post(`${path}/wish/withdraw`)
    expect((await w.as(one).post(`${path}/wish/withdraw`)).body).toMatchObject({
      asked: 0,
      mine: { withdrawn: true },
    })
    const again = await ask(one, path, ['s1'])
    expect(again.body).toMatchObject({ asked: 1, mine: { wishId: first.body.mine.wishId } })
    expect(again.body.mine.withdrawn).toBeUndefined()
  })

  it('counts 20 who ask at once as 20', async () => {
    const { path } = await opened(await court())
    const crowd = await people(20)
    const answers = await Promise.all(crowd.map(one => ask(one, path)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect((await w.as(crowd[0] as Person).get(path)).body.asked).toBe(20)
  })

  it.each([
    ['a slot that is not offered', { choices: ['s9'] }, 'booking.wish_unclear'],
    ['one slot twice', { choices: ['s1', 's1'] }, 'booking.wish_unclear'],
    ['more than one may get', { choices: ['s1', 's2'], wants: 2 }, 'booking.wish_unclear'],
    ['nothing', { choices: [] }, 'request.malformed'],
    [
      'somebody else’s child',
      { choices: ['s1'], personId: 'ps_01JD0000000000000000000000' },
      'request.not_found',
    ],
  ])('refuses %s', async (_, wrong, code) => {
    const { path } = await opened(await court())
    const one = await w.person()
    expect((await w.as(one).put(`${path}/wish`, { wants: 1, ...wrong })).body.code).toBe(code)
    expect((await w.as(one).get(path)).body).toMatchObject({ asked: 0 })
  })

  it('is refused to whom the offering is not for', async () => {
    const { path } = await opened(await court({ eligible: { ageMonths: { min: 720 } } }))
    expect((await ask(await w.person({ bornOn: '1980-01' }), path)).body.code).toBe('booking.wish_not_for')
    expect((await ask(await w.person({ bornOn: '1950-01' }), path)).status).toBe(200)
  })

  it('rests on a certificate that still holds in its very write, where the offering or the order of the draw does', async () => {
    const forHolders = await court({ eligible: { disabled: true } })
    const { path, staff } = await opened(forHolders)
    const one = await w.person()
    expect((await ask(one, path)).body.code).toBe('booking.wish_not_for')
    const { bookingId } = (await book(one, await court(), MONDAYS[0] ?? '')).body
    const note = (has: boolean) =>
      w.as(staff).post(`/work/bookings/${bookingId}/certificate`, {
        ...{ has, agreed: true, ...(has && { untilOn: '2031-05-20' }) },
      })
    await note(true)
    expect((await ask(one, path)).status).toBe(200)
    await w.as(one).post(`${path}/wish/withdraw`)
    const [out, asked] = await Promise.all([note(false), ask(one, path, ['s2'])])
    expect(out.status).toBe(200)
    if (asked.status !== 200) expect(asked.body.code).toBe('booking.wish_not_for')
    expect((await ask(one, path, ['s1'])).body.code).toBe('booking.wish_not_for')
  })

  it('ends with the minute that was announced, also before the clock has come and in the write itself', async () => {
    const { path, seasonId } = await opened(await court())
    const [early, late] = await people(2)
    if (!early || !late) throw new Error('two are needed')
    await ask(early, path)
    const asked = w.now
    w.pass(60)
    expect((await ask(late, path)).body.code).toBe('booking.season_closed')
    expect((await w.as(early).post(`${path}/wish/withdraw`)).body.code).toBe('booking.season_closed')
    await w.tick()
    // A request that came in time, and whose write was slow.
    const before = await loadWish(w.table, seasonId, early.residentId)
    if (!before) throw new Error('the request is gone')
    const slow = await w.table.write(
      wishChanges(before, { ...before, version: 2, withdrawn: true }, seasonId, asked),
    )
    expect(slow).toMatchObject({ ok: false, refusal: { code: 'booking.season_closed' } })
    expect((await record(path)).entries).toHaveLength(1)
  })
})
