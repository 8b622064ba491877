// The network goes in the middle of a booking, a cancellation and a request, and comes back: each is said not to be sent
// yet, is sent once, and leaves no draft behind. Real browser, real product, real engine.
import { expect, test, vi } from 'vitest'
import { phone, type Visitor } from '../../../infra/local/visitor'
import { words as booking, stateWords } from '../../src/booking/words'
import { bookWords } from '../../src/booking/words/book'
import { words as circle } from '../../src/circle/words'
import { words as identity } from '../../src/identity/words'
import { kindWords, words as microproject } from '../../src/microproject/words'
import { unsentWords as unsent } from '../../src/ui/words'
import { slotOf } from '../browser-steps'
import { onStreet } from './street'

const RESIDENT = '王桂芳'
const HUSBAND = '张松年'
const PLAYER = '周晓岚'
const COURT = '羽毛球场'
const court = (daysAhead: number) => slotOf('桂花里羽毛球馆', COURT, daysAhead, 9)
const place = RegExp(booking.place('.*', booking.self))

const here = onStreet()

const addressOf = ({ page }: Visitor) => new URL(page.url()).hash.slice(1)

/** Goes on within the app: without a network a browser has no other page to load. */
const goTo = ({ page }: Visitor, address: string) =>
  page.evaluate(to => {
    location.hash = to
  }, address)

/** What was posted and answered: the path with the key of its intent, each as often as the server said yes. */
function answered({ page }: Visitor): string[] {
  const all: string[] = []
  page.on('response', response => {
    const key = response.request().headers()['idempotency-key']
    if (key && response.ok()) all.push(`${new URL(response.url()).pathname} ${key}`)
  })
  return all
}

/** What somebody wrote and nobody has been sent. */
const drafts = ({ page }: Visitor) =>
  page.evaluate(() => Object.keys(localStorage).filter(name => /^yk:(draft|wish|unsent$)/.test(name)))

const buttons = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).count()

async function fileRequest(visitor: Visitor, title: string) {
  await goTo(visitor, '/microproject/pages/file')
  await visitor.write(microproject.title, title)
  await visitor.write(microproject.where, '学前弄 12 号')
  await visitor.write(microproject.what, '下雨天台阶滑，老人常走')
  await visitor.press(RegExp(`^${kindWords.works.word}`), 'radio')
  await visitor.press(microproject.send)
}

test('a booking, a cancellation and a request that meet no network wait on the phone and are sent once each', async () => {
  const visitor = await here.street.enter(PLAYER)
  const { page, press, see, sees, open } = visitor
  await open(`/booking/pages/confirm?${court(9)}`)
  await press(place)
  await see(booking.number)
  const slip = addressOf(visitor)
  await open('/microproject/pages/file')
  await visitor.rest()
  await open('/booking/tab/index')
  await visitor.rest()
  await open(`/booking/pages/confirm?${court(10)}`)
  await page.getByRole('button', { name: place }).waitFor()
  await visitor.rest()
  const done = answered(visitor)

  await page.context().setOffline(true)
  await press(place)
  await see(unsent.waiting)
  expect(await buttons(visitor, place)).toBe(0)

  await goTo(visitor, slip)
  await press(booking.cancel)
  // What asks once more comes a moment later: until then the name is that of the button behind it.
  await page.getByRole('alertdialog').getByRole('button', { name: booking.cancel }).click()
  await see(unsent.waiting)
  expect(await buttons(visitor, booking.cancel)).toBe(0)
  // Opened once more, the slip knows what waits for it.
  await goTo(visitor, '/booking/tab/index')
  await see(unsent.waiting)
  await goTo(visitor, slip)
  await see(unsent.waiting)
  expect(await buttons(visitor, booking.cancel)).toBe(0)

  await fileRequest(visitor, '台阶边装扶手')
  await see(unsent.waiting)
  await goTo(visitor, '/identity/tab/index')
  await page.getByText(unsent.waiting).nth(2).waitFor()
  expect(await drafts(visitor)).toEqual(['yk:unsent'])
  expect(done).toEqual([])

  await page.context().setOffline(false)
  await page.getByText(unsent.sent).nth(2).waitFor()
  expect(done.map(one => one.split(' ')[0]?.replace(/bk_\w+/, ':bookingId'))).toEqual([
    '/api/bookings',
    '/api/bookings/:bookingId/cancel',
    '/api/microprojects',
  ])
  while ((await buttons(visitor, unsent.seen)) > 0) await press(unsent.seen)

  await open(slip)
  await see(stateWords.cancelled.word)
  await open('/microproject/pages/list')
  await see('台阶边装扶手')
  expect(await page.getByText('台阶边装扶手').count()).toBe(1)
  await open('/booking/tab/index')
  expect(await sees(COURT)).toBe(true)
  expect(await page.getByText(unsent.waiting).count()).toBe(0)
})

