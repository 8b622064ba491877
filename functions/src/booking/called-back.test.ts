/** Who was told that their time is closed, and has it back: they are asked for once more, until they know. */
import { ok } from '@yike/shared/kernel/result'
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, OSMANTHUS, type Person, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { sandboxTemplates } from '../entry/dev/wechat-sandbox'
import { changeOfferingChanges } from './store'

const DAY = '2026-11-25'
const TEMPLATE = sandboxTemplates.booking?.id ?? ''
const span = (hour: number, day = DAY) => ({
  startAt: instantAt(day, hour * 60),
  endAt: instantAt(day, hour * 60 + 60),
})

let w: World
let staff: Person
let offering: Offering
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
  offering = await w.offering(await w.place(), { capacity: 1 })
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  expect(w.lines.filter(line => line.includes('reaction_failed'))).toEqual([])
  await w.close()
})

const settle = async () => {
  for (let i = 0; i < 4; i++) await w.react()
}
const write = async (terms: Partial<Offering>) => {
  const after = { ...offering, ...terms, version: offering.version + 1 }
  expect(await w.table.write(changeOfferingChanges([{ before: offering, after }], w.now))).toEqual(
    ok(undefined),
  )
  offering = after
}
const change = async (terms: Partial<Offering>) => {
  await write(terms)
  await settle()
}
const close = (why = '电路检修') => change({ closures: [{ from: DAY, to: DAY, why }] })
const reopen = () => change({ closures: [] })
const book = async (hour = 9): Promise<string> => {
  const { placeId, offeringId } = offering
  const phone = `0519886612${String(hour).padStart(2, '0')}`
  const asked = { placeId, offeringId, ...span(hour), phone, name: '李奶奶' }
  return (await w.as(staff).post('/work/bookings', asked)).body.bookingId
}
const list = async () => (await w.as(staff).get(`/work/calls/unsettled?community=${OSMANTHUS}`)).body.calls
const dayList = async () => (await w.as(staff).get(`/work/calls?community=${OSMANTHUS}&on=${DAY}`)).body.calls
const record = (bookingId: string, outcome: string, version: number) =>
  w.as(staff).post(`/work/bookings/${bookingId}/call`, { outcome, version })
const tell = async (bookingId: string) => {
  const { version } = (await list()).find((one: { bookingId: string }) => one.bookingId === bookingId)
  expect((await record(bookingId, 'reached', version)).status).toBe(200)
}
const state = async (bookingId: string) => (await w.as(staff).get(`/bookings/${bookingId}`)).body.state

it('whoever was told on the telephone that it is closed is called again once it holds after all, until they are reached; the day before they are reminded like anybody', async () => {
  const bookingId = await book()
  await close()
  await tell(bookingId)
  await reopen()
  expect(await state(bookingId)).toBe('confirmed')
  const [line] = await list()
  expect(line).toMatchObject({ bookingId, holdsAfterAll: true, hasPhone: true, tries: 0, ...span(9) })
  expect(line).not.toHaveProperty('outcome')
  expect(line).not.toHaveProperty('closed')
  const missed = await record(bookingId, 'noAnswer', line.version)
  expect(await list()).toMatchObject([{ bookingId, holdsAfterAll: true, outcome: 'noAnswer', tries: 1 }])
  const told = await record(bookingId, 'reached', missed.body.version)
  expect(told.body).toMatchObject({ outcome: 'reached' })
  // A lost answer is sent again.
  expect((await record(bookingId, 'reached', missed.body.version)).status).toBe(200)
  expect(await list()).toEqual([])
  w.pass(24 * 60)
  await w.tick()
  await settle()
  const [reminder] = await dayList()
  expect(reminder).toMatchObject({ bookingId, tries: 0 })
  expect(reminder).not.toHaveProperty('outcome')
})

it('whom nobody has reached need not hear that it holds: they know of nothing else', async () => {
  const [unasked, unreached] = [await book(9), await book(11)]
  await close()
  const line = (await list()).find((one: { bookingId: string }) => one.bookingId === unreached)
  await record(unreached, 'noAnswer', line.version)
  await reopen()
  expect([await state(unasked), await state(unreached)]).toEqual(['confirmed', 'confirmed'])
  expect(await list()).toEqual([])
})

