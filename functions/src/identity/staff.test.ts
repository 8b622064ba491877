import type { RegionCode } from '@yike/shared/identity/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../../test/everything'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, STREET, type World } from '../../test/world'
import { regionItem } from './store'

let w: World
let supervisor: Person
beforeAll(async () => {
  w = await createWorld()
  await w.table.write([{ put: regionItem({ code: STREET, name: '清水街道', level: 'street' }) }])
  supervisor = await w.person({ roles: ['resident', 'supervisor'], scope: STREET, name: '沈明远' })
})
afterAll(() => w.close())

const wanted = { name: '钱文静', role: 'worker', scope: OSMANTHUS }
const invite = async (by = supervisor, post: object = wanted) => {
  const { status, body } = await w.as(by).post('/work/staff/invitations', post)
  expect(status).toBe(201)
  return body
}
const take = (who: Person, code: string) => w.as(who).put('/me/post', { code })
const end = (by: Person, { residentId }: Person) => w.as(by).post(`/work/staff/${residentId}/end`)
const served = async (who: Person) => {
  const { code } = await invite()
  expect((await take(who, code)).status).toBe(200)
}
const listed = async (by: Person, region?: RegionCode) =>
  (await w.as(by).get(`/work/staff${region ? `?region=${region}` : ''}`)).body.staff?.map(
    (one: { residentId: string }) => one.residentId,
  )
const queueOf = async (token: string) =>
  (await w.send('GET', `/work/queue?community=${OSMANTHUS}`, { token })).status

