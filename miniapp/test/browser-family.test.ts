// 亲情代办 in a real browser, from the code that somebody tells to its end: a relative books every week for them, waits
// for them where it is full, gives it up, and can do nothing more once the grant is ended.
import { expect, test } from 'vitest'
import type { Visitor } from '../../infra/local/visitor'
import { words as booking, verbWords as bookingVerbs, stateWords } from '../src/booking/words'
import { bookWords } from '../src/booking/words/book'
import { seriesWords as series } from '../src/booking/words/series'
import { grantWords as grants } from '../src/identity/words/grant'
import { onStreet } from './browser/street'
import { slotOf } from './browser-steps'

/** Neighbours who have no grant of each other in the demo. */
const GIVER = '许志宁'
const HOLDER = '周晓岚'
const SOMEBODY = '王桂芳'

const here = onStreet()

const court = slotOf('桂花里羽毛球馆', '羽毛球场', 9, 9)
/** Has room for one. */
const hall = slotOf('桂花里多功能厅', '东半厅', 6, 18)
const addressOf = (visitor: Visitor) => new URL(visitor.page.url()).hash.slice(1)

test('a code that is told and two yeses let a relative book every week, see and give up what they booked', async () => {
  const giver = await here.street.enter(GIVER)
  await giver.open('/identity/pages/grant-offer')
  await giver.press(RegExp(`^${grants.all}`))
  await giver.press(RegExp(`^${grants.days[30]}`))
  const code = (await giver.page.locator('.identity-desk__number').textContent()) ?? ''

  const holder = await here.street.enter(HOLDER)
  await holder.open('/identity/pages/grant-take')
  await holder.write(grants.code, code.toLowerCase())
  await holder.press(grants.read)
  await holder.press(grants.take)
  await giver.press(grants.yes)
  await giver.see(grants.opened(HOLDER))

  await holder.open(`/booking/pages/repeat?${court}&who=${encodeURIComponent(GIVER)}`)
  await holder.see(series.bookable(8, 8))
  await holder.press(series.place(8, GIVER))
  await holder.see(series.placed(8))
  const address = addressOf(holder)
  await giver.open('/booking/tab/index')
  await giver.page
    .getByRole('button', { name: /羽毛球场/ })
    .first()
    .click()
  await giver.see(RegExp(HOLDER))

  await holder.open(address)
  await holder.press(series.cancelRest(8))
  await holder.press(series.cancelRest(8))
  await holder.see(series.cancelled)
})

test('where it is full the relative waits in their name; once the grant is ended the slip is closed to them', async () => {
  const somebody = await here.street.enter(SOMEBODY)
  await somebody.open(`/booking/pages/confirm?${hall}`)
  await somebody.press(RegExp(booking.place('.*', booking.self)))
  await somebody.see(booking.number)

  const holder = await here.street.enter(HOLDER)
  await holder.open(`/booking/pages/wait?${hall}`)
  await holder.press(GIVER, 'radio')
  await holder.press(RegExp(bookWords.waitFor('.*', GIVER)))
  await holder.see(booking.joined)
  await holder.see(booking.rank(1))
  const slip = addressOf(holder)

  const giver = await here.street.enter(GIVER)
  await giver.open('/booking/tab/index')
  await giver.page
    .getByRole('button', { name: /东半厅/ })
    .first()
    .click()
  await giver.see(stateWords.waiting.word)
  await giver.see(bookingVerbs.joinBy as string)
  await giver.open('/identity/pages/grants')
  await giver.press(RegExp(HOLDER))
  await giver.press(grants.end)
  await giver.press(grants.end)
  await giver.see(grants.ended)

  here.expected.push('409 booking.grant_over')
  await holder.open(slip)
  await holder.page.getByRole('alert').waitFor()
  expect(await holder.sees(booking.joined)).toBe(false)
})
