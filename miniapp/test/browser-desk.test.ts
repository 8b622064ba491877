// What staff do at a desk, in a real browser, at ten in the morning of an ordinary Tuesday; and every page of theirs by the
// keyboard alone.
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { demoId } from '../../functions/src/demo/street'
import { walkByKeyboard } from '../../infra/local/a11y/keyboard'
import { built } from '../../infra/local/build'
import { type Product, startProduct } from '../../infra/local/product'
import { drawn, TUESDAY } from '../../infra/local/tour'
import { visits } from '../../infra/local/tour/visits'
import {
  badminton,
  placeId,
  RESIDENT,
  SUPERVISOR,
  VOLUNTEER,
  WORKER,
} from '../../infra/local/tour/visits/acts'
import { desk, openStreet, type Street, type Visitor } from '../../infra/local/visitor'
import { words as booking, calendarWords, presenceWords } from '../src/booking/words'
import { seasonWords } from '../src/booking/words/season'
import { words as microproject } from '../src/microproject/words'
import { controlWords } from '../src/ui/words'
import {
  callerWords,
  holidayWords,
  offeringWords,
  placeWords,
  seasonDeskWords,
  sheetWords,
  words,
} from '../src/workbench/words'
import { sendBack } from './browser-steps'

vi.setConfig({ testTimeout: 90_000 })

const CARE = placeId('桂花里日间照料中心')
const COURT = placeId('桂花里羽毛球馆')

let product: Product
let street: Street
/** Refusals that a journey is about. */
const expected: string[] = []

beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine'), h5Dir: built('h5'), moment: TUESDAY })
  street = await openStreet(product.app, TUESDAY)
})
afterEach(async () => {
  expect(await street.troubles()).toEqual(expected.splice(0))
})
/** A busy machine draws late. */
const patience = { timeout: 10_000 }

afterAll(async () => {
  await street?.close()
  await product?.stop()
})

const shown = ({ page }: Visitor, role: 'tab' | 'tablist' | 'radiogroup' | 'group', name: string | RegExp) =>
  page.getByRole(role, { name }).filter({ visible: true })

test('staff book for somebody who called: the number, the first free slot, the name; the sheet of that day shows them', async () => {
  const worker = await street.enter(WORKER, desk)
  await worker.open(`/workbench/pages/book-for?placeId=${CARE}`)
  await worker.write(callerWords.phone, '0519-8888 1234')
  await worker.press(callerWords.find)
  await worker.see(callerWords.unknown)
  await worker.write(callerWords.name, '季长庚')
  await worker.write(callerWords.born, '1946-02')
  const slots = shown(worker, 'radiogroup', controlWords.chooseSlot).getByRole('radio', { disabled: false })
  await slots.first().click()
  await worker.press(/^替季长庚约/)
  await worker.see(/请念给对方听|等审核/)
})

test('of whoever is on the sheet staff mark that they came; it stays so when the page is opened again', async () => {
  const worker = await street.enter(WORKER, desk)
  await worker.open(`/workbench/pages/sheet?placeId=${CARE}`)
  const marks = shown(worker, 'tablist', /来了没有$/).first()
  await marks.waitFor()
  const name = (await marks.getAttribute('aria-label')) ?? ''
  await marks.getByRole('tab', { name: sheetWords.marks.came }).click()
  const marked = shown(worker, 'tablist', name).first().getByRole('tab', { selected: true })
  await marked.waitFor()
  await worker.rest()
  await worker.open(`/workbench/pages/sheet?placeId=${CARE}`)
  await marked.waitFor()
  expect(await marked.textContent()).toBe(sheetWords.marks.came)
})

test('what is marked at a door without network says so, is sent by itself, and then says so no more', async () => {
  const worker = await street.enter(WORKER, desk)
  await worker.open(`/workbench/pages/sheet?placeId=${CARE}`)
  const open = shown(worker, 'tablist', /来了没有$/)
  await open.first().waitFor()
  await worker.rest()
  const name = (await open.first().getAttribute('aria-label')) ?? ''
  await worker.page.context().setOffline(true)
  await shown(worker, 'tablist', name).first().getByRole('tab', { name: sheetWords.marks.excused }).click()
  await worker.see(sheetWords.kept)
  await worker.page.context().setOffline(false)
  await worker.page.getByText(sheetWords.kept).first().waitFor({ state: 'detached', timeout: 40_000 })
})

