import { spokenMinutes } from '@yike/shared/kernel/time'
// The five actions in a real browser: the h5 build, the real product with its demo community, a real engine.
// Everything is found by its role and its accessible name. Whatever goes wrong beside it fails the test.
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { placeNamed } from '../../functions/src/demo/places'
import { communities } from '../../functions/src/demo/street'
import { built } from '../../infra/local/build'
import { type Product, startProduct } from '../../infra/local/product'
import { badminton, photos } from '../../infra/local/tour/visits/acts'
import { desk, openStreet, phone, type Street, type Visitor } from '../../infra/local/visitor'
import { words as booking, stateWords as bookingStates, offerWords } from '../src/booking/words'
import { bookWords } from '../src/booking/words/book'
import { elderWords as asked, laterWords, leftWords } from '../src/booking/words/elder'
import { words as bulletin, happenedWords } from '../src/bulletin/words'
import { words as circle, kindNames } from '../src/circle/words'
import { deskWords, doorWords, words as identity, postWords as post, roleNames } from '../src/identity/words'
import { kindWords, words as microproject } from '../src/microproject/words'
import { controlWords as controls } from '../src/ui/words'
import { stateWords as claimStates, words as volunteer } from '../src/volunteer/words'
import {
  kindNames as caseKinds,
  offeringWords as offerings,
  placeWords as places,
  staffWords as staff,
  words as workbench,
  yesWords,
} from '../src/workbench/words'
import { approve, book, chooseLastSlot, openPlace, quietDay, sendBack } from './browser-steps'

/** People of the demo: three of 桂花里, three of 石桥头. */
const RESIDENT = '王桂芳'
const VOLUNTEER = '周晓岚'
const WORKER = '钱文静'
const OTHER_RESIDENT = '陆一鸣'
const OTHER_WORKER = '顾建平'
const LEAVER = '许志宁'
/** Of the resident's household. */
const RELATIVE = '张松年'

// A browser, a product and an engine share this machine's cores with every other test.
vi.setConfig({ testTimeout: 60_000 })

let product: Product
let street: Street
/** Refusals that a journey is about. */
const expected: string[] = []

beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine'), h5Dir: built('h5') })
  street = await openStreet(product.app)
})
afterEach(async () => {
  expect(await street.troubles()).toEqual(expected.splice(0))
})
afterAll(async () => {
  await street?.close()
  await product?.stop()
})

test('a link that somebody was sent opens with its values once they have entered', async () => {
  const page = await street.blankPage({ width: 390, height: 844 })
  await page.goto(`${product.app}/#/circle/pages/list?kind=elderCare`)
  await page.getByRole('button', { name: RESIDENT }).click()
  await page.waitForURL(/circle\/pages\/list\?kind=elderCare/)
  await page.close()
})

