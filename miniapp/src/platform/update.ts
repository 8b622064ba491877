import { ifPossible } from './runtime'
import { signal } from './signal'
import { weChat } from './wechat'

const ready = signal(false)

/** A newer version lies on this phone and waits to be started. */
export const useUpdateReady = ready.use

/** Called once by the app. WeChat fetches a new version by itself; when it starts is for the person to say. */
export function watchUpdates(): void {
  weChat?.getUpdateManager?.().onUpdateReady(() => ready.set(true))
}

/** Starts the new version; the app begins anew. */
export const applyUpdate = (): void => ifPossible(() => weChat?.getUpdateManager?.().applyUpdate())