describe('a post is taken up by invitation', () => {
  it('invited, read, taken: from that moment a worker of that community, and of no other', async () => {
    const who = await w.person({ community: STONEBRIDGE, scope: STONEBRIDGE })
    const { code } = await invite()
    const { body: offered } = await w.as(who).post('/invitations/read', { code })
    expect(offered).toMatchObject({ role: 'worker', scope: OSMANTHUS, scopeName: '桂花里社区' })
    const { body } = await take(who, code)
    expect(body.me).toMatchObject({ roles: ['resident', 'worker'], scope: OSMANTHUS })
    expect(body.me.community.code).toBe(STONEBRIDGE)
    expect(await queueOf(body.token)).toBe(200)
    expect(await listed(supervisor)).toContain(who.residentId)
    expect(await listed(supervisor, OSMANTHUS)).toContain(who.residentId)
    expect(await listed(supervisor, STONEBRIDGE)).not.toContain(who.residentId)
  })

  it('of ten who have the code, one takes up the post; whoever has it may ask again', async () => {
    const { code } = await invite()
    const people = await Promise.all(Array.from({ length: 10 }, () => w.person()))
    const answers = await Promise.all(people.map(who => take(who, code)))
    const winners = people.filter((_, index) => answers[index]?.status === 200)
    expect(winners).toHaveLength(1)
    const [winner] = winners as [Person]
    expect((await take(winner, code)).body.me.roles).toEqual(['resident', 'worker'])
    for (const who of people.filter(one => one !== winner).slice(0, 2))
      expect((await take(who, code)).body.code).toBe('identity.invitation_ended')
  })

  it('of two invitations taken up at once by the same person, one holds', async () => {
    const who = await w.person()
    const codes = [(await invite()).code, (await invite(supervisor, { ...wanted, scope: STONEBRIDGE })).code]
    const answers = await Promise.all(codes.map(code => take(who, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const code of codes) await take(who, code)
    const { body } = await w.as(who).get('/me')
    expect(body.roles).toEqual(['resident', 'worker'])
  })

  it('it ends after a day, and a wrong code is none: nothing is written', async () => {
    const who = await w.person()
    const { code } = await invite()
    w.pass(24 * 60)
    const before = await everything(w)
    expect((await take(who, code)).body.code).toBe('identity.invitation_ended')
    expect((await take(who, '000000000000')).body.code).toBe('identity.invitation_wrong')
    expect((await w.as(who).post('/invitations/read', { code: '000000000000' })).status).toBe(404)
    expect(await everything(w)).toEqual(before)
  })

  it('whoever has a post takes up no second one', async () => {
    const who = await w.person({ roles: ['resident', 'worker'] })
    const { code } = await invite()
    expect((await take(who, code)).body.code).toBe('identity.has_post')
  })

  it('the same key invites once, and the code stands nowhere as it is but in that answer', async () => {
    const key = 'one-and-the-same-key'
    const post = () => w.as(supervisor).post('/work/staff/invitations', wanted, key)
    const [first, again] = [await post(), await post()]
    expect(again.body).toEqual(first.body)
    const holding = Object.entries(await everything(w)).filter(([, item]) =>
      JSON.stringify(item).includes(first.body.code),
    )
    expect(holding.map(([key]) => key)).toEqual([expect.stringContaining(`ONCE#${supervisor.residentId}`)])
  })
})

describe('who may invite whom', () => {
  it.each([
    ['a worker for a district', { role: 'worker', scope: '320499' }, 404],
    ['somebody for another street', { role: 'worker', scope: '320499002001' }, 404],
    ['somebody for a region that is not there', { role: 'worker', scope: '320499001777' }, 404],
    ['a supervisor for a community', { role: 'supervisor', scope: OSMANTHUS }, 400],
    ['a resident', { role: 'resident', scope: OSMANTHUS }, 400],
  ])('a supervisor of a street does not invite %s', async (_, post, status) => {
    const answer = await w.as(supervisor).post('/work/staff/invitations', { name: '某人', ...post })
    expect(answer.status).toBe(status)
  })

  it('neither residents nor workers invite', async () => {
    for (const roles of [['resident'], ['resident', 'worker']] as const) {
      const who = await w.person({ roles: [...roles], scope: STREET })
      expect((await w.as(who).post('/work/staff/invitations', wanted)).status).toBe(403)
    }
  })
})

describe('a post is ended', () => {
  it('by whoever answers for the region: a resident again, who stays a volunteer and can be invited anew', async () => {
    const who = await w.person({ roles: ['resident', 'volunteer'] })
    await served(who)
    expect((await end(supervisor, who)).body).toMatchObject({ state: 'ended' })
    expect((await end(supervisor, who)).body).toMatchObject({ state: 'ended' })
    const { body } = await w.as(who).get('/me')
    expect(body).toMatchObject({ roles: ['resident', 'volunteer'], scope: OSMANTHUS })
    expect(await listed(supervisor)).not.toContain(who.residentId)
    await served(who)
    expect(await listed(supervisor)).toContain(who.residentId)
  })

  it('and a desk that was let in renews no token of a worker', async () => {
    const who = await w.person()
    const { code } = await invite()
    const { body: session } = await take(who, code)
    const { body: desk } = await w.send('POST', '/desks', { body: { label: 'Chrome' } })
    await w.send('POST', '/desks/confirm', { token: session.token, body: { code: desk.code } })
    await w.send('POST', '/desks/take', { body: { code: desk.code, secret: desk.secret } })
    await end(supervisor, who)
    const renewed = await w.send('POST', '/desks/renew', {
      body: { deskId: desk.deskId, secret: desk.secret },
    })
    expect(renewed.body.me.roles).toEqual(['resident'])
    expect(await queueOf(renewed.body.token)).toBe(403)
  })

  it('never one’s own, and none of another street', async () => {
    const who = await w.person()
    await served(who)
    const far = await w.person({ roles: ['resident', 'supervisor'], scope: STONEBRIDGE })
    expect((await end(far, who)).status).toBe(404)
    const { code } = await invite(supervisor, { name: '季红', role: 'supervisor', scope: STREET })
    const own = await w.person()
    const { body } = await take(own, code)
    const self = await w.send('POST', `/work/staff/${own.residentId}/end`, { token: body.token, body: {} })
    expect(self.body.code).toBe('identity.own_post')
  })
})
