/**
 * A phone without a phone: runs the built `dist/weapp` — WeChat's template compiler and component
 * framework, our pages, real requests to a real server. No layout: what it looks like, the browser shows.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { attribute, openFramework, type PageInstance, type RenderedPage } from './mini-dom'
import { requestTo, storageOf, type Traffic, type WxAnswers, type WxOptions, wxCall } from './mini-wx'

const root = join(import.meta.dirname, '../dist/weapp')

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string }[] }
  usingComponents?: Record<string, string>
}

/** An object that `Page()` or `App()` was given. */
type Registered = Record<string, unknown>

interface OpenPage {
  route: string
  query: Record<string, string>
  rendered: RenderedPage
  host: HTMLElement
  call(hook: string, ...args: unknown[]): void
}

export interface PhoneOptions {
  /** Address of the API; null is a phone without network. It may change while the phone runs. */
  server: string | null
  /** What wx.login answers; each call may give another code. */
  loginCode?: () => string
  /** Further answers of `wx`, e.g. `getLocation`. */
  wx?: WxAnswers
}

const tick = (ms = 10) => new Promise<void>(done => setTimeout(done, ms))

export function readApp(): AppJson & { routes: string[] } {
  const file = join(root, 'app.json')
  if (!existsSync(file)) {
    throw new Error('dist/weapp is missing: build it first (pnpm --filter @yike/miniapp build:weapp)')
  }
  const app = JSON.parse(readFileSync(file, 'utf8')) as AppJson
  const inSubPackages = (app.subPackages ?? []).flatMap(({ root: folder, pages }) =>
    pages.map(page => posix.join(folder, page)),
  )
  return { ...app, routes: [...app.pages, ...inSubPackages] }
}