test('a resident checks in by the code at the door, and by none of before', async () => {
  const worker = await street.enter(WORKER, desk)
  const shows = worker.page.waitForResponse(reply => reply.url().endsWith('/door'))
  await worker.open(`/workbench/pages/door?placeId=${COURT}`)
  const { code }: { code: string } = await (await shows).json()
  await worker.page.getByRole('img', { name: sheetWords.doorQr('桂花里羽毛球馆') }).waitFor()
  expect(await worker.page.locator('body').textContent()).not.toContain(code)

  const player = await street.enter(VOLUNTEER)
  await player.open(badminton)
  await shown(player, 'group', controlWords.chooseSlot)
    .getByRole('button', { disabled: false })
    .first()
    .click()
  await player.press(RegExp(booking.place('.*', booking.self)))
  await player.see(booking.number)
  expected.push('409 booking.door_wrong')
  await player.write(presenceWords.paste, `${code.slice(0, -6)}AAAAAA`)
  await player.press(presenceWords.checkIn)
  await player.page.getByRole('alert').filter({ visible: true }).first().waitFor()
  await player.write(presenceWords.paste, code)
  await player.press(presenceWords.checkIn)
  await player.see(presenceWords.cameIn)
})

test('a link for a calendar is made, read without signing in, and reads nothing once it was ended', async () => {
  const resident = await street.enter(VOLUNTEER)
  await resident.open('/booking/pages/calendar')
  await resident.press(calendarWords.make)
  const address = (await resident.page.locator('.booking-address').textContent()) ?? ''
  const path = new URL(address).pathname
  const read = () => fetch(`${product.api}${path.slice(path.indexOf('/calendars'))}`)
  expect(await (await read()).text()).toContain('BEGIN:VCALENDAR')
  await resident.press(calendarWords.end)
  await resident.see(calendarWords.ended)
  expect((await read()).status).toBe(404)
})

test('a supervisor pastes a notice that says too little: it is not entered, and the field says what is missing', async () => {
  const supervisor = await street.enter(SUPERVISOR, desk)
  await supervisor.open('/workbench/pages/holidays')
  expected.push('400 circle.notice_unclear')
  await supervisor.write(holidayWords.text, '一、元旦：1月1日至3日放假调休，共3天。')
  await supervisor.press(/^就按这个录入/)
  await supervisor.page.getByRole('alert').filter({ visible: true }).first().waitFor()
  const worker = await street.enter(WORKER, desk)
  await worker.open('/workbench/pages/holidays')
  await worker.see(holidayWords.why)
  expect(await worker.page.getByRole('textbox').filter({ visible: true }).count()).toBe(0)
})

test('in the directory j and k open the next entry and the one before, and the focus goes along', async () => {
  const worker = await street.enter(WORKER, desk)
  const { page } = worker
  await worker.open('/workbench/pages/places')
  const lines = page.locator('.workbench-places__line').filter({ visible: true })
  await lines.first().waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
  const ids = await lines.evaluateAll(all => all.slice(0, 2).map(({ id }) => id))
  // The first stands open.
  await page.getByRole('textbox', { name: '名称' }).filter({ visible: true }).waitFor()
  await page.keyboard.press('j')
  await vi.waitUntil(async () => (await focused()) === ids[1], patience)
  await page.keyboard.press('k')
  await vi.waitUntil(async () => (await focused()) === ids[0], patience)
  await page.getByRole('textbox', { name: '名称' }).filter({ visible: true }).waitFor()
})

test('what was written of a new place is there when the page is opened again, and gone once it was taken off', async () => {
  const worker = await street.enter(WORKER, desk)
  const name = worker.page.getByRole('textbox', { name: placeWords.field.name }).filter({ visible: true })
  await worker.open('/workbench/pages/place')
  await worker.write(placeWords.field.name, '桂花里修伞铺')
  await worker.open('/workbench/pages/place')
  await vi.waitUntil(async () => (await name.last().inputValue()) === '桂花里修伞铺', patience)
  await worker.press(placeWords.startAgain)
  await vi.waitUntil(async () => (await name.last().inputValue()) === '', patience)
})

