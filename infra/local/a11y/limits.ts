import type { Mode } from '../tour/modes'

/** What a page must keep in a mode (MIIT 适老化通用设计规范 2021; WCAG 2.2 AA, and AAA where 7:1 is asked). */
export interface Limits {
  /** Least side of what can be pressed, px. */
  target: number
  contrast: number
  /** Least size of any text, px. */
  text: number
  /** Of text that runs over several lines, as a multiple of its size. */
  lineHeight: number
  /** Whether a list of days or kinds may be pushed sideways. */
  sideways: boolean
}

const ordinary: Limits = { target: 44, contrast: 4.5, text: 12, lineHeight: 1.3, sideways: true }

const elder: Limits = { target: 60, contrast: 7, text: 18, lineHeight: 1.3, sideways: false }

export const limits: Record<Mode, Limits> = {
  ordinary,
  dark: ordinary,
  contrast: { ...ordinary, contrast: 7 },
  elder,
  english: ordinary,
  englishElder: elder,
}
