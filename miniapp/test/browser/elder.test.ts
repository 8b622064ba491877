// 长辈版 has pages of its own where one thing is asked at a time; and a desk has the workbench: in a real browser.
import { expect, test } from 'vitest'
import { demoId } from '../../../functions/src/demo/street'
import { desk, phone, type Visitor } from '../../../infra/local/visitor'
import { words as booking } from '../../src/booking/words'
import { seriesElder } from '../../src/booking/words/elder'
import { pickupWords as pickup, pickupElder } from '../../src/booking/words/pickup'
import { seriesWords as series } from '../../src/booking/words/series'
import { words as circle } from '../../src/circle/words'
import { words as identity } from '../../src/identity/words'
import { taskWords, words as workbench } from '../../src/workbench/words'
import { onStreet } from './street'

const RESIDENT = '王桂芳'
const PARENT = '陆一鸣'
const WORKER = '钱文静'

const here = onStreet()

async function asElder(name: string): Promise<Visitor> {
  const visitor = await here.street.enter(name, { ...phone, deviceScaleFactor: 2 })
  await visitor.open('/identity/tab/index')
  const large = visitor.page.getByRole('switch', { name: RegExp(identity.large) })
  await large.waitFor()
  if ((await large.getAttribute('aria-checked')) !== 'true') await large.click()
  return visitor
}

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
