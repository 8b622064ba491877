/**
 * A phone without a phone: runs the built `dist/weapp` — WeChat's template compiler and component
 * framework, our pages, real requests to a real server. No layout: what it looks like, the browser shows.
 */
import { posix } from 'node:path'
import { attribute } from './mini-dom'
import { openPages, settle, tick, world } from './mini-pages'
import {
  openGate,
  requestTo,
  storageOf,
  type Traffic,
  type WxAnswers,
  type WxOptions,
  wxCall,
} from './mini-wx'

export interface PhoneOptions {
  /** Address of the API; null is a phone without network. It may change while the phone runs. */
  server: string | null
  /** What wx.login answers; each call may give another code. */
  loginCode?: () => string | Promise<string>
  /** Further answers of `wx`, e.g. `getLocation`. */
  wx?: WxAnswers
  /** Further functions of `wx` that are no calls, e.g. `onNeedPrivacyAuthorization`. */
  plain?: Record<string, unknown>
  /** What this runtime does not have, as an older or another one: names of `wx`, and `require.async`. */
  without?: readonly string[]
  /** The page that a card leads to, instead of the first tab. */
  first?: string
  /** So many requests are answered, the others wait for `gate.open()`. */
  most?: number
}

/** WeChat keeps no more on top of each other. */
const MOST_PAGES = 10

/** Starts the app. One phone per test file: the framework keeps global state. */
export async function startPhone(options: PhoneOptions) {
  const { start, top, depth, open, close, closeAll, back, emit, handed, notFound } = openPages({
    scripts: !options.without?.includes('require.async'),
  })
  const traffic: Traffic[] = []
  const gate = openGate()
  if (options.most !== undefined) gate.hold(options.most)
  const kept = new Map<string, unknown>()

  const where = ({ url }: WxOptions): [string, Record<string, string>] => {
    const [path = '', query = ''] = String(url).split('?')
    const route = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(top().route), path)
    return [route, Object.fromEntries(new URLSearchParams(query))]
  }
  const replaceAll = (target: WxOptions) => {
    const opened = where(target)
    closeAll()
    return open(...opened)
  }
  const answers: WxAnswers = {
    request: requestTo(() => options.server, traffic, gate),
    login: async () => ({ code: (await options.loginCode?.()) ?? 'code' }),
    getLocation: () => Promise.reject(new Error('auth deny')),
    navigateTo: target =>
      depth() < MOST_PAGES
        ? open(...where(target))
        : Promise.reject(new Error('navigateTo:fail webview count limit exceed')),
    redirectTo: target => {
      const opened = where(target)
      close()
      return open(...opened)
    },
    navigateBack: ({ delta = 1 }) => back(Number(delta)),
    switchTab: replaceAll,
    reLaunch: replaceAll,
    ...options.wx,
  }
  const wx = world.wx as Record<string, unknown>
  const navigate = (name: string) => (options: WxOptions) =>
    (wx[name] as (options: WxOptions) => Promise<unknown>)(options)
  for (const [name, answer] of Object.entries(answers)) wx[name] = wxCall(name, answer)
  Object.assign(wx, storageOf(kept), {
    nextTick: (then: () => void) => setTimeout(then, 0),
    onNetworkStatusChange: () => undefined,
    ...options.plain,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
  })
  for (const name of options.without ?? []) delete wx[name]
  await start(options.first)

  const text = () => (top().host.textContent ?? '').replace(/\s+/g, ' ').trim()

  /** Waits until the answer is truthy; a page that never gets there is quoted in the error. */
  async function until<T>(what: string, look: () => T, ms = 10_000): Promise<NonNullable<T>> {
    for (const start = Date.now(); ; await tick()) {
      const found = look()
      if (found) return found as NonNullable<T>
      if (Date.now() - start > ms)
        throw new Error(`waited in vain for ${what} on ${top().route}: ${text().slice(0, 400)}`)
    }
  }

  const named = (selector: string, name: string): Element | undefined =>
    [...top().host.querySelectorAll(selector)]
      .filter(node => attribute(node, 'ariaLabel').includes(name) || (node.textContent ?? '').includes(name))
      .sort((a, b) => (a.textContent?.length ?? 0) - (b.textContent?.length ?? 0))[0]

  return {
    traffic,
    kept,
    handed,
    gate,
    /** Nodes of WeChat's own in the page on top: what its renderer has to lay out. */
    nodes: () => [...top().host.querySelectorAll('*')].filter(({ tagName }) => /^WX-/i.test(tagName)).length,
    text,
    until,
    route: () => top().route,
    query: () => top().query,
    /** Elements of the page that is on top, by CSS selector. */
    all: (selector: string) => [...top().host.querySelectorAll(selector)],
    /** Whether it shows the shape of something that is still to come. */
    waits: () => top().host.querySelector('[class*="yk-bones"]') !== null,
    see: (words: string) => until(`“${words}”`, () => text().includes(words)),
    /** Presses the smallest thing that can be pressed and is named so; here in the window, if that is said. */
    async tap(name: string, clientX?: number, clientY?: number): Promise<void> {
      const node = await until(`something to tap named “${name}”`, () =>
        named('wx-button, [class*="yk-tap"]', name),
      )
      emit(node, 'tap', {}, clientX === undefined ? {} : { changedTouches: [{ clientX, clientY }] })
      await settle()
    },
    /** Says yes where WeChat itself wants to see it: by a button of its own. */
    async consent(name: string): Promise<void> {
      const node = await until(`a button to consent named “${name}”`, () => named('wx-button', name))
      emit(node, 'agreeprivacyauthorization', {})
      await settle()
    },
    /** Types into the field with this label. */
    async type(label: string, value: string): Promise<void> {
      const box = await until(`a field named “${label}”`, () => named('[class*="yk-field__box"]', label))
      const input = box.querySelector('wx-input, wx-textarea')
      if (!input) throw new Error(`the field “${label}” has no input`)
      emit(input, 'input', { value })
      await settle()
    },
    go: (url: string) => navigate('navigateTo')({ url }),
    back: () => navigate('navigateBack')({}),
    switchTab: (url: string) => navigate('switchTab')({ url }),
    reLaunch: (url: string) => navigate('reLaunch')({ url }),
    /** What WeChat asks of a page whose card is passed on; undefined: it cannot be. */
    card: () =>
      top().call('onShareAppMessage', { from: 'menu' }) as { title: string; path: string } | undefined,
    /** A link to a page that this version does not have. */
    notFound,
    disconnect: () => {
      options.server = null
    },
    connect: (server: string) => {
      options.server = server
    },
  }
}
