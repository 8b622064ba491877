// Where the keyboard's focus stands after something has happened, and what a second tap does: in a real browser.
import { expect, test } from 'vitest'
import { phone, type Visitor } from '../../../infra/local/visitor'
import { words as booking } from '../../src/booking/words'
import { seriesWords as series } from '../../src/booking/words/series'
import { words as circle, kindNames } from '../../src/circle/words'
import { doorWords, words as identity } from '../../src/identity/words'
import { askWords, elderWords as self } from '../../src/identity/words/elder'
import { grantWords } from '../../src/identity/words/grant'
import { controlWords as controls, unsentWords as unsent } from '../../src/ui/words'
import { slotOf } from '../browser-steps'
import { onStreet } from './street'

const RESIDENT = '王桂芳'
const PLAYER = '周晓岚'
const LEAVER = '陆一鸣'
const PLACE = '桂花里书画室'
const OFFERING = '书画室'
const court = (daysAhead: number) => slotOf('桂花里羽毛球馆', '羽毛球场', daysAhead, 9)

const here = onStreet()

/** A browser of its own: what is switched on there stays on. */
const other = { ...phone, deviceScaleFactor: 2 }

/** By key, as somebody without a mouse does it. */
async function pressKey({ page }: Visitor, name: string | RegExp, role: 'button' | 'switch' = 'button') {
  const control = page.getByRole(role, { name }).filter({ visible: true }).last()
  await control.focus()
  await page.keyboard.press(role === 'switch' ? 'Space' : 'Enter')
}

/**
 * A shaky finger: two taps at one spot, 150 ms apart by the browser's clock. Neither waits for the page, as no finger
 * does.
 */
async function tapTwice({ page }: Visitor, x: number, y: number): Promise<void> {
  const device = await page.context().newCDPSession(page)
  const timestamp = Date.now() / 1_000
  await Promise.all(
    [timestamp, timestamp + 0.15].flatMap(at =>
      (['mousePressed', 'mouseReleased'] as const).map(type =>
        device.send('Input.dispatchMouseEvent', {
          ...{ type, x, y, timestamp: at },
          ...{ button: 'left', clickCount: 1 },
        }),
      ),
    ),
  )
  await device.detach()
}

const centre = async ({ page }: Visitor, name: string | RegExp): Promise<[number, number]> => {
  const button = page.getByRole('button', { name }).filter({ visible: true }).last()
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
}

const focused = ({ page }: Visitor, selector: string) =>
  page.waitForFunction(of => document.activeElement?.matches(of), selector, { timeout: 10_000 })

const isElder = async (visitor: Visitor) => {
  await visitor.open('/identity/pages/reading')
  const large = visitor.page.getByRole('switch', { name: RegExp(identity.large) })
  await large.waitFor()
  return (await large.getAttribute('aria-checked')) === 'true'
}

test('长辈版 switched on by key leaves the focus on its switch', async () => {
  const visitor = await here.street.enter(RESIDENT, other)
  await isElder(visitor)
  await pressKey(visitor, RegExp(identity.large), 'switch')
  await focused(visitor, '[role=switch][aria-checked=true]')
})

test('长辈版: what is given up by key hands the focus to what can be done about it', async () => {
  const visitor = await here.street.enter(RESIDENT, other)
  if (!(await isElder(visitor))) await visitor.press(RegExp(identity.large), 'switch')
  await visitor.open('/booking/tab/index')
  await pressKey(visitor, RegExp(`^${booking.mineGiveUp}`))
  await visitor.see(booking.mineGivenUp)
  await visitor.page.waitForFunction(() => document.activeElement !== document.body)
  expect(await visitor.page.evaluate(() => document.activeElement?.closest('.booking-thing') !== null)).toBe(
    true,
  )
})

test('长辈版: the family and the way out lie two answers from home, and who leaves is asked once more', async () => {
  const visitor = await here.street.enter(LEAVER)
  const { open, press, see } = visitor
  if (!(await isElder(visitor))) await press(RegExp(identity.large), 'switch')
  await open('/circle/tab/index')
  await press(/^我的事/)
  await press(RegExp(`^${booking.mineSelf}`))
  await press(RegExp(`^${self.family}`))
  await press(RegExp(`^${identity.add}`))
  await see(askWords.whatRelation)
  await open('/identity/pages/self')
  await press(doorWords.leave)
  await press(doorWords.stay)
  await press(doorWords.leave)
  await press(doorWords.leave)
  await see(doorWords.enter)
})

test('a finger that taps 返回 twice goes back one page', async () => {
  const visitor = await here.street.enter(RESIDENT)
  const { page, open, press } = visitor
  await open('/circle/tab/index')
  await press(RegExp(`^${kindNames.culture}`))
  await press(RegExp(`^(?!约).*${PLACE}`, 's'))
  await page.waitForURL(/circle\/pages\/place/)
  await page.getByRole('button', { name: circle.bookAt(OFFERING) }).waitFor()
  await tapTwice(visitor, ...(await centre(visitor, controls.back)))
  await page.waitForURL(/circle\/pages\/list/)
  await page.waitForTimeout(1_000)
  expect(page.url()).toMatch(/circle\/pages\/list/)
  await press(controls.back)
  await page.waitForURL(/circle\/tab\/index/)
})

