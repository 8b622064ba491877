/** Who came: lists that come in late, the code at the door, and what not coming means. */
import { NO_SHOW_KEPT_MINUTES } from '@yike/shared/booking/rules/presence'
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering, Place } from '../circle/store'

let w: World
let staff: Person
let resident: Person
let place: Place
let offering: Offering
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
  resident = await w.person()
  place = await w.place()
  offering = await w.offering(place)
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

/** The world begins at nine on Monday. */
const book = async (who: Person, hour = 10, day = '2026-11-23'): Promise<string> => {
  const startAt = instantAt(day, hour * 60)
  const { placeId, offeringId } = offering
  const { body } = await w
    .as(who)
    .post('/bookings', { placeId, offeringId, startAt, endAt: addMinutes(startAt, 60) })
  return body.bookingId
}
const mark = (bookingId: string, as: 'came' | 'absent' | 'excused', markedAt = w.now, by = staff) =>
  w.as(by).post(`/work/bookings/${bookingId}/mark`, { mark: as, markedAt })
const show = async (bookingId: string, who = resident) => (await w.as(who).get(`/bookings/${bookingId}`)).body
const sheet = async (from = '2026-11-23', days = 7, by = staff) =>
  (await w.as(by).get(`/work/places/${place.placeId}/bookings?from=${from}&days=${days}`)).body
const door = async (of = place) => (await w.as(staff).get(`/work/places/${of.placeId}/door`)).body.code
const checkIn = (bookingId: string, code: string, by = resident) =>
  w.as(by).post(`/bookings/${bookingId}/check-in`, { code })
const grades = async () => {
  await w.react()
  const { body } = await w.as(resident).get('/notices')
  return body.notices
    .filter(({ verb }: { verb: string }) => verb === 'noShow')
    .map((one: { booking: { grade?: string } }) => one.booking.grade)
}

describe('the sheet of a place', () => {
  it('tells a week by the start, what came of it included, and only to staff of its community', async () => {
    const late = await book(resident, 15)
    const early = await book(await w.person({ name: '李伯' }), 10)
    await book(resident, 9, '2026-11-30')
    w.pass(120)
    await mark(early, 'came')
    const { lines, placeName } = await sheet()
    expect(placeName).toBe(place.name)
    expect(lines.map(({ bookingId, state }: never) => [bookingId, state])).toEqual([
      [early, 'came'],
      [late, 'confirmed'],
    ])
    const far = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect(await sheet('2026-11-23', 7, far)).toMatchObject({ code: 'request.not_found' })
    expect(await mark(late, 'came', w.now, far)).toMatchObject({ status: 404 })
  })
})

describe('marks', () => {
  it('a list that arrives twice, out of order and by 16 at once marks once: the latest mark holds', async () => {
    const bookingId = await book(resident)
    w.pass(70)
    const [first, second] = [w.now, addMinutes(w.now, 20)]
    w.pass(180)
    expect((await mark(bookingId, 'came', second)).body.state).toBe('came')
    const late = await Promise.all(Array.from({ length: 16 }, () => mark(bookingId, 'absent', first)))
    expect(late.every(({ status, body }) => status === 200 && body.state === 'came')).toBe(true)
    const { timeline } = await show(bookingId)
    expect(timeline.map(({ verb }: { verb: string }) => verb)).toEqual(['place', 'checkIn'])
  })

  it('a wrong mark is set right by a later one', async () => {
    const bookingId = await book(resident)
    w.pass(90)
    await mark(bookingId, 'absent')
    w.pass(5)
    expect((await mark(bookingId, 'came')).body.state).toBe('came')
    w.pass(5)
    expect((await mark(bookingId, 'excused')).body.state).toBe('excused')
  })

  it('nobody is marked absent before the start, nor anybody two weeks after the end', async () => {
    const bookingId = await book(resident, 11)
    expect(await mark(bookingId, 'absent')).toMatchObject({
      status: 409,
      body: { code: 'booking.not_begun' },
    })
    // A clock that goes fast does not make it begin.
    expect((await mark(bookingId, 'absent', addMinutes(w.now, 600))).body.code).toBe('booking.not_begun')
    w.pass(15 * 24 * 60)
    expect((await mark(bookingId, 'came')).body.code).toBe('booking.mark_over')
  })

  it('whoever gave the booking back cannot be marked, and staff do not mark themselves', async () => {
    const [given, own] = [await book(resident, 11), await book(staff, 11)]
    await w.as(resident).post(`/bookings/${given}/cancel`)
    w.pass(130)
    expect((await mark(given, 'absent')).body.code).toBe('booking.wrong_state')
    expect((await mark(own, 'came')).body.code).toBe('booking.own_case')
  })
})

