import Taro from '@tarojs/taro'

/** Only WeChat sends messages to a phone. */
export const canSubscribe = process.env.TARO_ENV === 'weapp'

/** WeChat asks, once for one message; it must follow a tap. True: yes. */
export async function askConsent(templateId: string): Promise<boolean> {
  try {
    const said = (await Taro.requestSubscribeMessage({
      tmplIds: [templateId],
      entityIds: [],
    })) as unknown as Readonly<Record<string, string>>
    return said?.[templateId] === 'accept'
  } catch {
    return false
  }
}
