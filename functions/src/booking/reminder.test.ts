/** Reminders: each once, none of what was cancelled, and whom none has reached is called. */
import { remindAt } from '@yike/shared/booking/rules/reminder'
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { sandboxTemplates } from '../entry/dev/wechat-sandbox'

const TEMPLATE = sandboxTemplates.booking?.id ?? ''
const ON = '2026-11-25'

let w: World
let staff: Person
let offering: Offering
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
  offering = await w.offering(await w.place(), { capacity: 60 })
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

/** The world begins at nine on Monday; what is booked for Wednesday at ten is due at ten on Tuesday. */
const DUE_IN_MINUTES = 25 * 60 + 1
const slot = (hour = 10) => {
  const startAt = instantAt(ON, hour * 60)
  const { placeId, offeringId } = offering
  return { placeId, offeringId, startAt, endAt: addMinutes(startAt, 60) }
}
/** Somebody whom WeChat knows, with so many consents. */
const signedIn = async (openId: string, consents = 0) => {
  const { body } = await w.send('POST', '/sessions', { body: { code: w.sandbox.login(openId) } })
  const owner = w.as(body)
  await owner.put('/me/community', { community: OSMANTHUS, name: '王阿姨' })
  for (let i = 0; i < consents; i++) {
    w.sandbox.service.consent(openId, TEMPLATE)
    await owner.post('/consents', { about: 'booking' })
  }
  return owner
}
const tickAndReact = async () => {
  await w.react()
  const done = await w.tick()
  await w.react()
  await w.react()
  return done
}
const calls = async (on = ON, more = '', by = staff) =>
  (await w.as(by).get(`/work/calls?community=${OSMANTHUS}&on=${on}${more}`)).body
const listed = async () => (await calls()).calls.map(({ bookingId }: { bookingId: string }) => bookingId)
const record = (bookingId: string, outcome: string, version: number, by = staff) =>
  w.as(by).post(`/work/bookings/${bookingId}/call`, { outcome, version })
const bookFor = async (phone = '0519 8866-1234', name = '李奶奶', hour = 10): Promise<string> =>
  (await w.as(staff).post('/work/bookings', { ...slot(hour), phone, name })).body.bookingId

describe('a reminder', () => {
  it('goes out once a day ahead, to whoever has said yes to one, however often the clock comes', async () => {
    const owner = await signedIn('openid-one', 2)
    await owner.post('/bookings', slot())
    w.pass(DUE_IN_MINUTES - 2)
    await tickAndReact()
    expect(w.sandbox.service.delivered).toHaveLength(0)
    w.pass(2)
    for (let i = 0; i < 3; i++) await tickAndReact()
    expect(w.sandbox.service.delivered).toHaveLength(1)
    expect(await listed()).toEqual([])
    // A day later the phone signs in again.
    const { body } = await (await signedIn('openid-one')).get('/consents')
    expect(body.consents.find(({ about }: { about: string }) => about === 'booking').left).toBe(1)
  })

  it('of two clocks that come at once each booking is told once', async () => {
    const owners = await Promise.all(Array.from({ length: 5 }, (_, i) => signedIn(`openid-${i}`, 1)))
    for (const owner of owners) await owner.post('/bookings', slot())
    await w.react()
    w.pass(DUE_IN_MINUTES)
    await Promise.all([w.tick(), w.tick(), w.tick()])
    await w.react()
    await w.react()
    expect(w.sandbox.service.delivered).toHaveLength(5)
    for (let i = 0; i < 5; i++) {
      const { notices } = (await (await signedIn(`openid-${i}`)).get('/notices')).body
      expect(notices.filter(({ verb }: { verb: string }) => verb === 'remind')).toHaveLength(1)
    }
  })

  it('does not go out for what was cancelled meanwhile, nor stands it on the call list', async () => {
    const owner = await signedIn('openid-one', 1)
    const { body } = await owner.post('/bookings', slot())
    await w.react()
    await owner.post(`/bookings/${body.bookingId}/cancel`)
    w.pass(DUE_IN_MINUTES)
    // The stream has not come to it yet: the clock asks the booking itself.
    await w.tick()
    await w.react()
    expect(w.sandbox.service.delivered).toHaveLength(0)
    expect(await listed()).toEqual([])
  })

  it('is none for whoever books within the day, and comes at no hour at which people sleep', async () => {
    const { body } = await w.as(await w.person()).post('/bookings', {
      ...slot(),
      startAt: instantAt('2026-11-23', 15 * 60),
      endAt: instantAt('2026-11-23', 16 * 60),
    })
    expect(body.state).toBe('confirmed')
    w.pass(24 * 60)
    expect((await tickAndReact()).reminded).toBeUndefined()
    const at = (minute: number, kind: 'venue' | 'elderCare') =>
      remindAt({ kind, startAt: instantAt(ON, minute) })
    expect(at(9 * 60, 'venue')).toBe(instantAt('2026-11-24', 20 * 60))
    expect(at(21 * 60, 'elderCare')).toBe(instantAt('2026-11-24', 20 * 60))
    expect(at(10 * 60, 'elderCare')).toBe(instantAt('2026-11-24', 10 * 60))
  })
})

