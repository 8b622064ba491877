/**
 * What WeChat tells us by itself, in its safe mode and as JSON: signed and encrypted with what only the two of us know.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
 */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { z } from '@yike/shared/kernel/zod'

export interface PushOptions {
  readonly token: string
  /** EncodingAESKey of WeChat's console: 43 characters. */
  readonly aesKey: string
  readonly appId: string
}

type Query = Readonly<Record<string, string | undefined>>

export interface Push {
  /** What the console's first question is to be answered with; undefined: it is not WeChat that asks. */
  readonly greet: (query: Query) => string | undefined
  /** What WeChat says, as JSON; undefined: it is not from WeChat, or not for us. */
  readonly read: (query: Query, body: unknown) => unknown
}

const Sealed = z.object({ Encrypt: z.string().check(z.maxLength(100_000)) })

/** WeChat's signature: SHA-1 of the sorted parts. */
export const sealOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

const isSame = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

export const openPush = ({ token, aesKey, appId }: PushOptions): Push => {
  const key = Buffer.from(`${aesKey}=`, 'base64')

  /** 16 bytes of chance, the length in four, the message, the app's id; filled up to 32 as in PKCS#7. */
  const open = (sealed: string): unknown => {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()])
    const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0))
    const end = 20 + plain.readUInt32BE(16)
    if (plain.subarray(end).toString() !== appId) return undefined
    return JSON.parse(plain.subarray(20, end).toString())
  }

  return {
    greet: ({ signature = '', timestamp = '', nonce = '', echostr = '' }) =>
      isSame(signature, sealOf(token, timestamp, nonce)) ? echostr : undefined,

    read({ msg_signature: signature = '', timestamp = '', nonce = '' }, body) {
      const sealed = Sealed.safeParse(body).data?.Encrypt
      if (!sealed || !isSame(signature, sealOf(token, timestamp, nonce, sealed))) return undefined
      try {
        return open(sealed)
      } catch {
        return undefined
      }
    },
  }
}

const MediaCheck = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string(),
  errcode: z.optional(z.number()),
  result: z.optional(z.object({ suggest: z.enum(['pass', 'review', 'risky']) })),
})

/** What it found in a picture; undefined: it speaks of something else. A picture it could not judge is for review. */
export const verdictIn = (
  said: unknown,
): { traceId: string; verdict: 'pass' | 'review' | 'risky' } | undefined => {
  const { trace_id: traceId, errcode = 0, result } = MediaCheck.safeParse(said).data ?? {}
  return traceId === undefined
    ? undefined
    : { traceId, verdict: errcode === 0 ? (result?.suggest ?? 'review') : 'review' }
}
