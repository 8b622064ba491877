/** Who may do what, asked of every endpoint of the contract. A new endpoint is asked without a line here. */
import { randomUUID } from 'node:crypto'
import { type Endpoint, pathNames, type Role, roles } from '@yike/shared/kernel/contract'
import { instantOf } from '@yike/shared/kernel/time'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTokens, TOKEN_MINUTES } from '../src/platform/actor'
import { type BorderOf, createBorders } from './borders'
import { asArrived, endpoints, type Input, type Listed, requestFor, sampleOf } from './contract'
import { everything } from './everything'
import { type Answer, createWorld, MONDAY, type Person, type World } from './world'

let w: World
let borders: Readonly<Record<string, BorderOf>>
let one: Readonly<Record<Role, Person>>
beforeAll(async () => {
  w = await createWorld()
  borders = await createBorders(w)
  const people = await Promise.all(
    roles.map(async role => [role, await w.person({ roles: [role] })] as const),
  )
  one = Object.fromEntries(people) as typeof one
})
afterAll(() => w.close())

const closed = endpoints.filter(({ endpoint }) => endpoint.access !== 'anyone')
const each = (some: readonly Listed[]) => some.map(listed => [listed.id, listed] as const)
/** What names a thing or a community, and so needs a border. */
const isIdName = (name: string) => /Id$|^(community|region)$/.test(name)

const call = (
  { endpoint }: Listed,
  input: Input,
  {
    token,
    key = randomUUID(),
    ...more
  }: { token?: string; key?: string; headers?: Record<string, string> } = {},
): Promise<Answer> => {
  const { method, path, body } = requestFor(endpoint, input)
  return w.send(method, path, {
    ...more,
    body,
    ...(token && { token }),
    ...(endpoint.keyed && key && { key }),
  })
}
const someoneFor = ({ endpoint: { access } }: Listed): Person =>
  one[access === 'anyone' ? 'resident' : (access[0] as Role)]

/** In a query some texts may be anything. */
const accepts = (endpoint: Endpoint, input: Input): boolean =>
  endpoint.input.safeParse(asArrived(endpoint, input)).success

const expectRefusal = (answer: Answer, status: number, code: string) => {
  expect(answer).toMatchObject({ status, type: 'application/problem+json', body: { status, code } })
}
const without = ({ body, status }: Answer) => ({ status, body: { ...body, requestId: undefined } })

it('the scheme of a token may be written in any case (RFC 9110, 11.1)', async () => {
  const { token } = await w.person()
  for (const scheme of ['Bearer', 'bearer', 'BEARER'])
    expect((await w.send('GET', '/me', { headers: { authorization: `${scheme} ${token}` } })).status).toBe(
      200,
    )
})

it('every endpoint of the contract is mounted', async () => {
  const lost: string[] = []
  for (const listed of endpoints) {
    const { body } = await call(listed, sampleOf(listed))
    if (body.code === 'request.no_such_route') lost.push(listed.id)
  }
  expect(lost, 'mount these in functions/src/app.ts').toEqual([])
})

describe('who is nobody', () => {
  it.each(each(closed))('%s answers 401 without a token', async (_, listed) => {
    expectRefusal(await call(listed, sampleOf(listed)), 401, 'request.unauthenticated')
  })

  it.each(each(closed))(
    '%s answers 401 to a token that is forged, changed, expired or no token',
    async (_, listed) => {
      const { residentId, scope } = one.worker
      const subject = { residentId, roles: [...roles], scope }
      const claims = { roles: [...roles], scope }
      const now = instantOf(MONDAY)
      const good = someoneFor(listed).token
      const [header, payload, signature] = good.split('.')
      const raised = Buffer.from(
        JSON.stringify({ ...claims, sub: residentId, iss: 'yike-linli', exp: 4e9 }),
      ).toString('base64url')
      const long = instantOf(MONDAY - (TOKEN_MINUTES + 1) * 60_000)
      const unsigned = new UnsecuredJWT(claims)
        .setSubject(residentId)
        .setIssuer('yike-linli')
        .setExpirationTime('1h')
      const secret = new TextEncoder().encode(w.env.tokenSecret)
      const signed = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setSubject(residentId)
      const forged = [
        (await openTokens('another-secret-of-32-characters-').sign(subject, now)).token,
        (await openTokens(w.env.tokenSecret).sign(subject, long)).token,
        unsigned.encode(),
        `${header}.${raised}.${signature}`,
        `${header}.${payload}.`,
        await signed
          .setIssuer('somebody-else')
          .setExpirationTime(MONDAY / 1000 + 60)
          .sign(secret),
        // Ours, but it would hold for ever.
        await new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256' })
          .setSubject(residentId)
          .setIssuer('yike-linli')
          .sign(secret),
        'null',
      ]
      for (const token of forged)
        expectRefusal(await call(listed, sampleOf(listed), { token }), 401, 'request.unauthenticated')
      for (const authorization of ['', 'Bearer', `Basic ${good}`, `Bearer ${good} ${good}`])
        expectRefusal(
          await call(listed, sampleOf(listed), { headers: { authorization } }),
          401,
          'request.unauthenticated',
        )
    },
  )
})

