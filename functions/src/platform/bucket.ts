/**
 * Files that people send: they travel between the phone and the bucket without us, by signatures that name one file and
 * end soon. S3's own protocol, AWS Signature Version 4:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html (the form)
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html (the address)
 */
import { createHmac } from 'node:crypto'
import aws4 from 'aws4'
import type { Credentials } from './table/address'

export interface BucketEnv {
  readonly name: string
  /** Address of the bucket, without a slash at its end. */
  readonly url: string
  readonly region: string
  /** Absent: those in the environment, which sign addresses but no forms. */
  readonly credentials?: Credentials | undefined
}

export interface Form {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

type Method = 'GET' | 'PUT' | 'DELETE'

export interface Bucket {
  /** What the phone posts together with the file, within ten minutes: that file, of that type, no larger. */
  readonly form: (key: string, file: { type: string; mostBytes: number }) => Form
  /** Where a file can be read for ten to twenty minutes: the same address for ten, so that phones need not load it twice. */
  readonly urlOf: (key: string) => string
  readonly signed: (method: Method, key: string, at: Date, seconds: number) => string
  /** Undefined: it is not there. */
  readonly get: (key: string) => Promise<Uint8Array | undefined>
  readonly put: (key: string, file: { type: string; bytes: Uint8Array }) => Promise<void>
  readonly remove: (key: string) => Promise<void>
}

const MINUTES_10_MS = 600_000
const TIMEOUT_MS = 10_000
const ALGORITHM = 'AWS4-HMAC-SHA256'

const stamp = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** The key of one day, region and service. */
export const signingKey = (secret: string, date: string, region: string): Buffer =>
  [date, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`) as Buffer

export const openBucket = ({ name, url, region, credentials }: BucketEnv, clock: () => number): Bucket => {
  const { origin, host, pathname } = new URL(url)

  const signed: Bucket['signed'] = (method, key, at, seconds) => {
    const query = `X-Amz-Date=${stamp(at.getTime())}&X-Amz-Expires=${seconds}`
    const path = `${pathname === '/' ? '' : pathname}/${key}?${query}`
    const asked = { service: 's3', region, method, host, path, signQuery: true }
    return origin + aws4.sign(asked, credentials).path
  }

  const ask = async (method: Method, key: string, more: RequestInit = {}): Promise<Response> => {
    const address = signed(method, key, new Date(clock()), 60)
    const reply = await fetch(address, { method, ...more, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!reply.ok && reply.status !== 404) throw new Error(`the bucket answered ${reply.status} to ${method}`)
    return reply
  }

  return {
    signed,

    form(key, { type, mostBytes }) {
      if (!credentials) throw new Error('a form is signed with credentials that were given')
      const ms = clock()
      const date = stamp(ms)
      const day = date.slice(0, 8)
      const fields: Record<string, string> = {
        key,
        'Content-Type': type,
        'x-amz-algorithm': ALGORITHM,
        'x-amz-credential': `${credentials.accessKeyId}/${day}/${region}/s3/aws4_request`,
        'x-amz-date': date,
        ...(credentials.sessionToken && { 'x-amz-security-token': credentials.sessionToken }),
      }
      const conditions = [
        { bucket: name },
        ...Object.entries(fields).map(([field, value]) => ({ [field]: value })),
        ['content-length-range', 1, mostBytes],
      ]
      const expiration = new Date(ms + MINUTES_10_MS).toISOString()
      const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
      const signature = hmac(signingKey(credentials.secretAccessKey, day, region), policy).toString('hex')
      return { url, fields: { ...fields, policy, 'x-amz-signature': signature } }
    },

    urlOf: key => signed('GET', key, new Date(clock() - (clock() % MINUTES_10_MS)), 1200),

    async get(key) {
      const reply = await ask('GET', key)
      return reply.ok ? new Uint8Array(await reply.arrayBuffer()) : undefined
    },
    async put(key, { type, bytes }) {
      await ask('PUT', key, { headers: { 'content-type': type }, body: bytes as Uint8Array<ArrayBuffer> })
    },
    async remove(key) {
      await ask('DELETE', key)
    },
  }
}
