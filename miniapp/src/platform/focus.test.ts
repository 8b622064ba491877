// A page of our own markup stands for Taro's; the browser is jsdom, which draws nothing and so measures nothing.
import { JSDOM } from 'jsdom'
import { beforeEach, expect, test, vi } from 'vitest'

const show = vi.hoisted(() => ({ page: () => {} }))
vi.mock('@tarojs/taro', () => ({
  default: {},
  useDidShow: (task: () => void) => {
    show.page = task
  },
}))
vi.stubEnv('TARO_ENV', 'h5')
const { window } = new JSDOM('<body></body>', { pretendToBeVisual: true })
const { document, HTMLElement, Element, MutationObserver } = window
Object.assign(globalThis, { window, document, HTMLElement, Element, MutationObserver })
Object.assign(globalThis, { requestAnimationFrame: window.requestAnimationFrame })
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 1 })
Element.prototype.getClientRects = () => Object.assign([new window.DOMRect()], { item: () => null })

const { useFocusOnShow } = await import('./focus')
const Screen = () => useFocusOnShow()
Screen()

const focused = () => document.activeElement?.id
const drawn = () => new Promise(resolve => setTimeout(resolve, 120))
const page = (inside: string) => {
  document.body.innerHTML = `<div class="yk-screen">${inside}</div>`
}
const add = (inside: string) => document.querySelector('.yk-screen')?.insertAdjacentHTML('beforeend', inside)
const HEAD = '<div id="head" role="heading">何时</div>'
const COUNT = '<div id="count" role="status">2 小时</div>'

beforeEach(async () => {
  page('')
  show.page()
  await drawn()
})

test('a page that has come up is read from its heading, whatever it announces', async () => {
  page(HEAD + COUNT)
  show.page()
  await drawn()
  expect(focused()).toBe('head')
})

test('a heading that comes after what is announced has the focus all the same', async () => {
  page(COUNT)
  show.page()
  await drawn()
  expect(document.activeElement).toBe(document.body)
  add(HEAD)
  await drawn()
  expect(focused()).toBe('head')
})

test('a heading that takes the place of the first one takes the focus, too', async () => {
  page(HEAD)
  show.page()
  await drawn()
  page(COUNT + HEAD.replace('"head"', '"next"'))
  await drawn()
  expect(focused()).toBe('next')
})

test('what says how an act on the page has ended has the focus when the button is gone', async () => {
  page(`${HEAD}<button id="act">预约</button>`)
  show.page()
  await drawn()
  const act = document.querySelector<HTMLElement>('#act')
  act?.focus()
  act?.remove()
  add('<div id="end" role="alert">约满了</div>')
  await drawn()
  expect(focused()).toBe('end')
})
