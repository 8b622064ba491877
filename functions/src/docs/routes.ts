/** GET /openapi.json and GET /docs, made once when somebody first asks. */
import { api, errorTable } from '@yike/shared/api'
import { Hono } from 'hono'
import { version } from '../../package.json'
import { look } from './look'
import { openapi } from './openapi'
import { page } from './page'

const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export const docsRoutes = (): Hono => {
  let made: ReturnType<typeof openapi> | undefined
  const document = () => {
    made ??= openapi(api, errorTable, version)
    return made
  }
  const app = new Hono()
  app.get('/openapi.json', c => c.json(document()))
  app.get('/docs.css', c => c.body(look, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/docs', c => {
    c.header('content-security-policy', POLICY)
    c.header('x-content-type-options', 'nosniff')
    return c.html(page(document()))
  })
  return app
}
