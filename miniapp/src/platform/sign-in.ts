import Taro from '@tarojs/taro'

/** A fresh wx.login code; null in a browser, where `Taro.login` resolves without one. */
export async function wechatCode(): Promise<string | null> {
  try {
    const { code } = await Taro.login()
    return code || null
  } catch {
    return null
  }
}
