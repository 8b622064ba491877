/**
 * Contract → routes. One request: find who acts, check access, parse, call the handler, answer.
 * Refusals become RFC 9457 problems; only what nobody expected becomes a 500, and its cause stays in the log.
 */
import { type Endpoint, pathNames } from '@yike/shared/kernel/contract'
import type { IdKind } from '@yike/shared/kernel/id'
import type { ErrorSpec } from '@yike/shared/kernel/problem'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { type Instant, instantOf } from '@yike/shared/kernel/time'
import type { Hono, Context as HonoContext } from 'hono'
import { HonoBase } from 'hono/hono-base'
import { TrieRouter } from 'hono/router/trie-router'
import type { BlankEnv } from 'hono/types'
import { type Actor, holdsAny } from '../actor'
import type { Context } from '../handler'
import { failureFields, type Log } from '../log'
import { type Once, type OnceByRecord, onceByRecord, onceFor } from '../once'
import { type Asked, fieldsOf, problemOf } from '../problem'
import { Busy, type Table } from '../table'
import { readInput, readToEnd } from './input'

/** Chosen by the client for one intent: letters, digits, - and _; 16 to 64 of them. */
const KEY_FORM = /^[\w-]{16,64}$/

/** Any slice's contract and handlers; `app.ts` checks that they fit each other. */
export interface Mounted {
  readonly endpoints: Readonly<Record<string, Endpoint>>
  readonly handlers: Readonly<Record<string, unknown>>
}

export interface HttpPorts {
  readonly table: Table
  readonly actorOf: (token: string, now: Instant) => Promise<Actor | undefined>
  readonly errorTable: Readonly<Record<string, ErrorSpec>>
  readonly clock: () => number
  readonly newId: (kind: IdKind, ms: number) => string
  readonly log: Log
}

type AnyHandler = (
  context: Context & { actor?: Actor; once?: Once | OnceByRecord },
  input: unknown,
) => Promise<Result<unknown>>

export const createHttp = (slices: Readonly<Record<string, Mounted>>, ports: HttpPorts): Hono => {
  // Other routers try one pattern after the other, or cannot hold ours.
  const app = new HonoBase<BlankEnv>({ router: new TrieRouter() })
  app.use(async ({ req }, next) => {
    await next()
    await readToEnd(req.raw)
  })
  for (const [sliceName, { endpoints, handlers }] of Object.entries(slices))
    for (const [verb, endpoint] of Object.entries(endpoints)) {
      const id = `${sliceName}.${verb}`
      app.on(endpoint.method, endpoint.path, async c => {
        const startedMs = performance.now()
        const result = await call(c, id, endpoint, handlers[verb] as AnyHandler, ports)
          .then(done => withinContract(endpoint, done))
          .catch((failure: unknown) => {
            if (failure instanceof Busy) return refuse('request.busy')
            ports.log('failed', { endpoint: id, requestId: requestIdOf(c), ...failureFields(failure) })
            return refuse('request.internal')
          })
        const response = answer(c, ports, result, endpoint.status)
        ports.log('answered', {
          endpoint: id,
          requestId: requestIdOf(c),
          status: response.status,
          code: result.ok ? undefined : result.refusal.code,
          ms: Math.round((performance.now() - startedMs) * 10) / 10,
        })
        return response
      })
    }
  // What a path has under another method only; HEAD comes with GET.
  for (const [path, methods] of methodsOf(slices))
    app.all(path, c => {
      c.header('allow', methods.join(', '))
      return answer(c, ports, refuse('request.wrong_method'))
    })
  app.notFound(c => answer(c, ports, refuse('request.no_such_route')))
  app.onError((failure, c) => {
    ports.log('failed', { endpoint: 'none', requestId: requestIdOf(c), ...failureFields(failure) })
    return answer(c, ports, refuse('request.internal'))
  })
  return app
}

const methodsOf = (slices: Readonly<Record<string, Mounted>>): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const { method, path } of Object.values(slices).flatMap(({ endpoints }) => Object.values(endpoints)))
    found.set(path, [...(found.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])])
  return found
}

const call = async (
  c: HonoContext,
  id: string,
  endpoint: Endpoint,
  handler: AnyHandler,
  ports: HttpPorts,
): Promise<Result<unknown>> => {
  const ms = ports.clock()
  const now = instantOf(ms)
  const context: Context & { actor?: Actor; once?: Once } = {
    now,
    newId: (kind => ports.newId(kind, ms)) as Context['newId'],
  }
  c.set('asked', { access: endpoint.access, input: {} } satisfies Asked)
  if (endpoint.access !== 'anyone') {
    const token = /^Bearer ([\w.-]+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const actor = token && (await ports.actorOf(token, now))
    if (!actor) return refuse('request.unauthenticated')
    if (!holdsAny(actor, endpoint.access)) return refuse('request.forbidden')
    context.actor = actor
  }

  const read = await readInput(c, endpoint)
  if (!read.ok) return read
  const input = endpoint.input.safeParse(read.value)
  if (!input.success) {
    // A path that cannot name anything is a thing that is not there.
    const names = pathNames(endpoint.path)
    if (input.error.issues.every(issue => names.includes(String(issue.path[0]))))
      return refuse('request.not_found')
    return refuse('request.malformed', { fields: fieldsOf(input.error.issues) })
  }

  c.set('asked', { access: endpoint.access, input: { ...(input.data as object) } } satisfies Asked)
  if (!endpoint.keyed || !context.actor) return handler(context, input.data)
  const key = c.req.header('idempotency-key') ?? ''
  if (!KEY_FORM.test(key)) return refuse('request.key_missing')
  const intent = { owner: context.actor.residentId, endpointId: id, key, input: input.data }
  if (endpoint.memory === 'record') return handler({ ...context, once: onceByRecord(intent) }, input.data)
  const once = onceFor({ ...intent, now, shown: found => endpoint.output.parse(found) })
  const result = await handler({ ...context, once }, input.data)
  if (result.ok) return result
  // Whatever refused it now, an earlier try may have succeeded and its answer been lost on the way.
  const earlier = await once.earlier(ports.table)
  if (!earlier) return result
  return earlier.same ? { ok: true, value: earlier.answer } : refuse('request.key_reused')
}

/** Only what the contract names leaves the house; an answer that breaks its contract is a fault of ours. */
const withinContract = (endpoint: Endpoint, result: Result<unknown>): Result<unknown> =>
  result.ok ? ok(endpoint.output.parse(result.value)) : result

/** In the cloud a request has its number already, from the gateway: so its log and ours can be read together. */
interface Gateway {
  readonly requestContext?: { readonly requestId?: string }
}

const requestIdOf = (c: HonoContext): string => {
  const known: unknown = c.get('requestId')
  if (typeof known === 'string') return known
  const made = (c.env as Gateway | undefined)?.requestContext?.requestId ?? crypto.randomUUID()
  c.set('requestId', made)
  return made
}

const answer = (
  c: HonoContext,
  ports: HttpPorts,
  result: Result<unknown>,
  status: 200 | 201 = 200,
): Response => {
  c.header('cache-control', 'no-store')
  c.header('x-request-id', requestIdOf(c))
  if (result.ok) return c.json(result.value as object, status)
  const asked: Asked = c.get('asked') ?? { access: 'anyone', input: {} }
  const { problem, spec } = problemOf(result.refusal, ports.errorTable, requestIdOf(c), asked)
  c.header('content-type', 'application/problem+json')
  c.header('content-language', 'zh-CN')
  return c.body(JSON.stringify(problem), spec.status)
}
