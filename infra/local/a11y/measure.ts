/** What is measured on a drawn page. The function runs in the browser: it takes everything that it needs with it. */
import type { Page } from 'playwright-core'
import type { Limits } from './limits'

export interface Measured {
  targets: number
  texts: number
  /** Lowest contrast of any words. */
  contrast: number
  faults: string[]
}

export async function measure(page: Page, limits: Limits): Promise<Measured> {
  // esbuild, which reads this file, gives every function its name by a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= one => one')
  const picture = await page.screenshot({ animations: 'disabled' })
  return page.evaluate(look, { limits, picture: `data:image/png;base64,${picture.toString('base64')}` })
}

interface Given {
  limits: Limits
  /** The page as it is seen, one pixel a px. */
  picture: string
}

async function look({ limits, picture }: Given): Promise<Measured> {
  const faults: string[] = []
  const image = new Image()
  image.src = picture
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (!brush) throw new Error('no canvas to measure pixels on')
  brush.drawImage(image, 0, 0)

  type Colour = readonly [number, number, number]
  const luminance = (colour: Colour) => {
    const [r = 0, g = 0, b = 0] = colour.map(part => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratio = (one: Colour, other: Colour) => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  /** The colour that most pixels of a rectangle have: the ground on which its words stand. */
  const groundOf = (rect: DOMRect): Colour => {
    const { data } = brush.getImageData(
      Math.max(0, Math.floor(rect.left) - 2),
      Math.max(0, Math.floor(rect.top)),
      Math.max(1, Math.ceil(rect.width) + 4),
      Math.max(1, Math.ceil(rect.height)),
    )
    const counts = new Map<number, number>()
    for (let at = 0; at < data.length; at += 4) {
      const key = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    const [most = 0] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])
    return [most >> 16, (most >> 8) & 255, most & 255]
  }
  /** The colour of words as it is drawn: with every transparency above it, on that ground. */
  const inkOf = (element: Element, ground: Colour): Colour => {
    const [r = 0, g = 0, b = 0, alpha = 1] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(
      Number,
    )
    let share = alpha
    for (let at: Element | null = element; at; at = at.parentElement)
      share *= Number(getComputedStyle(at).opacity)
    const mix = (ink: number, below: number) => ink * share + below * (1 - share)
    return [mix(r, ground[0]), mix(g, ground[1]), mix(b, ground[2])]
  }

  const seen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible'
  }
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  const page = dialog ?? [...document.querySelectorAll('.yk-screen')].filter(seen).at(-1)
  const bar = dialog ? null : document.querySelector('.taro-tabbar__tabbar')
  const roots = [page, bar].filter(one => one !== null && one !== undefined && seen(one)) as Element[]
  const nameOf = (element: Element) => {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 24)
    return `<${element.tagName.toLowerCase()} ${element.className}> “${words}”`
  }

  // What can be pressed.
  const pressable =
    'button, taro-button-core, a[href], input, select, textarea, [role=button], [role=tab], [role=radio], [role=checkbox], [role=switch], [role=link]'
  const targets = roots.flatMap(root => [...root.querySelectorAll(pressable)]).filter(seen)
  for (const target of targets) {
    const { width, height } = target.getBoundingClientRect()
    if (Math.min(width, height) < limits.target - 0.5)
      faults.push(`target ${Math.round(width)}×${Math.round(height)} ${nameOf(target)}`)
  }

  // One heading of the first level: whoever lists the headings finds the page's name once.
  const heads = [...(page?.querySelectorAll('h1, [role=heading][aria-level="1"]') ?? [])].filter(seen)
  if (heads.length > 1)
    faults.push(`${heads.length} headings of the first level: ${heads.map(nameOf).join(', ')}`)

  // What is read.
  const scroller = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
  let texts = 0
  let lowest = 21
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || !seen(element) || element.closest('option')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
      const [first] = rects
      if (!first) continue
      texts += 1
      const style = getComputedStyle(element)
      const size = Number.parseFloat(style.fontSize)
      if (size < limits.text) faults.push(`text of ${size} px ${nameOf(element)}`)
      const lines = new Set(rects.map(({ top }) => Math.round(top))).size
      const height = style.lineHeight === 'normal' ? size * 1.4 : Number.parseFloat(style.lineHeight)
      if (lines > 1 && height / size < limits.lineHeight - 0.01)
        faults.push(`line height ${(height / size).toFixed(2)} ${nameOf(element)}`)

      const above: Element[] = []
      for (let at: Element | null = element; at && at !== root.parentElement; at = at.parentElement)
        above.push(at)
      const pushed = above.find(one => scroller(one) && one.scrollWidth > one.clientWidth + 1)
      for (const rect of rects) {
        const beside = rect.left < -1 || rect.right > innerWidth + 1
        if (beside && !(pushed && limits.sideways)) faults.push(`out of the page ${nameOf(element)}`)
        const cut = above.find(one => {
          const { overflowX, overflowY } = getComputedStyle(one)
          if (overflowX === 'visible' && overflowY === 'visible') return false
          const box = one.getBoundingClientRect()
          const wide =
            overflowX !== 'visible' &&
            !scroller(one) &&
            (rect.left < box.left - 1 || rect.right > box.right + 1)
          const high =
            /hidden|clip/.test(overflowY) && (rect.top < box.top - 2 || rect.bottom > box.bottom + 2)
          return wide || high
        })
        if (cut) faults.push(`cut off by .${cut.className}: ${nameOf(element)}`)
      }
      // What lies below a foot in a box that can be pushed is not lost.
      if (
        above.some(
          one =>
            /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1,
        )
      )
        continue
      if (first.bottom > innerHeight || first.right > innerWidth || first.left < 0 || first.top < 0) continue
      // Nor does what is pushed out of its row stand on the ground that is drawn there.
      const row = pushed?.getBoundingClientRect()
      if (row && (first.left < row.left || first.right > row.right)) continue
      const top = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2)
      if (top && !top.contains(element) && !element.contains(top))
        faults.push(`covered by ${nameOf(top)}: ${nameOf(element)}`)
      const ground = groundOf(first)
      const contrast = ratio(inkOf(element, ground), ground)
      lowest = Math.min(lowest, contrast)
      if (contrast < limits.contrast - 0.005)
        faults.push(`contrast ${contrast.toFixed(2)} ${nameOf(element)}`)
    }
    // A hint that does not fit into its field is cut off without a sign.
    for (const field of root.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (!seen(field) || field.value) continue
      const style = getComputedStyle(field)
      brush.font = `${style.fontSize} ${style.fontFamily}`
      const room =
        field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
      if (brush.measureText(field.placeholder).width > room + 1)
        faults.push(`hint cut off: “${field.placeholder}”`)
    }
  }

  // Nothing is pushed sideways that should not be.
  const wide = document.scrollingElement?.scrollWidth ?? 0
  if (wide > innerWidth + 1) faults.push(`the page is ${wide} px wide on ${innerWidth}`)
  if (!limits.sideways)
    for (const root of roots)
      for (const one of root.querySelectorAll('*'))
        if (scroller(one) && one.scrollWidth > one.clientWidth + 1)
          faults.push(`pushed sideways ${nameOf(one)}`)
  return { targets: targets.length, texts, contrast: lowest, faults: [...new Set(faults)] }
}
