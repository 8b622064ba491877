import Taro from '@tarojs/taro'
import { signal } from './signal'
import { deviceStorage } from './storage'

/** Base text of 长辈版, px: 18 and more, up to 30 (MIIT 适老化通用设计规范 2021). */
export const elderSizes = [22, 26, 30] as const
export type ElderSize = (typeof elderSizes)[number]

/** How a person wants to read: 长辈版 (pages and sizes of its own) and 高对比. Kept on this phone. */
export interface Comfort {
  elder: boolean
  contrast: boolean
  /** Of the text in 长辈版, px. */
  size: ElderSize
}

/** What ordinary text measures, here and in WeChat at its usual setting. */
export const USUAL_PX = 17
/** Beyond this the ordinary pages would break; 长辈版 goes on from there. */
const LARGEST_ORDINARY_PX = 24
/** From here on WeChat calls it 关怀模式 (23.8 px on a phone of 375). */
const CARE = 1.3

interface FontSetting {
  fontSizeScaleFactor?: number
  fontSizeSetting?: number
}

/** How many times larger than usual WeChat writes for this person; 1 where nobody says (wx.getAppBaseInfo). */
function wechatScale(): number {
  if (process.env.TARO_ENV !== 'weapp') return 1
  try {
    const { fontSizeScaleFactor, fontSizeSetting = USUAL_PX } = Taro.getAppBaseInfo() as FontSetting
    return fontSizeScaleFactor || fontSizeSetting / USUAL_PX
  } catch {
    return 1
  }
}

const scale = wechatScale()

const inBrowser = process.env.TARO_ENV === 'h5'
const wants = (query: string): boolean => inBrowser && window.matchMedia(query).matches

/** Who set WeChat or the system large or clear need not say it again; what they choose here goes before. */
const read = (): Comfort => ({
  elder: scale >= CARE,
  contrast: wants('(prefers-contrast: more)'),
  size: elderSizes[0],
  ...deviceStorage.read<Partial<Comfort>>('comfort'),
})

const comfort = signal<Comfort>(read())

// Another window of the same browser follows at once.
if (inBrowser) {
  window.addEventListener('storage', ({ key }) => {
    if (key?.endsWith('comfort')) comfort.set(read())
  })
}

export const useComfort = comfort.use

export function setComfort(change: Partial<Comfort>): void {
  const next = { ...comfort.get(), ...change }
  deviceStorage.write('comfort', next)
  comfort.set(next)
}

/** The base text in px: larger where WeChat or the person wants it so. */
export function textPx({ elder, size }: Comfort): number {
  const wanted = Math.round(USUAL_PX * scale)
  const [least, most] = elder ? [size, elderSizes[2]] : [USUAL_PX, LARGEST_ORDINARY_PX]
  return Math.min(most, Math.max(least, wanted))
}