describe('who holds another role', () => {
  it.each(each(closed))('%s answers 403 to every role that it does not name', async (_, listed) => {
    const { access } = listed.endpoint
    const others = roles.filter(role => access !== 'anyone' && !access.includes(role))
    expect(others.length).toBeGreaterThan(0)
    for (const role of others)
      expectRefusal(
        await call(listed, sampleOf(listed), { token: one[role].token }),
        403,
        'request.forbidden',
      )
  })
})

describe('what is not as agreed', () => {
  const filled = endpoints.filter(({ endpoint, names }) => names.length > pathNames(endpoint.path).length)

  it.each(each(endpoints))('%s answers 400 to a field that nobody asked for', async (_, listed) => {
    const input = { ...sampleOf(listed), surplus: '1' }
    expectRefusal(await call(listed, input, someoneFor(listed)), 400, 'request.malformed')
  })

  it.each(each(filled))(
    '%s answers 400 to each field that is missing or of another shape',
    async (_, listed) => {
      const inPath = pathNames(listed.endpoint.path)
      const sample = sampleOf(listed)
      for (const name of listed.names.filter(field => !inPath.includes(field))) {
        const { [name]: _gone, ...rest } = sample
        const wrong = [{ ...sample, [name]: { not: 'this' } }, ...(name in sample ? [rest] : [])]
        for (const input of wrong.filter(one => !accepts(listed.endpoint, one)))
          expectRefusal(await call(listed, input, someoneFor(listed)), 400, 'request.malformed')
      }
    },
  )

  it.each(each(endpoints.filter(({ endpoint }) => endpoint.keyed)))(
    '%s answers 400 without a usable Idempotency-Key, and writes nothing',
    async (_, listed) => {
      const before = await everything(w)
      for (const key of [
        '',
        'short',
        'k'.repeat(65),
        'with spaces in the key',
        '一二三四五六七八九十一二三四五六',
      ])
        expectRefusal(
          await call(listed, sampleOf(listed), {
            token: someoneFor(listed).token,
            key: '',
            headers: key ? { 'idempotency-key': encodeURI(key) } : {},
          }),
          400,
          'request.key_missing',
        )
      expect(await everything(w)).toEqual(before)
    },
  )
})

describe('what is not there or not yours', () => {
  const withIds = endpoints.filter(({ names }) => names.some(isIdName))

  it('every id that a request can carry has its border', () => {
    const named = new Set(withIds.flatMap(({ names }) => names.filter(isIdName)))
    expect(Object.keys(borders).sort(), 'say in functions/test/borders.ts who may reach it').toEqual(
      [...named].sort(),
    )
  })

  it.each(each(withIds))(
    '%s answers the same 404 to what is missing and to what is somebody else’s',
    async (_, listed) => {
      for (const name of listed.names.filter(isIdName)) {
        const border = borders[name]?.(listed)
        if (!border || border === 'open') continue
        const { inside, outside, missing } = border
        const fitting = (ids: Input) =>
          Object.fromEntries(Object.entries(ids).filter(([field]) => listed.names.includes(field)))
        const input = { ...sampleOf(listed), ...fitting(outside.ids) }
        const before = await everything(w)
        const theirs = await call(listed, input, outside.by)
        const nothing = await call(listed, { ...input, [name]: missing }, outside.by)
        expectRefusal(theirs, 404, 'request.not_found')
        expect(without(theirs), name).toEqual(without(nothing))
        expect(await everything(w)).toEqual(before)
        // The thing is there, and the test would see it.
        const ours = await call(listed, { ...sampleOf(listed), ...fitting(inside.ids) }, inside.by)
        expect(ours.status, `${name}: ${ours.body.code}`).not.toBe(404)
        expect(ours.status).toBeLessThan(500)
      }
    },
  )

  it.each(each(endpoints.filter(({ endpoint }) => pathNames(endpoint.path).length > 0)))(
    '%s answers 404 to a path that cannot name anything',
    async (_, listed) => {
      for (const name of pathNames(listed.endpoint.path))
        for (const odd of [
          '1',
          'xx_01JD0000000000000000000000',
          'bk_01jd0000000000000000000000',
          '\0',
          '../me',
          '🙂',
          'x'.repeat(2000),
        ])
          expectRefusal(
            await call(listed, { ...sampleOf(listed), [name]: odd }, someoneFor(listed)),
            404,
            'request.not_found',
          )
    },
  )
})