test('an hour that waits to be sent is not booked again for the same person, with or without a note; taken back, it is as it was', async () => {
  const visitor = await here.street.enter(RESIDENT)
  const { page, press, see, open, write } = visitor
  const slot = `/booking/pages/confirm?${court(11)}`
  const forOther = RegExp(booking.place('.*', HUSBAND))
  await open('/booking/tab/index')
  await visitor.rest()
  await open(slot)
  await page.getByRole('button', { name: place }).waitFor()
  await visitor.rest()
  await page.context().setOffline(true)
  await write(bookWords.note, '带两副拍')
  await press(place)
  await see(unsent.waiting)
  await goTo(visitor, '/booking/tab/index')
  await see(unsent.waiting)
  await goTo(visitor, slot)
  await page.getByRole('radio', { name: booking.self }).filter({ visible: true }).waitFor()
  await see(unsent.waiting)
  expect(await buttons(visitor, place)).toBe(0)
  // For somebody else it is another matter.
  await press(HUSBAND, 'radio')
  await page.getByRole('button', { name: forOther }).filter({ visible: true }).waitFor()
  await press(booking.self, 'radio')
  await press(unsent.takeBack)
  await page.getByRole('button', { name: place }).filter({ visible: true }).waitFor()
  await page.context().setOffline(false)
})

test('without network the list says when it was seen and promises no seats, and a search looks through what was seen', async () => {
  const visitor = await here.street.enter(PLAYER)
  const { page, press, see, open } = visitor
  const seats = () => page.getByText(RegExp(circle.seats(1).replace('1', '\\d+'))).filter({ visible: true })
  // Which places stand on home and first in the list is a matter of the hour.
  await open('/circle/pages/list?kind=venue')
  await see('桂花里羽毛球馆')
  await open('/circle/pages/list')
  await seats().first().waitFor()
  await open('/circle/tab/index')
  await visitor.rest()
  await page.context().setOffline(true)
  await goTo(visitor, '/circle/pages/list')
  await see(RegExp(circle.seenAt('.+')))
  await vi.waitUntil(async () => (await seats().count()) === 0)
  await goTo(visitor, '/circle/tab/index')
  await see(RegExp(circle.seenAt('.+')))
  await goTo(visitor, '/circle/pages/list?search=')
  await page.getByRole('searchbox', { name: circle.search }).filter({ visible: true }).fill('羽毛球')
  await press(circle.find)
  await see(circle.amongSeen)
  await see('桂花里羽毛球馆')
  await page.context().setOffline(false)
})

test('after an own cancellation the list shows nothing of before, however slow the answers are', async () => {
  const visitor = await here.street.enter(PLAYER)
  const { page, press, see, open } = visitor
  await open(`/booking/pages/confirm?${court(12)}`)
  await press(place)
  await see(booking.number)
  const slip = addressOf(visitor)
  await open('/booking/tab/index')
  await visitor.rest()
  await goTo(visitor, slip)
  await see(booking.number)
  const number = (await page.locator('.ticket-slip__number').filter({ visible: true }).textContent()) ?? ''
  await press(booking.cancel)
  await page.getByRole('alertdialog').getByRole('button', { name: booking.cancel }).click()
  await see(stateWords.cancelled.word)
  await page.route('**/api/bookings?*', async route => {
    await new Promise(resolve => setTimeout(resolve, 1_500))
    await route.continue()
  })
  const isShown = () => page.getByText(number).filter({ visible: true }).count()
  for (const goes of [() => page.evaluate(() => history.back()), () => open('/booking/tab/index')]) {
    await goes()
    await page.waitForURL(/booking\/tab\/index/)
    await page.locator('.yk-screen').filter({ visible: true }).last().waitFor()
    for (const start = Date.now(); Date.now() - start < 800; ) expect(await isShown()).toBe(0)
  }
  await visitor.rest()
  await page.unroute('**/api/bookings?*')
})

