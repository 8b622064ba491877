// The mini-program as it is published, on WeChat's own compiler and component framework, against the real product:
// one volunteer's day, with a token that expires and a network that fails in the middle.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { addDays, addMinutes, instantAt, instantOf, localDate } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { places } from '../../functions/src/demo/places'
import { type Product, startProduct } from '../../infra/local/product'
import { words as booking } from '../src/booking/words'
import { bookWords } from '../src/booking/words/book'
import { words as circle, kindNames } from '../src/circle/words'
import { kindWords, words as microproject } from '../src/microproject/words'
import { spokenDay, weekdayName } from '../src/platform/spoken'
import { controlWords, unsentWords } from '../src/ui/words'
import { words as volunteer, stateWords as volunteerStates } from '../src/volunteer/words'
import { startPhone } from './mini-run'

const PERSONA = 'osmanthus-volunteer'
const ROOM = '桂花里书画室'
const TASK = '防诈骗入户宣讲'
const RETRY = '再试一次'

let product: Product
let phone: Awaited<ReturnType<typeof startPhone>>

beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine') })
  phone = await startPhone({ server: product.api, loginCode: () => product.loginCode(PERSONA) })
})
afterAll(() => product?.stop())

/** From home to the page that confirms, for tomorrow's slot that starts then; answers with its one button. */
async function choose(start: string): Promise<() => Promise<void>> {
  const now = instantOf(Date.now())
  const tomorrow = addDays(localDate(now), 1)
  await phone.switchTab('/circle/tab/index')
  await phone.tap(kindNames.culture)
  await phone.tap(ROOM)
  await phone.tap(circle.book)
  await phone.tap(`${weekdayName(tomorrow)}，${controlWords.date(tomorrow)}`)
  await phone.tap(`${start}–`)
  const button = booking.place(`${spokenDay(tomorrow, now)} ${start}`, booking.self)
  await phone.see(button)
  return () => phone.tap(button)
}

const numberOfTicket = () =>
  phone.until('a booking number', () => /[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(phone.text())?.[0])

/** The same person, beside the phone. */
async function signedIn(): Promise<{ token: string }> {
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ code: await product.loginCode(PERSONA) })
  return (await fetch(`${product.api}/sessions`, { method: 'POST', headers: json, body })).json()
}

/** Books what the phone has chosen last, at that hour. */
async function bookBeside(start: string): Promise<void> {
  const { token } = await signedIn()
  const { placeId = '', offeringId = '' } = phone.query()
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': 'beside-the-phone-0001',
  }
  const startAt = instantAt(addDays(localDate(instantOf(Date.now())), 1), Number(start.slice(0, 2)) * 60)
  const body = JSON.stringify({ placeId, offeringId, startAt, endAt: addMinutes(startAt, 90) })
  const reply = await fetch(`${product.api}/bookings`, { method: 'POST', headers, body })
  if (!reply.ok) throw new Error(await reply.text())
}

/** What the server holds, asked beside the phone. */
async function myBookings(): Promise<{ number: string; note?: string; state: string }[]> {
  const { token } = await signedIn()
  const reply = await fetch(`${product.api}/bookings`, { headers: { authorization: `Bearer ${token}` } })
  return (await reply.json()).bookings
}

test('opening the app signs in silently and shows what lies around home', async () => {
  await phone.see(kindNames.elderCare)
  await phone.see('桂花里社区')
})

test('a page that is tapped twice is opened once: one step back is where one was', async () => {
  await phone.switchTab('/circle/tab/index')
  await phone.tap(kindNames.culture)
  await phone.see(ROOM)
  await Promise.all([phone.tap(ROOM), phone.tap(ROOM)])
  await phone.until('the place', () => phone.route() === 'circle/pages/place')
  await phone.back()
  expect(phone.route()).toBe('circle/pages/list')
})

test('WeChat keeps ten pages: the eleventh comes in place of the tenth', async () => {
  await phone.switchTab('/circle/tab/index')
  for (let n = 0; n < 9; n++) await phone.go('/circle/pages/list?kind=culture')
  await phone.see(ROOM)
  await phone.tap(ROOM)
  await phone.until('the place', () => phone.route() === 'circle/pages/place')
  await phone.back()
  expect(phone.route()).toBe('circle/pages/list')
})

