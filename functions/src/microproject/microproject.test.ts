import { addWorkdays } from '@yike/shared/kernel/workday'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import { MOST_REFILES } from './domain'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const wish = { title: '楼道装感应灯', what: '晚上看不清台阶', where: '7 幢 1 单元', kind: 'goods' }
const worker = (scope = OSMANTHUS) => w.person({ roles: ['resident', 'worker'], scope })
const filedBy = async (owner: Person): Promise<string> => {
  const { status, body } = await w.as(owner).post('/microprojects', wish)
  expect(status).toBe(201)
  await w.react()
  return `/microprojects/${body.microprojectId}`
}
const filed = async () => {
  const owner = await w.person()
  return { owner, at: await filedBy(owner) }
}

describe('filing', () => {
  it('a request waits for staff of the community until five workdays later', async () => {
    const owner = await w.person()
    const { body } = await w.as(owner).post('/microprojects', wish)
    expect(body).toMatchObject({
      ...wish,
      state: 'filed',
      mine: true,
      can: ['withdraw'],
      community: OSMANTHUS,
    })
    expect(body.deadlineAt).toBe(addWorkdays(w.now, 5))
  })

  it.each([
    ['in the Gulf of Guinea', { lng: 0, lat: 0 }],
    ['with east and north swapped', { lng: 31.78, lat: 119.95 }],
  ])('a request about a place %s is refused', async (_, position) => {
    const { status, body } = await w.as(await w.person()).post('/microprojects', { ...wish, position })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'request.malformed' })
  })

  it('ten retries of one intent at once file one request', async () => {
    const owner = await w.person()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => w.as(owner).post('/microprojects', wish, 'intent-0000000001')),
    )
    expect(new Set(answers.map(({ body }) => body.microprojectId)).size).toBe(1)
    const { body } = await w.as(owner).get('/microprojects?of=me')
    expect(body.microprojects).toHaveLength(1)
  })

  it('somebody without a community is told to choose one first', async () => {
    const newcomer = await w.person({ community: null, scope: null })
    const refused = await w.as(newcomer).post('/microprojects', wish)
    expect(refused).toMatchObject({ status: 409, body: { code: 'microproject.no_community' } })
    expect(refused.body.next).toHaveLength(1)
  })
})

describe('filing again', () => {
  it('the eleventh time is refused, with the telephone of the community', async () => {
    const { owner, at } = await filed()
    const staff = await worker()
    for (let time = 1; time <= MOST_REFILES; time++) {
      await w.as(staff).move(`${at}/send-back`, { reason: '请写清楚在哪里' })
      expect((await w.as(owner).move(`${at}/refile`, wish)).status).toBe(200)
    }
    await w.as(staff).move(`${at}/send-back`, { reason: '请写清楚在哪里' })
    expect((await w.as(owner).move(`${at}/refile`, wish)).body).toMatchObject({
      code: 'microproject.too_many_refiles',
      next: [{ do: 'call', phone: '0519-00000000' }],
    })
  })

  it('what somebody else has moved is shown as it is now, to its owner and to staff', async () => {
    const { owner, at } = await filed()
    const staff = await worker()
    await w.as(owner).post(`${at}/withdraw`)
    const id = at.split('/').at(-1)
    expect((await w.as(staff).move(`${at}/accept`)).body.next[0].page).toContain(`caseId=${id}`)
    expect((await w.as(owner).move(`${at}/refile`, wish)).body.next).toEqual([
      expect.objectContaining({ page: `/microproject/pages/detail?microprojectId=${id}` }),
    ])
  })
})