test('what was typed over a place, over an offering and as a reason is there when the page is opened again; a place’s goes when it is taken off', async () => {
  const worker = await street.enter(WORKER, desk)
  const { page } = worker
  const field = (name: string) => page.getByRole('textbox', { name }).filter({ visible: true }).last()
  const holds = (name: string, text: string) =>
    vi.waitUntil(
      async () =>
        (await field(name)
          .inputValue()
          .catch(() => '')) === text,
      patience,
    )
  const entry = `/workbench/pages/place?placeId=${CARE}`
  await worker.open(entry)
  const before = await field(placeWords.field.address).inputValue()
  await worker.write(placeWords.field.address, '桂花路 16 号南门')
  await worker.open(entry)
  await worker.see(placeWords.kept)
  await holds(placeWords.field.address, '桂花路 16 号南门')
  await worker.press(placeWords.giveUp)
  await holds(placeWords.field.address, before)
  const offering = `/workbench/pages/offerings?${badminton.split('?')[1]}`
  await worker.open(offering)
  await worker.write(offeringWords.name, '羽毛球场（新）')
  await worker.open(offering)
  await holds(offeringWords.name, '羽毛球场（新）')
  await worker.press(placeWords.giveUp)
  const queue = async () => {
    await worker.open('/workbench/pages/queue')
    await page.getByRole('button', { name: words.sendBack }).waitFor()
    await page.keyboard.press('d')
  }
  await queue()
  await worker.write(words.reason, '请写清楚是哪一幢')
  await queue()
  await holds(words.reason, '请写清楚是哪一幢')
})

test('the calls are those of the community that was chosen last, and certificates of one are not shown under another', async () => {
  const supervisor = await street.enter(SUPERVISOR, desk)
  const communities = shown(supervisor, 'tablist', words.community)
  const isChosen = (name: string) =>
    communities.last().getByRole('tab', { name, selected: true }).waitFor({ timeout: 10_000 })
  await supervisor.open('/workbench/pages/teams')
  await supervisor.press('石桥头社区', 'tab')
  await supervisor.open('/workbench/pages/calls')
  await isChosen('石桥头社区')
  await supervisor.press(callerWords.certificatesLook)
  await supervisor.rest()
  await supervisor.press('桂花里社区', 'tab')
  await supervisor.see(callerWords.certificatesLook)
})

test('on a phone staff add what can be booked: it says so, and stands in the list', async () => {
  const worker = await street.enter(WORKER)
  const list = `/workbench/pages/offerings?placeId=${placeId('桂花里书画室')}`
  await worker.open(list)
  await worker.press(offeringWords.add)
  await worker.write(offeringWords.name, '篆刻角')
  await worker.write(offeringWords.forWhom, '人人可约')
  await worker.write(placeWords.field.hours, '每天 9:00–18:00；节假日照常')
  await worker.press(offeringWords.saveNew('篆刻角'))
  await worker.see(offeringWords.added('篆刻角'))
  await worker.open(list)
  await worker.see('篆刻角')
})

test('an answer that breaks off in the middle is none: the page says so, and goes on with the next one, also when it is opened again', async () => {
  const worker = await street.enter(WORKER, desk)
  const { page } = worker
  const forget = () =>
    page.evaluate(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('yk:answer')) localStorage.removeItem(key)
    })
  // An answer still on its way would be kept after all.
  await worker.rest()
  await forget()
  await page.route(/api\/(work\/)?(tasks|bookings|microprojects)\//, route =>
    route.fulfill({ status: 200, contentType: 'application/json', body: '{"task":{"ti' }),
  )
  await worker.open('/workbench/pages/queue')
  await page.getByRole('tab', { selected: true }).waitFor()
  await worker.see(controlWords.again)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await worker.open('/workbench/pages/queue')
  await page.getByRole('button', { name: words.sendBack }).waitFor()
})