describe('a reminder of an offering', () => {
  it('with a lead time of its own goes out by it: two days ahead, of what is booked from then on', async () => {
    const early = await w.offering(await w.place(), { remindMinutes: 2 * 1440 })
    const at = instantAt('2026-11-27', 600)
    const owner = await signedIn('openid-one', 1)
    const { placeId, offeringId } = early
    await owner.post('/bookings', { placeId, offeringId, startAt: at, endAt: addMinutes(at, 60) })
    w.pass(2 * 1440 + 59)
    await tickAndReact()
    expect(w.sandbox.service.delivered).toHaveLength(0)
    w.pass(2)
    await tickAndReact()
    expect(w.sandbox.service.delivered).toHaveLength(1)
  })

  it.each([59, 7 * 1440 + 1])('is refused %i minutes ahead', async remindMinutes => {
    const fields = {
      ...{ name: '活动室', forWhom: '人人可约', capacity: 2, hours: '每天 8:00–18:00，节假日照常' },
      ...{ slotMinutes: 60, noticeMinutes: 0, daysAhead: 14, cancelMinutes: 60, needsApproval: false },
      ...{ priceClass: 'free', priceFen: 0, version: 1 },
    }
    const path = `/work/places/${offering.placeId}/offerings/${offering.offeringId}`
    expect((await w.as(staff).put(path, { ...fields, remindMinutes: 120 })).body.remindMinutes).toBe(120)
    expect((await w.as(staff).put(path, { ...fields, version: 2, remindMinutes })).status).toBe(400)
  })

  it('goes to whoever booked it for its owner too, who is called all the same where only the other was reached', async () => {
    const [giver, holder] = [await signedIn('openid-giver'), await signedIn('openid-holder', 1)]
    const { code, grantId } = (await giver.post('/grants', { may: ['book', 'see'], days: 30 })).body
    await holder.post('/grants/take', { code })
    await giver.post(`/grants/${grantId}/confirm`)
    const { bookingId } = (await holder.post('/bookings', { ...slot(), grantId })).body
    await w.react()
    w.pass(DUE_IN_MINUTES)
    await tickAndReact()
    await tickAndReact()
    expect(w.sandbox.service.delivered).toHaveLength(1)
    const { notices } = (await (await signedIn('openid-holder')).get('/notices')).body
    expect(notices).toContainEqual(expect.objectContaining({ verb: 'remind', grantId }))
    expect(await listed()).toEqual([bookingId])
  })

  it('no longer goes to whoever’s grant has ended', async () => {
    const [giver, holder] = [await signedIn('openid-giver'), await signedIn('openid-holder', 1)]
    const { code, grantId } = (await giver.post('/grants', { may: ['book', 'see'], days: 30 })).body
    await holder.post('/grants/take', { code })
    await giver.post(`/grants/${grantId}/confirm`)
    await holder.post('/bookings', { ...slot(), grantId })
    await w.react()
    await giver.post(`/grants/${grantId}/end`)
    w.pass(DUE_IN_MINUTES)
    await tickAndReact()
    const { notices } = (await (await signedIn('openid-holder')).get('/notices')).body
    expect(notices.map(({ verb }: { verb: string }) => verb)).not.toContain('remind')
  })
})

