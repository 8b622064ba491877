import Taro, { useDidShow } from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV === 'h5'

const CAN_HOLD = 'button:not([disabled]), input, textarea, select, [tabindex]'

/** What a decision has just brought onto the page is there after two drawings. */
const afterDrawing = (task: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(task))
}

const CAN_WRITE = 'input, textarea'

const isShown = (element: Element): boolean => element.getClientRects().length > 0

/** Taro keeps the pages below: the same page twice has the same ids, and meant is the one in sight. */
const byId = (id: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`#${CSS.escape(id)}`)].findLast(isShown)

/**
 * Moves the keyboard's focus to an element, or in it to where one writes, else to the first thing that can hold it.
 * Phones have no such focus: nothing happens there.
 */
export function focusOn(id: string): void {
  if (!inBrowser) return
  afterDrawing(() => {
    const element = byId(id)
    const within = (selector: string) => element?.querySelector<HTMLElement>(selector)
    const target = element?.matches(CAN_HOLD) ? element : (within(CAN_WRITE) ?? within(CAN_HOLD))
    target?.focus()
    // The whole question, not only its first answer.
    element?.scrollIntoView({ block: 'nearest' })
  })
}

/** Brings a part of the page into sight, whatever has the focus: what a form below it asks about. */
export function bringIntoSight(id: string): void {
  if (!inBrowser) return
  afterDrawing(() => byId(id)?.scrollIntoView({ block: 'start' }))
}

/**
 * Moves the focus to a part of the page that is to be read: to none of its buttons, so that no key presses one. A phone,
 * which has no such focus, brings it into sight.
 */
export function readOn(id: string): void {
  if (!inBrowser) {
    Taro.nextTick(() => Taro.pageScrollTo({ selector: `#${id}`, duration: 0 }).catch(() => undefined))
    return
  }
  afterDrawing(() => {
    const element = byId(id)
    element?.setAttribute('tabindex', '-1')
    element?.focus()
  })
}

/** Moves the focus to the first field in a form whose value is wrong. */
export function focusOnWrong(formId: string): void {
  if (!inBrowser) return
  afterDrawing(() => {
    byId(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
}

const HEADING = 'h1, [role=heading]'
/** What says how something ended; a skeleton is no end. */
const RESULT = '[role=alert], [role=status]:not([aria-busy=true])'

/** Where the focus stood on each page that lies below another. */
const stood = new WeakMap<Element, HTMLElement>()
/** What had the focus last, on whatever page. */
let held: HTMLElement | null = null
/** The focus is on nothing, and nobody took it away on purpose. */
let adrift = false
/** What has come onto the page since the focus moved last. */
let result: HTMLElement | null = null
/** What stood there and says something else since then: for who has nothing better to go to. */
let changed: HTMLElement | null = null
/** The heading that holds the focus because what held it is gone: a result that comes soon takes it from there. */
let standIn: { heading: HTMLElement; until: number } | null = null
const SOON_MS = 3_000

/** A page has come up and nobody has gone on from its heading yet: what it announces is heard from there. */
let arriving = false
/** The heading that the focus was given on arrival; another may take its place once there is an answer. */
let landed: HTMLElement | null = null

function focusOnPage(): void {
  const page = [...document.querySelectorAll<HTMLElement>('.yk-screen')].findLast(one => one.offsetHeight > 0)
  if (!page) return
  if (page.contains(document.activeElement)) {
    arriving = document.activeElement === landed
    return
  }
  const before = stood.get(page)
  const there = before?.isConnected && isShown(before) ? before : null
  const isHere = (element: HTMLElement | null) => (!arriving && page.contains(element) ? element : null)
  const said = isHere(result)
  const target = said ?? there ?? isHere(changed) ?? page.querySelector<HTMLElement>(HEADING)
  // A button that is busy comes back, with a result or without.
  if (!target || target.matches(':disabled')) return
  if (!target.matches(CAN_HOLD)) target.tabIndex = -1
  if (arriving && target !== there) landed = target
  const isLost = !arriving && target !== said && target !== there && target !== changed
  target.focus({ preventScroll: target !== said })
  standIn = isLost ? { heading: target, until: Date.now() + SOON_MS } : null
}

const resultAround = (node: Node): HTMLElement | null | undefined =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(RESULT)

/** Hands the focus on from the heading that stood in for the result. */
function relieve(): void {
  const { heading, until } = standIn ?? {}
  const found = result ?? changed
  if (!heading || !found || Date.now() > (until ?? 0)) return
  if (document.activeElement !== heading || !heading.closest('.yk-screen')?.contains(found)) return
  standIn = null
  afterDrawing(() => {
    if (document.activeElement !== heading) return
    if (!found.matches(CAN_HOLD)) found.tabIndex = -1
    found.focus()
  })
}

/** What had the focus is gone from the page, or cannot hold it: then it goes to the result, or to the page's heading. */
function mend(changes: readonly MutationRecord[]): void {
  for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
    if (node instanceof HTMLElement)
      result = node.matches(RESULT) ? node : (node.querySelector<HTMLElement>(RESULT) ?? result)
  for (const { type, target } of changes) if (type !== 'attributes') changed = resultAround(target) ?? changed
  relieve()
  // The browser takes the focus from a disabled button only later: it may be back by then, without it.
  if (held && changes.some(({ target }) => target === held)) adrift ||= held.matches(':disabled')
  if (document.activeElement !== document.body) {
    if (document.activeElement === held && !held?.matches(':disabled')) adrift = false
    return
  }
  adrift ||= held !== null && (!held.isConnected || held.matches(':disabled') || !isShown(held))
  if (adrift) afterDrawing(() => adrift && focusOnPage())
}

if (inBrowser) {
  document.addEventListener('focusin', ({ target }) => {
    const page = target instanceof HTMLElement && target.closest('.yk-screen')
    if (!page) return
    stood.set(page, target)
    held = target
    arriving = target === landed
    adrift = false
    result = null
    changed = null
  })
  new MutationObserver(mend).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['disabled'],
  })
}

/** Whoever navigated before this page was drawn; the first page is left to the browser. */
let arrived = false

/**
 * After a page has come up the focus stands on its heading, so that a screen reader begins there, as soon as it has one;
 * back on a page, where it stood before. Only in a browser: WeChat does it itself.
 */
export function useFocusOnShow(): void {
  useDidShow(() => {
    if (!inBrowser) return
    adrift = arrived
    arriving = arrived
    if (arrived) afterDrawing(focusOnPage)
    arrived = true
  })
}
