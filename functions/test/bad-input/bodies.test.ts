import { pathNames } from '@yike/shared/kernel/contract'
import { describe, expect, it } from 'vitest'
import { endpoints, type Listed, requestFor, sampleOf } from '../contract'
import { codeOf, each, openAttempts } from './attempts'

const { leavingNoTrace, sendRaw } = openAttempts()
const writing = endpoints.filter(({ endpoint }) => endpoint.method !== 'GET')
const needsBody = ({ endpoint, required }: Listed) =>
  required.some(name => !pathNames(endpoint.path).includes(name))

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