/** Starts the app on its first tab. One phone per test file: the framework keeps global state. */
export async function startPhone(options: PhoneOptions) {
  const app = readApp()
  const { simulate, emit, load } = openFramework()
  const world = globalThis as unknown as Record<string, unknown>
  const stack: OpenPage[] = []
  const traffic: Traffic[] = []
  const kept = new Map<string, unknown>()
  const loaded = new Map<string, { id: string; hooks: Registered }>()
  const components: Record<string, string> = {}
  let lastPage: Registered = {}
  let running: Registered = {}

  const register = (path: string, tag: string) =>
    simulate.load(join(root, path), tag, {
      rootPath: root,
      compiler: 'official',
      usingComponents: { ...components },
    })

  /** A page's script runs once in the life of the app, as on the phone; opening it again makes another instance. */
  function pageOf(route: string) {
    const known = loaded.get(route)
    if (known) return known
    const page = { id: register(route, 'main'), hooks: lastPage }
    loaded.set(route, page)
    return page
  }

  const top = (): OpenPage => {
    const page = stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  async function open(route: string, query: Record<string, string>): Promise<void> {
    if (!app.routes.includes(route)) throw new Error(`page "${route}" is not in app.json`)
    stack.at(-1)?.call('onHide')
    const { id, hooks } = pageOf(route)
    const rendered = simulate.render(id)
    const instance: PageInstance = Object.assign(rendered.instance, {
      route,
      __route__: route,
      options: query,
    })
    const host = document.body.appendChild(document.createElement('div'))
    const call = (hook: string, ...args: unknown[]) => {
      const method = instance[hook] ?? hooks[hook]
      if (typeof method === 'function') method.apply(instance, args)
    }
    for (const page of stack) page.host.style.display = 'none'
    stack.push({ route, query, rendered, host, call })
    rendered.attach(host)
    call('onLoad', query)
    call('onShow')
    await tick()
    call('onReady')
    await tick()
  }

  function close(): void {
    const page = stack.pop()
    page?.call('onUnload')
    page?.rendered.detach()
    page?.host.remove()
  }

  const where = (options: WxOptions): [string, Record<string, string>] => {
    const [path = '', query = ''] = String(options.url).split('?')
    const route = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(top().route), path)
    return [route, Object.fromEntries(new URLSearchParams(query))]
  }
  const replaceAll = async (options: WxOptions) => {
    const target = where(options)
    while (stack.length > 0) close()
    await open(...target)
  }
  const answers: WxAnswers = {
    request: requestTo(() => options.server, traffic),
    login: () => ({ code: options.loginCode?.() ?? 'code' }),
    getLocation: () => Promise.reject(new Error('auth deny')),
    navigateTo: target => open(...where(target)),
    redirectTo: async options => {
      const target = where(options)
      close()
      await open(...target)
    },
    navigateBack: ({ delta = 1 }) => {
      for (let left = Number(delta); left > 0 && stack.length > 1; left--) close()
      top().host.style.display = ''
      top().call('onShow')
    },
    switchTab: replaceAll,
    reLaunch: replaceAll,
    ...options.wx,
  }
  const wx = world.wx as Record<string, unknown>
  for (const [name, answer] of Object.entries(answers)) wx[name] = wxCall(name, answer)
  Object.assign(wx, storageOf(kept), {
    nextTick: (then: () => void) => setTimeout(then, 0),
    onNetworkStatusChange: () => undefined,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
  })

  world.App = (given: Registered) => {
    running = given
  }
  world.getApp = () => running
  world.getCurrentPages = () => stack.map(page => page.rendered.instance)
  // A page is a component whose methods are the options that Page() was given.
  world.Page = (given: Registered) => {
    lastPage = given
    const methods = Object.fromEntries(
      Object.entries(given).filter(([, value]) => typeof value === 'function'),
    )
    ;(world.Component as (definition: object) => void)({ data: given.data ?? {}, methods })
  }

  load(join(root, 'app.js'))
  for (const [tag, path] of Object.entries(app.usingComponents ?? {})) components[tag] = register(path, tag)
  // Taro's own: goes on where the templates of a page end.
  components.comp = register('comp', 'comp')
  const launch = { path: app.routes[0], query: {}, scene: 1001 }
  for (const hook of ['onLaunch', 'onShow'])
    (running[hook] as ((options: object) => void) | undefined)?.call(running, launch)
  await open(app.pages[0] ?? '', {})

  const text = () => (top().host.textContent ?? '').replace(/\s+/g, ' ').trim()

  /** Waits until the answer is truthy; a page that never gets there is quoted in the error. */
  async function until<T>(what: string, look: () => T, ms = 4_000): Promise<NonNullable<T>> {
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
    app,
    traffic,
    kept,
    text,
    until,
    route: () => top().route,
    query: () => top().query,
    /** Elements of the page that is on top, by CSS selector. */
    all: (selector: string) => [...top().host.querySelectorAll(selector)],
    see: (words: string) => until(`“${words}”`, () => text().includes(words)),
    /** Presses the smallest thing that can be pressed and is named so. */
    async tap(name: string): Promise<void> {
      const node = await until(`something to tap named “${name}”`, () =>
        named('wx-button, [class*="yk-tap"]', name),
      )
      emit(node, 'tap', {})
      await tick(30)
    },
    /** Types into the field with this label. */
    async type(label: string, value: string): Promise<void> {
      const box = await until(`a field named “${label}”`, () => named('[class*="yk-field__box"]', label))
      const input = box.querySelector('wx-input, wx-textarea')
      if (!input) throw new Error(`the field “${label}” has no input`)
      emit(input, 'input', { value })
      await tick(30)
    },
    go: (url: string) => (wx.navigateTo as (options: WxOptions) => Promise<void>)({ url }),
    back: () => (wx.navigateBack as (options: WxOptions) => Promise<void>)({}),
    switchTab: (url: string) => (wx.switchTab as (options: WxOptions) => Promise<void>)({ url }),
    reLaunch: (url: string) => (wx.reLaunch as (options: WxOptions) => Promise<void>)({ url }),
    disconnect: () => {
      options.server = null
    },
    connect: (server: string) => {
      options.server = server
    },
  }
}