test('a place, a day, a slot, one button: the ticket has a number, my bookings show it, and it can be given back', async () => {
  const place = await choose('16:30')
  await place()
  const number = await numberOfTicket()
  await phone.switchTab('/booking/tab/index')
  await phone.see(number)
  await phone.tap(number)
  await phone.tap(booking.cancel)
  await phone.see(booking.cancelAsk)
  await phone.tap(booking.cancel)
  await phone.see(booking.cancelled)
  expect((await myBookings()).find(one => one.number === number)?.state).toBe('cancelled')
})

test('a task is claimed with one tap in the list; its page knows', async () => {
  await phone.switchTab('/volunteer/tab/index')
  await phone.tap(volunteer.claimNamed(TASK))
  await phone.until('it among mine', () =>
    phone.text().split(TASK)[1]?.slice(0, 60).includes(volunteerStates.claimed.word),
  )
  await phone.tap(TASK)
  await phone.until('a way to give it back', () => phone.text().includes(volunteer.release))
})

test('a micro-project request is filed and has a number', async () => {
  await phone.go('/microproject/pages/file')
  await phone.type(microproject.title, '弄堂口装一盏灯')
  await phone.type(microproject.where, '学前弄 12 号')
  await phone.type(microproject.what, '晚上看不清台阶，老人常走')
  await phone.tap(kindWords.works.word)
  await phone.tap(microproject.send)
  await phone.until('the request', () => phone.route() === 'microproject/pages/detail')
  await phone.see(microproject.filed)
})

test('a token that is refused in the middle is renewed silently: what was written is not lost', async () => {
  const place = await choose('15:00')
  await phone.type(bookWords.note, '带一位邻居')
  // A product that starts anew signs with another key: every token from before is void.
  const { table } = product
  await product.stop()
  product = await startProduct({ endpoint: inject('engine'), table })
  phone.connect(product.api)
  await place()
  const number = await numberOfTicket()
  expect(phone.traffic.filter(({ path }) => path === '/bookings').at(-2)?.status).toBe(401)
  expect((await myBookings()).find(one => one.number === number)?.note).toBe('带一位邻居')
  // A product starts anew in the middle.
}, 60_000)

/** A network that carries every request to the server and loses every answer. */
async function loseAnswers(): Promise<{ address: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const { url, method } = request
    const headers = request.headers as Record<string, string>
    await fetch(product.api + url, { method, headers, body: await buffer(request) }).catch(() => undefined)
    response.destroy()
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() }
}

test('without network a list shows what was seen, a page that was not says so, and goes on where it was once there is one', async () => {
  await phone.switchTab('/circle/tab/index')
  phone.disconnect()
  await phone.tap(kindNames.medical)
  await phone.see(circle.amongSeen)
  // Which of them home has shown depends on what is open at this hour.
  const seen = places.find(({ kind, name }) => kind === 'medical' && phone.text().includes(name))
  await phone.tap(seen?.name ?? 'a place that was seen')
  await phone.see(RETRY)
  phone.connect(product.api)
  await phone.tap(RETRY)
  await phone.see(circle.canBook)
})

test('as long as nobody can tell what is booked, home says of nothing that it is not', async () => {
  for (const name of [...phone.kept.keys()]) if (name.startsWith('yk:answer')) phone.kept.delete(name)
  phone.disconnect()
  await phone.reLaunch('/circle/tab/index')
  await phone.see(RETRY)
  expect(phone.text()).not.toContain(circle.nextNothing)
  phone.connect(product.api)
})

test('a booking whose answer was lost is sent again under the same key: there is one booking, not two', async () => {
  const before = (await myBookings()).length
  const place = await choose('13:30')
  const deaf = await loseAnswers()
  phone.connect(deaf.address)
  await place()
  await phone.see(unsentWords.waiting)
  deaf.close()
  // Nothing is left to press: what waits is sent by itself.
  expect(phone.text()).not.toContain(booking.forWhom)
  phone.connect(product.api)
  await phone.switchTab('/circle/tab/index')
  await phone.switchTab('/booking/tab/index')
  await phone.see(unsentWords.sent)
  expect(await myBookings()).toHaveLength(before + 1)
  await phone.tap(unsentWords.seen)
})

