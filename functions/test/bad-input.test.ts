/** Whatever comes in: a 4xx problem with a code, never a 500, and nothing written. */
import { randomUUID } from 'node:crypto'
import { pathNames } from '@yike/shared/kernel/contract'
import { Problem } from '@yike/shared/kernel/problem'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BorderOf, createBorders } from './borders'
import { accepted, asArrived, endpoints, type Input, type Listed, requestFor, sampleOf } from './contract'
import { everything } from './everything'
import { createWorld, OSMANTHUS, type Person, type World } from './world'

const SEED = 20261123

let w: World
let borders: Readonly<Record<string, BorderOf>>
let anyone: Person
beforeAll(async () => {
  w = await createWorld()
  borders = await createBorders(w)
  anyone = await w.person({ roles: ['resident', 'volunteer', 'worker'] })
})
afterAll(() => w.close())
beforeEach(() => {
  w.lines.length = 0
})
/** Whatever a test sent, nothing went wrong inside. */
afterEach(() => {
  expect(w.lines.filter(line => line.includes('"failed"'))).toEqual([])
})

interface Raw {
  readonly method: string
  readonly path: string
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
  readonly by?: Person
}
const sendRaw = async ({ method, path, body, headers, by = anyone }: Raw) => {
  const response = await w.app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${by.token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    ...(body !== undefined && { body }),
  })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

/** It was refused as agreed; the code. */
const codeOf = ({ status, type, text }: Awaited<ReturnType<typeof sendRaw>>, what: string): string => {
  expect(status, what).toBeGreaterThanOrEqual(400)
  expect(status, what).toBeLessThan(500)
  expect(type, what).toBe('application/problem+json')
  const problem = Problem.parse(JSON.parse(text))
  expect(problem.status).toBe(status)
  return problem.code
}

const each = (some: readonly Listed[]) => some.map(listed => [listed.id, listed] as const)
const writing = endpoints.filter(({ endpoint }) => endpoint.method !== 'GET')
const needsBody = ({ endpoint, required }: Listed) =>
  required.some(name => !pathNames(endpoint.path).includes(name))

/** Nothing that `act` sends may be written. */
const leavingNoTrace = async (act: () => Promise<void>) => {
  const before = await everything(w)
  await act()
  expect(await everything(w)).toEqual(before)
}

