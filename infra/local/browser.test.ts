import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './browser'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

it('each Chinese character has a glyph of its own', async () => {
  const page = await browser.newPage()
  await page.setContent('<b></b>')
  const picture = async (text: string) => {
    await page.locator('b').evaluate((element, shown) => {
      element.textContent = shown
    }, text)
    return (await page.locator('b').screenshot()).toString('base64')
  }
  // Characters without a glyph all look alike: this one is assigned to nobody.
  const missing = await picture('\u{10FFFD}')
  const pictures: string[] = []
  for (const character of '一刻邻里民生微实事时间银行') pictures.push(await picture(character))
  expect(pictures).not.toContain(missing)
  expect(new Set(pictures).size).toBe(pictures.length)
})