test('without network a slot of the two weeks that were read can still be chosen; the line says for whom, and the page does not offer it again', async () => {
  const now = instantOf(Date.now())
  const tomorrow = addDays(localDate(now), 1)
  const before = (await myBookings()).length
  await choose('09:00')
  await phone.back()
  await phone.see('09:00–')
  for (const name of [...phone.kept.keys()])
    if (/yk:answer:.*booking\.days:[^:]+:(?!resident)/.test(name)) phone.kept.delete(name)
  phone.disconnect()
  await phone.tap('10:30–')
  const button = booking.place(`${spokenDay(tomorrow, now)} 10:30`, booking.self)
  await phone.see(booking.asOf('').slice(0, 4))
  await phone.tap(button)
  await phone.see(unsentWords.waiting)
  expect(phone.text()).toContain(`，给${booking.self}`)
  expect(phone.text()).not.toContain(button)
  await phone.switchTab('/booking/tab/index')
  await phone.see(unsentWords.waiting)
  phone.connect(product.api)
  await phone.switchTab('/circle/tab/index')
  await phone.switchTab('/booking/tab/index')
  await phone.see(unsentWords.sent)
  // What it would lead to is this page.
  expect(phone.text()).not.toContain(unsentWords.look)
  await phone.tap(unsentWords.seen)
  expect(phone.text()).not.toContain(RETRY)
  expect(phone.all('[class*="yk-notice--danger"]')).toHaveLength(0)
  expect(await myBookings()).toHaveLength(before + 1)
})

const wish = async (title: string) => {
  await phone.reLaunch('/microproject/pages/file')
  await phone.type(microproject.title, title)
  await phone.type(microproject.where, '学前弄 12 号')
  await phone.type(microproject.what, '晚上看不清台阶，老人常走')
  await phone.tap(kindWords.works.word)
  await phone.tap(microproject.send)
  await phone.see(unsentWords.waiting)
}
const requestsCalled = async (title: string): Promise<number> => {
  const { token } = await signedIn()
  const headers = { authorization: `Bearer ${token}` }
  const { microprojects } = await (await fetch(`${product.api}/microprojects?of=me`, { headers })).json()
  return microprojects.filter((one: { title: string }) => one.title === title).length
}

test('what is sent without network waits, survives the app, and is sent once when there is a network', async () => {
  phone.disconnect()
  await wish('花坛边加一排椅子')
  await phone.switchTab('/identity/tab/index')
  await phone.see('花坛边加一排椅子')
  await phone.see(unsentWords.waiting)
  expect(phone.kept.get('yk:unsent')).toHaveLength(1)
  phone.connect(product.api)
  await phone.switchTab('/circle/tab/index')
  await phone.switchTab('/identity/tab/index')
  await phone.see(unsentWords.sent)
  expect(await requestsCalled('花坛边加一排椅子')).toBe(1)
  await phone.tap(unsentWords.seen)
  expect(phone.kept.get('yk:unsent')).toHaveLength(0)
})

test('what waits can be taken back, and then it is never sent', async () => {
  phone.disconnect()
  await wish('弄堂口放一个信箱')
  await phone.tap(unsentWords.takeBack)
  phone.connect(product.api)
  await phone.switchTab('/circle/tab/index')
  await phone.see(kindNames.elderCare)
  expect(await requestsCalled('弄堂口放一个信箱')).toBe(0)
})

test('what the server refuses in the end is said, with what to do', async () => {
  const place = await choose('09:00')
  phone.disconnect()
  await place()
  await phone.see(unsentWords.waiting)
  // Meanwhile the same hour is taken by the same person from another phone.
  await bookBeside('09:00')
  phone.connect(product.api)
  await phone.switchTab('/circle/tab/index')
  await phone.switchTab('/booking/tab/index')
  await phone.until('the refusal', () => phone.all('[class*="yk-notice--danger"]')[0])
  await phone.tap(unsentWords.seen)
})
