import { useDidShow } from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV === 'h5'

const CAN_HOLD = 'button:not([disabled]), input, textarea, select, [tabindex]'

/** What a decision has just brought onto the page is there after two drawings. */
const afterDrawing = (task: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(task))
}

const CAN_WRITE = 'input, textarea'

/**
 * Moves the keyboard's focus to an element, or in it to where one writes, else to the first thing that can hold it.
 * Phones have no such focus: nothing happens there.
 */
export function focusOn(id: string): void {
  if (!inBrowser) return
  afterDrawing(() => {
    const element = document.getElementById(id)
    const within = (selector: string) => element?.querySelector<HTMLElement>(selector)
    const target = element?.matches(CAN_HOLD) ? element : (within(CAN_WRITE) ?? within(CAN_HOLD))
    target?.focus()
    // The whole question, not only its first answer.
    element?.scrollIntoView({ block: 'nearest' })
  })
}

/** Moves the focus to a part of the page that is to be read: to none of its buttons, so that no key presses one. */
export function readOn(id: string): void {
  if (!inBrowser) return
  afterDrawing(() => {
    const element = document.getElementById(id)
    element?.setAttribute('tabindex', '-1')
    element?.focus()
  })
}

/** Moves the focus to the first field in a form whose value is wrong. */
export function focusOnWrong(formId: string): void {
  if (!inBrowser) return
  afterDrawing(() => {
    document.getElementById(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
}

const HEADING = 'h1, [role=heading]'

/** Where the focus stood on each page that lies below another. */
const stood = new WeakMap<Element, HTMLElement>()
if (inBrowser) {
  document.addEventListener('focusin', ({ target }) => {
    const page = target instanceof HTMLElement && target.closest('.yk-screen')
    if (page) stood.set(page, target)
  })
}

/** Whoever navigated before this page was drawn; the first page is left to the browser. */
let arrived = false

function focusOnPage(): void {
  const page = [...document.querySelectorAll<HTMLElement>('.yk-screen')].findLast(one => one.offsetHeight > 0)
  if (!page || page.contains(document.activeElement)) return
  const before = stood.get(page)
  const target = before?.isConnected ? before : page.querySelector<HTMLElement>(HEADING)
  if (!target) return
  if (!target.matches(CAN_HOLD)) target.tabIndex = -1
  target.focus({ preventScroll: true })
}

/**
 * After a page has come up the focus stands on its heading, so that a screen reader begins there; back on a page, where
 * it stood before. Only in a browser: WeChat does it itself.
 */
export function useFocusOnShow(): void {
  useDidShow(() => {
    if (!inBrowser) return
    if (arrived) afterDrawing(focusOnPage)
    arrived = true
  })
}
