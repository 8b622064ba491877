/** What a request says: names of the path in the path, the rest in the query or in a JSON body. */
import { type Endpoint, pathNames } from '@yike/shared/kernel/contract'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Context as HonoContext } from 'hono'

const BODY_LIMIT_BYTES = 64 * 1024
/** What API Gateway lets through. */
const READ_LIMIT_BYTES = 10 * 1024 * 1024

export const readInput = async (
  c: HonoContext,
  endpoint: Endpoint,
): Promise<
  Result<Record<string, unknown>, 'request.malformed' | 'request.media_type' | 'request.too_large'>
> => {
  const path = Object.fromEntries(pathNames(endpoint.path).map(name => [name, c.req.param(name)]))
  if (endpoint.method === 'GET') {
    const queries = Object.entries(c.req.queries())
    const twice = queries.find(([name, values]) => values.length > 1 || name in path)
    if (twice) return refuse('request.malformed', { fields: { [twice[0]]: '只能填一次' } })
    return ok({ ...Object.fromEntries(queries.map(([name, [value]]) => [name, value])), ...path })
  }
  const sent = await readBody(c.req.raw)
  if (!sent) return refuse('request.too_large')
  if (sent.length === 0) return ok(path)
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    return refuse('request.media_type')
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(sent))
  } catch {
    return refuse('request.malformed')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('request.malformed')
  const clash = Object.keys(path).find(name => Object.hasOwn(body, name))
  if (clash) return refuse('request.malformed', { fields: { [clash]: '不能填在内容里' } })
  return ok({ ...body, ...path })
}

/** The body; undefined where it is too large. It is read to its end all the same: see `readToEnd`. */
const readBody = async ({ body }: Request): Promise<Uint8Array | undefined> => {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size <= BODY_LIMIT_BYTES) kept.push(chunk)
    if (size > READ_LIMIT_BYTES) break
  }
  return size > BODY_LIMIT_BYTES ? undefined : Buffer.concat(kept)
}

/**
 * Takes in what was sent and not yet read, for a request that was refused unread: behind a body that still arrives a
 * connection carries no other request, and who is still sending would not hear the answer.
 */
export const readToEnd = async (request: Request): Promise<void> => {
  // To ask a request for its body makes Node's whole `Request`: a twentieth of what a look at the days costs.
  if (sendsBody(request) && !request.bodyUsed) await readBody(request)
}

/** RFC 9112, 6.3: a request without either header has no body. */
const sendsBody = ({ headers }: Request): boolean =>
  headers.has('content-length') || headers.has('transfer-encoding')
