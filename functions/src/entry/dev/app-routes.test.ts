import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/world'
import { appRoutes } from './app-routes'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

it('what the API does not know is refused as a problem under the app’s address too', async () => {
  const app = appRoutes(w.app, w.sandbox, undefined)
  const nope = await app.request('/api/nope')
  expect(nope.status).toBe(404)
  expect(nope.headers.get('content-type')).toBe('application/problem+json')
  expect(await nope.json()).toMatchObject({ code: 'request.no_such_route' })
  expect((await app.request('/api/communities')).status).toBe(200)
})
