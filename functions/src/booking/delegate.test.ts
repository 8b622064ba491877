/** Somebody books for a parent or a child by a grant: what they may do, who reads of it, and that no write comes after its end. */
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { everything } from '../../test/everything'
import { createWorld, type Person, type World } from '../../test/world'
import type { Offering, Place } from '../circle/store'
import { underGrantCheck } from '../identity/store/grant'

let w: World
let mother: Person
let daughter: Person
let place: Place
let offering: Offering
beforeEach(async () => {
  w = await createWorld()
  mother = await w.person({ name: '王桂芳', bornOn: '1950-03' })
  daughter = await w.person({ name: '张敏' })
  place = await w.place()
  offering = await w.offering(place)
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const slot = (hour: number, of = offering) => {
  const startAt = instantAt('2026-11-24', hour * 60)
  return { placeId: of.placeId, offeringId: of.offeringId, startAt, endAt: addMinutes(startAt, 60) }
}
/** Both have said yes. */
const grant = async (is: object = {}, giver = mother, holder = daughter): Promise<string> => {
  const asked = { may: ['book', 'cancel', 'see'], days: 30, ...is }
  const { code, grantId } = (await w.as(giver).post('/grants', asked)).body
  await w.as(holder).post('/grants/take', { code })
  expect((await w.as(giver).post(`/grants/${grantId}/confirm`)).body.state).toBe('open')
  return grantId
}
const book = (grantId: string, hour: number, by = daughter, key?: string) =>
  w.as(by).post('/bookings', { ...slot(hour), grantId }, key)
const end = (grantId: string, by = mother) => w.as(by).post(`/grants/${grantId}/end`)
/** The request has read an open grant; its giver ends it before the write. */
const endingBeforeWrite = async (grantId: string, act: () => ReturnType<typeof end>) => {
  const write = w.table.write.bind(w.table)
  let isEnded = false
  w.table.write = async changes => {
    if (!isEnded && changes.some(change => 'check' in change && change.check.pk === `GRANT#${grantId}`)) {
      isEnded = true
      await end(grantId)
    }
    return write(changes)
  }
  const answer = await act()
  w.table.write = write
  return { isEnded, answer }
}

describe('a booking for a parent', () => {
  it('is the parent’s own: it takes their time and stands in both lists, and both read who did it for whom', async () => {
    const grantId = await grant()
    const { status, body } = await book(grantId, 9)
    expect(status).toBe(201)
    expect(body).toMatchObject({ forName: '王桂芳', can: ['cancel'] })
    await w.react()
    const hers = (await w.as(mother).get('/bookings')).body.bookings
    const seen = (await w.as(daughter).get(`/grants/${grantId}/bookings`)).body.bookings
    for (const [one] of [hers, seen])
      expect(one).toMatchObject({
        bookingId: body.bookingId,
        timeline: [{ verb: 'place', by: 'delegate', who: '张敏' }],
      })
    expect((await w.as(daughter).get('/bookings')).body.bookings).toEqual([])
    // The same person cannot be elsewhere at that hour, whoever books it.
    const other = await w.offering(place)
    expect((await w.as(mother).post('/bookings', slot(9, other))).body.code).toBe('booking.person_busy')
    // The daughter's own time is free.
    expect((await w.as(daughter).post('/bookings', slot(9, other))).status).toBe(201)
  })

  it('is by the parent’s age and home community, not by the daughter’s', async () => {
    offering = await w.offering(place, { eligible: { ageMonths: { min: 60 * 12 } } })
    expect((await w.as(daughter).post('/bookings', slot(9))).body.code).toBe('booking.not_eligible')
    expect((await book(await grant(), 9)).status).toBe(201)
  })

  it('sent again under one key is there once, also when the grant was ended in between', async () => {
    const grantId = await grant()
    const key = 'one-intent-of-hers'
    const first = await book(grantId, 9, daughter, key)
    await end(grantId)
    const again = await book(grantId, 9, daughter, key)
    expect([again.status, again.body.bookingId]).toEqual([201, first.body.bookingId])
  })

  it('can be for somebody of the giver’s household, such as a child', async () => {
    const { people } = (await w.as(mother).post('/me/people', { name: '小满', relation: 'grandchild' })).body
    const grantId = await grant({ personId: people[1].personId })
    expect((await book(grantId, 9)).body.forName).toBe('小满')
    const wrong = { ...slot(10), grantId, personId: mother.personId }
    expect((await w.as(daughter).post('/bookings', wrong)).status).toBe(404)
  })

  it('the parent reads in the inbox who booked it, and among looks who looked; the delegate reads what staff answer', async () => {
    const staff = await w.person({ roles: ['resident', 'worker'] })
    offering = await w.offering(place, { needsApproval: true })
    const grantId = await grant()
    const { bookingId } = (await book(grantId, 9)).body
    await w.as(daughter).get(`/bookings/${bookingId}?grantId=${grantId}`)
    w.pass(1)
    await w.as(staff).post(`/bookings/${bookingId}/approve`)
    await w.react()
    const { notices } = (await w.as(mother).get('/notices')).body
    expect(notices).toMatchObject([{ verb: 'approve' }, { verb: 'place', who: '张敏' }])
    const { looks } = (await w.as(mother).get('/me/looks')).body
    const office = expect.objectContaining({ office: 'delegate', who: '张敏', caseId: bookingId })
    expect(looks).toContainEqual(office)
    expect((await w.as(daughter).get('/notices')).body.notices).toMatchObject([{ verb: 'approve', grantId }])
  })

  it('is not the delegate’s to approve, though they work for the community', async () => {
    const worker = await w.person({ roles: ['resident', 'worker'], name: '钱文静' })
    offering = await w.offering(place, { needsApproval: true })
    const { body } = await book(await grant({}, mother, worker), 9, worker)
    expect((await w.as(worker).post(`/bookings/${body.bookingId}/approve`)).status).toBe(404)
  })
})

describe('waiting for a parent', () => {
  const full = async () => {
    offering = await w.offering(place, { capacity: 1 })
    const other = await w.person()
    return { other, held: (await w.as(other).post('/bookings', slot(9))).body.bookingId }
  }
  const wait = (grantId: string) => w.as(daughter).post('/bookings/waiting', { ...slot(9), grantId })

  it('is the parent’s place in the list, named as the delegate’s doing; the refusal points to it', async () => {
    await full()
    const grantId = await grant()
    const refused = (await book(grantId, 9)).body
    expect(refused.code).toBe('booking.slot_full')
    const pages = refused.next.map(({ page = '' }: { page?: string }) => page)
    expect(pages.some((page: string) => page.includes('/wait?') && page.includes(mother.personId))).toBe(true)
    const { status, body } = await wait(grantId)
    expect([status, body.state, body.queue]).toEqual([200, 'waiting', { position: 1 }])
    expect(body.timeline).toMatchObject([{ verb: 'join', by: 'delegate', who: '张敏' }])
    expect((await w.as(mother).get('/bookings')).body.bookings).toMatchObject([
      { bookingId: body.bookingId, queue: { position: 1 } },
    ])
    // Whoever of the two joins again finds that one place.
    expect((await w.as(mother).post('/bookings/waiting', slot(9))).body.bookingId).toBe(body.bookingId)
    expect((await wait(grantId)).body.bookingId).toBe(body.bookingId)
  })

  it('the offer is told to both, and the delegate takes it; after the end of the grant they cannot', async () => {
    const { other, held } = await full()
    const grantId = await grant()
    const { bookingId } = (await wait(grantId)).body
    await w.as(other).post(`/bookings/${held}/cancel`)
    // The seat is offered, and then the offer told.
    await w.react()
    await w.react()
    for (const one of [mother, daughter])
      expect((await w.as(one).get('/notices')).body.notices).toContainEqual(
        expect.objectContaining({ verb: 'offer' }),
      )
    const accept = () => w.as(daughter).post(`/bookings/${bookingId}/accept`, { grantId })
    const accepted = (await accept()).body
    expect(accepted.state).toBe('confirmed')
    expect(accepted.timeline.at(-1)).toMatchObject({ verb: 'accept', by: 'delegate', who: '张敏' })
    await end(grantId)
    expect((await accept()).body.code).toBe('booking.grant_over')
    expect((await wait(grantId)).body.code).toBe('booking.grant_over')
  })

  it('by a grant that only lets book says no more of what the giver has there already than that they are busy', async () => {
    await full()
    const own = (await w.as(mother).post('/bookings/waiting', { ...slot(9), note: '我的悄悄话' })).body
    const grantId = await grant({ may: ['book'] })
    const { status, body } = await wait(grantId)
    expect([status, body.code]).toEqual([409, 'booking.person_busy'])
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`悄悄话|${own.bookingId}`))
  })

  it('needs a grant to book, and one that is still open when it is written', async () => {
    await full()
    const grantId = await grant({ may: ['see', 'cancel'] })
    expect((await wait(grantId)).body.code).toBe('booking.grant_lacks')
    const other = await grant()
    const { isEnded, answer } = await endingBeforeWrite(other, () => wait(other))
    const { body } = answer
    expect([isEnded, body.code]).toEqual([true, 'booking.grant_over'])
    expect((await w.as(mother).get('/bookings')).body.bookings).toEqual([])
  })
})

