/** What the address of the app serves: the h5 build, the API below `/api`, WeChat’s sandbox and the door into it. */
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { personas } from '../../demo/personas'
import type { WeChatSandbox } from './wechat-sandbox'

export const appRoutes = (
  api: Hono,
  { app: wechat, login }: WeChatSandbox,
  h5Dir: string | undefined,
): Hono => {
  const app = new Hono()
  // Mounted, not routed: what the API does not know is its own to refuse.
  app.mount('/api', api.fetch)
  app.route('/', wechat)
  app.get('/sandbox/personas', c =>
    c.json({ personas: personas.map(({ id, label, community }) => ({ id, label, community })) }),
  )
  app.post('/sandbox/login', async c => {
    const { persona } = await c.req.json<{ persona?: string }>().catch(() => ({ persona: undefined }))
    const known = personas.find(({ id }) => id === persona)
    return known ? c.json({ code: login(known.openId) }) : c.json({ error: 'unknown persona' }, 404)
  })
  if (h5Dir) app.use(serveStatic({ root: h5Dir }))
  return app
}
