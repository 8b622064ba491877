// WeChat's rules about what is personal: nothing is read before somebody was asked in words, and a no is a no.
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Product, startProduct } from '../../infra/local/product'
import { words as identity } from '../src/identity/words'
import { privacyWords } from '../src/ui/words'
import { readApp } from './mini-app'
import { startPhone } from './mini-run'

type Resolve = (answer: { event: string; buttonId?: string }) => void

let product: Product
let phone: Awaited<ReturnType<typeof startPhone>>
let ask: (resolve: Resolve) => void = () => undefined
const answered: string[] = []

/** The phone's own location, which waits until somebody has been asked. */
const getLocation = () =>
  new Promise((found, failed) => {
    ask(({ event }) => {
      answered.push(event)
      if (event === 'agree') found({ longitude: 119.95, latitude: 31.78 })
      if (event === 'disagree') failed(new Error('privacy permission is not authorized'))
    })
  })

beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine') })
  phone = await startPhone({
    server: product.api,
    loginCode: () => product.loginCode('osmanthus-resident'),
    wx: { getLocation },
    plain: { onNeedPrivacyAuthorization: (listener: typeof ask) => (ask = listener) },
  })
})
afterAll(() => product?.stop())

test('opening the app reads no location', async () => {
  await phone.see('桂花里')
  expect(answered).toEqual([])
})

test('a refused location is not read, and home can be chosen without it', async () => {
  await phone.go('/identity/pages/home')
  await phone.tap(identity.here)
  await phone.see(privacyWords.title)
  await phone.tap(privacyWords.no)
  await phone.see(identity.noPosition)
  expect(answered).toEqual(['exposureAuthorization', 'disagree'])
  await phone.tap(identity.center('桂花里社区'))
  await phone.until('a way to save it', () => !phone.all('.yk-button--off')[0])
})

test('what the build declares is what it asks for', () => {
  const app = readApp() as unknown as Record<string, unknown>
  expect(app.requiredPrivateInfos).toEqual(['getLocation', 'chooseLocation'])
  expect(app).toMatchObject({ __usePrivacyCheck__: true, lazyCodeLoading: 'requiredComponents' })
})

test('WeChat’s search finds the directory, and no page of anybody’s', () => {
  const app = readApp() as unknown as { sitemapLocation: string; preloadRule: Record<string, object> }
  expect(app.sitemapLocation).toBe('sitemap.json')
  expect(Object.keys(app.preloadRule)).toEqual(readApp().pages)
})