describe('a repeat booking for a parent', () => {
  const spans = [0, 7, 14].map(days => {
    const startAt = addMinutes(instantAt('2026-11-24', 9 * 60), days * 24 * 60)
    return { startAt, endAt: addMinutes(startAt, 60) }
  })
  const of = () => ({ placeId: offering.placeId, offeringId: offering.offeringId })
  const placeAll = (grantId: string, key?: string) =>
    w.as(daughter).post('/series', { ...of(), grantId, spans }, key)

  it('is previewed by the parent’s own days, booked as theirs, seen and given up under the grant', async () => {
    offering = await w.offering(place, { daysAhead: 60 })
    const grantId = await grant()
    await w.as(mother).post('/bookings', { ...of(), ...spans[1] })
    const asked = { ...of(), ...spans[0], every: 'weekly', times: 3, grantId }
    const { dates } = (await w.as(daughter).post('/series/preview', asked)).body
    expect(dates.map((one: { refused?: { code: string } }) => one.refused?.code)).toEqual([
      undefined,
      'booking.person_busy',
      undefined,
    ])
    const key = 'one-series-for-a-mother'
    const input = { ...of(), grantId, spans: [spans[0], spans[2]] }
    const { status, body } = await w.as(daughter).post('/series', input, key)
    expect([status, body.bookings.length]).toEqual([201, 2])
    for (const one of body.bookings)
      expect(one).toMatchObject({ forName: '王桂芳', timeline: [{ by: 'delegate', who: '张敏' }] })
    expect((await w.as(mother).get(`/series/${body.seriesId}`)).body.bookings).toHaveLength(2)
    expect((await w.as(daughter).get(`/series/${body.seriesId}`)).status).toBe(404)
    const seen = await w.as(daughter).get(`/series/${body.seriesId}?grantId=${grantId}`)
    expect(seen.body.bookings).toHaveLength(2)
    expect((await w.as(mother).get('/me/looks')).body.looks).toContainEqual(
      expect.objectContaining({ office: 'delegate', caseId: body.seriesId }),
    )
    const given = await w.as(daughter).post(`/series/${body.seriesId}/cancel`, { grantId })
    expect(given.body.bookings.map((one: { state: string }) => one.state)).toEqual(['cancelled', 'cancelled'])
    await end(grantId)
    const again = await w.as(daughter).post('/series', input, key)
    expect([again.status, again.body.seriesId]).toEqual([201, body.seriesId])
  })

  it('is not booked in part or whole by a grant that ended before its write', async () => {
    offering = await w.offering(place, { daysAhead: 60 })
    const grantId = await grant()
    const { isEnded, answer } = await endingBeforeWrite(grantId, () => placeAll(grantId))
    const { body } = answer
    expect([isEnded, body.code]).toEqual([true, 'booking.grant_over'])
    expect((await w.as(mother).get('/bookings')).body.bookings).toEqual([])
  })

  it('that only lets book shows them, and does not give them up', async () => {
    offering = await w.offering(place, { daysAhead: 60 })
    const grantId = await grant({ may: ['book'] })
    const { seriesId } = (await placeAll(grantId)).body
    const given = await w.as(daughter).post(`/series/${seriesId}/cancel`, { grantId })
    expect(given.body.code).toBe('booking.grant_lacks')
    const { bookings } = (await w.as(daughter).get(`/series/${seriesId}?grantId=${grantId}`)).body
    expect(bookings.map((one: { state: string }) => one.state)).toEqual(Array(3).fill('confirmed'))
  })
})

