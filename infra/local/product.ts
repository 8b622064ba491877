import { randomUUID } from 'node:crypto'
import { own } from './owned-process'
import { pickFreePort } from './ports.mjs'

export interface ProductOptions {
  /** The engine that keeps its table. */
  endpoint: string
  /** A table that is there already; without it, a new one with the demo in it. */
  table?: string
  /** The h5 build that the app's address serves; without it there is only the API and the sandbox. */
  h5Dir?: string
  /** What its clock says at the start, instead of now. */
  moment?: string
}

export interface Product {
  /** Address of the API. */
  api: string
  /** Address of the app and of the sandbox. */
  app: string
  table: string
  /** Its process, for whoever wants to kill it. */
  pid: number
  /** A login code of this persona, as wx.login would give one. */
  loginCode(persona: string): Promise<string>
  stop(): Promise<void>
}

const READY_WITHIN_MS = 55_000
const otherMoment = new URL('other-moment.mjs', import.meta.url).href

/** The whole product in a process of its own, as `npm start` runs it, on ports that are free. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { endpoint, table = `product-${randomUUID()}`, h5Dir, moment } = options
  const [apiPort, appPort] = [await pickFreePort(), await pickFreePort()]
  const running = await own({
    command: process.execPath,
    args: [...(moment ? ['--import', otherMoment] : []), '--import', 'tsx', 'functions/src/entry/dev.ts'],
    env: {
      DYNAMODB_ENDPOINT: endpoint,
      YIKE_TABLE: table,
      YIKE_API_PORT: String(apiPort),
      YIKE_APP_PORT: String(appPort),
      YIKE_H5_DIR: h5Dir,
      YIKE_MOMENT: moment,
    },
    output: 'keep',
  })
  const app = `http://127.0.0.1:${appPort}`
  const ready = await Promise.race([opens(`${app}/sandbox/personas`), running.ended.then(() => false)])
  if (!ready) {
    await running.stop()
    throw new Error(`the product did not start: ${running.printed()}`)
  }
  return {
    api: `http://127.0.0.1:${apiPort}`,
    app,
    table,
    pid: running.pid,
    loginCode: persona => loginCode(app, persona),
    stop: () => running.stop(),
  }
}

async function opens(address: string): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < READY_WITHIN_MS; ) {
    const reply = await fetch(address).catch(() => undefined)
    if (reply?.ok) return true
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return false
}

async function loginCode(app: string, persona: string): Promise<string> {
  const reply = await fetch(`${app}/sandbox/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  const { code } = (await reply.json()) as { code?: string }
  if (!code) throw new Error(`the sandbox does not know ${persona}`)
  return code
}
