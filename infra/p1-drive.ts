import { launchBrowser } from './local/browser'

const base = 'http://127.0.0.1:4301'
const browser = await launchBrowser()
const context = await browser.newContext({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 1.5,
  locale: 'zh-CN',
})
const page = await context.newPage()
page.on('pageerror', e => console.log('PAGEERROR', e.message))
page.on('console', m => {
  if (m.type() === 'error' || m.type() === 'warning') console.log('CONSOLE', m.text().slice(0, 300))
})
let n = 0
const shot = async (name: string, full = false) => {
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/p1/shots/${String(++n).padStart(2, '0')}-${name}.png`, fullPage: full })
}
const step = async (name: string, f: () => Promise<unknown>) => {
  try {
    await f()
  } catch (e) {
    console.log('FAILED', name, String(e).slice(0, 600))
    await shot(`fail-${name}`)
  }
}
page.setDefaultTimeout(8000)
await step('enter', async () => {
  await page.goto(base)
  await page.waitForSelector('text=王桂芳')
  await shot('enter', true)
})
await step('home', async () => {
  await page.click('text=王桂芳')
  await page.waitForSelector('text=身边有什么')
  await page.waitForTimeout(1500)
  await shot('home')
  await shot('home-full', true)
})
await step('place', async () => {
  await page.locator('.circle-answer__what').first().click()
  await page.waitForSelector('.place-title__name')
  await page.waitForTimeout(1000)
  await shot('place')
  await shot('place-full', true)
})
await step('choose', async () => {
  await page.locator('.circle-offering .yk-button').first().click()
  await page.waitForSelector('.yk-days')
  await shot('choose', true)
})
await step('confirm', async () => {
  await page.locator('.yk-slots__one:not([disabled]):visible').first().click()
  await page.waitForSelector('.booking-faces')
  await shot('confirm', true)
})
await step('ticket', async () => {
  await page.locator('.yk-screen__foot .yk-button:visible').click()
  await page.waitForSelector('.ticket-slip')
  await shot('ticket')
  await shot('ticket-full', true)
})
await step('cancel', async () => {
  await page.locator('button:visible', { hasText: '取消预约' }).click()
  await shot('cancel-ask', true)
  await page.locator('.yk-confirm button', { hasText: '取消预约' }).click()
  await page.waitForSelector('text=取消了，名额')
  await shot('cancelled', true)
})
await step('bookings', async () => {
  await page.goto(base + '/#/booking/tab/index')
  await page.waitForTimeout(1500)
  await shot('bookings', true)
})
await step('mine', async () => {
  await page.goto(base + '/#/identity/tab/index')
  await page.waitForTimeout(1500)
  await shot('mine', true)
})
await step('notices', async () => {
  await page.goto(base + '/#/identity/pages/notices')
  await page.waitForTimeout(1500)
  await shot('notices', true)
})
await step('list', async () => {
  await page.goto(base + '/#/circle/pages/list?kind=medical')
  await page.waitForTimeout(1500)
  await shot('list')
})
await step('home2', async () => {
  await page.goto(base + '/#/identity/pages/home')
  await page.waitForTimeout(1000)
  await shot('sethome', true)
})
await step('person', async () => {
  await page.goto(base + '/#/identity/pages/person')
  await page.waitForTimeout(1000)
  await shot('person', true)
})
await browser.close()
