/**
 * WeChat's server side beyond signing in, as it answers: stable_token, subscribe/send, msg_sec_check, media_check_async
 * with the call by which it tells what it found.
 * A text that holds 「违规」 is risky and one that holds 「待看」 is for review, so that both can be shown.
 */
import { createCipheriv, randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { sealOf } from '../../../platform/wechat/push'

const TOKEN_SECONDS = 7200
const VISITED_MINUTES = 120

export interface Delivered {
  readonly touser: string
  readonly template_id: string
  readonly page?: string
  readonly data: Readonly<Record<string, { value: string }>>
}

/** How WeChat reaches us: with what it seals its calls, and the way to us. */
export interface PushSandbox {
  readonly token: string
  readonly aesKey: string
  /** False: it was not heard. */
  readonly tell: (path: string, body: object) => Promise<boolean>
  /** So long it looks at a picture; absent: until somebody says what it found. */
  readonly judgesAfterMs?: number
}

export type Suggest = 'pass' | 'review' | 'risky'

interface Picture {
  readonly traceId: string
  readonly url: string
}

interface ServiceOptions {
  readonly push?: PushSandbox | undefined
  readonly appId: string
  readonly appSecret: string
  readonly clock: () => number
  /** When somebody last signed in; undefined: never here. */
  readonly visitedMs: (openId: string) => number | undefined
}

const failures = {
  token: { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' },
  expired: { errcode: 42001, errmsg: 'access_token expired' },
  appId: { errcode: 40013, errmsg: 'invalid appid' },
  appSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  grantType: { errcode: 40002, errmsg: 'invalid grant_type' },
  openId: { errcode: 40003, errmsg: 'invalid openid' },
  template: { errcode: 40037, errmsg: 'template_id not exist' },
  data: { errcode: 47003, errmsg: 'argument invalid!' },
  refused: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
  scene: { errcode: 40129, errmsg: 'invalid scene' },
  notVisited: { errcode: 61010, errmsg: 'code is expired' },
} as const

const limits: Readonly<Record<string, number>> = { thing: 20, phrase: 5, name: 10, character_string: 32 }

export const createServiceSandbox = ({ appId, appSecret, clock, visitedMs, push }: ServiceOptions) => {
  const tokens = new Map<string, number>()
  const consents = new Map<string, number>()
  const delivered: Delivered[] = []
  const pictures: Picture[] = []
  const app = new Hono()

  /** Tells what it found; who did not hear is told again, three times in all, as WeChat does. */
  const tellOf = async ({ traceId, url }: Picture, suggest: Suggest, times = 3): Promise<void> => {
    if (!push) return
    const seen = await fetch(url).catch(() => undefined)
    const isPicture = seen?.ok && seen.headers.get('content-type')?.startsWith('image/')
    const found = isPicture
      ? { errcode: 0, result: { suggest, label: suggest === 'pass' ? 100 : 20002 } }
      : { errcode: -1008, errmsg: 'media download failed' }
    const event = { MsgType: 'event', Event: 'wxa_media_check', appid: appId, version: 2 }
    const heard = await push.tell(...sealed(appId, push, { ...event, trace_id: traceId, ...found }))
    if (!heard && times > 1) later(() => tellOf({ traceId, url }, suggest, times - 1))
  }
  const later = (act: () => Promise<void>) => setTimeout(() => void act(), push?.judgesAfterMs ?? 0).unref()

  /** Looks at every picture that it was asked about. */
  const judge = async (suggest: Suggest): Promise<void> => {
    for (const picture of pictures.splice(0)) await tellOf(picture, suggest)
  }

  const wrongToken = (token: string | undefined) => {
    const untilMs = tokens.get(token ?? '')
    if (untilMs === undefined) return failures.token
    return untilMs > clock() ? undefined : failures.expired
  }

  app.post('/cgi-bin/stable_token', async c => {
    const { appid, secret, grant_type: grantType } = await c.req.json<Record<string, unknown>>()
    if (appid !== appId) return c.json(failures.appId)
    if (secret !== appSecret) return c.json(failures.appSecret)
    if (grantType !== 'client_credential') return c.json(failures.grantType)
    const token = randomBytes(24).toString('base64url')
    tokens.set(token, clock() + TOKEN_SECONDS * 1000)
    return c.json({ access_token: token, expires_in: TOKEN_SECONDS })
  })

  app.post('/cgi-bin/message/subscribe/send', async c => {
    const wrong = wrongToken(c.req.query('access_token'))
    if (wrong) return c.json(wrong)
    const message = await c.req.json<Delivered>()
    if (visitedMs(message.touser) === undefined) return c.json(failures.openId)
    if (!message.template_id) return c.json(failures.template)
    const isTooLong = Object.entries(message.data ?? {}).some(
      ([name, { value }]) => value === '' || [...value].length > (limits[name.replace(/\d+$/, '')] ?? 20),
    )
    if (isTooLong) return c.json(failures.data)
    const held = `${message.touser} ${message.template_id}`
    const left = consents.get(held) ?? 0
    if (left === 0) return c.json(failures.refused)
    consents.set(held, left - 1)
    delivered.push(message)
    return c.json({ errcode: 0, errmsg: 'ok' })
  })

  app.post('/wxa/msg_sec_check', async c => {
    const wrong = wrongToken(c.req.query('access_token'))
    if (wrong) return c.json(wrong)
    const asked = await c.req.json<{ openid: string; scene: number; content: string; title?: string }>()
    if (![1, 2, 3, 4].includes(asked.scene)) return c.json(failures.scene)
    const visited = visitedMs(asked.openid)
    if (visited === undefined) return c.json(failures.openId)
    if (clock() - visited > VISITED_MINUTES * 60_000) return c.json(failures.notVisited)
    const text = `${asked.title ?? ''}\n${asked.content}`
    const suggest = text.includes('违规') ? 'risky' : text.includes('待看') ? 'review' : 'pass'
    const label = suggest === 'pass' ? 100 : 20001
    return c.json({
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
      trace_id: randomBytes(8).toString('hex'),
    })
  })

  app.post('/wxa/media_check_async', async c => {
    const wrong = wrongToken(c.req.query('access_token'))
    if (wrong) return c.json(wrong)
    const asked = await c.req.json<{ openid: string; scene: number; media_type: number; media_url: string }>()
    if (![1, 2, 3, 4].includes(asked.scene)) return c.json(failures.scene)
    if (asked.media_type !== 2) return c.json(failures.data)
    const visited = visitedMs(asked.openid)
    if (visited === undefined) return c.json(failures.openId)
    if (clock() - visited > VISITED_MINUTES * 60_000) return c.json(failures.notVisited)
    const traceId = randomBytes(12).toString('hex')
    const picture = { traceId, url: asked.media_url }
    if (push?.judgesAfterMs === undefined) pictures.push(picture)
    else later(() => tellOf(picture, 'pass'))
    return c.json({ errcode: 0, errmsg: 'ok', trace_id: traceId })
  })

  return {
    app,
    judge,
    /** Messages that reached a phone, oldest first. */
    delivered,
    /** What somebody answers whom `wx.requestSubscribeMessage` asks: yes, once. */
    consent: (openId: string, templateId: string) => {
      const held = `${openId} ${templateId}`
      consents.set(held, (consents.get(held) ?? 0) + 1)
    },
    /** WeChat takes its tokens back, as it does when another one is forced. */
    dropTokens: () => tokens.clear(),
  }
}

/** The address and the body of one call of WeChat's, in its safe mode. */
const sealed = (
  appId: string,
  { token, aesKey }: Pick<PushSandbox, 'token' | 'aesKey'>,
  said: object,
): [path: string, body: { ToUserName: string; Encrypt: string }] => {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const message = Buffer.from(JSON.stringify(said))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(message.length)
  const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(appId)])
  const missing = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([plain, Buffer.alloc(missing, missing)])
  const Encrypt = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
  const [timestamp, nonce] = ['1790000000', randomBytes(6).toString('hex')]
  const signature = sealOf(token, timestamp, nonce, Encrypt)
  return [
    `/wechat/push?msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`,
    { ToUserName: 'gh_sandbox', Encrypt },
  ]
}