describe('a grant lets its holder do what it names, and no more', () => {
  it('only to book: what the parent booked is neither seen nor cancelled, what they booked themselves is seen', async () => {
    const own = (await w.as(mother).post('/bookings', slot(14))).body
    const grantId = await grant({ may: ['book'] })
    const { body } = await book(grantId, 9)
    expect(body.can).toEqual([])
    const under = (bookingId: string, verb: string) =>
      w.as(daughter).post(`/bookings/${bookingId}/${verb}`, { grantId })
    expect((await under(body.bookingId, 'cancel')).body.code).toBe('booking.grant_lacks')
    expect((await w.as(daughter).get(`/bookings/${own.bookingId}?grantId=${grantId}`)).status).toBe(404)
    await w.react()
    const { bookings } = (await w.as(daughter).get(`/grants/${grantId}/bookings`)).body
    expect(bookings.map((one: { bookingId: string }) => one.bookingId)).toEqual([body.bookingId])
  })

  it('only to see and cancel: nothing is booked by it', async () => {
    const own = (await w.as(mother).post('/bookings', slot(14))).body
    const grantId = await grant({ may: ['see', 'cancel'] })
    expect((await book(grantId, 9)).body.code).toBe('booking.grant_lacks')
    const { body } = await w.as(daughter).post(`/bookings/${own.bookingId}/cancel`, { grantId })
    expect(body.state).toBe('cancelled')
    expect(body.timeline.at(-1)).toMatchObject({ verb: 'cancel', by: 'delegate', who: '张敏' })
  })

  it('of a household one person: bookings for another one are not seen', async () => {
    const { people } = (await w.as(mother).post('/me/people', { name: '小满', relation: 'grandchild' })).body
    const own = (await w.as(mother).post('/bookings', slot(14))).body
    const grantId = await grant({ personId: people[1].personId })
    expect((await w.as(daughter).get(`/bookings/${own.bookingId}?grantId=${grantId}`)).status).toBe(404)
    expect((await w.as(daughter).post(`/bookings/${own.bookingId}/cancel`, { grantId })).status).toBe(404)
  })

  it('after its day nothing: no booking, no list, no look', async () => {
    const grantId = await grant({ days: 1 })
    const { bookingId } = (await book(grantId, 16)).body
    w.pass(24 * 60)
    expect((await book(grantId, 17)).body.code).toBe('booking.grant_over')
    for (const path of [`/grants/${grantId}/bookings`, `/bookings/${bookingId}?grantId=${grantId}`])
      expect((await w.as(daughter).get(path)).body.code).toBe('booking.grant_over')
    expect((await w.as(daughter).post(`/bookings/${bookingId}/cancel`, { grantId })).body.code).toBe(
      'booking.grant_over',
    )
  })
})

