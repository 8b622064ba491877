/** A walk over a page by the Tab key: what can be pressed or written in is reached, in the order in which it is read. */
import type { Page } from 'playwright-core'

export interface Walked {
  /** Controls that were reached. */
  stops: number
  faults: string[]
}

interface Stop {
  ringed: boolean
  covered: boolean
}

const CONTROLS = 'button, a[href], input, select, textarea, [tabindex="0"], summary'

/**
 * Marks the controls of the page on top with their place in the order of reading, and stands before all of them, however
 * far into the page whatever was done there has taken the focus; their names. Of an open dialog only its own: the browser
 * keeps the focus inside.
 */
const mark = (page: Page): Promise<string[]> =>
  page.evaluate(controls => {
    const named = (element: Element) =>
      (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 24) || element.tagName
    const mayStop = (element: HTMLElement) =>
      element.getClientRects().length > 0 &&
      getComputedStyle(element).visibility !== 'hidden' &&
      !element.matches(':disabled, [tabindex="-1"]') &&
      !element.closest('[aria-hidden="true"], [inert]')
    for (const old of document.querySelectorAll<HTMLElement>('[data-stop]')) delete old.dataset.stop
    const dialog = document.querySelector<HTMLElement>('dialog[open]')
    const screen =
      dialog ??
      [...document.querySelectorAll<HTMLElement>('.yk-screen')].findLast(one => one.offsetHeight > 0)
    const found = [...(screen?.querySelectorAll<HTMLElement>(controls) ?? [])].filter(mayStop)
    found.forEach((element, i) => {
      element.dataset.stop = String(i)
    })
    // Letting go of the focus would not do: the browser goes on from where it was.
    const start = Object.assign(document.createElement('span'), { tabIndex: -1 })
    const whole = dialog ?? document.body
    whole.prepend(start)
    start.focus()
    start.remove()
    return found.map(named)
  }, CONTROLS)

/** Where the focus is now: the place in the order of reading, and whether it can be seen there; null: off the page. */
const look = (page: Page): Promise<(Stop & { at: number }) | null> =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused.dataset.stop === undefined) return null
    const ringOf = (element: Element | null) => {
      if (!element) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    // A field's ring is that of the box around it.
    const ringed = ringOf(focused) || ringOf(focused.parentElement)
    const box = focused.getBoundingClientRect()
    const [x, y] = [
      Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
      Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1),
    ]
    const onTop = document.elementFromPoint(x, y)
    const covered = !onTop || !(focused.contains(onTop) || onTop.contains(focused))
    return { at: Number(focused.dataset.stop), ringed, covered }
  })

/** Groups of radios or tabs that are not one stop: inside them arrows move, which is tested where groups are. */
const splitGroups = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role=radiogroup], [role=tablist], [role=menu]')]
      .filter(group => group.getClientRects().length > 0)
      .flatMap(group => {
        const members = [
          ...group.querySelectorAll<HTMLElement>(':is([role=radio], [role=tab], [role=menuitemradio])'),
        ].filter(member => !member.matches(':disabled'))
        const stops = members.filter(({ tabIndex }) => tabIndex === 0).length
        if (members.length === 0 || stops === 1) return []
        return `“${group.getAttribute('aria-label') ?? ''}” is ${stops} stops instead of one`
      }),
  )

export async function walkByKeyboard(page: Page): Promise<Walked> {
  const names = await mark(page)
  const reached: number[] = []
  const faults: string[] = await splitGroups(page)
  // Before the page on top there may be the ways of the browser's own pages below it.
  for (let press = 0; press < names.length * 2 + 40 && reached.length < names.length; press++) {
    await page.keyboard.press('Tab')
    const stop = await look(page)
    if (!stop) {
      if (reached.length > 0) break
      continue
    }
    const name = names[stop.at] ?? ''
    if (reached.includes(stop.at)) {
      faults.push(`the focus comes back to “${name}” before the end`)
      break
    }
    if (stop.at < (reached.at(-1) ?? -1)) faults.push(`“${name}” is reached after what is read after it`)
    if (!stop.ringed) faults.push(`no ring around “${name}”`)
    if (stop.covered) faults.push(`“${name}” is covered while it has the focus`)
    reached.push(stop.at)
  }
  const last = reached.at(-1)
  if (last === names.length - 1) {
    await page.keyboard.press('Tab')
    if (names.length > 1 && (await look(page))?.at === last)
      faults.push(`“${names[last]}” does not let the focus go`)
  }
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  for (const [at, name] of names.entries())
    if (!reached.includes(at)) faults.push(`“${name}” is never reached`)
  return { stops: reached.length, faults }
}
