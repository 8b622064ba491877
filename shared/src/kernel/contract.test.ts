import { describe, expect, it } from 'vitest'
import { api, errorTable } from '../api'
import { type Endpoint, pathNames, type Slice } from './contract'
import { requestErrors } from './problem'

const endpoints = Object.entries<Slice>(api).flatMap(([slice, one]) =>
  Object.entries(one.endpoints).map(([verb, endpoint]) => ({ id: `${slice}.${verb}`, slice, endpoint })),
)
const each = endpoints.map(one => [one.id, one] as const)

const fieldsOf = ({ input }: Endpoint): readonly string[] =>
  Object.keys((input._zod.def as unknown as { shape: object }).shape)

describe('the contract', () => {
  it('has one endpoint for a method and a path', () => {
    const routes = endpoints.map(
      ({ endpoint }) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`,
    )
    expect(new Set(routes).size).toBe(routes.length)
  })

  it('names every code after its slice, and none twice', () => {
    for (const [name, { errors }] of Object.entries<Slice>(api))
      for (const code of Object.keys(errors)) expect(code).toMatch(new RegExp(`^${name}\\.[a-z_]+$`))
    const codes = [requestErrors, ...Object.values<Slice>(api).map(({ errors }) => errors)].flatMap(
      Object.keys,
    )
    expect(Object.keys(errorTable).sort()).toEqual([...new Set(codes)].sort())
    expect(codes).toHaveLength(new Set(codes).size)
  })

  it('uses every code somewhere', () => {
    const used = new Set(endpoints.flatMap(({ endpoint }) => endpoint.errors))
    const lost = Object.values<Slice>(api).flatMap(({ errors }) =>
      Object.keys(errors).filter(code => !used.has(code)),
    )
    expect(lost).toEqual([])
  })

  it.each(each)('%s takes every name of its path as input', (_, { endpoint }) => {
    for (const name of pathNames(endpoint.path)) expect(fieldsOf(endpoint)).toContain(name)
  })

  it.each(each)('%s refuses what nobody asked for', (_, { endpoint }) => {
    const surplus = endpoint.input.safeParse({ surplus: 1 })
    expect(surplus.error?.issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true)
  })

  it.each(each.filter(([, { endpoint }]) => endpoint.status === 201 && endpoint.access !== 'anyone'))(
    '%s makes something new and so can be sent twice without harm',
    (_, { endpoint }) => {
      expect(endpoint.keyed).toBe(true)
    },
  )
})

it('the names of a path are found in their order', () => {
  expect(pathNames('/tasks/:taskId/claims/:volunteerId/confirm')).toEqual(['taskId', 'volunteerId'])
})