test('who goes back and forward within a tenth of a second sees the page that they went forward to', async () => {
  const visitor = await here.street.enter(RESIDENT)
  const { page, open, press } = visitor
  await open('/circle/tab/index')
  await press(RegExp(`^${kindNames.culture}`))
  await press(RegExp(`^(?!约).*${PLACE}`, 's'))
  const book = page.getByRole('button', { name: circle.bookAt(OFFERING) })
  await book.waitFor()
  await page.evaluate(() => {
    history.back()
    setTimeout(() => history.forward(), 100)
  })
  await page.waitForTimeout(300)
  await page.waitForURL(/circle\/pages\/place/)
  await book.waitFor()
})

test('长辈版: a finger that taps an answer twice gives no answer to the question that comes in its place', async () => {
  const visitor = await here.street.enter(RESIDENT, other)
  if (!(await isElder(visitor))) await visitor.press(RegExp(identity.large), 'switch')
  await visitor.open('/identity/pages/self')
  await visitor.see(doorWords.leave)
  // Where the way out is asked for, the answer that stays comes to stand, or the one that leaves.
  await tapTwice(visitor, ...(await centre(visitor, doorWords.leave)))
  await visitor.see(doorWords.stay)
  await visitor.page.waitForTimeout(1_000)
  expect(await visitor.sees(doorWords.stay)).toBe(true)
  expect(visitor.page.url()).toMatch(/identity\/pages\/self/)
})

test('a step at its end keeps the focus and counts no further', async () => {
  const visitor = await here.street.enter(PLAYER)
  const { page } = visitor
  await visitor.open(`/booking/pages/repeat?${court(9)}`)
  const less = page.getByRole('button', { name: controls.less(series.count(1)) })
  await less.focus()
  for (let times = 0; times < 9; times++) await page.keyboard.press('Enter')
  await focused(visitor, '.yk-stepper__step[aria-disabled=true]')
  await visitor.see(series.count(2))
})

test('refused, the focus is on what says why; kept for later, on what says that', async () => {
  const one = await here.street.enter(PLAYER)
  const { page } = one
  await one.open(`/booking/pages/confirm?${court(9)}`)
  const place = RegExp(booking.place('.*', booking.self))
  await page.getByRole('button', { name: place }).waitFor()
  await page.route('**/api/bookings', route =>
    route.fulfill({
      status: 409,
      json: { type: 'about:blank', title: '约满了', status: 409, code: 'booking.slot_full', requestId: 'r' },
    }),
  )
  here.expected.push('409 booking.slot_full')
  await pressKey(one, place)
  await focused(one, '[role=alert]')
  await page.unroute('**/api/bookings')
  await one.open(`/booking/pages/confirm?${court(10)}`)
  await page.getByRole('button', { name: place }).waitFor()
  await one.rest()
  await page.context().setOffline(true)
  await pressKey(one, place)
  await focused(one, '[role=status]')
  await one.see(unsent.waiting)
  await page.context().setOffline(false)
  await page.getByText(unsent.sent).waitFor()
})

test('given up after one more question, the focus is on what says that it is done', async () => {
  const visitor = await here.street.enter(PLAYER)
  await visitor.open(`/booking/pages/confirm?${court(11)}`)
  await visitor.press(RegExp(booking.place('.*', booking.self)))
  await visitor.see(booking.number)
  await pressKey(visitor, booking.cancel)
  // It takes the focus a moment after it has come.
  await focused(visitor, '[role=alertdialog] button')
  await pressKey(visitor, booking.cancel)
  await focused(visitor, '[role=status]')
  await visitor.see(booking.cancelled)
})

test('a further page of a list is fetched by key without leaving the place where one was', async () => {
  const visitor = await here.street.enter(PLAYER)
  await visitor.open('/circle/pages/list')
  const line = visitor.page
    .getByRole('button', { name: RegExp(`^${circle.walk} \\d+`) })
    .filter({ visible: true })
  await line.first().waitFor()
  await visitor.rest()
  const before = await line.count()
  await pressKey(visitor, controls.more)
  await expect.poll(() => line.count()).toBeGreaterThan(before)
  await visitor.rest()
  const focus = await visitor.page.evaluate(() => document.activeElement?.textContent ?? '')
  expect(focus).toBe(controls.more)
})

test('a link with a percent sign in its values opens with that value once one has entered', async () => {
  const page = await here.street.blankPage({ width: 390, height: 844 })
  const name = '100%25 王'
  await page.goto(
    `${here.product.app}/#/booking/pages/family?grantId=gr_01JD0000000000000000000000&name=${encodeURIComponent(name)}`,
  )
  await page.getByRole('button', { name: RESIDENT }).click()
  await page.getByRole('heading', { name: grantWords.family(name) }).waitFor()
  await page.close()
})
