/** The pages of the running app: registering them as WeChat does, and the stack that navigation works on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readApp, root } from './mini-app'
import { openFramework, type PageInstance, type RenderedPage } from './mini-dom'

/** An object that `Page()` or `App()` was given. */
type Registered = Record<string, unknown>

type Loader = (module: { _compile(code: string, filename: string): void }, filename: string) => void

interface OpenPage {
  route: string
  query: Record<string, string>
  rendered: RenderedPage
  host: HTMLElement
  call(hook: string, ...args: unknown[]): unknown
}

/** One `setData` of a page. */
export interface Handed {
  readonly route: string
  readonly bytes: number
  readonly atMs: number
}

export const tick = (ms = 10) => new Promise<void>(done => setTimeout(done, ms))

/**
 * Lets what an event began come to its end: React renders, Taro gathers, the framework draws, each in a turn of its
 * own. Counted in turns and not in time alone, for on a busy machine one turn may outlast any time.
 */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await tick(3)
}

export const world = globalThis as unknown as Record<string, unknown>

/** WeChat's `require.async`: the script of another package, once that has been fetched. */
function fetchScripts(load: NodeJS.Require): void {
  const extensions = (load('node:module') as { _extensions: Record<string, Loader> })._extensions
  const plain = extensions['.js'] as Loader
  extensions['.js'] = (module, filename) =>
    filename.startsWith(root)
      ? module._compile(`require.async=async path=>require(path);${readFileSync(filename, 'utf8')}`, filename)
      : plain(module, filename)
}

export function openPages({ scripts = true } = {}) {
  const app = readApp()
  const { simulate, emit, load } = openFramework()
  const stack: OpenPage[] = []
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

  /** What was handed from the app's thread to the page's: WeChat copies it as JSON. */
  const handed: Handed[] = []
  function watchData(instance: PageInstance): void {
    const setData = instance.setData as (data: object, done?: () => void) => void
    instance.setData = (data: object, done?: () => void) => {
      const bytes = Buffer.byteLength(JSON.stringify(data))
      handed.push({ route: instance.route, bytes, atMs: Date.now() })
      setData.call(instance, data, done)
    }
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
    watchData(instance)
    const host = document.body.appendChild(document.createElement('div'))
    const call = (hook: string, ...args: unknown[]) => {
      const method = instance[hook] ?? hooks[hook]
      return typeof method === 'function' ? method.apply(instance, args) : undefined
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

  function back(steps: number): void {
    for (let left = steps; left > 0 && stack.length > 1; left--) close()
    top().host.style.display = ''
    top().call('onShow')
  }

  /** Runs the app's own script and its hooks, then opens the first tab, or what a card leads to. */
  async function start(first = app.pages[0] ?? ''): Promise<void> {
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
      const define = world.Component as (definition: object) => void
      define({ data: given.data ?? {}, methods })
    }
    if (scripts) fetchScripts(load)
    load(join(root, 'app.js'))
    for (const [tag, path] of Object.entries(app.usingComponents ?? {})) components[tag] = register(path, tag)
    // Taro's own: goes on where the templates of a page end.
    components.comp = register('comp', 'comp')
    const launch = { path: first, query: {}, scene: 1001 }
    for (const hook of ['onLaunch', 'onShow']) {
      const run = running[hook]
      if (typeof run === 'function') run.call(running, launch)
    }
    await open(first, {})
  }

  const notFound = async (path: string): Promise<void> => {
    const heard = running.onPageNotFound
    if (typeof heard === 'function') heard.call(running, { path, query: {}, isEntryPage: true })
    await settle()
  }
  const closeAll = () => {
    while (stack.length > 0) close()
  }
  return {
    depth: () => stack.length,
    start,
    top,
    open,
    close,
    closeAll,
    back,
    emit,
    handed,
    notFound,
  }
}
