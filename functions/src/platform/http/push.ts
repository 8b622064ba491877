/** Where WeChat calls us. It is no endpoint of the contract: WeChat wrote its form. */
import type { Hono } from 'hono'
import type { Push } from '../wechat/push'

const PATH = '/wechat/push'

/** `take` gets what WeChat says; false: not done, WeChat may say it again. */
export const mountPush = (app: Hono, push: Push, take: (said: unknown) => Promise<boolean>): void => {
  app.get(PATH, c => {
    const echo = push.greet(c.req.query())
    return echo === undefined ? c.text('', 403) : c.text(echo)
  })
  app.post(PATH, async c => {
    const said = push.read(c.req.query(), await c.req.json().catch(() => undefined))
    if (said === undefined) return c.text('', 403)
    return (await take(said)) ? c.text('success') : c.text('', 503)
  })
}
