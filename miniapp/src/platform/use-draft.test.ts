// The only thing that is not ours here is WeChat's storage.
import { JSDOM } from 'jsdom'
import { act, createElement } from 'react'
// @ts-expect-error It has no types here: the product's pages are drawn by Taro.
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'

const kept = vi.hoisted(() => new Map<string, unknown>())
vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    removeStorageSync: (key: string) => kept.delete(key),
  },
}))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const dom = new JSDOM('<main></main>')
Object.assign(globalThis, { window: dom.window, document: dom.window.document })

const { useChanges } = await import('./use-draft')

type Place = { name: string; hours: string }
let changes: ReturnType<typeof useChanges<Place>>
function Page({ version, now }: { version: number; now: Place }) {
  changes = useChanges('place', version, now)
  return null
}
async function open(version: number, now: Place) {
  const root = createRoot(dom.window.document.querySelector('main'))
  const show = (of: number, as: Place) =>
    act(async () => root.render(createElement(Page, { version: of, now: as })))
  await show(version, now)
  return { show, leave: () => act(async () => root.unmount()) }
}
const type = (part: Partial<Place>) => act(async () => changes.change(part))

test('what is typed while changes are on their way to the server is still to be saved, also when the page is opened again', async () => {
  const was = { name: '书画室', hours: '9:00–17:00' }
  const page = await open(1, was)
  await type({ name: '书画角' })
  const { saved } = changes
  await type({ hours: '9:00–18:00' })
  await act(async () => saved())
  const now = { ...was, name: '书画角' }
  await page.show(2, now)
  expect([changes.draft, changes.isChanged]).toEqual([{ name: '书画角', hours: '9:00–18:00' }, true])
  await page.leave()
  const again = await open(2, now)
  expect(changes.draft.hours).toBe('9:00–18:00')
  await act(async () => changes.saved())
  await again.show(3, changes.draft)
  expect([changes.isChanged, kept.size]).toEqual([false, 0])
  await again.leave()
})
