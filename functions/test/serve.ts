// The API alone in a process of its own, as a Lambda would run it; for race and bench. A race may ask for it without the
// guard of versions, to see that it is noticed, and with failures between it and its engine. `/cpu` tells what it has used,
// `/injected` how many failures there were, and
// `/bare` passes one call on to the engine: the same way over HTTP with nothing of ours on it.
import { serve } from '@hono/node-server'
import { createApp } from '../src/app'
import { sandboxTemplates } from '../src/entry/dev/wechat-sandbox'
import { openTable } from '../src/platform/table'
import { type Operation, openCalls } from '../src/platform/table/call'
import { withFaults } from './faulty-call'
import { withoutVersions } from './without-versions'

const need = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing`)
  return value
}

const where = { region: 'local', endpoint: need('DYNAMODB_ENDPOINT') }
const name = need('YIKE_TABLE')
const patience = { callMs: 30_000, tryMs: 10_000 }
const call = openCalls(where)
const faulty = withFaults(call, JSON.parse(process.env.YIKE_FAULTS ?? '{}'))
const table = openTable({ name, ...where, patience, call: faulty.call })
const app = createApp(
  {
    table: name,
    ...where,
    tokenSecret: need('YIKE_TOKEN_SECRET'),
    wechat: {
      appId: 'wx-race',
      appSecret: 'none',
      baseUrl: 'http://127.0.0.1:1',
      templates: sandboxTemplates,
    },
    photos: {
      name: 'none',
      url: 'http://127.0.0.1:1',
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    },
  },
  {
    clock: Date.now,
    log: () => {},
    table: process.env.YIKE_WITHOUT_VERSIONS ? withoutVersions(table) : table,
  },
)
app.get('/cpu', c => {
  const { user, system } = process.cpuUsage()
  return c.json({ ms: (user + system) / 1000 })
})
app.get('/injected', c => c.json(faulty.injected))
app.post('/bare/:operation', async c =>
  c.json(await call<object>(c.req.param('operation') as Operation, await c.req.json(), patience.tryMs)),
)
serve({ fetch: app.fetch, port: Number(need('YIKE_API_PORT')), hostname: '127.0.0.1' })
