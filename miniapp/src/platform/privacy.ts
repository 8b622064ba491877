/**
 * WeChat asks for consent before the first location, scan or telephone number of somebody, and lets the app say in its
 * own words what for. https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
import Taro from '@tarojs/taro'
import { ifPossible } from './runtime'
import { signal } from './signal'
import { weChat } from './wechat'

type Resolve = (
  answer: { event: 'agree'; buttonId: string } | { event: 'disagree' | 'exposureAuthorization' },
) => void

const asked = signal<readonly Resolve[]>([])

/** WeChat looks whether the button with this id was really tapped. */
export const AGREE_ID = 'privacy-agree'

/** Whether somebody is being asked now. */
export const usePrivacyAsked = (): boolean => asked.use().length > 0

function answer(all: Parameters<Resolve>[0]): void {
  const waiting = asked.get()
  asked.set([])
  for (const resolve of waiting) resolve(all)
}

export const agree = (): void => answer({ event: 'agree', buttonId: AGREE_ID })
/** What was asked for fails, and its page goes on without. */
export const disagree = (): void => answer({ event: 'disagree' })

/** The privacy policy that stands in WeChat's console. */
export const openPolicy = (): void => {
  ifPossible(() => Taro.openPrivacyContract())
}

/** Called once by the app. */
export function watchPrivacy(): void {
  weChat?.onNeedPrivacyAuthorization?.((resolve: Resolve) => {
    asked.set([...asked.get(), resolve])
    resolve({ event: 'exposureAuthorization' })
  })
}
