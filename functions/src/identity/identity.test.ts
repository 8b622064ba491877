import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RegionCode } from '@yike/shared/identity/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, STONEBRIDGE, STREET, type World } from '../../test/world'
import { openWeChat } from '../platform/wechat'
import { regionItem } from './store'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const signIn = (code: string) => w.send('POST', '/sessions', { body: { code } })

describe('signing in', () => {
  it('the first visit makes a resident, the second finds the same one', async () => {
    const first = await signIn(w.sandbox.login('openid-first'))
    const second = await signIn(w.sandbox.login('openid-first'))
    expect(first).toMatchObject({ status: 201, body: { me: { roles: ['resident'], community: null } } })
    expect(second.body.me.residentId).toBe(first.body.me.residentId)
  })

  it('eight first visits of one person at once make one resident', async () => {
    const codes = Array.from({ length: 8 }, () => w.sandbox.login('openid-eight'))
    const answers = await Promise.all(codes.map(signIn))
    expect(new Set(answers.map(answer => answer.body.me.residentId)).size).toBe(1)
  })

  it('a code works once', async () => {
    const code = w.sandbox.login('openid-once')
    expect((await signIn(code)).status).toBe(201)
    expect(await signIn(code)).toMatchObject({ status: 409, body: { code: 'identity.code_used' } })
  })

  it('a code that WeChat never gave, or that is older than five minutes, is refused', async () => {
    expect((await signIn('made-up')).body.code).toBe('identity.code_invalid')
    const old = w.sandbox.login('openid-late')
    w.pass(6)
    expect((await signIn(old)).body.code).toBe('identity.code_invalid')
  })

  it('the 101st code of one person within a minute is told to wait', async () => {
    let last = await signIn(w.sandbox.login('openid-often'))
    for (let i = 0; i < 100; i++) last = await signIn(w.sandbox.login('openid-often'))
    expect(last).toMatchObject({ status: 429, body: { code: 'identity.wechat_busy' } })
  })

  it('the answer holds neither openid nor session_key', async () => {
    const { body } = await signIn(w.sandbox.login('openid-secret'))
    expect(JSON.stringify(body)).not.toMatch(/openid|session_key/)
  })

  it('no line of the log names a person or a token', async () => {
    const { body } = await signIn(w.sandbox.login('openid-logged'))
    const log = w.lines.join('\n')
    expect(log).toContain('identity.signIn')
    for (const secret of [body.token, body.me.residentId, 'openid-logged']) expect(log).not.toContain(secret)
  })

  it.each([
    [
      'nobody listens',
      () => openWeChat({ appId: 'a', appSecret: 's', baseUrl: 'http://127.0.0.1:1' }).openIdOf('c'),
    ],
    ['the answer is no JSON', () => against(200, '<html>')],
    ['the answer is a 502', () => against(502, '{}')],
    ['the answer has no openid', () => against(200, '{}')],
  ])('when %s, WeChat is down and nobody is signed in', async (_, ask) => {
    expect(await ask()).toMatchObject({ refusal: { code: 'identity.wechat_down' } })
  })

  it('somebody whom WeChat blocks is told so', async () => {
    expect(await against(200, '{"errcode":40226}')).toMatchObject({ refusal: { code: 'identity.blocked' } })
  })

  it('a wrong app secret is our own fault and is thrown', async () => {
    await expect(against(200, '{"errcode":40125}')).rejects.toThrow('40125')
  })
})

const against = async (status: number, body: string) => {
  const server = createServer((_, response) => response.writeHead(status).end(body))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return openWeChat({ appId: 'a', appSecret: 's', baseUrl: `http://127.0.0.1:${port}` })
    .openIdOf('c')
    .finally(() => server.close())
}

