/**
 * Stands in for api.weixin.qq.com where there is no network: the same request, the same answers, the same errors.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
 * Only the local product has it; no Lambda does, and a test proves that.
 */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Templates } from '../../platform/wechat/template'
import { createServiceSandbox, type PushSandbox } from './wechat-sandbox/service'

/** A code works once and for five minutes. */
const CODE_MINUTES = 5
/** code2Session: 100 a minute for one user. */
const CALLS_PER_MINUTE = 100

export interface SandboxOptions {
  readonly appId: string
  readonly appSecret: string
  readonly clock: () => number
  readonly push?: PushSandbox
}

export interface WeChatSandbox {
  readonly app: Hono
  /** What `wx.login` does on the phone of the person with this openid. */
  readonly login: (openId: string) => string
  readonly service: ReturnType<typeof createServiceSandbox>
}

/** As somebody might choose them in WeChat's console. */
export const sandboxTemplates: Templates = {
  booking: {
    id: 'sandbox-template-of-a-booking',
    fields: { thing1: 'what', time2: 'when', phrase3: 'state', thing4: 'note' },
  },
  microproject: {
    id: 'sandbox-template-of-a-request',
    fields: { thing1: 'what', phrase2: 'state', thing3: 'note' },
  },
  task: { id: 'sandbox-template-of-a-task', fields: { thing1: 'what', phrase2: 'state', thing3: 'note' } },
}

const failures = {
  appId: { errcode: 40013, errmsg: 'invalid appid' },
  appSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  grantType: { errcode: 40002, errmsg: 'invalid grant_type' },
  missing: { errcode: 41008, errmsg: 'missing code' },
  invalid: { errcode: 40029, errmsg: 'invalid code' },
  used: { errcode: 40163, errmsg: 'code been used' },
  tooOften: { errcode: 45011, errmsg: 'api minute-quota reach limit  mustslower  retry next minute' },
} as const

export const createWeChatSandbox = ({ appId, appSecret, clock, push }: SandboxOptions): WeChatSandbox => {
  const codes = new Map<string, { openId: string; madeMs: number; used: boolean }>()
  const calls = new Map<string, number[]>()
  const visits = new Map<string, number>()
  const visitedMs = (openId: string) => visits.get(openId)
  const service = createServiceSandbox({ appId, appSecret, clock, visitedMs, push })
  const app = new Hono()
  app.route('/', service.app)

  app.get('/sns/jscode2session', c => {
    const { appid, secret, js_code: code, grant_type: grantType } = c.req.query()
    if (appid !== appId) return c.json(failures.appId)
    if (secret !== appSecret) return c.json(failures.appSecret)
    if (grantType !== 'authorization_code') return c.json(failures.grantType)
    if (!code) return c.json(failures.missing)
    const known = codes.get(code)
    if (!known || clock() - known.madeMs > CODE_MINUTES * 60_000) return c.json(failures.invalid)
    const recent = (calls.get(known.openId) ?? []).filter(ms => clock() - ms < 60_000)
    calls.set(known.openId, [...recent, clock()])
    if (recent.length >= CALLS_PER_MINUTE) return c.json(failures.tooOften)
    if (known.used) return c.json(failures.used)
    known.used = true
    return c.json({ openid: known.openId, session_key: randomBytes(16).toString('base64') })
  })

  return {
    app,
    service,
    login(openId) {
      visits.set(openId, clock())
      const code = `0${randomBytes(15).toString('base64url')}`
      codes.set(code, { openId, madeMs: clock(), used: false })
      return code
    },
  }
}
