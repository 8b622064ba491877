// The API in a process of its own, and the phones' way to it.
import { own } from '../owned-process'
import { pickFreePort } from '../ports.mjs'
import { openClient, type Send } from './client'

export interface Api {
  readonly send: Send
  /** What its process has used until now. */
  readonly cpuMs: () => Promise<number>
  /** How many of DynamoDB's failures it has met. */
  readonly injected: () => Promise<Readonly<Record<string, number>>>
  readonly stop: () => Promise<void>
}

const STARTS_WITHIN_MS = 30_000
const nobody = { residentId: '', token: 'none' }

export const startApi = async (env: Readonly<Record<string, string>>): Promise<Api> => {
  const port = await pickFreePort()
  const api = await own({
    command: process.execPath,
    args: ['--import', 'tsx', 'functions/test/serve.ts'],
    env: { YIKE_API_PORT: String(port), AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env },
    output: 'keep',
  })
  const { send, close } = openClient(port)
  const cpuMs = async () => (await send('GET', '/cpu', nobody)).body.ms as number
  const isUp = () =>
    cpuMs().then(
      () => true,
      () => false,
    )
  for (const until = Date.now() + STARTS_WITHIN_MS; !(await isUp()); ) {
    if (Date.now() > until) throw new Error(`the API did not start: ${api.printed()}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    send,
    cpuMs,
    injected: async () => (await send('GET', '/injected', nobody)).body,
    async stop() {
      close()
      await api.stop()
    },
  }
}
