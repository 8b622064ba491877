import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { root } from './paths.mjs'

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url))

export interface OwnedProcess {
  /** The process of the command itself. */
  pid: number
  /** Its exit code once it has ended, and 128 + the signal's number where a signal ended it. */
  ended: Promise<number>
  /** What it has printed until now, where `output` is 'keep'. */
  printed(): string
  /** Ends it with everything that it started, and waits until it is gone. */
  stop(): Promise<void>
}

export interface Command {
  command: string
  args: string[]
  /** The folder to run in; the root of the repository unless told. */
  cwd?: string
  env?: Record<string, string | undefined>
  /** 'show' writes to our own terminal, 'keep' is for `printed`. */
  output: 'show' | 'keep'
}

/** Starts a command that ends with us, however we end. */
export async function own({ command, args, cwd = root, env, output }: Command): Promise<OwnedProcess> {
  const stream = output === 'show' ? 'inherit' : 'pipe'
  const child = fork(guard, [command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    execArgv: [],
    detached: true,
    stdio: ['ignore', stream, stream, 'ipc'],
  })
  const ended = new Promise<number>(resolve => child.once('close', code => resolve(code ?? 137)))
  let printed = ''
  for (const pipe of [child.stdout, child.stderr]) {
    pipe?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }

  const started = once(child, 'message').then(([first]) => Number(first))
  const pid = await Promise.race([started, ended.then(() => undefined)])
  if (pid === undefined) throw new Error(`${command} could not be started. ${printed.trim()}`)

  return {
    pid,
    ended,
    printed: () => printed,
    stop: async () => {
      if (child.connected) child.send('stop', () => {})
      await ended
    },
  }
}
