// The published mini-program in a runtime that has little more than pages, requests and storage, as other mini-program
// platforms and old versions of WeChat have it; opened at every page by addresses that nobody should have written.
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Product, startProduct } from '../../infra/local/product'
import { addressWords, controlWords } from '../src/ui/words'
import { broken, gone } from './mini-addresses'
import { readApp } from './mini-app'
import { tick } from './mini-pages'
import { startPhone } from './mini-run'

const WITHOUT = [
  'require.async',
  'canIUse',
  'chooseLocation',
  'chooseMedia',
  'createInnerAudioContext',
  'getAppBaseInfo',
  'getMenuButtonBoundingClientRect',
  'getPrivacySetting',
  'getStorageInfoSync',
  'getUpdateManager',
  'getWindowInfo',
  'hideTabBar',
  'onNeedPrivacyAuthorization',
  'onNetworkStatusChange',
  'openPrivacyContract',
  'requestSubscribeMessage',
  'setNavigationBarTitle',
  'setTabBarItem',
  'showTabBar',
]

let product: Product
let phone: Awaited<ReturnType<typeof startPhone>>
const failed: string[] = []
const note = (cause: unknown) => {
  failed.push(cause instanceof Error ? String(cause.stack) : String(cause))
}

beforeAll(async () => {
  process.on('unhandledRejection', note)
  product = await startProduct({ endpoint: inject('engine') })
  phone = await startPhone({
    server: product.api,
    loginCode: () => product.loginCode('osmanthus-worker'),
    without: WITHOUT,
  })
})
afterAll(async () => {
  process.off('unhandledRejection', note)
  await product?.stop()
})

/** Opens it, and waits until it says something, and nothing moves or is still to come. */
async function says(address: string): Promise<string> {
  await phone.reLaunch(address)
  await phone.until('something said', () => phone.text().length > 1 && !phone.waits())
  for (let seen = ''; seen !== phone.text(); await tick(50)) seen = phone.text()
  return phone.text()
}

test.each(readApp().routes)(
  '%s says something, whatever it is opened with: of what can be no name that the address is broken, of what is gone no “try again”',
  async route => {
    for (const query of ['', ...gone, ...broken]) {
      const said = await says(`/${route}?${query}`)
      expect(said.length).toBeGreaterThan(1)
      if (broken.includes(query)) expect(said).toContain(addressWords.incomplete)
      expect(said).not.toContain(controlWords.again)
      expect(failed).toEqual([])
    }
  },
  30_000,
)

test('a link to a page that this version does not have leads home', async () => {
  await phone.notFound('circle/pages/old')
  await phone.until('home', () => phone.route() === readApp().pages[0])
  expect(failed).toEqual([])
})

test('a page that needs an id and has none says so, and leads home', async () => {
  await says('/volunteer/pages/task')
  await phone.tap(addressWords.home)
  await phone.until('home', () => phone.route() === readApp().pages[0])
})
