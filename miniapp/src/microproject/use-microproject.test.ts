// The only things that are not ours here are WeChat's: its storage, and a network that comes and goes.
import { JSDOM } from 'jsdom'
import { act, createElement } from 'react'
// @ts-expect-error It has no types here: the product's pages are drawn by Taro.
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'

const wx = vi.hoisted(() => ({ kept: new Map<string, unknown>(), isOnline: false }))

vi.mock('@tarojs/taro', () => ({
  useDidShow: () => undefined,
  default: {
    getStorageSync: (key: string) => wx.kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => wx.kept.set(key, value),
    removeStorageSync: (key: string) => wx.kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...wx.kept.keys()] }),
    request: async () => {
      if (!wx.isOnline) throw new Error('no network')
      const problem = { type: 'about:blank', title: '不行', status: 409, code: 'no', requestId: '' }
      return { statusCode: 409, data: problem }
    },
  },
}))

Object.assign(globalThis, {
  SANDBOX: false,
  SANDBOX_BASE: '',
  API_BASE: '',
  CONTRACT: '',
  IS_REACT_ACT_ENVIRONMENT: true,
})
const dom = new JSDOM('<main></main>')
Object.assign(globalThis, { window: dom.window, document: dom.window.document })

const { session } = await import('../platform/session')
const { flush } = await import('../platform/queue')
const { useDraft, useFile } = await import('./use-microproject')

let form: ReturnType<typeof useDraft>
let filing: ReturnType<typeof useFile>
function Page() {
  form = useDraft(undefined)
  filing = useFile(form.kept)
  return null
}
async function openForm() {
  const root = createRoot(dom.window.document.querySelector('main'))
  await act(async () => root.render(createElement(Page)))
  return () => act(async () => root.unmount())
}
const write = (title: string) => act(async () => form.write({ title }))

test('what is typed while photos are made small stays when they are there', async () => {
  const leave = await openForm()
  const { write: writtenBefore } = form
  await write('修花坛')
  await act(async () => writtenBefore({ photos: [] }))
  expect(form.draft.title).toBe('修花坛')
  await act(async () => form.startAgain())
  await leave()
})

test('what is refused while its form stands open and blank comes back into it, and is not written over', async () => {
  session.keep({ token: 'token', me: { residentId: 'rs_1' } } as unknown as Parameters<
    typeof session.keep
  >[0])
  const leave = await openForm()
  const photo = { picture: { path: 'wxfile://usr/photo-a.jpg' } } as never
  await act(async () => form.write({ title: '修路灯', photos: [photo] }))
  const wish = { title: '修路灯', what: '三盏不亮了', where: '北门', kind: 'works' as const }
  await act(async () => void (await filing.send(wish)))
  await leave()
  await openForm()
  expect(form.draft.title).toBe('')
  wx.isOnline = true
  await act(flush)
  expect(form.draft.title).toBe('修路灯')
  await write('修路灯和台阶')
  expect(form.draft.photos).toEqual([photo])
})