describe('my own entry', () => {
  it('joining a community brings a token with its scope', async () => {
    const { body } = await signIn(w.sandbox.login('openid-joins'))
    const joined = await w.as(body).put('/me/community', { community: STONEBRIDGE, name: '小陈' })
    expect(joined.body.me).toMatchObject({
      name: '小陈',
      scope: STONEBRIDGE,
      community: { code: STONEBRIDGE },
    })
    expect((await w.as(joined.body).get('/me')).body.scope).toBe(STONEBRIDGE)
  })

  it('staff who move house keep the scope of their post', async () => {
    const supervisor = await w.person({ roles: ['resident', 'supervisor'], scope: STREET })
    const joined = await w.as(supervisor).put('/me/community', { community: STONEBRIDGE, name: '督导' })
    expect(joined.body.me).toMatchObject({ scope: STREET, community: { code: STONEBRIDGE } })
  })

  it('a community that does not use the service cannot be joined', async () => {
    const answer = await w
      .as(await w.person())
      .put('/me/community', { community: '110108000001', name: '某某' })
    expect(answer.body.code).toBe('identity.no_such_community')
  })

  it('a household holds nine at most, also when all are added at once', async () => {
    const resident = await w.person()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        w.as(resident).post('/me/people', { name: `家人${i}`, relation: 'other' }),
      ),
    )
    expect(answers.filter(answer => answer.status === 201)).toHaveLength(8)
    for (const { body } of answers.filter(answer => answer.status === 409))
      expect(body.next).toMatchObject([{ do: 'call', phone: '0519-00000000' }])
    expect((await w.as(resident).get('/me')).body.people).toHaveLength(9)
  })

  it('nobody can be added who is born tomorrow', async () => {
    const answer = await w
      .as(await w.person())
      .post('/me/people', { name: '宝宝', relation: 'child', bornOn: '2027-01-01' })
    expect(answer.body.code).toBe('identity.born_in_future')
  })

  it('what hides in a name is taken out of it', async () => {
    const resident = await w.person()
    const { body } = await w
      .as(resident)
      .post('/me/people', { name: ' 王\u200b小\u202e明\u0000 ', relation: 'child' })
    expect(body.people[1].name).toBe('王小明')
  })

  it('a community is found however many the city has', async () => {
    const own = await createWorld()
    // Four regions of 300 KB are more than DynamoDB returns at once.
    const region = { level: 'community', street: '清'.repeat(100_000) } as const
    for (const code of ['320499002001', '320499002002', '320499002003', '320499002004'] as RegionCode[])
      await own.table.write([{ put: regionItem({ ...region, code, name: code }) }])
    const last = '320499002004' as RegionCode
    const joined = await own.as(await own.person()).put('/me/community', { community: last, name: '小陈' })
    expect(joined.body.me).toMatchObject({ community: { code: last } })
    expect((await own.send('GET', '/communities', {})).body.communities).toHaveLength(6)
    const staff = await own.person({ roles: ['resident', 'worker'], scope: last })
    expect((await own.as(staff).get('/work/communities')).body.communities).toMatchObject([{ code: last }])
    await own.close()
  })

  it('of 300 communities one finds one’s own by its name, by its street or as the nearest, twenty at a time', async () => {
    const own = await createWorld()
    const codeOf = (nth: number) => `3204990${String(nth).padStart(5, '0')}` as RegionCode
    for (let nth = 1; nth <= 300; nth++)
      await own.table.write([
        {
          put: regionItem({
            level: 'community',
            code: codeOf(nth),
            name: nth === 217 ? '梧桐社区' : `第${nth}社区`,
            street: nth > 200 ? '城东街道' : '城西街道',
            center: { lng: 119 + nth / 1000, lat: 31 },
          }),
        },
      ])
    const ask = async (query: string) => (await own.send('GET', `/communities?${query}`, {})).body
    const names = (body: { communities: { name: string }[] }) => body.communities.map(({ name }) => name)
    expect(names(await ask(`limit=20&search=${encodeURIComponent('梧桐')}`))).toEqual(['梧桐社区'])
    expect(names(await ask(`limit=20&search=${encodeURIComponent('城东 21')}`))).toContain('第210社区')
    const near = await ask('limit=20&lng=119.2501&lat=31')
    expect(names(near).slice(0, 3)).toEqual(['第250社区', '第251社区', '第249社区'])
    const seen = new Set<string>()
    for (let cursor: string | undefined = '0'; cursor !== undefined; ) {
      const page: { communities: { name: string; code: string }[]; cursor?: string } = await ask(
        `limit=20&lng=119.25&lat=31&cursor=${cursor}`,
      )
      expect(page.communities.length).toBeLessThanOrEqual(20)
      for (const { code } of page.communities) seen.add(code)
      cursor = page.cursor
    }
    expect(seen.size).toBe(302)
    await own.close()
  })

  it('only communities can be chosen, and they carry no street or district', async () => {
    const { body } = await w.send('GET', '/communities', {})
    expect(body.communities.map((community: { code: string }) => community.code)).toEqual([
      OSMANTHUS,
      STONEBRIDGE,
    ])
  })
})
