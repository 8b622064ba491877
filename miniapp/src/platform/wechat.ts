import Taro from '@tarojs/taro'

type WeChat = Partial<
  Pick<typeof Taro, 'onNeedPrivacyAuthorization' | 'getUpdateManager' | 'requestSubscribeMessage'>
>

/**
 * What only WeChat asks and tells. In the sandbox whoever walks through the pages may stand in for it, so that one sees
 * there what it asks.
 */
export const weChat: WeChat | undefined =
  process.env.TARO_ENV === 'weapp'
    ? Taro
    : SANDBOX
      ? (window as Window & { weChat?: WeChat }).weChat
      : undefined
