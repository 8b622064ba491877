// The phone in English, in a real browser: chosen at the first page, kept, and four errands done in it.
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { built } from '../../infra/local/build'
import { type Product, startProduct } from '../../infra/local/product'
import { openStreet, type Street } from '../../infra/local/visitor'
import { words as booking, stateWords as bookingStates } from '../src/booking/words'
import { words as circle, kindNames } from '../src/circle/words'
import { english } from '../src/english'
import { kindWords, words as microproject } from '../src/microproject/words'
import { speak } from '../src/platform/language'
import { stateWords as claimStates, words as volunteer } from '../src/volunteer/words'
import { book, openPlace } from './browser-steps'

vi.setConfig({ testTimeout: 60_000 })

let product: Product
let street: Street
beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine'), h5Dir: built('h5') })
  street = await openStreet(product.app)
})
afterAll(async () => {
  await street?.close()
  await product?.stop()
})

test('the door for who reads another language opens to somebody who has not entered', async () => {
  const page = await street.blankPage({ width: 390, height: 844 })
  await page.goto(`${product.app}/#/english/pages/language`)
  await page.getByRole('menuitemradio', { name: /^English/ }).click()
  await page.waitForFunction(() => location.hash.includes('/pages/enter'))
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.close()
})

test('somebody who reads English books, cancels, files a request and claims a task in it', async () => {
  const reader = await street.enter('周晓岚')
  const { page } = reader
  await reader.press(circle.otherLanguage)
  await reader.press(/^English/, 'menuitemradio')
  // From here on the test names things as the phone does.
  speak('en', english)
  await page.getByRole('link', { name: 'Bookings' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.waitForFunction(() => document.title === 'Yike Linli')

  await openPlace(reader, kindNames.culture, '桂花里书画室')
  await book(reader, '书画室', 2, booking.place)
  await reader.see(bookingStates.confirmed.word)
  await reader.press(booking.cancel)
  await reader.page.getByRole('alertdialog').getByRole('button', { name: booking.cancel }).click()
  await reader.see(bookingStates.cancelled.word)

  await reader.open('/microproject/pages/file')
  await reader.write(microproject.title, 'A bench by the river')
  await reader.press(RegExp(kindWords.works.word), 'radio')
  await reader.write(microproject.what, 'Older people need a rest on the way home')
  await reader.press(microproject.send)
  await reader.see(microproject.filed)

  await reader.open('/volunteer/tab/index')
  await reader.press(/^代取药送上门/)
  await reader.press(volunteer.claim)
  await reader.see(claimStates.claimed.word)

  // The bar comes when it pleases, after a reload too.
  await reader.open('/identity/tab/index')
  await page.locator('a[aria-current=page]', { hasText: 'Me' }).waitFor()

  await reader.open('/english/pages/language')
  await reader.press(/^中文/, 'menuitemradio')
  speak('zh')
  await reader.press(circle.otherLanguage)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  expect(await street.troubles()).toEqual([])
})
