/** The contract as an OpenAPI 3.1 document. Pure: the same contract makes the same document. */
import { type Access, type Endpoint, pathNames, type Slice } from '@yike/shared/kernel/contract'
import { type ErrorTable, type RequestCode, requestErrors } from '@yike/shared/kernel/problem'
import type { Answer, Document, JsonSchema, Operation, Parameter } from './document'
import { feeds, linksFrom } from './feeds'
import { documentSchemas, refTo, type Schemas } from './schemas'
import { endpointWords, preface, roleWords, sliceWords } from './words'

interface Asked {
  readonly id: string
  readonly sliceName: string
  readonly endpoint: Endpoint
}

/** `errorTable` explains every code that an endpoint lists. */
export const openapi = (
  api: Readonly<Record<string, Slice>>,
  errorTable: ErrorTable,
  version: string,
): Document => {
  const asked = Object.entries(api).flatMap(([sliceName, { endpoints }]) =>
    Object.entries(endpoints).map(([verb, endpoint]) => ({
      id: `${sliceName}.${verb}`,
      sliceName,
      endpoint,
    })),
  )
  const schemas = documentSchemas(asked.flatMap(({ endpoint }) => [endpoint.input, endpoint.output]))
  const paths: Record<string, Record<string, Operation>> = {}
  for (const one of asked) {
    const path = one.endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = {
      ...paths[path],
      [one.endpoint.method.toLowerCase()]: operationOf(one, schemas, errorTable),
    }
  }
  const responses = Object.fromEntries(
    (Object.keys(requestErrors) as RequestCode[])
      .filter(code => JSON.stringify(paths).includes(`"${refuseRef(code).$ref}"`))
      .map(code => [code, refusalOf([code], errorTable)]),
  )
  return {
    openapi: '3.1.1',
    info: {
      title: '一刻邻里 Yike Linli API',
      version,
      description: preface,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'Where this document comes from' }],
    tags: Object.keys(api).map(name => ({ name, description: sliceWords[name] ?? name })),
    paths: { ...paths, ...feeds },
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'From `POST /sessions`; holds for two hours.',
        },
      },
      parameters: { 'Idempotency-Key': keyHeader },
      responses,
      schemas: schemas.reachedFrom({ paths, responses }),
    },
  }
}

const keyHeader: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'One per intent, chosen by the client. The same key and content within 48 hours gets the same answer.',
  schema: { type: 'string', pattern: '^[\\w-]{16,64}$', examples: ['3f0c2a52-5a64-4c6b-9a53-5e3d9b7c1f10'] },
}

const operationOf = (
  { id, sliceName, endpoint }: Asked,
  schemas: Schemas,
  errorTable: ErrorTable,
): Operation => {
  const { properties, required } = schemas.fieldsOf(endpoint.input)
  const inPath = pathNames(endpoint.path)
  const rest = Object.keys(properties).filter(name => !inPath.includes(name))
  const parameter = (name: string, where: 'path' | 'query'): Parameter => ({
    name,
    in: where,
    required: required.includes(name),
    schema: properties[name] ?? {},
  })
  const isQuery = endpoint.method === 'GET'
  const body = inPath.length === 0 ? schemas.of(endpoint.input) : bodyOf(properties, required, rest)
  return {
    operationId: id,
    summary: endpoint.summary,
    description: `${endpointWords[id] ?? ''}。${whoMay(endpoint.access)}`,
    tags: [sliceName],
    'x-roles': endpoint.access === 'anyone' ? [] : endpoint.access,
    security: endpoint.access === 'anyone' ? [] : [{ token: [] }],
    parameters: [
      ...inPath.map(name => parameter(name, 'path')),
      ...(isQuery ? rest.map(name => parameter(name, 'query')) : []),
      ...(endpoint.keyed ? [{ $ref: '#/components/parameters/Idempotency-Key' }] : []),
    ],
    ...(!isQuery &&
      rest.length > 0 && {
        requestBody: {
          required: rest.some(name => required.includes(name)),
          content: { 'application/json': { schema: body } },
        },
      }),
    responses: {
      [endpoint.status]: {
        description: endpoint.status === 201 ? '已建立 Made' : '办好了 Done',
        content: { 'application/json': { schema: schemas.of(endpoint.output) } },
        ...(linksFrom[id] && { links: linksFrom[id] }),
      },
      ...refusals(endpoint, errorTable),
    },
  }
}

const bodyOf = (
  properties: Record<string, JsonSchema>,
  required: readonly string[],
  names: readonly string[],
): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(names.map(name => [name, properties[name] ?? {}])),
  required: names.filter(name => required.includes(name)),
  additionalProperties: false,
})

const whoMay = (access: Access): string =>
  access === 'anyone'
    ? '所有人可用 (anyone)。'
    : `${access.map(role => roleWords[role]).join('、')}可用 (${access.join(', ')})。`

/** Codes that follow from what an endpoint is; contracts list only their own. */
const requestCodesOf = ({ access, method, keyed }: Endpoint): RequestCode[] => [
  'request.malformed',
  ...(keyed ? (['request.key_missing', 'request.key_reused'] as const) : []),
  ...(access === 'anyone'
    ? []
    : (['request.unauthenticated', 'request.forbidden', 'request.not_found'] as const)),
  ...(method === 'GET' ? [] : (['request.too_large', 'request.media_type', 'request.busy'] as const)),
  'request.internal',
]

const refuseRef = (code: RequestCode) => ({ $ref: `#/components/responses/${code}` })

const refusals = (endpoint: Endpoint, errorTable: ErrorTable): Operation['responses'] => {
  const byStatus = new Map<number, string[]>()
  for (const code of [...requestCodesOf(endpoint), ...endpoint.errors]) {
    const status = errorTable[code]?.status
    if (!status) throw new Error(`${code} is not in the error table`)
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const [only] = codes
      const isCommon = codes.length === 1 && only !== undefined && only in requestErrors
      return [status, isCommon ? refuseRef(only as RequestCode) : refusalOf(codes, errorTable)]
    }),
  )
}

const refusalOf = (codes: readonly string[], errorTable: ErrorTable): Answer => ({
  description: codes.map(code => `\`${code}\` ${errorTable[code]?.title}`).join('\n\n'),
  content: {
    'application/problem+json': {
      schema: { allOf: [refTo('Problem'), { type: 'object', properties: { code: { enum: codes } } }] },
    },
  },
})
