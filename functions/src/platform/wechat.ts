/**
 * WeChat's server side of signing in: auth.code2Session.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
 * The session_key that comes with the answer is not kept: nothing of ours needs it.
 */
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { z } from '@yike/shared/kernel/zod'

export type SignInCode =
  | 'identity.code_invalid'
  | 'identity.code_used'
  | 'identity.blocked'
  | 'identity.wechat_busy'
  | 'identity.wechat_down'

export interface WeChat {
  /** The person's openid in our mini-program. */
  readonly openIdOf: (code: string) => Promise<Result<string, SignInCode>>
}

const Answer = z.object({
  openid: z.optional(z.string().check(z.minLength(1))),
  errcode: z.optional(z.number()),
})

/** Error codes of code2Session as documented; -1 is «system busy». */
const meaning: Readonly<Record<number, SignInCode>> = {
  40029: 'identity.code_invalid',
  40163: 'identity.code_used',
  40226: 'identity.blocked',
  45011: 'identity.wechat_busy',
  [-1]: 'identity.wechat_busy',
}

const TIMEOUT_MS = 5_000

export const openWeChat = (options: { appId: string; appSecret: string; baseUrl: string }): WeChat => ({
  async openIdOf(code) {
    const url = new URL('/sns/jscode2session', options.baseUrl)
    url.search = new URLSearchParams({
      appid: options.appId,
      secret: options.appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    }).toString()
    const reply = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined)
    if (!reply?.ok) return refuse('identity.wechat_down')
    const answer = Answer.safeParse(await reply.json().catch(() => undefined))
    if (!answer.success) return refuse('identity.wechat_down')
    const { openid, errcode = 0 } = answer.data
    if (errcode !== 0) {
      const code = meaning[errcode]
      // 40013 and 40125 (our app id or secret is wrong): nothing that the person can mend.
      if (!code) throw new Error(`code2Session answered errcode ${errcode}`)
      return refuse(code)
    }
    return openid ? ok(openid) : refuse('identity.wechat_down')
  },
})