describe('the call list', () => {
  it('has whoever was not reached: no consent, refused by WeChat, no WeChat at all, WeChat down', async () => {
    const without = await signedIn('openid-without')
    const refused = await signedIn('openid-refused')
    await refused.post('/consents', { about: 'booking' })
    const reached = await signedIn('openid-reached', 1)
    const ids: string[] = []
    for (const owner of [without, refused, reached])
      ids.push((await owner.post('/bookings', slot())).body.bookingId)
    ids.push(await bookFor())
    await w.react()
    w.pass(DUE_IN_MINUTES)
    await tickAndReact()
    expect((await listed()).sort()).toEqual([ids[0], ids[1], ids[3]].sort())
    const { calls: lines } = await calls()
    expect(lines.filter(({ hasPhone }: { hasPhone: boolean }) => hasPhone)).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain('88661234')
  })

  it('is read a page at a time, by the hour, and by staff of that community alone', async () => {
    for (let i = 0; i < 5; i++) await bookFor(`0519886612${30 + i}`, `老人${i}`, 10 + i)
    await w.react()
    w.pass(30 * 60)
    await tickAndReact()
    const hours: string[] = []
    let cursor = ''
    do {
      const page = await calls(ON, `&limit=2${cursor && `&cursor=${cursor}`}`)
      hours.push(...page.calls.map(({ startAt }: { startAt: string }) => startAt))
      cursor = page.cursor ?? ''
    } while (cursor)
    expect(hours).toEqual(Array.from({ length: 5 }, (_, i) => instantAt(ON, (10 + i) * 60)))
    expect((await calls('2026-11-26')).calls).toEqual([])
    const far = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect(await calls(ON, '', far)).toMatchObject({ code: 'request.not_found' })
    expect(await calls(ON, '', await w.person())).toMatchObject({ code: 'request.forbidden' })
  })

  it('keeps what came of a call, once of 8 at once: no answer is counted, reached is done', async () => {
    const bookingId = await bookFor()
    await w.react()
    w.pass(DUE_IN_MINUTES)
    await tickAndReact()
    const [line] = (await calls()).calls
    const colleagues = await Promise.all(
      Array.from({ length: 8 }, () => w.person({ roles: ['resident', 'worker'] })),
    )
    const said = await Promise.all(colleagues.map(one => record(bookingId, 'noAnswer', line.version, one)))
    expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(said.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['booking.call_moved']),
    )
    const [after] = (await calls()).calls
    expect(after).toMatchObject({ outcome: 'noAnswer', tries: 1 })
    expect((await record(bookingId, 'reached', after.version)).body.outcome).toBe('reached')
    // A lost answer is sent again.
    expect((await record(bookingId, 'reached', after.version)).status).toBe(200)
    expect((await calls()).calls[0]).toMatchObject({ outcome: 'reached', tries: 1 })
  })

  it('cancels as they asked in the same write, and its place is free', async () => {
    offering = await w.offering(await w.place(), { capacity: 1 })
    const bookingId = await bookFor()
    await w.react()
    w.pass(DUE_IN_MINUTES)
    await tickAndReact()
    const [line] = (await calls()).calls
    const done = await record(bookingId, 'cancel', line.version)
    expect(done.body).toMatchObject({ outcome: 'cancel', state: 'cancelled' })
    expect((await w.as(await w.person()).post('/bookings', slot())).status).toBe(201)
    expect((await record(bookingId, 'reached', done.body.version)).body.code).toBe('booking.wrong_state')
  })

  it('shows a number with its booking, and whoever has it reads who looked', async () => {
    const bookingId = await bookFor()
    const shown = await w.as(staff).get(`/bookings/${bookingId}`)
    expect(shown.body.phone).toBe('051988661234')
    const stored = await w.table.query({ pk: `LOOKS#${await ownerOf(bookingId)}` })
    expect(stored.ok && stored.value.items).toMatchObject([{ caseId: bookingId, office: 'worker' }])
  })
})

const ownerOf = async (bookingId: string): Promise<string> => {
  const item = await w.table.get({ pk: `BOOKING#${bookingId}`, sk: 'BOOKING' })
  return String(item?.ownerPk).split('#')[1] ?? ''
}
