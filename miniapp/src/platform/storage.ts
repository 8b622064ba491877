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

const onPhone = process.env.TARO_ENV === 'weapp'
const OWN_FILE = 'photo-'

function forgetBut(isKept: (name: string) => boolean): void {
  if (!onPhone) return
  ifPossible(() => {
    const folder = Taro.env.USER_DATA_PATH ?? ''
    const names = Taro.getFileSystemManager().readdirSync(folder)
    files.forget(
      names.filter(name => name.startsWith(OWN_FILE) && !isKept(name)).map(name => `${folder}/${name}`),
    )
  })
}

/** Pictures of drafts, as files beside them. A browser keeps a picture in its draft, and has none. */
export const files = {
  /** A new one's path. */
  path: (ending: string): string =>
    `${Taro.env.USER_DATA_PATH}/${OWN_FILE}${Math.random().toString(36).slice(2)}.${ending}`,
  forget(paths: readonly string[]): void {
    if (!onPhone) return
    for (const filePath of paths)
      ifPossible(() => Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined }))
  },
  forgetAll: (): void => forgetBut(() => false),
  /**
   * At the start of the app, when no form is open: what neither a draft nor anything on its way names is gone. A draft may
   * have been overwritten, not kept for want of room, or left by an app that was closed in the middle.
   */
  sweep(): void {
    if (!onPhone) return
    // What cannot be read may name any of them: then all stay.
    ifPossible(() => {
      const { keys } = Taro.getStorageInfoSync()
      const drafts = keys.filter(key => /^yk:(draft:|unsent$)/.test(key))
      const named = JSON.stringify(drafts.map(key => Taro.getStorageSync(key)))
      forgetBut(name => named.includes(name))
    })
  },
}

/** What belongs to the person who is signed in: answers, drafts, the session. Gone when they leave. */
export const storage = storageUnder('yk:')

/** What belongs to the phone, whoever holds it: how large it writes. */
export const deviceStorage = storageUnder('yk-device:')