describe('answering', () => {
  it('an accepted request is seen by neighbours without its filer and without notes, and by nobody else', async () => {
    const { owner, at } = await filed()
    const [neighbour, stranger] = [await w.person(), await w.person({ community: STONEBRIDGE })]
    expect((await w.as(neighbour).get(at)).status).toBe(404)
    await w.as(await worker()).move(`${at}/accept`, { note: '电话约时间' })
    const seen = await w.as(neighbour).get(at)
    expect(seen).toMatchObject({ status: 200, body: { state: 'accepted', mine: false, can: [] } })
    expect(JSON.stringify(seen.body)).not.toContain(owner.residentId)
    expect(JSON.stringify(seen.body)).not.toContain('电话约时间')
    await w.react()
    expect((await w.as(owner).get(at)).body.timeline.at(-1)).toMatchObject({ note: '电话约时间' })
    expect((await w.as(stranger).get(at)).status).toBe(404)
  })

  it('only staff who live in the community see as neighbours what they do not answer for', async () => {
    const { at } = await filed()
    await w.as(await worker()).move(`${at}/accept`)
    const visiting = await w.person({
      roles: ['resident', 'worker'],
      scope: STONEBRIDGE,
      community: STONEBRIDGE,
    })
    const atHome = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE, community: OSMANTHUS })
    expect((await w.as(visiting).get(at)).status).toBe(404)
    expect((await w.as(atHome).get(at)).body).toMatchObject({ mine: false, can: [] })
  })

  it('of accept and send back at once exactly one holds', async () => {
    const { at } = await filed()
    const [one, two] = [await worker(), await worker()]
    const answers = await Promise.all([
      w.as(one).move(`${at}/accept`),
      w.as(two).move(`${at}/send-back`, { reason: '请写明楼层' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('staff who read the words before they were changed decide nothing: they must read again', async () => {
    const { owner, at } = await filed()
    const [one, two] = [await worker(), await worker()]
    const { version } = (await w.as(one).get(at)).body
    await w.as(two).move(`${at}/send-back`, { reason: '请写明楼层' })
    await w.as(owner).move(`${at}/refile`, { ...wish, title: '拆掉北门围墙' })
    const late = await w.as(one).post(`${at}/accept`, { version, note: '灯本周修' })
    expect(late).toMatchObject({ status: 409, body: { code: 'microproject.wrong_state' } })
    expect((await w.as(one).get(at)).body.state).toBe('filed')
  })

  it('a retry of «send back» that comes after the owner filed again sends nothing back', async () => {
    const { owner, at } = await filed()
    const staff = await worker()
    const sent = { version: (await w.as(staff).get(at)).body.version, reason: '请写明楼层' }
    await w.as(staff).post(`${at}/send-back`, sent)
    await w.as(owner).move(`${at}/refile`, { ...wish, where: '7 幢' })
    expect((await w.as(staff).post(`${at}/send-back`, sent)).body.code).toBe('microproject.wrong_state')
    expect((await w.as(staff).get(at)).body.state).toBe('filed')
  })

  it('a double tap of staff finds it done; the same from a colleague is refused', async () => {
    const { at } = await filed()
    const [one, two] = [await worker(), await worker()]
    const answers = await w.as(one).tap(3, `${at}/accept`)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers[2]?.body.timeline).toHaveLength(2)
    expect((await w.as(two).move(`${at}/accept`)).body.code).toBe('microproject.wrong_state')
  })

  it('nobody answers a request of their own', async () => {
    const self = await worker()
    const at = await filedBy(self)
    expect((await w.as(self).move(`${at}/accept`)).body.code).toBe('microproject.wrong_state')
    expect((await w.as(self).get(at)).body.can).toEqual(['withdraw'])
  })

  it.each(['accept', 'send-back', 'withdraw', 'refile'])(
    'staff of another community who %s find the same nothing as for an id that is not there',
    async verb => {
      const { at } = await filed()
      const stranger = w.as(await worker(STONEBRIDGE))
      const version = 1
      const bodies = {
        accept: { version },
        'send-back': { version, reason: '请写明' },
        refile: { version, ...wish },
      }
      const body = bodies[verb as keyof typeof bodies] ?? {}
      const [theirs, missing] = [
        await stranger.post(`${at}/${verb}`, body),
        await stranger.post(`/microprojects/mp_01JD0000000000000000000000/${verb}`, body),
      ]
      expect(theirs.status).toBe(404)
      expect({ ...theirs.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' })
    },
  )
})

describe('after it was sent back', () => {
  it('the owner changes it and files it again, once however often it is tapped, and staff see the new words', async () => {
    const { owner, at } = await filed()
    const staff = await worker()
    await w.as(staff).move(`${at}/send-back`, { reason: '请写明楼层' })
    const changed = { ...wish, where: '7 幢 1 单元 3 层' }
    const answers = await w.as(owner).tap(3, `${at}/refile`, changed)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await w.react()
    const { body } = await w.as(staff).get(at)
    expect(body).toMatchObject({ state: 'filed', where: changed.where, can: ['accept', 'sendBack'] })
    expect(body.timeline.map(({ verb }: { verb: string }) => verb)).toEqual(['file', 'sendBack', 'refile'])
  })

  it('the owner withdraws it, twice as well as once, and then it cannot be filed again', async () => {
    const { owner, at } = await filed()
    await w.as(await worker()).move(`${at}/send-back`, { reason: '请写明楼层' })
    for (const _ of [1, 2]) expect((await w.as(owner).post(`${at}/withdraw`)).body.state).toBe('withdrawn')
    expect((await w.as(owner).move(`${at}/refile`, wish)).body.code).toBe('microproject.wrong_state')
  })
})

describe('lists', () => {
  it('my own newest first, page by page, and those of my community only once accepted', async () => {
    const owner = await w.person({ community: STONEBRIDGE, scope: STONEBRIDGE })
    const paths: string[] = []
    for (let i = 0; i < 3; i++) {
      paths.push(await filedBy(owner))
      w.pass(1)
    }
    const ids = paths.map(path => path.split('/').at(-1))
    const first = (await w.as(owner).get('/microprojects?of=me&limit=2')).body
    const rest = (await w.as(owner).get(`/microprojects?of=me&limit=2&cursor=${first.cursor}`)).body
    expect(
      [...first.microprojects, ...rest.microprojects].map(
        (row: { microprojectId: string }) => row.microprojectId,
      ),
    ).toEqual([...ids].reverse())
    await w.as(await worker(STONEBRIDGE)).move(`${paths[1]}/accept`)
    const neighbour = await w.person({ community: STONEBRIDGE, scope: STONEBRIDGE })
    const { body } = await w.as(neighbour).get('/microprojects?of=community')
    expect(body.microprojects).toMatchObject([{ microprojectId: ids[1], mine: false }])
  })
})

describe('afterwards', () => {
  it('the owner is told of what staff did, the community of what was accepted, each once', async () => {
    const own = await createWorld()
    const [owner, neighbour] = [await own.person(), await own.person()]
    const staff = own.as(await own.person({ roles: ['resident', 'worker'] }))
    const { body } = await own.as(owner).post('/microprojects', wish)
    const at = `/microprojects/${body.microprojectId}`
    own.pass(1)
    await staff.move(`${at}/send-back`, { reason: '请写明楼层' })
    own.pass(1)
    await own.as(owner).move(`${at}/refile`, wish)
    own.pass(1)
    await own.react()
    await staff.move(`${at}/accept`)
    await own.react()
    await own.react()
    const { notices } = (await own.as(owner).get('/notices')).body
    expect(notices).toMatchObject([{ verb: 'accept' }, { verb: 'sendBack', note: '请写明楼层' }])
    const { movements } = (await own.as(neighbour).get('/movements')).body
    expect(movements).toMatchObject([{ about: 'microproject', verb: 'accept', name: wish.title }])
    await own.close()
  })
})

describe('what neighbours will read is checked first', () => {
  /** A resident who came in by WeChat, as everybody does. */
  const visitor = async (openId: string) => {
    const { body } = await w.send('POST', '/sessions', { body: { code: w.sandbox.login(openId) } })
    const joined = await w.as(body).put('/me/community', { community: OSMANTHUS, name: '王阿姨' })
    return w.as(joined.body)
  }
  const fileBy = async (owner: Awaited<ReturnType<typeof visitor>>, what: string) =>
    `/microprojects/${(await owner.post('/microprojects', { ...wish, what })).body.microprojectId}`

  it('nothing is accepted while it is being checked, and a sentence without harm is accepted a moment later', async () => {
    const at = await fileBy(await visitor('openid-clean'), '晚上看不清台阶')
    const staff = w.as(await worker())
    expect((await staff.get(at)).body).toMatchObject({ wording: 'pending', can: ['sendBack'] })
    expect((await staff.move(`${at}/accept`)).body.code).toBe('microproject.being_checked')
    await w.react()
    expect((await staff.get(at)).body).toMatchObject({ wording: 'pass', can: ['accept', 'sendBack'] })
    expect((await staff.move(`${at}/accept`)).status).toBe(200)
  })

  it.each([
    ['risky', '这里有违规的话'],
    ['review', '这里有待看的话'],
  ])('what WeChat finds %s is kept, shown so to staff alone, and theirs to decide', async (wording, what) => {
    const owner = await visitor(`openid-${wording}`)
    const at = await fileBy(owner, what)
    await w.react()
    await w.react()
    const staff = w.as(await worker())
    expect((await staff.get(at)).body).toMatchObject({ wording, what, can: ['accept', 'sendBack'] })
    expect((await owner.get(at)).body.wording).toBeUndefined()
    expect((await staff.move(`${at}/accept`)).status).toBe(200)
  })

  it('a check that never answers holds a request up for ten minutes, then staff decide', async () => {
    const at = await fileBy(await visitor('openid-slow'), '晚上看不清台阶')
    const staff = w.as(await worker())
    w.pass(9)
    expect((await staff.move(`${at}/accept`)).body.code).toBe('microproject.being_checked')
    w.pass(1)
    expect((await staff.get(at)).body.wording).toBe('review')
    expect((await staff.move(`${at}/accept`)).status).toBe(200)
  })

  it('new words are checked anew', async () => {
    const owner = await visitor('openid-again')
    const at = await fileBy(owner, '晚上看不清台阶')
    await w.react()
    const staff = w.as(await worker())
    await staff.move(`${at}/send-back`, { reason: '请写明楼层' })
    await owner.move(`${at}/refile`, { ...wish, what: '这里有违规的话' })
    expect((await staff.get(at)).body.wording).toBe('pending')
    await w.react()
    expect((await staff.get(at)).body.wording).toBe('risky')
  })
})