test('what somebody is asked stays on the page when the network goes', async () => {
  const visitor = await here.street.enter(PLAYER)
  const { page, press, see, open } = visitor
  await open(`/booking/pages/confirm?${court(11)}`)
  await press(place)
  await see(booking.number)
  const slip = addressOf(visitor)
  await open('/booking/tab/index')
  await visitor.rest()
  let lose = () => {}
  const lost = new Promise<void>(resolve => {
    lose = resolve
  })
  await page.route('**/api/bookings/bk_*', async route => {
    await lost
    await route.abort('internetdisconnected')
  })
  await goTo(visitor, slip)
  await press(booking.cancel)
  const answer = page.getByRole('alertdialog').getByRole('button', { name: booking.cancel })
  await answer.waitFor()
  const failed = page.waitForEvent('requestfailed')
  lose()
  await failed
  await visitor.rest()
  expect(await answer.count()).toBe(1)
  await page.unroute('**/api/bookings/bk_*')
})

test('an answer that was lost on its way is asked for again under the same key, and what it was about is done once', async () => {
  const visitor = await here.street.enter(RESIDENT)
  const { page, see, open } = visitor
  await open('/microproject/pages/file')
  await visitor.rest()
  const keys: string[] = []
  await page.route('**/api/microprojects', async route => {
    if (route.request().method() !== 'POST') return route.continue()
    keys.push(route.request().headers()['idempotency-key'] ?? '')
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort('internetdisconnected')
  })
  await fileRequest(visitor, '弄堂口装一面镜子')
  await see(unsent.waiting)
  await goTo(visitor, '/microproject/pages/list')
  // It is tried again by itself.
  await page.getByText(unsent.sent).filter({ visible: true }).waitFor({ timeout: 40_000 })
  expect(new Set(keys).size).toBe(1)
  await open('/microproject/pages/list')
  await see('弄堂口装一面镜子')
  expect(await page.getByRole('button', { name: /弄堂口装一面镜子/ }).count()).toBe(1)
  await page.unroute('**/api/microprojects')
})

test('长辈版: a cancellation that waits is said beside its booking, which is not offered for cancelling again', async () => {
  const visitor = await here.street.enter(RESIDENT, { ...phone, deviceScaleFactor: 2 })
  const { page, see, open, press } = visitor
  await open('/identity/pages/reading')
  await press(RegExp(identity.large), 'switch')
  await open('/booking/tab/index')
  await visitor.rest()
  const before = await buttons(visitor, RegExp(`^${booking.mineGiveUp}`))
  await page.context().setOffline(true)
  await page
    .getByRole('button', { name: RegExp(`^${booking.mineGiveUp}`) })
    .first()
    .click()
  await see(unsent.waiting)
  await goTo(visitor, '/circle/tab/index')
  await goTo(visitor, '/booking/tab/index')
  await see(unsent.waiting)
  expect(await page.getByText(unsent.waiting).filter({ visible: true }).count()).toBe(1)
  expect(await buttons(visitor, RegExp(`^${booking.mineGiveUp}`))).toBe(before - 1)
  // Taken back, nothing has happened.
  await page.getByRole('button', { name: unsent.takeBack }).filter({ visible: true }).first().click()
  await page.context().setOffline(false)
  await vi.waitUntil(async () => (await buttons(visitor, RegExp(`^${booking.mineGiveUp}`))) === before)
})

test('长辈版: whoever has the hour waiting to be sent is not offered it again, and the others are', async () => {
  const visitor = await here.street.enter('陆一鸣', { ...phone, deviceScaleFactor: 2 })
  const { page, see, open, press } = visitor
  const slot = `/booking/pages/confirm?${court(8)}`
  const mother = RegExp(`^${booking.giveOther('何秀英')}`)
  const self = RegExp(`^${booking.giveSelf}`)
  await open('/identity/pages/reading')
  await press(RegExp(identity.large), 'switch')
  await open('/booking/tab/index')
  await visitor.rest()
  await open(slot)
  await page.getByRole('button', { name: mother }).waitFor()
  await visitor.rest()
  await page.context().setOffline(true)
  await press(self)
  await press(/^1 小时/)
  await press(self)
  await see(unsent.waiting)
  await goTo(visitor, '/booking/tab/index')
  await see(unsent.waiting)
  await goTo(visitor, slot)
  await page.getByRole('button', { name: mother }).filter({ visible: true }).waitFor()
  expect(await buttons(visitor, self)).toBe(0)
  await press(unsent.takeBack)
  await page.getByRole('button', { name: self }).filter({ visible: true }).waitFor()
  await page.context().setOffline(false)
})