test('arrow keys move within a group, which is one stop; what loses the focus hands it to the heading', async () => {
  // A browser of its own, for it is left in 长辈版.
  const resident = await street.enter(RESIDENT, { ...phone, deviceScaleFactor: 2 })
  const { page } = resident
  const focused = (selector: string) =>
    page.waitForFunction(of => document.activeElement?.matches(of), selector, { timeout: 10_000 })
  await openPlace(resident, kindNames.culture, '桂花里书画室')
  await resident.press(circle.bookAt('书画室'))
  const days = page.getByRole('radiogroup', { name: controls.chooseDay }).getByRole('radio')
  await days.first().click()
  expect(await days.evaluateAll(all => all.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1)
  await page.keyboard.press('Home')
  await focused('[role=radio][aria-checked=true]:first-child')
  await page.keyboard.press('ArrowRight')
  await focused('[role=radio][aria-checked=true]:nth-child(2)')

  await resident.open('/identity/pages/reading')
  await resident.press(RegExp(identity.large), 'switch')
  await resident.open('/circle/tab/index')
  await resident.press(RegExp(circle.bookTile))
  await resident.page.waitForURL(/booking\/pages\/ask/)
  await focused('[role=heading]')
  // Only an offer says more below its name.
  await page.locator('[id^="/booking/pages/ask"] .yk-answer:has(.yk-answer__note)').first().click()
  await page.waitForURL(/offeringId/)
  await focused('[role=heading]')
})

test('a resident browses, books, has a ticket and gives it back', async () => {
  const resident = await street.enter(RESIDENT)
  await openPlace(resident, kindNames.culture, '桂花里书画室')
  await book(resident, '书画室', 1, booking.place)
  await resident.see(bookingStates.confirmed.word)
  await resident.openUntil('/identity/pages/notices', RegExp(bulletin.forWhen('.*16:30')))
  await resident.see(RegExp(bulletin.booked))
  await resident.open('/booking/tab/index')
  await resident.press(/16:30.*书画室/)
  await resident.press(booking.cancel)
  await resident.page.getByRole('alertdialog').getByRole('button', { name: booking.cancel }).click()
  await resident.see(bookingStates.cancelled.word)
})

test('a booking that needs approval: the worker approves by keyboard, and the resident is told', async () => {
  const resident = await street.enter(RESIDENT)
  await openPlace(resident, kindNames.venue, '桂花里多功能厅')
  await book(resident, '多功能厅', quietDay(0), booking.request)
  await resident.see(bookingStates.requested.word)
  const ticket = new URL(resident.page.url()).hash.slice(1)

  const worker = await street.enter(WORKER, desk)
  await approve(worker, /多功能厅/, yesWords.booking.done(''), RESIDENT)

  await resident.openUntil(ticket, bookingStates.confirmed.word)
  await resident.openUntil('/identity/pages/notices', RegExp(happenedWords('booking', 'approve')))
})

/** What stood open in this tab before stands open: one that can be decided is chosen. */
async function openBooking({ page }: Visitor) {
  await page.locator('[role=tab][id^="line:"]').filter({ hasText: caseKinds.booking }).first().click()
  await page.getByRole('button', { name: workbench.sendBack }).waitFor()
}

test('at the desk one stray key decides nothing, and a letter that is written is no shortcut', async () => {
  const worker = await street.enter(WORKER, desk)
  const { page } = worker
  const decisions: string[] = []
  page.on('request', request => request.method() === 'POST' && decisions.push(request.url()))
  await worker.open('/workbench/pages/queue')
  const picked = () => page.getByRole('tab', { selected: true }).textContent()
  await openBooking(worker)
  const before = await picked()

  await page.keyboard.press('d')
  const reason = page.getByRole('textbox', { name: workbench.reason })
  await reason.waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
  await page.keyboard.type('ja')
  expect(await reason.inputValue()).toBe('ja')
  // Nor while the form is open and the focus is beside it.
  await page.getByRole('radio').last().focus()
  await page.keyboard.type('ja')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: workbench.sendBack }).waitFor()

  await page.keyboard.press('a')
  await worker.see(workbench.armed)
  await page.keyboard.press('Escape')
  expect(await worker.sees(workbench.armed)).toBe(false)
  expect(await picked()).toBe(before)
  expect(decisions).toEqual([])
})

test('at the desk the case that stands open stays open, whatever comes in above it', async () => {
  const worker = await street.enter(WORKER, desk)
  const { page, open } = worker
  await open('/workbench/pages/queue')
  await openBooking(worker)
  const picked = page.getByRole('tab', { selected: true })
  const before = await picked.getAttribute('id')

  await page.route('**/work/queue*', async route => {
    const answer = await route.fetch()
    const queue = await answer.json()
    await route.fulfill({ response: answer, json: { ...queue, waiting: queue.waiting.toReversed() } })
  })
  await open('/workbench/pages/queue')
  await page.waitForFunction(old => document.querySelector('[role=tab]')?.id !== old, before)
  expect(await picked.getAttribute('id')).toBe(before)
  await page.unroute('**/work/queue*')
})

