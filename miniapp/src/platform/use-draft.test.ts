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
    getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  },
}))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const dom = new JSDOM('<main></main>')
Object.assign(globalThis, { window: dom.window, document: dom.window.document })

Object.assign(globalThis, { SANDBOX: false })
const { useChanges } = await import('./use-changes')
const { useDraft } = await import('./use-draft')
const { session } = await import('./session')

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

const blank = { name: '', note: '' }
let form: ReturnType<typeof useDraft<typeof blank>>
function Form({ of }: { of: string }) {
  form = useDraft('case', of, blank)
  return null
}
/** The page is opened anew: nothing of it is left but what this phone has kept. */
async function openForm(of: string) {
  const root = createRoot(dom.window.document.querySelector('main'))
  const show = (about: string) => act(async () => root.render(createElement(Form, { of: about })))
  await show(of)
  return { show, leave: () => act(async () => root.unmount()) }
}
const write = (part: Partial<typeof blank>) => act(async () => form.change(part))
async function writtenOf(of: string) {
  const page = await openForm(of)
  await page.leave()
  return form.draft
}

test('what was written of one case is there again after another one was looked at and written of, also on one page', async () => {
  const page = await openForm('a')
  await write({ name: '王阿姨' })
  await write({ note: '家里没人' })
  await page.show('b')
  expect(form.draft).toEqual(blank)
  await write({ note: '时间不对' })
  await page.show('a')
  expect(form.draft).toEqual({ name: '王阿姨', note: '家里没人' })
  await page.leave()
  expect((await writtenOf('b')).note).toBe('时间不对')
})

test('what was sent, or taken out again key by key, leaves nothing on this phone but of others', async () => {
  const page = await openForm('a')
  await act(async () => form.forget())
  expect(form.draft).toEqual(blank)
  await page.show('b')
  await write({ note: '' })
  await page.leave()
  expect([await writtenOf('a'), await writtenOf('b')]).toEqual([blank, blank])
  expect(JSON.stringify([...kept.values()])).not.toMatch(/[ab]/)
})

test('of thirteen cases that are written of, the newest twelve stay', async () => {
  const cases = Array.from({ length: 13 }, (_, nth) => `case ${nth}`)
  for (const of of cases) {
    const page = await openForm(of)
    await write({ note: of })
    await page.leave()
  }
  const notes = []
  for (const of of cases) notes.push((await writtenOf(of)).note)
  expect(notes).toEqual(['', ...cases.slice(1)])
})

test('who leaves takes along what was written, of whatever case', async () => {
  const page = await openForm('a')
  await write({ note: '家里没人' })
  await page.leave()
  session.leave()
  expect(await writtenOf('a')).toEqual(blank)
  expect(kept.size).toBe(0)
})