describe('the code at the door', () => {
  it('lets its owner in from an hour before the start, twice as once', async () => {
    const bookingId = await book(resident, 11)
    const tooSoon = await checkIn(bookingId, await door())
    expect(tooSoon.body.code).toBe('booking.not_check_in_time')
    w.pass(61)
    const code = await door()
    expect((await checkIn(bookingId, code)).body.state).toBe('came')
    expect((await checkIn(bookingId, code)).body.state).toBe('came')
    expect((await checkIn(bookingId, code, await w.person())).status).toBe(404)
  })

  it('is worth nothing after 90 seconds, at another door, or made up', async () => {
    const bookingId = await book(resident, 10)
    const photographed = await door()
    w.pass(2)
    expect((await checkIn(bookingId, photographed)).body.code).toBe('booking.door_over')
    expect((await checkIn(bookingId, await door(await w.place()))).body.code).toBe('booking.door_wrong')
    expect((await checkIn(bookingId, `${await door()}x`)).body.code).toBe('booking.door_wrong')
  })

  it('takes back that somebody was marked absent a moment too soon', async () => {
    const bookingId = await book(resident, 10)
    w.pass(65)
    await mark(bookingId, 'absent')
    w.pass(1)
    expect((await checkIn(bookingId, await door())).body.state).toBe('came')
  })
})

describe('not coming', () => {
  it('is a reminder, then a warning, then a call; it is told, forgotten after 90 days, and closes nothing', async () => {
    for (const [day, hour] of [
      [23, 10],
      [24, 10],
      [25, 10],
    ] as const) {
      const bookingId = await book(resident, hour, `2026-11-${day}`)
      w.pass(24 * 60)
      await mark(bookingId, 'absent')
    }
    expect(await grades()).toEqual(['call', 'warning', 'reminder'])
    expect((await show(await book(resident, 10, '2026-11-27'))).state).toBe('confirmed')
    w.pass(NO_SHOW_KEPT_MINUTES + 24 * 60)
    const later = await book(resident, 10, '2027-02-26')
    w.pass(26 * 60)
    await mark(later, 'absent')
    expect((await grades())[0]).toBe('reminder')
  })

  it('stands on the sheet beside who is still to come, and only there', async () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25']
    for (const [i, bookingId] of (await Promise.all(days.map(on => book(resident, 10, on)))).entries()) {
      if (i > 0) w.pass(24 * 60)
      else w.pass(120)
      await mark(bookingId, 'absent')
    }
    await book(resident, 14, '2026-11-25')
    await book(await w.person({ name: '李伯' }), 15, '2026-11-25')
    const { lines } = await sheet()
    expect(lines.map(({ state, grade }: never) => [state, grade]).slice(-3)).toEqual([
      ['absent', undefined],
      ['confirmed', 'call'],
      ['confirmed', undefined],
    ])
  })

  it('does not count where somebody was ill', async () => {
    const [ill, plain] = [await book(resident, 10), await book(resident, 12)]
    w.pass(240)
    await mark(ill, 'excused')
    await mark(plain, 'absent')
    expect(await grades()).toEqual(['reminder'])
  })

  it('may be appealed once; staff read why, and a list of before cannot undo their answer', async () => {
    const bookingId = await book(resident, 10)
    w.pass(90)
    const before = w.now
    await mark(bookingId, 'absent')
    const appeal = (reason: string) => w.as(resident).post(`/bookings/${bookingId}/appeal`, { reason })
    expect((await appeal('发烧去了医院')).body).toMatchObject({ state: 'appealed', can: [] })
    expect((await appeal('发烧去了医院')).status).toBe(200)
    expect((await appeal('还想补一句')).body.code).toBe('booking.appeal_said')
    const { body: queue } = await w.as(staff).get('/work/queue?community=320499001001')
    expect(queue.waiting).toMatchObject([{ kind: 'booking', caseId: bookingId }])
    expect((await show(bookingId, staff)).timeline.at(-1).note).toBe('发烧去了医院')
    expect((await sheet()).lines).toMatchObject([{ bookingId, state: 'appealed' }])
    w.pass(5)
    expect((await w.as(staff).post(`/bookings/${bookingId}/excuse`)).body.state).toBe('excused')
    expect((await mark(bookingId, 'absent', before)).body.state).toBe('excused')
  })

  it('stays where the appeal is answered with no, and is not asked a second time', async () => {
    const bookingId = await book(resident, 10)
    w.pass(90)
    await mark(bookingId, 'absent')
    const appeal = () => w.as(resident).post(`/bookings/${bookingId}/appeal`, { reason: '记错了日子' })
    await appeal()
    w.pass(60)
    const upheld = await w.as(staff).post(`/bookings/${bookingId}/uphold`, { reason: '没有接到电话' })
    expect(upheld.body.state).toBe('absent')
    expect((await appeal()).body.code).toBe('booking.appeal_said')
    expect(await show(bookingId)).toMatchObject({ state: 'absent', can: [] })
  })

  it('can no longer be appealed two weeks after the end', async () => {
    const bookingId = await book(resident, 10)
    w.pass(90)
    await mark(bookingId, 'absent')
    w.pass(15 * 24 * 60)
    const { body } = await w.as(resident).post(`/bookings/${bookingId}/appeal`, { reason: '记错了日子' })
    expect(body.code).toBe('booking.appeal_over')
  })
})
