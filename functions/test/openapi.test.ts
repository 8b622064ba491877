import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { api, errorTable } from '@yike/shared/api'
import type { Slice } from '@yike/shared/kernel/contract'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { JsonSchema, Operation } from '../src/docs/document'
import { openapi } from '../src/docs/openapi'
import { docsRoutes } from '../src/docs/routes'
import { documentSchemas, isSchema, refTo } from '../src/docs/schemas'

const document = openapi(api, errorTable, '0.0.0')
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)
const endpoints = Object.entries<Slice>(api).flatMap(([slice, one]) =>
  Object.entries(one.endpoints).map(([verb, endpoint]) => ({ id: `${slice}.${verb}`, endpoint })),
)

/** The schemas that stand in an operation itself; those with a name are in the components. */
const inlineSchemas = ({ parameters, requestBody, responses }: Operation): JsonSchema[] => [
  ...parameters.flatMap(one => ('schema' in one ? [one.schema] : [])),
  ...(requestBody ? [requestBody.content['application/json'].schema] : []),
  ...Object.values(responses).flatMap(one =>
    'content' in one ? Object.values(one.content).map(({ schema }) => schema) : [],
  ),
]

const validator = () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addVocabulary(['components'])
  ajv.addSchema({ $id: 'document', components: document.components } as object)
  return ajv
}
/** References as a validator finds them: in the document that stands beside the schema. */
const within = (schema: JsonSchema): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components'))

const lint = async (linted: object): Promise<string[]> => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({
    source: JSON.stringify(linted),
    absoluteRef: 'openapi.json',
    config,
  })
  return problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer} ${message}`)
}

const schemas = documentSchemas([])
const shared = join(import.meta.dirname, '../../shared/src')
const schemaFiles = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter(file =>
  /^\w+\/schema(\/.+)?\.ts$/.test(file),
)

describe('the OpenAPI document', () => {
  it.each(schemaFiles)('knows what %s exports by its name', async file => {
    const exported = Object.entries<unknown>(await import(join(shared, file)))
    for (const [name, schema] of exported)
      if (isSchema(schema)) expect(schemas.of(schema)).toEqual(refTo(name))
  })

  it('has every endpoint of the contract under its id, with its method, path and roles, one feed, and no other', () => {
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      [...endpoints.map(({ id }) => id), 'booking.readCalendar'].sort(),
    )
    for (const { id, endpoint } of endpoints) {
      const found = operations.find(({ operation }) => operation.operationId === id)
      expect(found?.method, id).toBe(endpoint.method.toLowerCase())
      expect(found?.path.replace(/\{(\w+)\}/g, ':$1'), id).toBe(endpoint.path)
      expect(found?.operation['x-roles'], id).toEqual(endpoint.access === 'anyone' ? [] : endpoint.access)
      expect(found?.operation.security, id).toHaveLength(endpoint.access === 'anyone' ? 0 : 1)
    }
  })

  it('names every code that an endpoint lists, under the status of that code', () => {
    for (const { id, endpoint } of endpoints) {
      const found = operations.find(({ operation }) => operation.operationId === id)?.operation
      for (const code of endpoint.errors) {
        const status = errorTable[code as keyof typeof errorTable].status
        expect(JSON.stringify(found?.responses[status]), `${id} ${code}`).toContain(`"${code}"`)
      }
    }
  })

  it('asks for an Idempotency-Key where the contract does, and only there', () => {
    for (const { id, endpoint } of endpoints) {
      const found = operations.find(({ operation }) => operation.operationId === id)?.operation
      const asks = found?.parameters.some(one => '$ref' in one) ?? false
      expect(asks, id).toBe(endpoint.keyed === true)
    }
  })

  it('leads from the making of a link to the calendar that is read there, without a token', () => {
    const made = document.paths['/me/calendar']?.post?.responses[200]
    const links = made && 'links' in made ? Object.values(made.links ?? {}) : []
    expect(links.map(({ operationId }) => operationId)).toEqual(['booking.readCalendar'])
    const read = document.paths['/calendars/{link}']?.get
    expect([read?.security, Object.keys(read?.responses ?? {})]).toEqual([[], ['200', '404']])
  })

  it('passes the recommended rules of Redocly without an error or a warning', async () => {
    expect(await lint(document)).toEqual([])
  })

  it('would not pass them with an operation that lost its summary and a path parameter that nobody declares', async () => {
    const bare = { ...document.paths['/me']?.get, summary: undefined, parameters: [] }
    const broken = { ...document, paths: { '/me/{name}': { get: bare } } }
    expect(await lint(broken)).toEqual(
      expect.arrayContaining(
        ['operation-summary', 'path-parameters-defined'].map(ruleId => expect.stringContaining(ruleId)),
      ),
    )
  })

  it('holds nothing but valid JSON Schema 2020-12, and every example passes its own schema', () => {
    const ajv = validator()
    const all = [
      ...Object.values(document.components.schemas),
      ...operations.flatMap(({ operation }) => inlineSchemas(operation)),
    ]
    for (const schema of all) {
      expect(ajv.validateSchema(schema), JSON.stringify(schema)).toBe(true)
      ajv.compile(within(schema))
    }
    for (const [, schema, example] of JSON.stringify(document).matchAll(
      /(\{[^{}]*"examples":\["([^"]*)"\][^{}]*\})/g,
    ))
      expect(ajv.validate(JSON.parse(schema ?? ''), example), schema).toBe(true)
  })

  it('calls every schema by the name that the contract gives it', () => {
    expect(Object.keys(document.components.schemas).filter(name => /^unnamed/.test(name))).toEqual([])
  })

  it('leaves no schema open: an empty one would promise nothing', () => {
    expect(JSON.stringify(document)).not.toMatch(/"(schema|items|\w+Id)":\{\}/)
  })
})

describe('the page', () => {
  const app = docsRoutes()

  it('shows every endpoint and every schema', async () => {
    const text = await (await app.request('/docs')).text()
    for (const { id } of endpoints) expect(text).toContain(`id="${id}"`)
    for (const name of Object.keys(document.components.schemas)) expect(text).toContain(`id="${name}"`)
  })

  it('leads nowhere that is not there, loads nothing from elsewhere and runs no script', async () => {
    const reply = await app.request('/docs')
    const text = await reply.text()
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, target] of text.matchAll(/(?:href|src)="([^"]+)"/g))
      if (target?.startsWith('#')) expect(ids, target).toContain(target.slice(1))
      else expect((await app.request(`/${target}`)).status, target).toBe(200)
    expect(text).not.toMatch(/<script|<style| style=| on\w+=/)
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
