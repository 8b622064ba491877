/**
 * WeChat's server side beyond signing in: the access token, one-time subscription messages, checks of what people write
 * and of the photos they send.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
import { z } from '@yike/shared/kernel/zod'

export interface Message {
  readonly openId: string
  readonly templateId: string
  /** Page of the mini-program that a tap opens, with its values. */
  readonly page: string
  /** Field of the template → its text. */
  readonly fields: Readonly<Record<string, string>>
}

export interface Writing {
  readonly openId: string
  readonly title?: string
  readonly content: string
}

/** `unknown`: no answer that tells; a person has to look. */
export type Verdict = 'pass' | 'review' | 'risky' | 'unknown'

export interface WeChatService {
  /** `noConsent`: WeChat holds none of this person. `failed`: not sent. `unknown`: it may have been. */
  readonly sendMessage: (message: Message) => Promise<'sent' | 'noConsent' | 'failed' | 'unknown'>
  readonly checkWriting: (writing: Writing) => Promise<Verdict>
  /** The number under which WeChat tells later what it found (see push.ts); undefined: it will not tell. */
  readonly checkPicture: (picture: { openId: string; url: string }) => Promise<string | undefined>
}

export interface WeChatOptions {
  readonly appId: string
  readonly appSecret: string
  readonly baseUrl: string
}

const TIMEOUT_MS = 5_000
/** WeChat did not answer: so long nobody waits for it again, and what reacts to other changes goes on. */
const REST_MS = 30_000
/** The text that msg_sec_check reads at most. */
const CHECKED_CHARACTERS = 2_500
/** A token is renewed so long before it ends. */
const EARLY_SECONDS = 300
const FORUM = 3
const PICTURE = 2

const TokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() })
const Answer = z.object({ errcode: z.optional(z.number()) })
const TraceAnswer = z.object({ trace_id: z.string().check(z.minLength(1), z.maxLength(200)) })
const CheckAnswer = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) })

/** The token was withdrawn before its time: another one is asked for, once. */
const isTokenGone = (errcode: number) => [40001, 40014, 42001].includes(errcode)
const NO_CONSENT = 43101

export const openWeChatService = (
  { appId, appSecret, baseUrl }: WeChatOptions,
  clock: () => number,
): WeChatService => {
  let token: { readonly value: string; readonly untilMs: number } | undefined
  let restsUntilMs = 0

  const post = async (path: string, body: object): Promise<unknown> => {
    const reply = await fetch(new URL(path, baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      restsUntilMs = clock() + REST_MS
      return undefined
    })
    return reply?.ok ? reply.json().catch(() => undefined) : undefined
  }

  const tokenNow = async (): Promise<string | undefined> => {
    if (token && token.untilMs > clock()) return token.value
    const asked = { grant_type: 'client_credential', appid: appId, secret: appSecret }
    const answer = TokenAnswer.safeParse(await post('/cgi-bin/stable_token', asked)).data
    if (!answer) return undefined
    token = {
      value: answer.access_token,
      untilMs: clock() + (answer.expires_in - EARLY_SECONDS) * 1000,
    }
    return token.value
  }

  /** The answer and its code; undefined: nobody answered, or not in a way that can be understood. */
  const ask = async (
    path: string,
    body: object,
    tries = 2,
  ): Promise<{ errcode: number; body: unknown } | 'notAsked' | undefined> => {
    if (restsUntilMs > clock()) return 'notAsked'
    const value = await tokenNow()
    if (!value) return 'notAsked'
    const raw = await post(`${path}?access_token=${encodeURIComponent(value)}`, body)
    const answer = Answer.safeParse(raw).data
    if (!answer) return undefined
    const { errcode = 0 } = answer
    if (!isTokenGone(errcode) || tries <= 1) return { errcode, body: raw }
    token = undefined
    return ask(path, body, tries - 1)
  }

  return {
    async sendMessage({ openId, templateId, page, fields }) {
      const answer = await ask('/cgi-bin/message/subscribe/send', {
        touser: openId,
        template_id: templateId,
        page,
        data: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
        lang: 'zh_CN',
      })
      if (answer === 'notAsked') return 'failed'
      if (!answer) return 'unknown'
      if (answer.errcode === 0) return 'sent'
      return answer.errcode === NO_CONSENT ? 'noConsent' : 'failed'
    },

    async checkWriting({ openId, title, content }) {
      const answer = await ask('/wxa/msg_sec_check', {
        openid: openId,
        version: 2,
        scene: FORUM,
        content: [...content].slice(0, CHECKED_CHARACTERS).join(''),
        ...(title && { title }),
      })
      if (!answer || answer === 'notAsked' || answer.errcode !== 0) return 'unknown'
      return CheckAnswer.safeParse(answer.body).data?.result.suggest ?? 'unknown'
    },

    async checkPicture({ openId, url }) {
      const answer = await ask('/wxa/media_check_async', {
        openid: openId,
        version: 2,
        scene: FORUM,
        media_type: PICTURE,
        media_url: url,
      })
      if (!answer || answer === 'notAsked' || answer.errcode !== 0) return undefined
      return TraceAnswer.safeParse(answer.body).data?.trace_id
    },
  }
}
