// A repeat booking on the built mini-program, against the real product: every date is seen before it is booked, one is
// left out, the rest are booked together, and what is left is given up together.
import { addDays, addMinutes, instantAt, instantOf, localDate } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { offeringNamed } from '../../functions/src/demo/offerings'
import { type Product, startProduct } from '../../infra/local/product'
import { words as booking } from '../src/booking/words'
import { seriesWords as words } from '../src/booking/words/series'
import { spokenDay } from '../src/platform/spoken'
import { startPhone } from './mini-run'

let product: Product
let phone: Awaited<ReturnType<typeof startPhone>>

beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine') })
  const loginCode = () => product.loginCode('osmanthus-volunteer')
  phone = await startPhone({ server: product.api, loginCode })
})
afterAll(() => product?.stop())

const { placeId, offeringId } = offeringNamed('桂花里羽毛球馆', '羽毛球场')
/** From the day after next week on, at nine: nobody of the demo is there. */
const today = localDate(instantOf(Date.now()))
const first = addDays(today, 8)
const startAt = instantAt(first, 9 * 60)

test('of 8 dates that can be booked one is left out, 7 are booked together and given up together', async () => {
  const what = { placeId, offeringId, startAt, endAt: addMinutes(startAt, 60) }
  const query = Object.entries(what).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  await phone.go(`/booking/pages/repeat?${query.join('&')}`)
  await phone.see(words.bookable(8, 8))
  await phone.tap(spokenDay(addDays(first, 7), instantOf(Date.now())))
  const button = words.place(7, booking.self)
  await phone.see(button)
  await phone.tap(button)
  await phone.see(words.placed(7))
  await phone.tap(words.cancelRest(7))
  await phone.see(words.cancelAsk(7))
  await phone.tap(words.cancelRest(7))
  await phone.see(words.cancelled)
  expect(phone.text()).not.toContain(words.cancelRest(7))
})
