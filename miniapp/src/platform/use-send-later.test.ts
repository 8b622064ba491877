// The only things that are not ours here are WeChat's: its storage, and a network that comes and goes.
import { JSDOM } from 'jsdom'
import { act, createElement } from 'react'
// @ts-expect-error It has no types here: the product's pages are drawn by Taro.
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const wx = vi.hoisted(() => ({
  kept: new Map<string, unknown>(),
  isOnline: false,
  refuses: false,
  keys: [] as string[],
}))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => wx.kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => wx.kept.set(key, value),
    removeStorageSync: (key: string) => wx.kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...wx.kept.keys()] }),
    request: async ({ header }: { header: Record<string, string> }) => {
      if (!wx.isOnline) throw new Error('no network')
      wx.keys.push(header['idempotency-key'] ?? '')
      if (!wx.refuses) return { statusCode: 201, data: {} }
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

const { session } = await import('./session')
const { keptSignal } = await import('./use-draft')
const { flush, queue } = await import('./queue')
type Unsent = import('./queue').Unsent
const { useSendLater } = await import('./use-send-later')

const draft = keptSignal('test', { title: '' })
const wish = {
  title: '花坛边加一排椅子',
  what: '晚上看不清台阶',
  where: '学前弄 12 号',
  kind: 'works' as const,
}

type Form = ReturnType<typeof useSendLater<'microproject.file'>>
let form: Form
let root: { render(node: unknown): void; unmount(): void }
let drawings: { waits: boolean; away: boolean }[] = []
function Page() {
  form = useSendLater('microproject.file', '/microproject/pages/list', ({ title }) => title, { draft })
  drawings.push({ waits: queue.use().length > 0, away: form.away })
  return null
}
async function openForm() {
  root = createRoot(dom.window.document.querySelector('main'))
  await act(async () => root.render(createElement(Page)))
}
const send = (input = wish) => act(async () => void (await form.send(input)))
const leave = () => act(async () => root.unmount())

beforeEach(async () => {
  Object.assign(wx, { isOnline: false, refuses: false, keys: [] })
  wx.kept.clear()
  session.leave()
  session.keep({ token: 'token', me: { residentId: 'rs_1' } } as unknown as Parameters<
    typeof session.keep
  >[0])
  draft.set({ title: wish.title })
  await openForm()
})
afterEach(leave)

test('what is kept has left its draft; the same written once more waits once, and is sent once', async () => {
  await send()
  expect(form.away).toBe(true)
  expect(draft.get().title).toBe('')
  expect(wx.kept.has('yk:test')).toBe(false)
  await leave()
  await openForm()
  await send()
  wx.isOnline = true
  await act(flush)
  expect(wx.keys).toHaveLength(1)
})

test('what is kept is away in the first drawing that knows of it', async () => {
  const set = (isAct: boolean) => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: isAct })
  drawings = []
  set(false)
  await form.send(wish)
  await vi.waitUntil(() => form.away)
  set(true)
  expect(drawings.filter(({ waits, away }) => waits !== away)).toEqual([])
})

test('taken back, it is a draft again', async () => {
  await send()
  await act(async () => form.unsent && queue.takeBack(form.unsent))
  expect(form.unsent).toBeNull()
  expect(draft.get().title).toBe(wish.title)
})

test('sent without a word written, it is taken back as nothing written', async () => {
  draft.forget()
  await send()
  await act(async () => form.unsent && queue.takeBack(form.unsent))
  expect(draft.get()).toEqual({ title: '' })
})

test('taken back, it does not write over what was begun since', async () => {
  await send()
  draft.set({ title: '别的' })
  await act(async () => form.unsent && queue.takeBack(form.unsent))
  expect(draft.get().title).toBe('别的')
})

test('refused in the end, it is a draft again', async () => {
  await send()
  Object.assign(wx, { isOnline: true, refuses: true })
  await act(flush)
  expect(form.away).toBe(false)
  expect(draft.get().title).toBe(wish.title)
})

test('once sent, and seen to be, nothing says that there is no network, and there is nothing left to press', async () => {
  await send()
  wx.isOnline = true
  await act(flush)
  await act(async () => queue.drop(form.unsent?.key ?? ''))
  expect(form.problem).toBeNull()
  expect(form.away).toBe(true)
})

test('two people for one hour, each from their own page, are two intents', async () => {
  await send()
  await leave()
  await openForm()
  await send({ ...wish, title: '给小满' })
  wx.isOnline = true
  await act(flush)
  expect(new Set(wx.keys).size).toBe(2)
})

test('what another tab queued is lost by none, and is sent also once that tab is closed', async () => {
  await send()
  const [other] = wx.kept.get('yk:unsent') as Unsent[]
  wx.kept.set('yk:unsent', [{ ...other, key: 'of-another-tab' }])
  await send({ ...wish, title: '别的' })
  wx.isOnline = true
  await act(flush)
  expect(wx.keys).toContain('of-another-tab')
  expect(new Set(wx.keys).size).toBe(2)
})

test('what was taken back in another tab is not sent by this one', async () => {
  await send()
  wx.kept.set('yk:unsent', [])
  wx.isOnline = true
  await act(flush)
  expect(wx.keys).toEqual([])
})