test('right after it was filed again a request is never shown as it was before, however slow the answers are', async () => {
  const resident = await street.enter('王桂芳')
  await resident.open('/microproject/pages/file')
  await resident.write(microproject.title, '弄堂口装一面镜子')
  await resident.write(microproject.what, '转弯看不见来车')
  await resident.press(/^工程/, 'radio')
  await resident.press(microproject.send)
  await resident.see(microproject.filed)
  const address = new URL(resident.page.url()).hash.slice(1).replace(/&done=\w+/, '')
  const worker = await street.enter(WORKER, desk)
  await sendBack(worker, /弄堂口装一面镜子/, '请写明是哪个弯口。')
  await resident.openUntil(address, /请写明是哪个弯口/)
  await resident.press(microproject.refile)
  await resident.write(microproject.where, '学前弄 12 号')
  await resident.rest()
  await resident.page.route('**/api/microprojects/*', async route => {
    if (route.request().method() === 'GET') await new Promise(resolve => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await resident.press(microproject.resend)
  await resident.page.waitForURL(/pages\/detail.*refiled/)
  const isFormer = () =>
    resident.page.getByRole('button', { name: microproject.refile }).filter({ visible: true }).count()
  for (const start = Date.now(); Date.now() - start < 1_000; ) expect(await isFormer()).toBe(0)
  await resident.see(microproject.refiled)
  expect(await isFormer()).toBe(0)
  await resident.page.unroute('**/api/microprojects/*')
})

test('a group is one stop of the Tab key in the same drawing that it comes with', async () => {
  const worker = await street.enter(WORKER, desk)
  await worker.open('/workbench/pages/queue')
  await worker.rest()
  // Told right after a drawing, before whatever follows from it.
  await worker.page.evaluate(() => {
    const split = new Set<string>()
    Object.assign(window, { split })
    new MutationObserver(() => {
      for (const group of document.querySelectorAll('[role=tablist], [role=radiogroup]')) {
        const stops = [...group.querySelectorAll<HTMLElement>('[role=tab], [role=radio]')]
        if (stops.filter(({ tabIndex }) => tabIndex === 0).length > 1) split.add(group.ariaLabel ?? '')
      }
    }).observe(document, { childList: true, subtree: true })
    location.hash = '/workbench/pages/places'
  })
  await shown(worker, 'tablist', placeWords.system).waitFor()
  const split = () => [...(window as unknown as { split: Set<string> }).split]
  expect(await worker.page.evaluate(split)).toEqual([])
})

test('arrow keys go on from line to line of the queue; Enter goes into the case that stands open', async () => {
  const worker = await street.enter(WORKER, desk)
  const { page } = worker
  await worker.open('/workbench/pages/queue')
  const lines = page.getByRole('tab').and(page.locator('[id^="line:"]'))
  await lines.nth(2).waitFor()
  await lines.first().focus()
  for (const at of [1, 2]) {
    await page.keyboard.press('ArrowDown')
    await worker.rest()
    const is = (name: string) => lines.nth(at).evaluate((line, of) => line.matches(of), name)
    expect([await is('[aria-selected=true]'), await is(':focus')]).toEqual([true, true])
  }
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.matches('[role=region]'))
})

test('every desk page is walked by Tab alone: each control is reached in reading order, ringed, in sight, and none is a trap', async () => {
  const pages = visits.filter(
    ({ address, act, before }) => address.startsWith('/workbench/') && !act && !before,
  )
  const wrong: string[] = []
  let stops = 0
  for (const { name, who, address } of pages) {
    const visitor = await street.enter(who, desk)
    await visitor.open(address)
    await visitor.page.locator('.yk-screen').filter({ visible: true }).last().waitFor()
    await drawn(visitor)
    const walked = await walkByKeyboard(visitor.page)
    stops += walked.stops
    wrong.push(...walked.faults.map(fault => `${name}: ${fault}`))
  }
  expect(wrong).toEqual([])
  expect(stops).toBeGreaterThan(100)
}, 180_000)

test('two taps ask for a slot of a season; staff enter a public number, and who had asked reads the result and works it out again', async () => {
  const season = (seed: string) => `/booking/pages/season?seasonId=${demoId('season', seed)}`
  const resident = await street.enter(RESIDENT)
  await resident.open(season('badminton'))
  await resident.press(/^周一 19:00/, 'checkbox')
  await resident.press(seasonWords.file('周一 19:00–20:00'))
  await resident.see(seasonWords.filed)

  const worker = await street.enter(WORKER, desk)
  await worker.open('/workbench/pages/seasons')
  await worker.press(/篮球场（晚间）/)
  await worker.write(seasonDeskWords.number, '12 34 56')
  await worker.write(seasonDeskWords.numberAgain, '12,34,56')
  await worker.press(seasonDeskWords.draw)
  await worker.see(seasonDeskWords.drawn)

  await resident.openUntil(season('basketball'), /家里排第 \d/)
  await resident.press(seasonWords.verify)
  await resident.press(seasonWords.check)
  await resident.see(seasonWords.good)
})
