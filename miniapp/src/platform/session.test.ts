// The only things that are not ours here are the browser's: its storage, which its tabs share, and a network.
import { beforeEach, expect, test, vi } from 'vitest'

const browser = vi.hoisted(() => {
  process.env.TARO_ENV = 'h5'
  return { kept: new Map<string, unknown>() }
})

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => browser.kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => browser.kept.set(key, value),
    removeStorageSync: (key: string) => browser.kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...browser.kept.keys()] }),
    // A desk that was ended: neither its token nor its key opens anything.
    request: async ({ url }: { url: string }) => ({
      statusCode: url.includes('desk') ? 404 : 401,
      data: {
        type: 'about:blank',
        title: '不行',
        status: url.includes('desk') ? 404 : 401,
        code: 'no',
        requestId: '',
      },
    }),
  },
}))
Object.assign(globalThis, { SANDBOX: false, SANDBOX_BASE: '', API_BASE: '', CONTRACT: '' })

const { session } = await import('./session')
const { keptSignal } = await import('./use-draft')
const { api } = await import('./api')
const { deskKey } = await import('./desk')

type Own = Parameters<typeof session.keep>[0]
const own = { token: 'token', me: { residentId: 'rs_1' } } as unknown as Own

beforeEach(() => {
  browser.kept.clear()
  session.leave()
  session.keep(own)
})

test('who has left in another tab is nobody here, and nothing of theirs is written back', () => {
  browser.kept.clear()
  expect([session.token(), session.owner()]).toEqual([null, ''])
  session.refreshMe(own.me)
  session.keep(own)
  expect([...browser.kept]).toEqual([])
})

test('who came in another tab stays there, whatever this one still knows', () => {
  const other = new Map<string, unknown>([
    ['yk:owner', 'rs_2'],
    ['yk:session', { token: 'other' }],
  ])
  browser.kept = new Map(other)
  expect(session.token()).toBeNull()
  session.refreshMe(own.me)
  session.end()
  expect(browser.kept).toEqual(other)
})

test('a token that has run out in one tab takes nobody out of another', () => {
  browser.kept.delete('yk:session')
  expect(session.token()).toBe('token')
})

test('a desk that was ended from the phone forgets all that was shown and written there', async () => {
  const draft = keptSignal('draft:reason', { written: '' })
  deskKey.keep({ deskId: `dk_0${'1'.repeat(25)}`, secret: 's'.repeat(43) })
  draft.set({ written: '王阿姨家没人' })
  browser.kept.set('yk:answer:workbench.queue', { value: [] })
  await api.identity.me({})
  expect([...browser.kept.keys()]).toEqual([])
  expect(draft.get().written).toBe('')
})
