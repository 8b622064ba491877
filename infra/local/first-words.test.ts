// What a person reads when this machine is not ready: one sentence in time, before any long step.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { explainOldNode } from './node-version.mjs'
import { explainBusyPort, pickFreePort } from './ports.mjs'

const startCommand = fileURLToPath(new URL('start.mjs', import.meta.url))

it.each(['v14.21.3', 'v16.20.2', 'v18.20.8', 'v20.0.0'])('Node %s is refused, and named', version => {
  expect(explainOldNode(version)).toContain(version)
})

it.each(['v20.19.0', 'v22.0.0', 'v24.1.0', process.version])('Node %s will do', version => {
  expect(explainOldNode(version)).toBeUndefined()
})

it('a busy port is named with the variable that chooses another, before anything is installed or built', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const address = holder.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const env = { ...process.env, YIKE_API_PORT: String(port) }

  const { status, stderr, stdout } = spawnSync(process.execPath, [startCommand], { env, encoding: 'utf8' })

  holder.close()
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain(String(port))
  expect(stderr).toContain('YIKE_API_PORT=')
})

it('two free ports raise no objection', async () => {
  const env = { YIKE_API_PORT: String(await pickFreePort()), YIKE_APP_PORT: String(await pickFreePort()) }
  expect(await explainBusyPort(env)).toBeUndefined()
})

it('one port for both is refused', async () => {
  const port = String(await pickFreePort())
  expect(await explainBusyPort({ YIKE_API_PORT: port, YIKE_APP_PORT: port })).toContain(port)
})

it.each(['abc', '0', '70000', '41.5'])('%s is no port', async wanted => {
  expect(await explainBusyPort({ YIKE_API_PORT: wanted })).toContain(wanted)
})