test('a day of a place is not changed where nobody could be asked whom that hits', async () => {
  const { page, open, press, write } = await street.enter(WORKER, desk)
  const saved: string[] = []
  page.on('request', request => request.method() === 'PUT' && saved.push(request.url()))
  await page.route('**/affected', route => route.abort('internetdisconnected'))
  await open(`/workbench/pages/place?placeId=${placeNamed('桂花里书画室').placeId}`)
  await page.getByRole('textbox', { name: places.field.name }).waitFor()
  await press(offerings.addRow)
  await write(offerings.from, '2030-12-01')
  await write(offerings.to, '2030-12-02')
  await write(places.specialHours, '休')
  await press(places.save)
  await page.getByRole('alert').waitFor()
  expect(saved).toEqual([])
  await page.unroute('**/affected')
})

test('a place is closed for good only with a reason, and where it could be asked whom that hits', async () => {
  const { page, open, press, write } = await street.enter(WORKER, desk)
  const closed: string[] = []
  page.on('request', request => request.url().endsWith('/close') && closed.push(request.url()))
  await page.route('**/affected', route => route.abort('internetdisconnected'))
  await open(`/workbench/pages/place?placeId=${placeNamed('桂花里书画室').placeId}`)
  await press(places.close)
  await press(places.closeYes)
  await page.getByRole('alert').filter({ hasText: workbench.reasonMissing }).waitFor()
  await write(places.closeWhy, '这里要大修，半年不开')
  const asked = page.waitForRequest('**/affected')
  await press(places.closeYes)
  await asked
  await page.getByRole('alert').last().waitFor()
  expect(closed).toEqual([])
  await page.unroute('**/affected')
})

test('a booking that is declined: the resident reads the reason', async () => {
  const resident = await street.enter(RESIDENT)
  await openPlace(resident, kindNames.venue, '桂花里多功能厅')
  await book(resident, '多功能厅', quietDay(1), booking.request)

  const worker = await street.enter(WORKER, desk)
  await sendBack(worker, /多功能厅/, '那天要办义诊，请改到第二天。', RESIDENT)

  await resident.openUntil('/identity/pages/notices', /那天要办义诊/)
})

test('who takes another slot instead of a full one still books for the same person with the same words', async () => {
  const one = await street.enter(RESIDENT)
  const other = await street.enter(VOLUNTEER)
  for (const visitor of [one, other]) {
    await openPlace(visitor, kindNames.venue, '桂花里多功能厅')
    await chooseLastSlot(visitor, '多功能厅', quietDay(3))
  }
  await one.press(RELATIVE, 'radio')
  await one.write(bookWords.note, '带轮椅来')
  await other.press(RegExp(booking.request('.*', booking.self)))
  await other.see(booking.number)

  expected.push('409 booking.slot_full')
  await one.press(RegExp(booking.request('.*', RELATIVE)))
  await one.page.getByRole('alert').getByRole('button').first().click()
  await one.see(bookWords.needsApproval)
  await one.page.getByRole('radio', { name: RELATIVE, checked: true }).filter({ visible: true }).waitFor()
  await one.press(RegExp(booking.request('.*', RELATIVE)))
  await one.see(booking.forName(RELATIVE))
  await one.see(/带轮椅来/)
})

test('长辈版: a finger that taps twice gives up one booking, what takes it back is in sight, and all others are listed as before', async () => {
  const { page, open, press, rest } = await street.enter(RESIDENT)
  const later = async () => {
    await press(RegExp(laterWords.title))
    await rest()
    const listed = await page.locator('.yk-answer').filter({ visible: true }).allTextContents()
    await press(controls.back)
    return listed
  }
  await open('/identity/pages/reading')
  await page.getByRole('switch', { name: identity.large }).click()
  await open('/booking/tab/index')
  const giveUp = page.getByRole('button', { name: booking.mineGiveUp })
  await giveUp.first().waitFor()
  const before = await giveUp.count()
  const listed = await later()
  await giveUp.first().evaluate(node => node.scrollIntoView({ block: 'center' }))
  const box = await giveUp.first().boundingBox()
  const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 20]
  for (let tap = 0; tap < 3; tap++) {
    await page.mouse.click(x, y)
    await page.waitForTimeout(500)
  }
  const undo = page.getByRole('button', { name: booking.mineUndo })
  expect(await giveUp.count()).toBe(before - 1)
  const back = await undo.boundingBox()
  expect(back?.y).toBeGreaterThan(0)
  expect((back?.y ?? 0) + (back?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 0)
  expect(await later()).toEqual(listed)
  await press(booking.mineUndo)
  await page.getByText(booking.mineAgain).waitFor()
  expect(await giveUp.count()).toBe(before)
  await open('/identity/pages/reading')
  await page.getByRole('switch', { name: identity.large }).click()
})