it('whoever is told that it is closed while it opens, from a list of before, is on the list again', async () => {
  const bookingId = await book()
  await close()
  const [{ version }] = await list()
  await reopen()
  expect(await list()).toEqual([])
  // They may not be coming to what was closed; of the time that they have again they were not asked.
  expect((await record(bookingId, 'cancel', version)).body.code).toBe('booking.call_moved')
  expect((await record(bookingId, 'noAnswer', version)).body.code).toBe('booking.call_moved')
  const told = await record(bookingId, 'reached', version)
  expect(told.body).toMatchObject({ holdsAfterAll: true })
  expect(told.body).not.toHaveProperty('outcome')
  // Sent again, as a lost answer is: once on the list.
  expect((await record(bookingId, 'reached', version)).status).toBe(200)
  expect(await list()).toMatchObject([{ bookingId, holdsAfterAll: true }])
})

it('of eight who tell it at the moment of the reopening nobody is forgotten', async () => {
  const hours = [8, 9, 10, 11, 12, 13, 14, 15]
  const ids: string[] = []
  for (const hour of hours) ids.push(await book(hour))
  await close()
  const lines: { bookingId: string; version: number }[] = await list()
  const tellAll = Promise.all(lines.map(line => record(line.bookingId, 'reached', line.version)))
  const [answers] = await Promise.all([tellAll, reopen()])
  await settle()
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const again = await list()
  expect(again.map((one: { bookingId: string }) => one.bookingId).sort()).toEqual([...ids].sort())
  expect(again.every((one: { holdsAfterAll?: true }) => one.holdsAfterAll)).toBe(true)
})

it('what closes, opens, closes and opens is told as it is in the end', async () => {
  const bookingId = await book()
  await close()
  await tell(bookingId)
  await reopen()
  await close('停水')
  expect(await list()).toMatchObject([{ bookingId, closed: { why: '停水' } }])
  expect((await list())[0]).not.toHaveProperty('holdsAfterAll')
  // They have not been called a second time, and still believe what they were told first.
  await reopen()
  expect(await list()).toMatchObject([{ bookingId, holdsAfterAll: true }])
  const [{ version }] = await list()
  expect((await record(bookingId, 'cancel', version)).body).toMatchObject({ state: 'cancelled' })
  await settle()
  expect((await list()).filter((one: { outcome?: string }) => !one.outcome)).toEqual([])
})

it('where staff approve it is told once it is approved anew', async () => {
  offering = await w.offering(await w.place(), { capacity: 1, needsApproval: true })
  const bookingId = await book()
  await close()
  await tell(bookingId)
  await reopen()
  expect(await state(bookingId)).toBe('requested')
  expect((await list()).filter((one: { holdsAfterAll?: true }) => one.holdsAfterAll)).toEqual([])
  await w.as(staff).post(`/bookings/${bookingId}/approve`)
  await settle()
  expect(await list()).toMatchObject([{ bookingId, holdsAfterAll: true }])
})

it('whom a message told that it is closed is called once it holds, unless a message tells that too', async () => {
  const signedIn = async (openId: string, consents: number) => {
    const { body } = await w.send('POST', '/sessions', { body: { code: w.sandbox.login(openId) } })
    const owner = w.as(body)
    await owner.put('/me/community', { community: OSMANTHUS, name: '王阿姨' })
    for (let i = 0; i < consents; i++) {
      w.sandbox.service.consent(openId, TEMPLATE)
      await owner.post('/consents', { about: 'booking' })
    }
    return owner
  }
  const [one, two] = [await signedIn('openid-one', 1), await signedIn('openid-two', 2)]
  const { placeId, offeringId } = offering
  const first = (await one.post('/bookings', { placeId, offeringId, ...span(9) })).body.bookingId
  await two.post('/bookings', { placeId, offeringId, ...span(11) })
  await close()
  await settle()
  expect(await list()).toEqual([])
  await reopen()
  await settle()
  expect(await list()).toMatchObject([{ bookingId: first, holdsAfterAll: true }])
})