describe('a body that is no JSON object of ours', () => {
  const deep = 10_000
  const bodies: Readonly<Record<string, BodyInit>> = {
    'half an object': '{"code":',
    'two objects': '{}{}',
    'a list': '[]',
    null: 'null',
    'a number': '1',
    'a text': '"text"',
    'a lone surrogate': '\ud800',
    'bytes that are no UTF-8': new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
    'lists 10,000 deep': '['.repeat(deep) + ']'.repeat(deep),
    'objects 10,000 deep in an unknown field': `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
    'another prototype': '{"__proto__":{"roles":["supervisor"]}}',
    'a constructor': '{"constructor":{"prototype":{"roles":["supervisor"]}}}',
    'an unknown field': '{"surplus":1}',
  }

  it.each(each(writing))('%s refuses each kind', async (_, { endpoint, ...listed }) => {
    const { method, path } = requestFor(endpoint, sampleOf({ endpoint, ...listed }))
    await leavingNoTrace(async () => {
      for (const [what, body] of Object.entries(bodies))
        expect(codeOf(await sendRaw({ method, path, body }), what), what).toBe('request.malformed')
      if (needsBody({ endpoint, ...listed }))
        expect(codeOf(await sendRaw({ method, path, body: '' }), 'nothing')).toBe('request.malformed')
    })
  })

  it.each(each(writing))('%s refuses fields of a prototype beside a good body', async (_, listed) => {
    const { method, path, body } = requestFor(listed.endpoint, sampleOf(listed))
    const good = JSON.stringify(body ?? {}).slice(1, -1)
    await leavingNoTrace(async () => {
      for (const extra of ['"__proto__":{}', '"constructor":1', '"toString":1', '"hasOwnProperty":null']) {
        const text = `{${[good, extra].filter(Boolean).join(',')}}`
        expect(codeOf(await sendRaw({ method, path, body: text }), text)).toBe('request.malformed')
      }
    })
  })

  it.each(each(writing))('%s answers 413 to a megabyte, announced or not', async (_, listed) => {
    const { method, path } = requestFor(listed.endpoint, sampleOf(listed))
    const megabyte = JSON.stringify({ reason: 'x'.repeat(1024 * 1024) })
    await leavingNoTrace(async () => {
      for (const [name, value] of [
        ['content-length', String(megabyte.length)],
        ['transfer-encoding', 'chunked'],
      ] as const)
        expect(
          codeOf(await sendRaw({ method, path, body: megabyte, headers: { [name]: value } }), name),
        ).toBe('request.too_large')
    })
  })

  it.each(each(writing.filter(needsBody)))('%s answers 415 to another content type', async (_, listed) => {
    const { method, path, body } = requestFor(listed.endpoint, sampleOf(listed))
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
      'application/json-patch+json',
      '*/*',
      '',
    ]
    await leavingNoTrace(async () => {
      for (const type of types) {
        const raw = { method, path, body: JSON.stringify(body), headers: { 'content-type': type } }
        expect(codeOf(await sendRaw(raw), type), type).toBe('request.media_type')
      }
    })
  })
})

describe('texts', () => {
  const file = (title: string) => ({ title, what: '北门三盏灯不亮', where: '北门', kind: 'works' })
  const empty = [
    '',
    ' \t\n',
    '\u200b\u200b\u200b',
    '\u202e\u2066\u2069',
    '\u0000\u0000',
    '\ufeff\ufeff',
    '\u3164\u3164',
    '\u2800\u2800',
    '\ud800\ud800',
  ]

  it.each(empty.map(text => [JSON.stringify(text), text]))(
    '%s is empty for a reader and so is refused',
    async (_, text) => {
      await leavingNoTrace(async () => {
        const answer = await w.as(anyone).post('/microprojects', file(text))
        expect(answer).toMatchObject({
          status: 400,
          body: { code: 'request.malformed', fields: { title: expect.any(String) } },
        })
      })
    },
  )

  it('what hides or reorders a text is taken out of it, and the rest stays as it was typed', async () => {
    const { body } = await w
      .as(anyone)
      .post('/microprojects', file('\ufeff修\u200b路\u202e灯\u0000\ud800 🏮 e\u0301\u{20bb7}'))
    expect(body.title).toBe('修路灯 🏮 é𠮷')
  })

  it('a text longer than its limit is refused, however it is padded', async () => {
    await leavingNoTrace(async () => {
      for (const title of ['长'.repeat(41), '🏮'.repeat(41), `${'\u200b'.repeat(161)}修灯`])
        expect((await w.as(anyone).post('/microprojects', file(title))).status).toBe(400)
    })
  })
})

describe('times', () => {
  const noInstant = [
    '2026-11-24T25:00:00.000Z',
    '2026-11-24T09:60:00.000Z',
    '2026-11-24T24:00:00.000Z',
    '2026-02-30T09:00:00.000Z',
    '2027-02-29T09:00:00.000Z',
    '2026-13-01T09:00:00.000Z',
    '1970-01-01T00:00:00.000Z',
    '2019-12-31T23:59:59.000Z',
    '2100-01-01T00:00:00.000Z',
    '+002026-11-24T09:00:00.000Z',
    '2026-11-24',
    '2026-11-24T09:00:00',
    '09:00',
    'tomorrow',
    '2026-11-24T09:00:00.000+24:00',
    '２０２６-11-24T09:00:00.000Z',
    '',
    1795500000,
    null,
    ['2026-11-24T09:00:00.000Z'],
  ]
  const noDate = [
    '2026-02-29',
    '2027-02-29',
    '2026-00-10',
    '2026-11-31',
    '2026-1-1',
    '2019-12-31',
    '2100-01-01',
    '0000-00-00',
    '2026-11-24T00:00:00Z',
  ]
  const placing = async () => {
    const { placeId, offeringId } = await w.offering(await w.place())
    return { placeId, offeringId }
  }

  it('a time of day or a calendar day that does not exist is refused', async () => {
    const offering = await placing()
    await leavingNoTrace(async () => {
      for (const startAt of noInstant) {
        const body = JSON.stringify({ ...offering, startAt, endAt: '2026-11-24T10:00:00.000Z' })
        expect(codeOf(await sendRaw({ method: 'POST', path: '/bookings', body }), String(startAt))).toBe(
          'request.malformed',
        )
      }
    })
  })

  it('a date that is none is refused, and the leap day of 2028 is one', async () => {
    const { placeId, offeringId } = await placing()
    const path = `/places/${placeId}/offerings/${offeringId}/days`
    for (const from of noDate)
      expect(
        codeOf(await sendRaw({ method: 'GET', path: `${path}?from=${encodeURIComponent(from)}` }), from),
      ).toBe('request.malformed')
    const { body } = await w.as(anyone).get(`${path}?from=2028-02-29&days=2`)
    expect(body.days.map(({ on }: { on: string }) => on)).toEqual(['2028-02-29', '2028-03-01'])
  })

  it('what has passed, runs backwards or lasts for years is refused and takes nothing', async () => {
    const offering = await placing()
    const task = {
      ...sampleOf(endpoints.find(({ id }) => id === 'volunteer.publish') as Listed),
      community: OSMANTHUS,
    }
    await leavingNoTrace(async () => {
      for (const [startAt, endAt] of [
        ['2020-01-01T01:00:00.000Z', '2020-01-01T02:00:00.000Z'],
        ['2026-11-24T02:00:00.000Z', '2026-11-24T01:00:00.000Z'],
        ['2026-11-24T01:00:00.000Z', '2026-11-24T01:00:00.000Z'],
        ['2026-11-24T01:00:00.000Z', '2099-11-24T01:00:00.000Z'],
        ['2026-11-24T01:00:00.001Z', '2026-11-24T02:00:00.001Z'],
      ]) {
        for (const [path, body] of [
          ['/bookings', offering],
          ['/tasks', task],
        ] as const) {
          const raw = { method: 'POST', path, body: JSON.stringify({ ...body, startAt, endAt }) }
          codeOf(await sendRaw(raw), `${path} ${startAt}`)
        }
      }
    })
  })
})

describe('queries', () => {
  const reading = endpoints.filter(({ endpoint }) => endpoint.method === 'GET')
  const paged = reading.filter(({ names }) => names.includes('cursor'))
  const pathOf = (listed: Listed, more: string) => {
    const { path } = requestFor(listed.endpoint, {
      ...sampleOf(listed),
      ...('community' in sampleOf(listed) && { community: OSMANTHUS }),
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
      const answer = await sendRaw({ method: 'GET', path: pathOf(listed, `cursor=${cursor}`) })
      // A cursor of the right form that names no row of this list is the start of an empty rest.
      if (answer.status !== 200)
        expect(['request.malformed', 'circle.cursor_stale']).toContain(codeOf(answer, cursor))
    }
  })

  it('a cursor of somebody else’s list opens nothing of theirs', async () => {
    const [one, other] = [await w.person(), await w.person()]
    const wish = { title: '修路灯', what: '北门三盏灯不亮', where: '北门', kind: 'works' }
    for (let i = 0; i < 3; i++) await w.as(one).post('/microprojects', wish)
    const { body } = await w.as(one).get('/microprojects?of=me&limit=1')
    expect(body.cursor).toEqual(expect.any(String))
    const theirs = await w.as(other).get(`/microprojects?of=me&limit=1&cursor=${body.cursor}`)
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
  it('a method that a path does not have, and a path that nothing has, are answered alike', async () => {
    const paths = endpoints.map(
      ({ endpoint, ...listed }) => requestFor(endpoint, sampleOf({ endpoint, ...listed })).path,
    )
    await leavingNoTrace(async () => {
      for (const path of new Set(paths))
        for (const method of ['DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
          expect(codeOf(await sendRaw({ method, path }), `${method} ${path}`)).toBe('request.no_such_route')
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

describe('chance', () => {
  const RUNS = 100
  const call = (listed: Listed, input: Input, by: Person) => {
    const { method, path, body } = requestFor(listed.endpoint, input)
    return sendRaw({ method, path, by, ...(body && { body: JSON.stringify(body) }) })
  }

  it.each(each(endpoints))(
    '%s never fails on what its schema accepts, about things that are there',
    async (_, listed) => {
      const [border] = listed.names
        .map(name => borders[name]?.(listed))
        .filter(one => typeof one === 'object')
      const { by = anyone, ids = {} } = border?.inside ?? {}
      const real = Object.fromEntries(Object.entries(ids).filter(([name]) => listed.names.includes(name)))
      await fc.assert(
        fc.asyncProperty(accepted(listed.endpoint.input), fc.boolean(), async (input, isReal) => {
          const answer = await call(listed, isReal ? { ...input, ...real } : input, by)
          if (answer.status >= 400) codeOf(answer, JSON.stringify(input))
        }),
        { seed: SEED, numRuns: RUNS },
      )
    },
  )

  it.each(each(endpoints.filter(({ names }) => names.length > 0)))(
    '%s refuses what its schema refuses, and writes nothing',
    async (_, listed) => {
      const broken = fc
        .tuple(
          accepted(listed.endpoint.input),
          fc.constantFrom(...listed.names),
          fc.jsonValue({ maxDepth: 3 }),
        )
        .map(([input, name, value]) => ({ ...input, [name]: value }))
        .filter(input => !listed.endpoint.input.safeParse(asArrived(listed.endpoint, input)).success)
      await leavingNoTrace(() =>
        fc.assert(
          fc.asyncProperty(broken, async input => {
            codeOf(await call(listed, input, anyone), JSON.stringify(input))
          }),
          { seed: SEED, numRuns: RUNS },
        ),
      )
    },
  )
})
