import { weChat } from './wechat'

/** Only WeChat sends messages to a phone. */
export const canSubscribe = weChat !== undefined

/** WeChat asks, once for one message; it must follow a tap. True: yes. */
export async function askConsent(templateId: string): Promise<boolean> {
  try {
    const said = (await weChat?.requestSubscribeMessage?.({
      tmplIds: [templateId],
      entityIds: [],
    })) as unknown as Readonly<Record<string, string>>
    return said?.[templateId] === 'accept'
  } catch {
    return false
  }
}
