// 长辈版 has pages of its own where one thing is asked at a time; and a desk has the workbench: in a real browser.
import { expect, test } from 'vitest'
import { demoId } from '../../../functions/src/demo/street'
import { desk, phone, type Visitor } from '../../../infra/local/visitor'
import { words as booking } from '../../src/booking/words'
import { bookWords } from '../../src/booking/words/book'
import { elderWords as asking, seriesElder, ticketElder } from '../../src/booking/words/elder'
import { pickupWords as pickup, pickupElder } from '../../src/booking/words/pickup'
import { seriesWords as series } from '../../src/booking/words/series'
import { words as circle } from '../../src/circle/words'
import { words as identity, relationNames } from '../../src/identity/words'
import { askWords, elderWords } from '../../src/identity/words/elder'
import { grantWords } from '../../src/identity/words/grant'
import { barWords } from '../../src/ui/words'
import { taskWords, words as workbench } from '../../src/workbench/words'
import { slotOf } from '../browser-steps'
import { onStreet } from './street'

const RESIDENT = '王桂芳'
const PARENT = '陆一鸣'
const WORKER = '钱文静'
const DAUGHTER = '周晓岚'

const here = onStreet()

async function turnElder({ page, open }: Visitor): Promise<void> {
  await open('/identity/pages/reading')
  const large = page.getByRole('switch', { name: RegExp(identity.large) })
  await large.waitFor()
  if ((await large.getAttribute('aria-checked')) !== 'true') await large.click()
}

async function asElder(name: string): Promise<Visitor> {
  const visitor = await here.street.enter(name, { ...phone, deviceScaleFactor: 2 })
  await turnElder(visitor)
  return visitor
}

test('what was written before 长辈版 was turned on is said there, and goes along with the booking', async () => {
  const visitor = await here.street.enter(DAUGHTER, { ...phone, deviceScaleFactor: 2 })
  const { page, open, press, write, see } = visitor
  const slot = `/booking/pages/confirm?${slotOf('桂花里书画室', '书画室', 5, 9, 90)}`
  await open(slot)
  await write(bookWords.note, '我带自己的毛笔')
  await turnElder(visitor)
  await open(slot)
  await see(bookWords.noteSaid('我带自己的毛笔'))
  await press(RegExp(`^${booking.giveSelf}`))
  await page.waitForURL(/booking\/pages\/ticket/)
  await open(page.url().split('#')[1]?.replace('&placed=1', '') ?? '')
  await see(/我带自己的毛笔/)
})

test('what was booked together is given up as a whole, asked once more in words, and says how much is left', async () => {
  const { open, press, see } = await asElder(RESIDENT)
  await open(`/booking/pages/series?seriesId=${demoId('series', 'painting')}`)
  await press(/余下的.*都取消/)
  await press(booking.keep)
  await press(/余下的.*都取消/)
  await press(/余下的.*都取消/)
  await see(series.cancelled)
  await see(RegExp(seriesElder.left(0, 0).slice(-4)))
})

test('who may fetch a child is written down by four questions, and taken off after one more', async () => {
  const { page, open, press, write, see, sees } = await asElder(PARENT)
  const bookingId = demoId('booking', 'handover/0')
  await open(`/booking/pages/pickup?bookingId=${bookingId}`)
  await press(RegExp(`^${pickup.who}`))
  await press(RegExp(`^${pickup.add}`))
  await press(pickupElder.written)
  await see(pickup.mustName)
  await write(pickup.name, '方晓梅')
  await press(pickupElder.written)
  await press(pickup.relations.friend)
  await press(pickup.days[30])
  await press(pickupElder.yesKnows)
  await press(/^方晓梅/)
  await press(pickupElder.endOf('方晓梅'))
  await press(pickup.keep)
  await press(pickupElder.endOf('方晓梅'))
  await press(pickup.endYes)
  await page.getByRole('heading', { name: pickup.who }).waitFor()
  expect(await sees('方晓梅')).toBe(false)
})