test('长辈版: who waits leaves the list, and who is held a seat passes it on, each asked once more in words', async () => {
  const { page, open, press, see, sees } = await street.enter(RESIDENT)
  await open('/identity/pages/reading')
  await page.getByRole('switch', { name: identity.large }).click()
  await open('/booking/pages/later')
  await press(controls.more)
  await press(RegExp(`^${bookingStates.waiting.word}`))
  await press(booking.leave)
  await press(asked.think)
  await press(booking.leave)
  await see(booking.leaveAsk)
  await press(booking.leave)
  await see(leftWords.left)
  await open('/booking/pages/later')
  expect(await sees(bookingStates.waiting.word)).toBe(false)
  await open('/booking/tab/index')
  await press(RegExp(`^${bookingStates.offered.word}`))
  await press(offerWords.seat.pass)
  await see(offerWords.seat.passAsk)
  await press(offerWords.seat.pass)
  await see(bookingStates.passed.word)
  await open('/identity/pages/reading')
  await page.getByRole('switch', { name: identity.large }).click()
})

test('a link that somebody was sent opens once they have entered, and one that was cut short leads home', async () => {
  const { page, open } = await street.enter(RESIDENT)
  expected.push('401 request.unauthenticated')
  await page.evaluate(() => localStorage.clear())
  await open('/identity/pages/looks')
  await page.getByRole('button', { name: RegExp(RESIDENT) }).click()
  await page.getByRole('heading', { name: deskWords.looks }).waitFor()
  await page.goto(`${product.app}/#/booking/pages/ticket?bookingId=bk_01JD`)
  await page.getByRole('button', { name: '回首页' }).waitFor()
})

test('who leaves leaves nothing behind but how large the phone writes', async () => {
  const { page, open, press, see } = await street.enter(LEAVER)
  await open('/identity/pages/reading')
  await press(identity.large, 'switch')
  await page.getByText(identity.contrast).waitFor()
  const kept = () =>
    page.evaluate(() =>
      Object.keys(localStorage)
        .filter(key => key.startsWith('yk'))
        .sort(),
    )
  expect((await kept()).length).toBeGreaterThan(2)
  await open('/identity/pages/self')
  await press(doorWords.leave)
  await press(doorWords.leave)
  await see(doorWords.enter)
  await page.waitForLoadState('networkidle')
  // The door's own question, which is nobody's.
  expect((await kept()).filter(key => !/answers$|sandbox\.personas$/.test(key))).toEqual([
    'yk-device:comfort',
  ])
})

test('a place found from where I stand is as far as it is from where I stand', async () => {
  const { lat: latitude, lng: longitude } = communities.stonebridge.center
  const there = { geolocation: { latitude, longitude }, permissions: ['geolocation'] }
  const { page, open, press } = await street.enter(VOLUNTEER, { ...phone, ...there })
  const walks = page.getByRole('img', { name: RegExp(circle.walk) }).filter({ visible: true })
  await open('/circle/pages/list?kind=medical')
  await press(circle.fromHere, 'checkbox')
  const line = page.getByRole('button', { name: /石桥头社区卫生服务站/ })
  const inList = await line.locator(`[aria-label^=${circle.walk}]`).getAttribute('aria-label')
  await line.click()
  await page.getByText(circle.wayFrom(circle.hereWhereYouAre, 0).slice(0, 4)).waitFor()
  expect(await walks.last().getAttribute('aria-label')).toBe(inList)
})

