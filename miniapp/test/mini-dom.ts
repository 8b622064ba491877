/** WeChat's own component framework (exparser) and template compiler, on jsdom. Loaded once per process. */
import { createRequire } from 'node:module'
import { JSDOM } from 'jsdom'

/** A DOM node that shows a node of WeChat's component tree, with the attributes it was given there. */
interface Shown {
  readonly __wxElement?: object & {
    readonly _vt?: { readonly attrs: readonly { name: string; value: unknown }[] }
  }
}

export interface PageInstance {
  route: string
  options: Readonly<Record<string, string>>
  [method: string]: unknown
}

export interface RenderedPage {
  readonly instance: PageInstance
  attach(parent: Node): void
  detach(): void
}

interface Simulate {
  load(
    path: string,
    tagName: string,
    options: { rootPath: string; compiler: 'official'; usingComponents: Record<string, string> },
  ): string
  render(id: string): RenderedPage
}

interface Exparser {
  Event: {
    create(name: string, detail: unknown, options: object): object
    dispatchEvent(target: object, event: object): void
  }
}

const browserNames = [
  'HTMLElement',
  'Element',
  'Node',
  'Event',
  'CustomEvent',
  'MouseEvent',
  'DocumentFragment',
  'Text',
  'Comment',
  'Attr',
  'NodeList',
  'getComputedStyle',
] as const

function installBrowser(): void {
  const { window } = new JSDOM('<!doctype html><body></body>', {
    pretendToBeVisual: true,
    url: 'http://localhost/',
  })
  // The compiled templates ask for it.
  Object.assign(window, { __webview_engine_version__: 0.02 })
  const define = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  define('window', window)
  define('document', window.document)
  for (const name of browserNames) define(name, window[name])
}

/** j-component copies data deeply and turns a Date into {}; on a phone a Date arrives as it was. */
function keepDates(utils: { copy(value: unknown): unknown }): void {
  const plainCopy = utils.copy
  utils.copy = value => {
    if (value instanceof Date) return new Date(value)
    if (Array.isArray(value)) return value.map(utils.copy)
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
      return plainCopy(value)
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, utils.copy(inner)]))
  }
}

/** An attribute as the phone has it; accessibility attributes do not reach the DOM. */
export function attribute(node: Element, name: string): string {
  const attrs = (node as Element & Shown).__wxElement?._vt?.attrs ?? []
  return String(attrs.find(attr => attr.name === name)?.value ?? '')
}

export function openFramework() {
  installBrowser()
  const here = createRequire(import.meta.url)
  const simulatePath = here.resolve('miniprogram-simulate')
  const near = createRequire(simulatePath)
  const componentPath = near.resolve('j-component')
  const nearComponent = createRequire(componentPath)
  keepDates(nearComponent('./src/tool/utils') as Parameters<typeof keepDates>[0])
  const simulate = here('miniprogram-simulate') as Simulate
  const { Event } = nearComponent('miniprogram-exparser') as Exparser
  /** An event as the phone's own components send it: touches bubble through the component tree, others do not. */
  const emit = (
    node: Element,
    name: 'tap' | 'input' | 'confirm' | 'blur' | 'agreeprivacyauthorization',
    detail: unknown,
    more: object = {},
  ): void => {
    const bubbles = name === 'tap'
    const target = (node as Element & Shown).__wxElement
    if (!target) throw new Error(`<${node.tagName.toLowerCase()}> belongs to no component`)
    Event.dispatchEvent(
      target,
      Object.assign(Event.create(name, detail, { bubbles, capturePhase: true, composed: bubbles }), more),
    )
  }
  return { simulate, emit, load: here }
}