test('somebody of the family is added by six taps and no field, said once more in words; 返回 leads to the question before', async () => {
  const { page, open, press, see } = await asElder(RESIDENT)
  await open('/identity/pages/self?part=family')
  await press(RegExp(`^${identity.add}`))
  await press(relationNames.parent)
  await press('妈妈')
  await page.getByRole('heading', { name: askWords.whichDecade('妈妈') }).waitFor()
  await press(barWords.back)
  await page.getByRole('heading', { name: askWords.whatName }).waitFor()
  await press('妈妈')
  await press(/^1950/)
  await press(RegExp(`^${askWords.year('1952')}`))
  await page.getByRole('heading', { name: askWords.whichMonth('妈妈', '1952') }).waitFor()
  await press(barWords.back)
  await page.getByRole('heading', { name: askWords.whichYear('妈妈') }).waitFor()
  await press(RegExp(`^${askWords.year('1953')}`))
  await press(askWords.month(3))
  await see(RegExp(elderWords.born('1953', '3')))
  await press(identity.addPerson('妈妈'))
  await see(askWords.addedText('妈妈'))
  expect(await page.getByRole('textbox').filter({ visible: true }).count()).toBe(0)
  await press(askWords.backToFamily)
  await page.getByRole('heading', { name: elderWords.family }).waitFor()
  await see(RegExp(elderWords.born('1953', '3')))
})

test('a second one of the family who is called the same is asked for another name, and is then added as well', async () => {
  const { page, open, press, write, see } = await asElder(DAUGHTER)
  const add = async (name: string) => {
    await open('/identity/pages/person?relation=parent&own=1')
    await write(identity.personName, name)
    await press(askWords.written)
  }
  await add('妈妈')
  await press(RegExp(`^${askWords.bornSkip}`))
  await press(identity.addPerson('妈妈'))
  await see(askWords.addedText('妈妈'))
  await add('妈妈')
  await see(askWords.taken('妈妈'))
  await write(identity.personName, '婆婆')
  await press(askWords.written)
  await press(RegExp(`^${askWords.bornSkip}`))
  await press(identity.addPerson('婆婆'))
  await see(askWords.addedText('婆婆'))
  await press(askWords.backToFamily)
  await open('/identity/pages/self?part=family')
  await page.getByRole('button', { name: /^妈妈/ }).waitFor()
  await page.getByRole('button', { name: /^婆婆/ }).waitFor()
})

test('what is lent beside a room is asked before for whom one waits, on a page of its own', async () => {
  const slot = slotOf('石桥头多功能厅', '多功能厅', 6, 16, 120)
  const first = await here.street.enter('许志宁')
  await first.open(`/booking/pages/confirm?${slot}`)
  await first.press(RegExp(booking.request('.*', booking.self)))
  await first.see(booking.number)
  const { page, open, press } = await asElder(PARENT)
  await open(`/booking/pages/wait?${slot}`)
  await page.getByRole('heading', { name: asking.things }).waitFor()
  await press(asking.thatsAll)
  await page.getByRole('heading', { name: asking.waitWho }).waitFor()
  await press(barWords.back)
  await page.getByRole('heading', { name: asking.things }).waitFor()
})

test('a ticket says when and which number; at the door its picture has a page of its own, and giving it up is asked once more', async () => {
  const { page, open, press, see } = await asElder(RESIDENT)
  await open('/booking/tab/index')
  await page
    .getByRole('button', { name: RegExp(`^${booking.mineSlip}`) })
    .first()
    .click()
  await see(RegExp(booking.number))
  // What comes under a finger that has just tapped is not meant by it.
  await page.waitForTimeout(700)
  await press(ticketElder.door)
  await page.getByRole('img', { name: /二维码/ }).waitFor()
  await press(barWords.back)
  await press(ticketElder.story)
  await page.getByRole('heading', { name: booking.whatHappened }).waitFor()
  await press(barWords.back)
  await press(booking.cancel)
  await see(booking.cancelAsk)
  await press(booking.keep)
  await press(booking.cancel)
  await press(booking.cancel)
  await see(booking.cancelled)
})