test('a page that could not be loaded loads by itself when the network is back', async () => {
  const { page, open, see } = await street.enter(RESIDENT)
  await open('/circle/tab/index')
  await see(circle.needs)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: RegExp(`^${kindNames.medical}`) }).click()
  await page.getByRole('alert').or(page.getByText(circle.amongSeen)).first().waitFor()
  await page.context().setOffline(false)
  await see('桂花里社区卫生服务站')
  await expect
    .poll(() => page.getByText('没有网络').filter({ visible: true }).count(), { timeout: 15_000 })
    .toBe(0)
})

test('a question that was lost on a network which says that it is there is asked again by itself', async () => {
  const { page, open, see } = await street.enter(RESIDENT)
  await page.route('**/api/**', route => route.abort('internetdisconnected'))
  await open('/circle/pages/list?kind=education')
  await page.getByRole('alert').or(page.getByText(circle.amongSeen)).first().waitFor()
  await page.unroute('**/api/**')
  await see('桂花里幼儿园')
  await expect
    .poll(() => page.getByText('没有网络').filter({ visible: true }).count(), { timeout: 15_000 })
    .toBe(0)
})

test('without network the days of an offering say when they were seen; with it they are told as of now', async () => {
  const { page, open } = await street.enter(RESIDENT)
  const seen = page.getByText(booking.asOf('').slice(0, 5)).filter({ visible: true })
  await open(badminton)
  await page.getByRole('radiogroup', { name: controls.chooseDay }).filter({ visible: true }).waitFor()
  expect(await seen.count()).toBe(0)
  await page.context().setOffline(true)
  for (const to of ['/circle/tab/index', badminton]) {
    await page.evaluate(hash => location.assign(hash), `#${to}`)
    await page.waitForURL(url => url.hash === `#${to}`)
  }
  await seen.first().waitFor()
  await page.context().setOffline(false)
  await expect.poll(() => seen.count(), { timeout: 15_000 }).toBe(0)
})

test('a request is sent back, filed again and accepted; neighbours see it, the other community does not', async () => {
  const resident = await street.enter(RESIDENT)
  await resident.press(circle.wish)
  await resident.press(microproject.send)
  const wrong = () => resident.page.getByRole('alert').filter({ visible: true }).count()
  // Where is written already: the community.
  expect(await wrong()).toBe(3)
  await resident.write(microproject.title, '弄'.repeat(41))
  expect(await wrong()).toBe(3)
  await resident.write(microproject.title, '弄堂口装一盏灯')
  expect(await wrong()).toBe(2)
  await resident.write(microproject.where, '学前弄')
  await resident.write(microproject.what, '晚上看不清台阶，老人常走')
  await resident.press(RegExp(`^${kindWords.works.word}`), 'radio')
  await photos(resident)
  await resident.press(microproject.send)
  await resident.see(microproject.filed)

  const worker = await street.enter(WORKER, desk)
  await sendBack(worker, /弄堂口装一盏灯/, '请写明是哪个门牌。')

  await resident.open('/microproject/pages/list')
  await resident.press(/弄堂口装一盏灯/)
  await resident.see(/请写明是哪个门牌/)
  await resident.press(microproject.refile)
  await resident.write(microproject.where, '学前弄 12 号门口')
  await resident.press(microproject.resend)
  await resident.see(microproject.refiled)
  const address = new URL(resident.page.url()).hash.slice(1)

  await approve(worker, /弄堂口装一盏灯/, yesWords.microproject.done(''))

  const neighbour = await street.enter(VOLUNTEER)
  await neighbour.openUntil('/microproject/pages/list?of=community', /弄堂口装一盏灯/)
  // WeChat looks at each photo for a while.
  const seen = neighbour.page.getByRole('button', { name: microproject.photoLook(2) })
  await vi.waitUntil(
    async () => {
      await neighbour.open(address)
      await neighbour.rest()
      return (await seen.count()) > 0
    },
    { timeout: 30_000, interval: 1_000 },
  )
  await vi.waitUntil(() => seen.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth > 0))
  const stranger = await street.enter(OTHER_RESIDENT)
  await stranger.open('/microproject/pages/list?of=community')
  await stranger.see(/船坞弄加两盏路灯/)
  expect(await stranger.sees(/弄堂口装一盏灯/)).toBe(false)
  expected.push('404 request.not_found')
  await stranger.open(address)
  expect(await stranger.sees(/弄堂口装一盏灯/)).toBe(false)
})

