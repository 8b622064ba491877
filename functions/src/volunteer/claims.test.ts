import { instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import { keys } from '../platform/keys'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const worker = (scope = OSMANTHUS) => w.person({ roles: ['resident', 'worker'], scope })
const volunteer = () => w.person({ roles: ['resident', 'volunteer'] })
const task = (is: object = {}) => ({
  community: OSMANTHUS,
  title: '陪老人散步',
  what: '绕小区走两圈',
  where: '中心花园',
  kind: 'housework',
  startAt: instantAt('2026-11-24', 14 * 60),
  endAt: instantAt('2026-11-24', 15 * 60),
  places: 2,
  ...is,
})
const publish = async (is: object = {}): Promise<string> => {
  const { status, body } = await w.as(await worker()).post('/tasks', task(is))
  expect(status).toBe(201)
  await w.react()
  return `/tasks/${body.taskId}`
}
const leftOf = async (at: string) => (await w.as(await volunteer()).get(at)).body.left

describe('publishing', () => {
  it('puts a task on the menu of its own community only, and tells that community', async () => {
    const at = await publish({ title: '教用手机' })
    const [here, there] = [await w.person(), await w.person({ community: STONEBRIDGE, scope: STONEBRIDGE })]
    const titles = async (one: Person) =>
      (await w.as(one).get('/tasks?limit=50')).body.tasks.map((row: { title: string }) => row.title)
    expect(await titles(here)).toContain('教用手机')
    expect(await titles(there)).toEqual([])
    expect((await w.as(there).get(at)).status).toBe(404)
    await w.react()
    expect((await w.as(here).get('/movements')).body.movements).toMatchObject([
      { about: 'task', verb: 'publish', name: '教用手机' },
    ])
    expect((await w.as(there).get('/movements')).body.movements).toEqual([])
  })

  it('is for staff of that community; another community and one that is not there answer alike', async () => {
    const staff = w.as(await worker())
    const [theirs, missing] = [
      await staff.post('/tasks', task({ community: STONEBRIDGE })),
      await staff.post('/tasks', task({ community: `${OSMANTHUS.slice(0, -1)}9` })),
    ]
    expect(theirs.status).toBe(404)
    expect({ ...theirs.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' })
  })

  it('the same key publishes once', async () => {
    const staff = w.as(await worker())
    const [one, two] = [
      await staff.post('/tasks', task(), 'intent-0000000001'),
      await staff.post('/tasks', task(), 'intent-0000000001'),
    ]
    expect(two).toEqual(one)
  })
})

describe('what neighbours will read of a task is checked first', () => {
  /** Staff who came in by WeChat, as everybody does. */
  const author = async (openId: string) => {
    const staff = await worker()
    w.sandbox.login(openId)
    await w.table.write([{ put: { ...keys.openId(staff.residentId), type: 'OpenId', openId } }])
    return w.as(staff)
  }
  const handIn = async (openId: string, what: string) => {
    const staff = await author(openId)
    const { body } = await staff.post('/tasks', task({ title: openId, what }))
    return { staff, at: `/tasks/${body.taskId}` }
  }
  const menuOf = async (one: Person): Promise<string[]> =>
    (await w.as(one).get('/tasks?limit=50')).body.tasks.map((row: { title: string }) => row.title)
  const told = async () =>
    (await w.as(await w.person()).get('/movements?limit=50')).body.movements.map(
      (row: { name: string }) => row.name,
    )

  it('nobody but staff sees or claims it before; a moment later it is on the menu and the community is told', async () => {
    const { staff, at } = await handIn('openid-clean', '绕小区走两圈')
    const one = await volunteer()
    expect((await staff.get(at)).body.wording).toBe('pending')
    expect((await w.as(one).get(at)).status).toBe(404)
    expect((await w.as(one).post(`${at}/claim`, { version: 0 })).status).toBe(404)
    expect(await menuOf(one)).not.toContain('openid-clean')
    await w.react()
    await w.react()
    expect((await staff.get(at)).body.wording).toBe('pass')
    expect((await w.as(one).get(at)).body.wording).toBeUndefined()
    expect(await menuOf(one)).toContain('openid-clean')
    expect(await told()).toContain('openid-clean')
    expect((await w.as(one).move(`${at}/claim`)).status).toBe(200)
  })

  it('what is found risky never comes on the menu, and who wrote it is told so', async () => {
    const { staff, at } = await handIn('openid-risky', '这里有违规的话')
    await w.react()
    await w.react()
    const one = await volunteer()
    expect((await staff.get(at)).body.wording).toBe('risky')
    expect((await w.as(one).post(`${at}/claim`, { version: 0 })).status).toBe(404)
    expect(await menuOf(one)).not.toContain('openid-risky')
    expect(await told()).not.toContain('openid-risky')
    expect((await staff.get('/notices')).body.notices).toMatchObject([{ about: 'task', verb: 'hold' }])
  })

  it('a check that cannot judge, or never answers within ten minutes, leaves it to the staff who wrote it', async () => {
    const unsure = await handIn('openid-unsure', '这里有待看的话')
    await w.react()
    const one = await volunteer()
    expect((await unsure.staff.get(unsure.at)).body.wording).toBe('review')
    expect((await w.as(one).get(unsure.at)).status).toBe(200)
    const slow = await handIn('openid-slow', '绕小区走两圈')
    w.pass(9)
    expect((await w.as(one).get(slow.at)).status).toBe(404)
    w.pass(1)
    expect((await w.as(one).get(slow.at)).status).toBe(200)
  })
})

describe('registering', () => {
  it('twice at once is the same as once, and claiming works with the token from before', async () => {
    const at = await publish()
    const resident = await w.person()
    const refused = await w.as(resident).move(`${at}/claim`)
    expect(refused).toMatchObject({ status: 409, body: { code: 'volunteer.not_registered' } })
    expect(refused.body.next).toHaveLength(1)
    const answers = await Promise.all([1, 2].map(() => w.as(resident).post('/volunteers')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await w.as(resident).get('/me')).body.roles).toEqual(['resident', 'volunteer'])
    expect((await w.as(resident).move(`${at}/claim`)).body.state).toBe('claimed')
  })
})

describe('claiming', () => {
  it('the third volunteer cannot claim a two-place task', async () => {
    const at = await publish()
    for (const status of [200, 200, 409])
      expect((await w.as(await volunteer()).move(`${at}/claim`)).status).toBe(status)
    expect(await leftOf(at)).toBe(0)
  })

  it('of 20 volunteers at once exactly two get the two places', async () => {
    const at = await publish()
    const crowd = await Promise.all(Array.from({ length: 20 }, volunteer))
    const answers = await Promise.all(crowd.map(one => w.as(one).move(`${at}/claim`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(answers.filter(({ body }) => body.code === 'volunteer.task_full')).toHaveLength(18)
    expect(await leftOf(at)).toBe(0)
  })

  it('ten taps at once of one volunteer take one place', async () => {
    const at = await publish()
    const one = await volunteer()
    const answers = await w.as(one).tap(10, `${at}/claim`)
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect((await w.as(one).get(at)).body).toMatchObject({ left: 1, claim: 'claimed', can: ['release'] })
  })

  it('nobody is in two places at once, whether by two tasks or by a task and a booking', async () => {
    const [one, two] = [await publish(), await publish({ endAt: instantAt('2026-11-24', 16 * 60) })]
    const busy = await volunteer()
    await w.as(busy).move(`${one}/claim`)
    expect((await w.as(busy).move(`${two}/claim`)).body.code).toBe('volunteer.person_busy')
    expect(await leftOf(two)).toBe(2)
    const offering = await w.offering(await w.place())
    const { placeId, offeringId } = offering
    const { startAt, endAt } = task()
    const booked = await w.as(busy).post('/bookings', { placeId, offeringId, startAt, endAt })
    expect(booked.body.code).toBe('booking.person_busy')
  })

  it('a task over midnight takes the quarters of both days', async () => {
    const night = await publish({
      startAt: instantAt('2026-11-24', 23 * 60),
      endAt: instantAt('2026-11-25', 60),
    })
    const after = await publish({
      startAt: instantAt('2026-11-25', 45),
      endAt: instantAt('2026-11-25', 90),
    })
    const one = await volunteer()
    await w.as(one).move(`${night}/claim`)
    expect((await w.as(one).move(`${after}/claim`)).body.code).toBe('volunteer.person_busy')
  })

  it('a task of another community and one that is not there answer alike', async () => {
    const at = await publish()
    const there = w.as(
      await w.person({ roles: ['resident', 'volunteer'], community: STONEBRIDGE, scope: STONEBRIDGE }),
    )
    for (const [verb, body] of [['claim'], ['release'], ['complete', { minutes: 5 }]] as const) {
      const theirs = await there.move(`${at}/${verb}`, body)
      const missing = await there.move(`/tasks/tk_01JD0000000000000000000000/${verb}`, body)
      expect(theirs.status).toBe(404)
      expect({ ...theirs.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' })
    }
  })
})

describe('the last place', () => {
  it('of a task stays the volunteer’s who taps for it five times at once', async () => {
    const at = await publish({ places: 1 })
    const one = await volunteer()
    const answers = await w.as(one).tap(5, `${at}/claim`)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  })

  it('is not given to somebody who has moved to another community between look and tap', async () => {
    const at = await publish()
    const one = await volunteer()
    const { version } = (await w.as(one).get(at)).body
    await w.as(one).put('/me/community', { community: STONEBRIDGE, name: one.name })
    expect((await w.as(one).post(`${at}/claim`, { version })).status).toBeGreaterThanOrEqual(400)
  })
})

describe('releasing', () => {
  it('gives place and time back once, however often it is tapped, and the place can be claimed again', async () => {
    const [at, other] = [await publish({ places: 1 }), await publish()]
    const [one, two] = [await volunteer(), await volunteer()]
    await w.as(one).move(`${at}/claim`)
    const answers = await w.as(one).tap(4, `${at}/release`)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await w.as(one).get(at)).body).toMatchObject({ left: 1, claim: 'released' })
    expect((await w.as(one).move(`${other}/claim`)).status).toBe(200)
    expect((await w.as(two).move(`${at}/claim`)).status).toBe(200)
    expect((await w.as(one).move(`${at}/claim`)).body.code).toBe('volunteer.task_full')
  })

  it('places never overfill while volunteers claim and release at once', async () => {
    const at = await publish()
    const crowd = await Promise.all(Array.from({ length: 6 }, volunteer))
    await Promise.all(
      crowd.map(async one => {
        await w.as(one).move(`${at}/claim`)
        await w.as(one).move(`${at}/release`)
        await w.as(one).move(`${at}/claim`)
      }),
    )
    const rows = await Promise.all(crowd.map(one => w.as(one).get(at)))
    const held = rows.filter(({ body }) => body.claim === 'claimed').length
    expect(held).toBeLessThanOrEqual(2)
    expect(await leftOf(at)).toBe(2 - held)
  })
})

describe('the menu', () => {
  it('shows what has not ended, soonest end first, page by page, with my own claims', async () => {
    const own = await createWorld()
    const staff = own.as(await own.person({ roles: ['resident', 'worker'] }))
    const at = (hour: number) => instantAt('2026-11-23', hour * 60)
    const ids: string[] = []
    for (const [startAt, endAt] of [
      [at(14), at(16)],
      [at(9.25), at(9.5)],
      [at(10), at(11)],
    ])
      ids.push((await staff.post('/tasks', task({ startAt, endAt }))).body.taskId)
    await own.react()
    const one = own.as(await own.person({ roles: ['resident', 'volunteer'] }))
    await one.move(`/tasks/${ids[2]}/claim`)
    const menu = async (query: string) => (await one.get(`/tasks?${query}`)).body
    const first = await menu('limit=2')
    expect(first.tasks).toMatchObject([
      { taskId: ids[1], can: ['claim'] },
      { taskId: ids[2], claim: 'claimed', can: ['release'] },
    ])
    expect((await menu(`limit=2&cursor=${first.cursor}`)).tasks).toMatchObject([{ taskId: ids[0] }])
    own.pass(30)
    expect((await menu('limit=50')).tasks.map((row: { taskId: string }) => row.taskId)).toEqual([
      ids[2],
      ids[0],
    ])
    await own.close()
  })
})
