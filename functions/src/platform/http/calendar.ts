/** Where calendars read. It is no endpoint of the contract: they send no token but the address itself, and take no JSON. */
import type { Hono } from 'hono'

/** Half an hour: calendars ask far less often, and whoever books sees it in the mini-program at once. */
const KEPT_SECONDS = 1800

export const mountCalendars = (app: Hono, read: (token: string) => Promise<string | undefined>): void => {
  app.get('/calendars/:file{.+\\.ics}', async c => {
    const found = await read(c.req.param('file').slice(0, -'.ics'.length))
    if (found === undefined) return c.text('', 404)
    return c.body(found, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': `private, max-age=${KEPT_SECONDS}`,
    })
  })
}