test('a worker of the other community neither has the case in the queue nor finds it by its address', async () => {
  const resident = await street.enter(RESIDENT)
  await openPlace(resident, kindNames.venue, '桂花里多功能厅')
  await book(resident, '多功能厅', quietDay(2), booking.request)
  const bookingId = /bookingId=(\w+)/.exec(resident.page.url())?.[1]

  const theirs = await street.enter(OTHER_WORKER, desk)
  await theirs.open('/workbench/pages/queue')
  await theirs.page.getByRole('tab', { selected: true }).waitFor()
  expect(await theirs.page.getByRole('tab', { name: /石桥头/ }).count()).toBeGreaterThan(0)
  expect(await theirs.page.getByRole('tab', { name: /桂花里/ }).count()).toBe(0)
  expected.push('404 request.not_found')
  await theirs.open(`/workbench/pages/case?kind=booking&caseId=${bookingId}`)
  await theirs.page.getByRole('alert').waitFor()
})

test('the last place of a task: claimed, released, claimed; who comes second is shown what else there is', async () => {
  const one = await street.enter(VOLUNTEER)
  const other = await street.enter(RESIDENT)
  for (const visitor of [one, other]) {
    await visitor.open('/volunteer/tab/index')
    await visitor.press(/^代取药送上门/)
  }
  await one.press(volunteer.claim)
  await one.press(volunteer.release)
  await one.press(volunteer.release)
  await one.see(volunteer.released)
  await one.press(volunteer.claim)
  await one.see(claimStates.claimed.word)

  expected.push('409 volunteer.task_full')
  await other.press(volunteer.joinAndClaim)
  await other.press(volunteer.seeOthers)
  await other.see(volunteer.howLong)
})

test('hours are reported, sent back, reported again and confirmed: the time bank grows by them', async () => {
  // The demo's volunteer has 4.5 hours in the bank, and two more reported.
  const banked = 270
  const worker = await street.enter(WORKER, desk)
  await sendBack(worker, /老年食堂送餐/, '签到表上是一小时三刻。', VOLUNTEER)

  const one = await street.enter(VOLUNTEER)
  await one.open('/volunteer/pages/mine')
  await one.see(spokenMinutes(banked))
  await one.press(/^老年食堂送餐/)
  await one.see(/签到表上是一小时三刻/)
  await one.press(/^减/)
  await one.press(volunteer.report(spokenMinutes(105)))
  await one.see(claimStates.reported.word)

  await approve(worker, /老年食堂送餐/, yesWords.hours.done(''), VOLUNTEER)
  await one.openUntil('/volunteer/pages/mine', spokenMinutes(banked + 105))
})

