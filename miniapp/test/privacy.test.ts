// WeChat's rules about what is personal: nothing is read before somebody was asked in words, and a no is a no.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Product, startProduct } from '../../infra/local/product'
import { words as identity } from '../src/identity/words'
import { grantWords } from '../src/identity/words/grant'
import { words as microproject } from '../src/microproject/words'
import { privacyWords } from '../src/ui/words'
import { readApp, root } from './mini-app'
import { startPhone } from './mini-run'

type Resolve = (answer: { event: string; buttonId?: string }) => void

let product: Product
let phone: Awaited<ReturnType<typeof startPhone>>
let ask: (resolve: Resolve) => void = () => undefined
const answered: string[] = []

/** Something of the phone's that waits until somebody has been asked, and then answers so. */
const afterConsent = (answer: object) => () =>
  new Promise((found, failed) => {
    ask(({ event }) => {
      answered.push(event)
      if (event === 'agree') found(answer)
      if (event === 'disagree') failed(new Error('privacy permission is not authorized'))
    })
  })
const getLocation = afterConsent({ longitude: 119.95, latitude: 31.78 })
const chooseLocation = afterConsent({ longitude: 119.951, latitude: 31.781, name: '桂花路 9 号' })
const chooseMedia = afterConsent({ tempFiles: [] })
const scanCode = afterConsent({ result: 'nothing of ours' })

beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine') })
  phone = await startPhone({
    server: product.api,
    loginCode: () => product.loginCode('osmanthus-resident'),
    wx: { getLocation, chooseLocation, chooseMedia, scanCode },
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

test('after a yes home is chosen on the map, and its name comes along', async () => {
  answered.length = 0
  await phone.tap(identity.map)
  await phone.see(privacyWords.title)
  expect(answered).toEqual(['exposureAuthorization'])
  await phone.consent(privacyWords.yes)
  expect(answered).toEqual(['exposureAuthorization', 'agree'])
  await phone.until('a way to save it', () => !phone.all('.yk-button--off')[0])
  expect(phone.text()).not.toContain(privacyWords.title)
})

test('neither the album nor the camera is opened before a yes; after a no what was written stays, and goes on without', async () => {
  await phone.go('/microproject/pages/file')
  await phone.type(microproject.title, '楼道装扶手')
  answered.length = 0
  await phone.tap(microproject.photosAdd)
  await phone.see(privacyWords.title)
  await phone.tap(privacyWords.no)
  expect(answered).toEqual(['exposureAuthorization', 'disagree'])
  expect(JSON.stringify([...phone.kept.values()])).toContain('楼道装扶手')
  await phone.see(microproject.send)
  await phone.go('/identity/pages/grant-take')
  answered.length = 0
  await phone.tap(grantWords.scan)
  await phone.see(privacyWords.title)
  await phone.tap(privacyWords.no)
  expect(answered).toEqual(['exposureAuthorization', 'disagree'])
  expect(phone.route()).toBe('identity/pages/grant-take')
  expect(phone.all('[class*="yk-field__wrong"]')).toEqual([])
})

test('what the build declares is what it asks for', () => {
  const app = readApp() as unknown as Record<string, unknown>
  expect(app.requiredPrivateInfos).toEqual(['getLocation', 'chooseLocation'])
  expect(app).toMatchObject({ __usePrivacyCheck__: true, lazyCodeLoading: 'requiredComponents' })
})

test('WeChat’s search finds the directory, and no page of anybody’s', () => {
  const app = readApp() as unknown as { sitemapLocation: string; preloadRule: Record<string, object> }
  expect(app.sitemapLocation).toBe('sitemap.json')
  const { rules } = JSON.parse(readFileSync(join(root, 'sitemap.json'), 'utf8')) as {
    rules: { action: string; page: string }[]
  }
  const found = rules.filter(({ action }) => action === 'allow').map(({ page }) => page)
  expect(readApp().routes).toEqual(expect.arrayContaining(found))
  expect(found.filter(page => !/^(circle|volunteer)\//.test(page))).toEqual([])
  expect(rules.at(-1)).toEqual({ action: 'disallow', page: '*' })
  expect(Object.keys(app.preloadRule)).toEqual(readApp().pages)
})
