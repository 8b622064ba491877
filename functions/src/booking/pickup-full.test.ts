/** A record of one day with room for nothing but the hand-over. */
import { MOST_EVENTS, MOST_EVENTS_WITH_ENDS } from '@yike/shared/booking/rules/pickup'
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, type Person, type World } from '../../test/world'
import { keys } from '../platform/keys'

let w: World
let staff: Person
let father: Person
let bookingId: string
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
  father = await w.person({ name: '陈先生' })
  const place = await w.place({ kind: 'childcare' })
  const { placeId, offeringId } = await w.offering(place, { kind: 'childcare', name: '托小班', capacity: 10 })
  const startAt = instantAt('2026-11-23', 10 * 60)
  const { body } = await w
    .as(father)
    .post('/bookings', { placeId, offeringId, startAt, endAt: addMinutes(startAt, 60) })
  bookingId = body.bookingId
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const home = (path: string, body: object = {}) => w.as(father).post(`/bookings/${bookingId}/${path}`, body)
const atClass = (path: string, body: object = {}) =>
  w.as(staff).post(`/work/bookings/${bookingId}/${path}`, { at: w.now, ...body })
const verbs = async (): Promise<string[]> =>
  (await w.as(father).get(`/bookings/${bookingId}/pickup`)).body.events.map(
    ({ verb }: { verb: string }) => verb,
  )
const named = async (): Promise<string> =>
  (await home('fetchers', { name: '孙奶奶', relation: 'grandparent', days: 30, agreed: true })).body
    .fetchers[0].fetcherId

/** Written by earlier acts, so many lines stand there already. */
const fill = async (lines: number) => {
  const item = await w.table.get(keys.handover(bookingId))
  const timeline = [...((item?.timeline as object[]) ?? [])]
  while (timeline.length < lines) timeline.push({ at: w.now, verb: 'care', by: 'staff', note: '睡得香' })
  const before = { bookingId, residentId: father.residentId, version: 0, ...item }
  const put = {
    ...keys.handover(bookingId),
    type: 'Handover',
    ...before,
    version: before.version + 1,
    timeline,
  }
  expect((await w.table.write([{ put }])).ok).toBe(true)
}

it(`a child is brought and fetched although ${MOST_EVENTS} lines of its day are written, and each once`, async () => {
  await fill(MOST_EVENTS)
  expect((await home('medicine', { note: '饭后' })).body.code).toBe('booking.record_full')
  expect((await atClass('arrive', { note: '睡得香' })).status).toBe(200)
  w.pass(10)
  expect((await atClass('care', { note: '又写一笔' })).body.code).toBe('booking.record_full')
  const fetched = { at: w.now, confirmedBy: '陈先生' }
  expect((await atClass('leave', fetched)).status).toBe(200)
  expect((await atClass('leave', fetched)).status).toBe(200)
  expect((await verbs()).slice(MOST_EVENTS)).toEqual(['arrive', 'leave'])
})

it('of the last line and 4 hand-overs at once the child is handed over once, whichever comes first', async () => {
  await atClass('arrive')
  w.pass(10)
  await fill(MOST_EVENTS - 1)
  const fetched = { at: w.now, confirmedBy: '陈先生' }
  const sent = await Promise.all([
    atClass('care', { note: '最后一笔' }),
    ...Array.from({ length: 4 }, () => atClass('leave', fetched)),
  ])
  for (const { body } of sent.slice(1)) expect(body.code).not.toBe('booking.record_full')
  expect((await verbs()).filter(verb => verb === 'leave')).toHaveLength(1)
})

it('whoever is taken off fetches nobody, however much is written of the day already', async () => {
  const fetcherId = await named()
  await atClass('arrive')
  await fill(MOST_EVENTS)
  expect((await home(`fetchers/${fetcherId}/end`)).status).toBe(200)
  expect((await verbs()).at(-1)).toBe('unname')
  expect((await atClass('leave', { fetcherId, confirmedBy: '爸爸' })).body.code).toBe('booking.not_named')
})

it('somebody else is named and fetches, and a name is put right, although there is no room for remarks', async () => {
  await atClass('arrive')
  await fill(MOST_EVENTS)
  const fetcherId = await named()
  const right = await home(`fetchers/${fetcherId}/correct`, { name: '孙阿婆' })
  expect(right.status).toBe(200)
  const { fetchers } = right.body
  const [{ fetcherId: to }] = fetchers.filter(({ name }: { name: string }) => name === '孙阿婆')
  expect((await atClass('leave', { fetcherId: to, confirmedBy: '陈先生' })).status).toBe(200)
})

it('where not even that has room for its line, it holds all the same', async () => {
  const fetcherId = await named()
  const { digits } = (await home('pickup-code', { fetcherId })).body.code
  await atClass('arrive')
  await fill(MOST_EVENTS_WITH_ENDS)
  expect((await home(`fetchers/${fetcherId}/end`)).status).toBe(200)
  expect(await verbs()).toHaveLength(MOST_EVENTS_WITH_ENDS)
  expect((await atClass('leave', { code: digits })).body.code).toBe('booking.code_over')
  expect((await atClass('leave', { confirmedBy: '陈先生' })).status).toBe(200)
})