test('somebody who comes for the first time chooses a community and is at home in it', async () => {
  const newcomer = await street.enter('第一次来')
  // Whatever needs a community asks for it, and nothing else.
  const list = ['/circle/pages/list', '/circle/pages/map', '/booking/pages/seasons', '/volunteer/pages/mine']
  const asking = ['/volunteer/tab/index', '/microproject/pages/file', '/circle/tab/index']
  for (const page of [...list, ...asking]) {
    await newcomer.open(page)
    await newcomer.see(identity.chooseCommunity)
    expect(await newcomer.page.getByRole('button', { name: /登记|提交/ }).count()).toBe(0)
  }
  // Whoever has a door, and no community yet, sees what is around it.
  const door = JSON.stringify({ label: '家', lng: 119.95, lat: 31.78 })
  await newcomer.page.route('**/api/me', async route => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace('"home":null', `"home":${door}`)
    await route.fulfill({ response: answer, body })
  })
  await newcomer.open('/circle/tab/index')
  await newcomer.see(kindNames.elderCare)
  await newcomer.open('/circle/pages/list?kind=elderCare')
  await newcomer.see(/日间照料中心/)
  await newcomer.page.unroute('**/api/me')
  await newcomer.open('/circle/tab/index')
  await newcomer.press(identity.chooseCommunity)
  await newcomer.write(identity.name, '陈秋')
  await newcomer.press(/石桥头社区/, 'radio')
  await newcomer.press(identity.joinAs('石桥头社区', '陈秋'))
  await newcomer.see(/石桥头社区/)
  await newcomer.press(RegExp(`^${kindNames.elderCare}`))
  await newcomer.see(/石桥头颐养驿站/)
})

test('a supervisor invites somebody, who takes up the post by its code and is at work; the post is ended again', async () => {
  const supervisor = await street.enter('沈明远', desk)
  await supervisor.open('/workbench/pages/staff')
  await supervisor.write(staff.name, '陈秋')
  await supervisor.page.getByLabel(staff.where).selectOption({ label: '石桥头社区' })
  await supervisor.press(staff.makeCode)
  const code = (await supervisor.page.locator('.workbench-staff__code').textContent()) ?? ''

  const invited = await street.enter('第一次来')
  await invited.open('/identity/pages/post')
  await invited.write(post.code, code.toLowerCase().replaceAll('-', ' '))
  await invited.press(post.read)
  await invited.see(post.offer(roleNames.worker, '石桥头社区'))
  await invited.press(post.yes('陈秋'))
  await invited.press(post.begin)
  await invited.see(workbench.queue)

  await supervisor.open('/workbench/pages/queue')
  await supervisor.open('/workbench/pages/staff')
  await supervisor.press(staff.endOf('陈秋'))
  await supervisor.press(staff.endYes)
  await supervisor.see(staff.ended('陈秋'))
})

/** The code that a desk asks for next: it is shown as a picture only. */
const askedCode = async (page: Visitor['page']): Promise<string> =>
  (await (await page.waitForResponse(reply => reply.url().endsWith('/desks'))).json()).code

test('a worker lets a desk in by confirming its code on the phone, and the desk is at work as that worker', async () => {
  const page = await street.blankPage({ width: 1280, height: 800 })
  const asked = askedCode(page)
  await page.goto(`${product.app}/#/identity/pages/desk`)
  const code = await asked

  const worker = await street.enter(WORKER)
  await worker.open('/identity/pages/let-in')
  await worker.write(deskWords.paste, code)
  await worker.press(deskWords.look)
  await worker.press(deskWords.yes(WORKER))
  await worker.see(deskWords.done)

  await page.waitForURL(/workbench\/pages\/queue/)
  await page.getByRole('tab', { selected: true }).waitFor()
  await worker.open('/identity/pages/desks')
  await worker.press(deskWords.end)
  await worker.see(deskWords.states.ended)
})

test('a worker who says that it is not them ends the code at the desk, which says so and offers another', async () => {
  const page = await street.blankPage({ width: 1280, height: 800 })
  const asked = askedCode(page)
  await page.goto(`${product.app}/#/identity/pages/desk`)
  const code = await asked

  const worker = await street.enter(WORKER)
  await worker.open('/identity/pages/let-in')
  await worker.write(deskWords.paste, code)
  await worker.press(deskWords.look)
  await worker.press(deskWords.no)
  await worker.see(deskWords.saidNo)

  await page.getByText(deskWords.refused).waitFor()
  const next = askedCode(page)
  await page.getByRole('button', { name: deskWords.another }).click()
  expect(await next).not.toBe(code)
})
