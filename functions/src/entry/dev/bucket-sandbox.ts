/**
 * Stands in for S3 where there is no cloud: a folder behind the same signatures, the same form and the same refusals.
 * Only the local product has it; no Lambda does.
 */
import { createHmac } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Hono, type Context as HonoContext } from 'hono'
import { cors } from 'hono/cors'
import { type BucketEnv, openBucket, signingKey } from '../../platform/bucket'
import type { Credentials } from '../../platform/table/address'

export interface BucketSandboxOptions extends Omit<BucketEnv, 'url' | 'credentials'> {
  readonly credentials: Credentials
  /** Where it is mounted. */
  readonly path: string
  readonly folder: string
  readonly clock: () => number
}

interface Policy {
  readonly expiration: string
  readonly conditions: readonly (Readonly<Record<string, string>> | readonly [string, number, number])[]
}

/** What of S3's error codes an upload can meet. */
const refusals = { AccessDenied: 403, EntityTooLarge: 400, EntityTooSmall: 400 } as const
type Refusal = keyof typeof refusals

export const createBucketSandbox = ({ path, folder, clock, ...env }: BucketSandboxOptions) => {
  const fileOf = (key: string) => join(folder, encodeURIComponent(key))

  const refuse = (c: HonoContext, code: Refusal) =>
    c.body(`<Error><Code>${code}</Code></Error>`, refusals[code], { 'content-type': 'application/xml' })

  const wrongForm = (fields: Readonly<Record<string, string>>, bytes: number): Refusal | undefined => {
    const { policy = '' } = fields
    const date = fields['x-amz-date']?.slice(0, 8) ?? ''
    const key = signingKey(env.credentials.secretAccessKey, date, env.region)
    if (createHmac('sha256', key).update(policy).digest('hex') !== fields['x-amz-signature'])
      return 'AccessDenied'
    const { expiration, conditions }: Policy = JSON.parse(Buffer.from(policy, 'base64').toString())
    if (Date.parse(expiration) <= clock()) return 'AccessDenied'
    const met = new Set(['policy', 'x-amz-signature'])
    for (const condition of conditions) {
      if (Array.isArray(condition)) {
        const [, least, most] = condition as [string, number, number]
        if (bytes > most) return 'EntityTooLarge'
        if (bytes < least) return 'EntityTooSmall'
        continue
      }
      for (const [name, value] of Object.entries(condition)) {
        if ((name === 'bucket' ? env.name : fields[name]) !== value) return 'AccessDenied'
        met.add(name)
      }
    }
    return Object.keys(fields).every(name => met.has(name)) ? undefined : 'AccessDenied'
  }

  const isSigned = (c: HonoContext, key: string): boolean => {
    const { searchParams: asked, origin } = new URL(c.req.url)
    const date = asked
      .get('X-Amz-Date')
      ?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
    const seconds = Number(asked.get('X-Amz-Expires'))
    if (!date || !(Date.parse(date) + seconds * 1000 > clock())) return false
    const method = c.req.method as 'GET' | 'PUT' | 'DELETE'
    const own = openBucket({ ...env, url: origin + path }, clock)
    const right = new URL(own.signed(method, key, new Date(date), seconds))
    return right.searchParams.get('X-Amz-Signature') === asked.get('X-Amz-Signature')
  }

  const app = new Hono()
  app.use(cors())
  app.post('/', async c => {
    const { file, ...fields } = await c.req.parseBody()
    if (!(file instanceof File)) return refuse(c, 'AccessDenied')
    const wrong = wrongForm(fields as Record<string, string>, file.size)
    if (wrong) return refuse(c, wrong)
    keep(fileOf(String(fields.key)), Buffer.from(await file.arrayBuffer()))
    return c.body(null, 204)
  })
  app.on(['GET', 'PUT', 'DELETE'], '/*', async c => {
    const key = new URL(c.req.url).pathname.slice(path.length + 1)
    if (!isSigned(c, key)) return refuse(c, 'AccessDenied')
    const file = fileOf(key)
    if (c.req.method === 'PUT') keep(file, Buffer.from(await c.req.arrayBuffer()))
    if (c.req.method === 'DELETE') rmSync(file, { force: true })
    if (c.req.method !== 'GET') return c.body(null, c.req.method === 'PUT' ? 200 : 204)
    if (!existsSync(file)) return c.body(null, 404)
    const bytes = readFileSync(file)
    return c.body(bytes, 200, { 'content-type': bytes[0] === 0xff ? 'image/jpeg' : 'image/png' })
  })
  return {
    app,
    /** As if a file had been there for long. */
    keep: (key: string, bytes: Uint8Array) => keep(fileOf(key), Buffer.from(bytes)),
  }
}

const keep = (file: string, bytes: Buffer): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}
