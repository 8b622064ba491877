import Taro from '@tarojs/taro'
import { rememberedCode } from './sandbox'

const wechat = process.env.TARO_ENV === 'weapp'

/** A fresh wx.login code; null in a browser, which has none to give. */
async function wechatCode(): Promise<string | null> {
  if (!wechat) return null
  try {
    const { code } = await Taro.login()
    return code || null
  } catch {
    return null
  }
}

/** A code to sign in with that nobody has to be asked for; null where there is none. */
export const silentCode = async (): Promise<string | null> =>
  (SANDBOX && (await rememberedCode())) || wechatCode()
