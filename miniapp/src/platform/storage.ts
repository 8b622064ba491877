import Taro from '@tarojs/taro'

const prefix = 'yk:'

/** Small things kept on this phone. A phone whose storage is full or broken forgets, and works on. */
export const storage = {
  read<T>(key: string): T | null {
    try {
      const kept: unknown = Taro.getStorageSync(prefix + key)
      return kept === '' || kept === undefined ? null : (kept as T)
    } catch {
      return null
    }
  },
  write(key: string, value: unknown): void {
    try {
      Taro.setStorageSync(prefix + key, value)
    } catch {
      // Full: the next visit starts without it.
    }
  },
  forget(key: string): void {
    try {
      Taro.removeStorageSync(prefix + key)
    } catch {
      // Nothing was kept.
    }
  },
}
