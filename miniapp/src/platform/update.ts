import Taro from '@tarojs/taro'
import { ifPossible } from './runtime'
import { signal } from './signal'

const ready = signal(false)

/** A newer version lies on this phone and waits to be started. */
export const useUpdateReady = ready.use

/** Called once by the app. WeChat fetches a new version by itself; when it starts is for the person to say. */
export function watchUpdates(): void {
  if (process.env.TARO_ENV !== 'weapp' || typeof Taro.getUpdateManager !== 'function') return
  Taro.getUpdateManager().onUpdateReady(() => ready.set(true))
}

/** Starts the new version; the app begins anew. */
export const applyUpdate = (): void => ifPossible(() => Taro.getUpdateManager().applyUpdate())
