/** How a page may be worn: four ways to read it, in Chinese or English, at two widths. */
import type { Page } from 'playwright-core'

export const modes = {
  ordinary: { elder: false, contrast: false },
  elder: { elder: true, contrast: false, size: 30 },
  dark: { elder: false, contrast: false, dark: true },
  contrast: { elder: false, contrast: true },
  english: { elder: false, contrast: false, language: 'en' },
  englishElder: { elder: true, contrast: false, size: 30, language: 'en' },
} as const
export type Mode = keyof typeof modes
/** A language is taken up at a start only, which forgets what was done on a page. */
export const englishModes = ['english', 'englishElder'] as const
export const modeNames = ['ordinary', 'elder', 'dark', 'contrast'] as const satisfies Mode[]

/** Modes between which a page stays the same and keeps what was done on it. */
export const layouts = [['ordinary', 'dark', 'contrast'], ['elder'], ['english'], ['englishElder']] as const

export const widths = [390, 1280] as const
export type Width = (typeof widths)[number]
const HEIGHTS: Record<Width, number> = { 390: 844, 1280: 800 }
const MOST_ROUNDS = 4
/** Longer pictures Chromium does not take, px. */
const TALLEST = 16_000

/** Puts a mode on as a person would find it who had chosen it: kept in the browser, taken up at once. */
async function choose(page: Page, mode: Mode): Promise<void> {
  const { dark, language, ...comfort } = { dark: false, language: 'zh', ...modes[mode] }
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  await page.evaluate(kept => {
    localStorage.setItem('yk-device:comfort', JSON.stringify({ data: kept }))
    window.dispatchEvent(new StorageEvent('storage', { key: 'yk-device:comfort' }))
  }, comfort)
  const isNew = await page.evaluate(kept => {
    const before = localStorage.getItem('yk-device:language')
    const wanted = JSON.stringify({ data: kept })
    localStorage.setItem('yk-device:language', wanted)
    return (before ?? JSON.stringify({ data: 'zh' })) !== wanted
  }, language)
  if (isNew) await page.reload()
}

const twoDrawings = (page: Page) =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))

/** How high a window shows all of the page and its bar, px; however high the window is now. */
const wholeHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const screen = [...document.querySelectorAll<HTMLElement>('.yk-screen')].findLast(
      one => one.offsetHeight > 0,
    )
    const bar = document.querySelector<HTMLElement>('.taro-tabbar__tabbar')
    if (!screen) return 0
    screen.style.minHeight = '0'
    const own = screen.scrollHeight
    screen.style.minHeight = ''
    return Math.ceil(own + (bar?.offsetHeight ?? 0))
  })

/** Puts the page on in this mode, at this width, as high as it is long; `rest` waits for what it asks for. */
export async function wear(page: Page, mode: Mode, width: Width, rest: () => Promise<void>): Promise<void> {
  const height = HEIGHTS[width]
  await page.setViewportSize({ width, height })
  await choose(page, mode)
  await twoDrawings(page)
  await rest()
  // What grows while it is measured is measured again; what is as high as its window would grow for ever.
  for (let tall = height, round = 0; round < MOST_ROUNDS; round += 1) {
    const whole = Math.min(TALLEST, await wholeHeight(page))
    if (whole <= tall) return
    tall = whole
    await page.setViewportSize({ width, height: tall })
    await twoDrawings(page)
    await rest()
  }
}
