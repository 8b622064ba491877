import { pathNames } from '@yike/shared/kernel/contract'
import { describe, expect, it } from 'vitest'
import { endpoints, type Listed, requestFor, sampleOf } from '../contract'
import { OSMANTHUS } from '../world'
import { codeOf, each, openAttempts } from './attempts'

const { here, leavingNoTrace, sendRaw } = openAttempts()

describe('queries', () => {
  const reading = endpoints.filter(({ endpoint }) => endpoint.method === 'GET')
  const paged = reading.filter(({ names }) => names.includes('cursor'))
  /** A list by a grant is its holder's alone, and that of a team its members'. */
  const held = (listed: Listed) => {
    const name = (['grantId', 'teamId'] as const).find(one => one in sampleOf(listed))
    const border = name && here().borders[name]?.(listed)
    if (!border || border === 'open') return undefined
    const { by, ids } = border.inside
    return { by, ids: { [name]: ids[name] } }
  }
  const whoMay = (listed: Listed) => {
    const by = held(listed)?.by
    return by ? { by } : {}
  }
  const pathOf = (listed: Listed, more: string) => {
    const { path } = requestFor(listed.endpoint, {
      ...sampleOf(listed),
      ...('community' in sampleOf(listed) && { community: OSMANTHUS }),
      ...held(listed)?.ids,
    })
    return `${path}${path.includes('?') ? '&' : '?'}${more}`
  }

  it.each(each(paged))('%s refuses a page size out of its range', async (_, listed) => {
    for (const limit of [
      '0',
      '-1',
      '51',
      '1000000000',
      '99999999999999999999',
      '1.5',
      '1e1',
      '0x10',
      '１０',
      'all',
      '',
      '%00',
    ])
      expect(codeOf(await sendRaw({ method: 'GET', path: pathOf(listed, `limit=${limit}`) }), limit)).toBe(
        'request.malformed',
      )
  })

  it.each(each(paged))('%s refuses a cursor that it did not give', async (_, listed) => {
    const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const forged = [
      'x',
      '%00',
      'a'.repeat(401),
      'W10',
      json({}),
      json([]),
      json([1, 2, 3]),
      json(['a']),
      json(['a', 'b', 'c']),
      json(['', '', '']),
      json(['\ud800']),
      json(['\ud800', 'b', '\udc00']),
      json(Array(40).fill('a')),
    ]
    for (const cursor of forged) {
      const answer = await sendRaw({
        method: 'GET',
        path: pathOf(listed, `cursor=${cursor}`),
        ...whoMay(listed),
      })
      // A cursor of the right form that names no row of this list is the start of an empty rest.
      if (answer.status !== 200)
        expect(['request.malformed', 'circle.cursor_stale']).toContain(codeOf(answer, cursor))
    }
  })

  it('a cursor of somebody else’s list opens nothing of theirs', async () => {
    const [one, other] = [await here().w.person(), await here().w.person()]
    const wish = { title: '修路灯', what: '北门三盏灯不亮', where: '北门', kind: 'works' }
    for (let i = 0; i < 3; i++) await here().w.as(one).post('/microprojects', wish)
    const { body } = await here().w.as(one).get('/microprojects?of=me&limit=1')
    expect(body.cursor).toEqual(expect.any(String))
    const theirs = await here().w.as(other).get(`/microprojects?of=me&limit=1&cursor=${body.cursor}`)
    expect(theirs.body.microprojects ?? []).toEqual([])
  })

  it.each(each(reading))(
    '%s refuses a parameter that comes twice, in brackets or from a prototype',
    async (_, listed) => {
      const [name = 'limit'] = listed.names.filter(one => !pathNames(listed.endpoint.path).includes(one))
      for (const query of [
        `${name}=1&${name}=1`,
        `${name}[]=1`,
        '__proto__=1',
        'constructor=1',
        'toString=1',
        '%ff=1',
      ])
        expect(codeOf(await sendRaw({ method: 'GET', path: pathOf(listed, query) }), query)).toBe(
          'request.malformed',
        )
    },
  )
})

describe('methods and paths', () => {
  it('a method that a path does not have is answered with 405 and those that it has; what nothing has, with a refusal', async () => {
    const paths = endpoints.map(
      ({ endpoint, ...listed }) => requestFor(endpoint, sampleOf({ endpoint, ...listed })).path,
    )
    await leavingNoTrace(async () => {
      for (const path of new Set(paths))
        for (const method of ['DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
          expect(codeOf(await sendRaw({ method, path }), `${method} ${path}`)).toBe('request.wrong_method')
      for (const path of [
        '/',
        '//',
        '/bookings/',
        '/BOOKINGS',
        '/nothing',
        '/bookings/../me',
        `/${'x'.repeat(8000)}`,
        '/%',
        '/bookings%00',
      ])
        codeOf(await sendRaw({ method: 'DELETE', path }), path)
    })
  })

  it('405 names the methods of the path (RFC 9110, 15.5.6)', async () => {
    const { headers, status } = await here().w.app.request('/me', { method: 'DELETE' })
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD' })
  })

  it('a path whose percent signs mean nothing is not found', async () => {
    for (const path of ['/bookings/%', '/bookings/%ff', '/bookings/%c0%af', '/places/%ed%a0%80'])
      expect(codeOf(await sendRaw({ method: 'GET', path }), path)).toBe('request.not_found')
  })

  it.each(each(endpoints.filter(({ endpoint }) => endpoint.method === 'GET')))(
    '%s asked by HEAD says as much as by GET, without a body',
    async (_, listed) => {
      const { path } = requestFor(listed.endpoint, sampleOf(listed))
      const [head, get] = [await sendRaw({ method: 'HEAD', path }), await sendRaw({ method: 'GET', path })]
      expect(head).toEqual({ ...get, text: '' })
    },
  )
})
