import Taro from '@tarojs/taro'
import { ifPossible } from './runtime'

/** Small things kept on this phone. A phone whose storage is full or broken forgets, and works on. */
const storageUnder = (prefix: string) => ({
  read<T>(key: string): T | null {
    try {
      const kept: unknown = Taro.getStorageSync(prefix + key)
      return kept === '' || kept === undefined ? null : (kept as T)
    } catch {
      return null
    }
  },
  /** False: it is full, and the next visit starts without it. */
  write(key: string, value: unknown): boolean {
    try {
      Taro.setStorageSync(prefix + key, value)
      return true
    } catch {
      return false
    }
  },
  forget(key: string): void {
    try {
      Taro.removeStorageSync(prefix + key)
    } catch {
      // Nothing was kept.
    }
  },
  forgetAll(): void {
    for (const key of keysUnder(prefix)) ifPossible(() => Taro.removeStorageSync(key))
  },
})

function keysUnder(prefix: string): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter(key => key.startsWith(prefix))
  } catch {
    return []
  }
}

/** What belongs to the person who is signed in: answers, drafts, the session. Gone when they leave. */
export const storage = storageUnder('yk:')

/** What belongs to the phone, whoever holds it: how large it writes. */
export const deviceStorage = storageUnder('yk-device:')