describe('a grant that is ended', () => {
  it('ends before the next write: what was read before is not written, and nothing is taken', async () => {
    const grantId = await grant()
    const before = await everything(w)
    const { isEnded, answer } = await endingBeforeWrite(grantId, () => book(grantId, 9))
    const { status, body } = answer
    expect(isEnded).toBe(true)
    expect([status, body.code]).toEqual([409, 'booking.grant_over'])
    const after = await everything(w)
    expect(Object.keys(after).filter(key => !(key in before))).toEqual([])
  })

  it('among 40 bookings and one ending at once, each booking came before the end or is refused', async () => {
    offering = await w.offering(place, { capacity: 40, attended: false })
    const people = await Promise.all(Array.from({ length: 10 }, () => w.person()))
    const grants = await Promise.all(people.map(one => grant({}, one)))
    const answers = await Promise.all(
      grants.flatMap((grantId, i) => [
        ...[9, 10, 11, 12].map(hour => book(grantId, hour)),
        end(grantId, people[i]).then(() => book(grantId, 15)),
      ]),
    )
    const late = answers.filter((_, i) => i % 5 === 4)
    expect(late.map(({ body }) => body.code)).toEqual(grants.map(() => 'booking.grant_over'))
    for (const { status, body } of answers) if (status !== 201) expect(body.code).toBe('booking.grant_over')
  })

  it('is told to be over by its check for another holder, another act and another time', async () => {
    const grantId = (await grant({ may: ['book'] })) as never
    const tried = async (holderId: string, act: 'book' | 'see', now: string) =>
      (await w.table.write([underGrantCheck({ grantId }, holderId as never, act, now)])).ok
    expect(await tried(daughter.residentId, 'book', w.now)).toBe(true)
    expect(await tried(mother.residentId, 'book', w.now)).toBe(false)
    expect(await tried(daughter.residentId, 'see', w.now)).toBe(false)
    expect(await tried(daughter.residentId, 'book', addMinutes(w.now, 30 * 24 * 60))).toBe(false)
  })

  it('by its holder is ended too, and its giver reads so; ending twice is the same as once', async () => {
    const grantId = await grant()
    expect((await end(grantId, daughter)).body).toMatchObject({ state: 'ended', endedBy: 'holder' })
    expect((await end(grantId)).body).toMatchObject({ state: 'ended', endedBy: 'holder' })
    await w.react()
    expect((await w.as(daughter).get('/grants?side=held')).body.grants).toEqual([])
    expect((await w.as(mother).get('/grants?side=given')).body.grants).toHaveLength(1)
  })
})