test('我的 in 长辈版 has somebody to call and large ways to everything of mine, no field and no switch', async () => {
  const { page, open, press, see } = await asElder(RESIDENT)
  await open('/identity/tab/index')
  await page.getByRole('button', { name: RegExp(barWords.callPerson) }).waitFor()
  expect(await page.getByRole('switch').filter({ visible: true }).count()).toBe(0)
  await press(identity.notices)
  await press(barWords.back)
  await press(identity.reading)
  await see(identity.contrast)
})

test('without a community there is somebody to call, and who gives no position is led to choosing one', async () => {
  const { page, open, press, see } = await here.street.enter('第一次来', { ...phone, deviceScaleFactor: 2 })
  await page.evaluate(() =>
    localStorage.setItem(
      'yk-device:comfort',
      JSON.stringify({ data: { elder: true, contrast: false, size: 22 } }),
    ),
  )
  await open('/identity/pages/home')
  await page.getByRole('button', { name: barWords.callCity }).waitFor()
  await press(RegExp(`^${identity.here}`))
  await see(identity.noPositionYet)
  await press(RegExp(`^${identity.chooseCommunity}`))
  await page.getByRole('heading', { name: identity.whichCommunity }).waitFor()
})

test('where one sets out from is set by two taps, and the page says from where minutes are counted now', async () => {
  const { page, open, press, see } = await asElder(DAUGHTER)
  await open('/identity/pages/self')
  await press(RegExp(`${elderWords.homeNote}`))
  await press(/中心/)
  await page.getByRole('heading', { name: askWords.homeCalled }).waitFor()
  await press(identity.setHome(identity.myHome))
  await see(askWords.homeKeptText(identity.myHome))
  await press(askWords.good)
  await see(RegExp(elderWords.home(identity.myHome)))
})

test('a relative’s code is read out in three lines, typed on a page that counts what is missing, held after two yeses, ended after one more question', async () => {
  const [giver, taker] = [await asElder(RESIDENT), await asElder(PARENT)]
  await giver.open('/identity/pages/grants')
  await giver.press(grantWords.offer)
  await giver.press(grantWords.self)
  await giver.press(RegExp(`^${grantWords.all}`))
  await giver.press(RegExp(`^${grantWords.days[30]}`))
  await giver.page.getByRole('heading', { name: askWords.tell }).waitFor()
  const lines = await giver.page.locator('.identity-code__part').allTextContents()
  expect(lines.map(line => line.length)).toEqual([4, 4, 4])

  await taker.open('/identity/pages/grant-take')
  await taker.write(grantWords.code, lines[0] ?? '')
  await taker.see(RegExp(askWords.codeMissing(8)))
  await taker.press(grantWords.read)
  await taker.see(grantWords.codeWrong)
  await taker.write(grantWords.code, lines.join(' ').toLowerCase())
  await taker.press(grantWords.read)
  await taker.press(grantWords.take)

  await giver.press(grantWords.yes)
  await giver.see(grantWords.opened(PARENT))
  await giver.press(grantWords.end)
  await giver.press(grantWords.keep)
  await giver.press(grantWords.end)
  await giver.see(askWords.endAsk(PARENT))
  await giver.press(grantWords.end)
  await giver.see(grantWords.ended)
})

test('a worker at a desk begins at the workbench, may go to the residents’ side, and reads what WeChat could not judge', async () => {
  const { page, press, see } = await here.street.enter(WORKER, desk)
  await page.waitForURL(/workbench\/pages\/queue/)
  await press(workbench.toResidents, 'link')
  await see(circle.needs)
  await page.goto('about:blank')
  await page.goto(here.product.app)
  await page.waitForURL(/workbench\/pages\/queue/)
  await page.getByRole('tab', { name: /春节前写春联/ }).click()
  await see(taskWords.doubt.review)
  await press(taskWords.read)
  await see(taskWords.passed('春节前写春联'))
  expect(await page.getByRole('tab', { name: /春节前写春联/ }).count()).toBe(0)
})
