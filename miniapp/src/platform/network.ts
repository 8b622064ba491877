import Taro from '@tarojs/taro'
import { ifPossible } from './runtime'
import { signal } from './signal'

const online = signal(true)

export const useOnline = online.use

/** Calls whenever there is a network again. */
export const onOnline = (task: () => void): void => {
  let before = online.get()
  online.watch(() => {
    const now = online.get()
    if (now && !before) task()
    before = now
  })
}

const AGAIN_MS = 20_000

/**
 * Called once by the app: the phone tells when its network goes and comes back. A phone that saw none go tells of none that
 * comes: after one request that reached nobody, `ask` is asked until it is answered.
 */
export function watchNetwork(ask: () => unknown): void {
  setInterval(() => online.get() || ask(), AGAIN_MS)
  if (process.env.TARO_ENV === 'h5') {
    // Taro listens to `navigator.connection`, which Safari and Firefox do not have.
    window.addEventListener('online', () => online.set(true))
    window.addEventListener('offline', () => online.set(false))
    return
  }
  ifPossible(() => Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected)))
}

/** A request that reached nobody, or an answer that arrived, tells more than the phone's own belief. */
export const reached = (answer: boolean): void => {
  if (online.get() !== answer) online.set(answer)
}
