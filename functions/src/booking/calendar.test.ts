/** The link for one's own calendar, read as ical.js reads it. */
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { everything } from '../../test/everything'
import { createWorld, type Person, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { LINK } from '../docs/feeds'
import { changeOfferingChanges } from './store'

let w: World
let resident: Person
let offering: Offering
beforeEach(async () => {
  w = await createWorld()
  resident = await w.person()
  offering = await w.offering(await w.place({ name: '书画室；一楼, 东' }))
})
afterEach(() => w.close())

const book = async (hour: number, who = resident, of = offering) => {
  const startAt = instantAt('2026-11-24', hour * 60)
  const { placeId, offeringId } = of
  const { body } = await w
    .as(who)
    .post('/bookings', { placeId, offeringId, startAt, endAt: addMinutes(startAt, 60) })
  return body
}
const link = async (who = resident): Promise<string> => (await w.as(who).post('/me/calendar')).body.path
const read = async (path: string) => w.app.request(path)
const events = async (path: string) => {
  const component = new ICAL.Component(ICAL.parse(await (await read(path)).text()))
  expect(component.getFirstPropertyValue('version')).toBe('2.0')
  return component.getAllSubcomponents('vevent').map(one => {
    const event = new ICAL.Event(one)
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: one.getFirstPropertyValue('status'),
      startAt: event.startDate.toJSDate().toISOString(),
      endAt: event.endDate.toJSDate().toISOString(),
      location: event.location,
    }
  })
}

it('shows each booking at its time and place, and one that is given up as cancelled with a higher SEQUENCE', async () => {
  const { bookingId, startAt, endAt } = await book(10)
  const path = await link()
  const response = await read(path)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const before = { uid: `${bookingId}@yike-linli`, sequence: 0, status: 'CONFIRMED', startAt, endAt }
  expect(await events(path)).toEqual([{ ...before, location: '书画室；一楼, 东' }])
  await w.as(resident).post(`/bookings/${bookingId}/cancel`)
  expect(await events(path)).toMatchObject([{ uid: before.uid, sequence: 1, status: 'CANCELLED' }])
})

it('what was moved because its time closed is the same event at its new time, with a SEQUENCE that only grows', async () => {
  const { bookingId, startAt } = await book(10)
  const path = await link()
  const [before] = await events(path)
  const closures = [{ from: '2026-11-24', to: '2026-11-24', why: '消毒' }]
  const closed = { ...offering, closures, version: 2 }
  await w.table.write(changeOfferingChanges([{ before: offering, after: closed }], w.now))
  await w.react()
  const [offered] = await events(path)
  expect(offered).toMatchObject({ uid: before?.uid, status: 'TENTATIVE' })
  expect(offered?.startAt).not.toBe(startAt)
  await w.as(resident).post(`/bookings/${bookingId}/accept`)
  const [accepted] = await events(path)
  expect(accepted).toMatchObject({ uid: before?.uid, status: 'CONFIRMED', startAt: offered?.startAt })
  const sequences = [before, offered, accepted].map(one => one?.sequence ?? 0)
  expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other))
})

it('the link is one that the OpenAPI document describes', async () => {
  expect((await link()).slice('/calendars/'.length)).toMatch(new RegExp(LINK))
})

it('shows a request as tentative, and nothing of who only waits', async () => {
  const asked = await w.offering(await w.place(), { needsApproval: true })
  const full = await w.offering(await w.place(), { capacity: 1 })
  await book(14, await w.person(), full)
  const { placeId, offeringId } = full
  const startAt = instantAt('2026-11-24', 14 * 60)
  await w
    .as(resident)
    .post('/bookings/waiting', { placeId, offeringId, startAt, endAt: addMinutes(startAt, 60) })
  await book(10, resident, asked)
  expect(await events(await link())).toMatchObject([{ status: 'TENTATIVE' }])
})

it('names nobody, and shows nothing of anybody else', async () => {
  await book(10, await w.person({ name: '李伯' }))
  const path = await link()
  expect(await events(path)).toEqual([])
  await book(11)
  expect(await (await read(path)).text()).not.toContain(resident.name)
})

it('a new link ends the old one, ending ends it, and a made-up one is as good as none', async () => {
  const [one, two] = [await link(), await link()]
  expect([(await read(one)).status, (await read(two)).status]).toEqual([404, 200])
  expect((await w.as(resident).get('/me/calendar')).body.madeAt).toBe(w.now)
  await w.as(resident).post('/me/calendar/end')
  expect((await w.as(resident).get('/me/calendar')).body).toEqual({})
  expect((await read(two)).status).toBe(404)
  for (const path of ['/calendars/x.ics', two.replace(/\.[^.]+\.ics/, `.${'A'.repeat(43)}.ics`)])
    expect((await read(path)).status).toBe(404)
})

it('the table holds nothing that opens it', async () => {
  const [, secret = ''] = (await link()).split('.')
  expect(secret).toHaveLength(43)
  expect(JSON.stringify(await everything(w))).not.toContain(secret)
  expect(w.lines.join()).not.toContain(secret)
})
