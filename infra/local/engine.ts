import { mkdirSync, rmSync } from 'node:fs'
import { dynamodbLocalCommand } from './dynamodb-local'
import { dynoxideCommand, hasDynoxide } from './dynoxide'
import { accepts, answers } from './listening'
import { own } from './owned-process'
import { pickFreePort } from './ports.mjs'

export type EngineKind = 'dynoxide' | 'dynamodb-local' | 'external'

export interface Engine {
  /** What the AWS SDK takes as its endpoint. */
  endpoint: string
  kind: EngineKind
  /** The process of the engine, where it is ours. */
  pid?: number
  /** Resolves with one sentence if the engine ends although nobody stopped it. */
  crashed: Promise<string>
  stop(): Promise<void>
}

export interface EngineOptions {
  kind?: Exclude<EngineKind, 'external'>
  /** The folder that keeps the tables; without it they are gone when the engine stops. */
  dbPath?: string
  port?: number
}

/** The engine that this machine and its environment ask for, when the caller does not. */
export function chooseEngine(env: NodeJS.ProcessEnv): EngineKind {
  const { DYNAMODB_ENDPOINT: endpoint } = env
  if (endpoint && !/^https?:\/\/[^/]/.test(endpoint)) {
    throw new Error(
      `DYNAMODB_ENDPOINT=${endpoint} 不是网址，应像 http://127.0.0.1:8000。(DYNAMODB_ENDPOINT is no address, such as http://127.0.0.1:8000.)`,
    )
  }
  if (endpoint) return 'external'
  const wanted = env.YIKE_ENGINE
  if (!wanted) return hasDynoxide() ? 'dynoxide' : 'dynamodb-local'
  if (wanted === 'dynoxide' || wanted === 'dynamodb-local') return wanted
  throw new Error(
    `没有名为 ${wanted} 的引擎：YIKE_ENGINE 可用 dynoxide 或 dynamodb-local。` +
      `(YIKE_ENGINE=${wanted} is unknown; use dynoxide or dynamodb-local.)`,
  )
}

/** Starts a DynamoDB engine on loopback. An asked-for kind wins over DYNAMODB_ENDPOINT and YIKE_ENGINE. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const kind = options.kind ?? chooseEngine(process.env)
  if (kind === 'external') {
    const endpoint = process.env.DYNAMODB_ENDPOINT ?? ''
    return { endpoint, kind, crashed: new Promise(() => {}), stop: async () => {} }
  }

  const port = options.port ?? (await pickFreePort())
  if (await accepts(port)) {
    throw new Error(
      `端口 ${port} 已被占用，数据引擎 ${kind} 没有启动。(Port ${port} is busy; the engine ${kind} did not start.)`,
    )
  }
  if (options.dbPath) mkdirSync(options.dbPath, { recursive: true })
  const commandOf = kind === 'dynoxide' ? dynoxideCommand : dynamodbLocalCommand
  const started: { command: string; args: string[]; used?: string } = await commandOf(port, options.dbPath)
  const { used, ...command } = started
  const engine = await own({ ...command, output: 'keep' })
  const tidy = () => used && rmSync(used, { recursive: true, force: true })

  const listening = await Promise.race([answers(port), engine.ended.then(() => false)])
  if (!listening) {
    await engine.stop()
    tidy()
    throw new Error(
      `数据引擎 ${kind} 没有启动：${lastLine(engine.printed())}。(The engine ${kind} did not start.)`,
    )
  }

  let stopping = false
  return {
    endpoint: `http://127.0.0.1:${port}`,
    kind,
    pid: engine.pid,
    crashed: new Promise(resolve => {
      engine.ended.then(code => {
        if (stopping) return
        resolve(
          `数据引擎 ${kind} 意外退出（${code}）；已确认的数据仍在，请重新启动。` +
            `(The engine ${kind} ended unexpectedly; what was acknowledged is kept, start again.)`,
        )
      })
    }),
    stop: async () => {
      stopping = true
      await engine.stop()
      tidy()
    },
  }
}

const lastLine = (text: string) => text.trim().split('\n').pop() ?? ''
