/** Who has a disability certificate comes first where an offering says so, once staff have seen it. */
import { spokenNumber } from '@yike/shared/kernel/id'
import { addDays, instantAt, localDate, minutesBetween } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { changeOfferingChanges } from './store'

let w: World
let staff: Person
beforeAll(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterAll(() => w.close())

const MONDAY = '2026-11-23'
const priority = { groups: ['disabled' as const], days: 5 }
const at = ({ placeId, offeringId }: Offering, day: number, hour = 14) => {
  const on = addDays(MONDAY, day)
  return {
    ...{ placeId, offeringId },
    ...{ startAt: instantAt(on, hour * 60), endAt: instantAt(on, (hour + 1) * 60) },
  }
}
const UNTIL = '2031-05-20'
const noted = (bookingId: string, has: boolean, by = staff, more: object = { agreed: true }) =>
  w.as(by).post(`/work/bookings/${bookingId}/certificate`, { has, ...(has && { untilOn: UNTIL }), ...more })

/** Somebody with one booking, at which their certificate was seen. */
const first = async () => {
  const one = await w.person()
  const { body } = await w.as(one).post('/bookings', at(await w.offering(await w.place()), 2, 10))
  await noted(body.bookingId, true)
  return one
}

it('a relative by grant knows that there is a certificate, as far ahead as anything can be booked, and not until when it holds', async () => {
  const [giver, holder] = [await first(), await w.person()]
  const { code, grantId } = (await w.as(giver).post('/grants', { may: ['book'], days: 30 })).body
  await w.as(holder).post('/grants/take', { code })
  await w.as(giver).post(`/grants/${grantId}/confirm`)
  const { grants } = (await w.as(holder).get('/grants?side=held')).body
  expect(grants[0].person.disabledUntil).toBe(addDays(w.now.slice(0, 10), 90))
})

describe('what is only for who has a certificate', () => {
  it('is refused with what to do until staff have seen one, then booked, waited for and repeated, and refused again past its last day', async () => {
    const place = await w.place()
    const soon = await w.offering(place)
    const offering = await w.offering(place, { eligible: { disabled: true }, capacity: 9 })
    const one = await w.person()
    const known = await w.as(one).post('/bookings', at(soon, 2))
    const book = async (day: number) => (await w.as(one).post('/bookings', at(offering, day, 9))).body
    const refused = await book(3)
    expect(refused.code).toBe('booking.not_eligible')
    expect(refused.next.length).toBeGreaterThan(0)
    const last = addDays(localDate(w.now), 4)
    await noted(known.body.bookingId, true, staff, { agreed: true, untilOn: last })
    expect((await book(3)).state).toBe('confirmed')
    expect((await book(4)).state).toBe('confirmed')
    expect((await book(5)).code).toBe('booking.not_eligible')
  })

  it('is never for a team', async () => {
    const misfit = {
      ...{ eligible: { disabled: true, team: true } },
      name: '排练',
      forWhom: '团队',
      capacity: 1,
    }
    const more = {
      hours: '每天 9:00–18:00',
      slotMinutes: 60,
      noticeMinutes: 0,
      daysAhead: 14,
      cancelMinutes: 0,
    }
    const { placeId } = await w.place()
    const said = await w.as(staff).post(`/work/places/${placeId}/offerings`, {
      kind: 'venue',
      needsApproval: false,
      priceClass: 'free',
      priceFen: 0,
      ...misfit,
      ...more,
    })
    expect(Object.keys(said.body.fields)).toEqual(['eligible'])
  })
})

describe('whoever has no certificate noted is led to where it is', () => {
  const matter = { kind: 'counter', purpose: 'disability', name: '残疾人证登记' } as const
  const counterPage = ({ placeId, offeringId }: Offering, page = '/booking/pages/choose') =>
    `${page}?placeId=${placeId}&offeringId=${offeringId}`

  it('before they tap and once they are refused, first; of their own community before others, and to no other matter', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { eligible: { disabled: true } })
    await w.offering(place, { ...matter, purpose: 'seniority', name: '高龄津贴申领' })
    const far = await w.offering(await w.place({ community: STONEBRIDGE, bookable: ['counter'] }), matter)
    const one = await w.person()
    const shown = async (query = '?days=1&also=counter') =>
      (await w.as(one).get(`/places/${place.placeId}/offerings/${offering.offeringId}/days${query}`)).body
        .offering.registeredAt
    const refused = async () => (await w.as(one).post('/bookings', at(offering, 3, 9))).body.next[0]
    expect(await refused()).toMatchObject({ page: counterPage(far) })
    const own = await w.offering(await w.place({ bookable: ['counter'] }), matter)
    expect(await refused()).toMatchObject({ page: counterPage(own) })
    expect(await shown()).toMatchObject({ offeringId: own.offeringId, offeringName: own.name })
    // The two weeks of a calendar are read for less.
    expect(await shown('')).toBeUndefined()
  })

  it('and never to one that asks for the very certificate', async () => {
    const counter = await w.offering(await w.place({ bookable: ['counter'] }), {
      ...matter,
      name: '残疾人补贴申领',
      eligible: { disabled: true },
    })
    const refused = await w.as(await w.person()).post('/bookings', at(counter, 3, 9))
    expect(refused.body.code).toBe('booking.not_eligible')
    const pages = refused.body.next.map(({ page }: { page?: string }) => page)
    expect(pages).not.toContain(counterPage(counter))
  })

  it('nor are staff sent to book at a counter that is not theirs', async () => {
    const scope = '320411001999' as typeof OSMANTHUS
    const offering = await w.offering(await w.place({ community: scope }), { eligible: { disabled: true } })
    await w.offering(await w.place({ bookable: ['counter'] }), matter)
    const theirs = await w.person({ roles: ['resident', 'worker'], scope })
    const who = { phone: '051988660178', name: '周师傅' }
    const refused = await w.as(theirs).post('/work/bookings', { ...at(offering, 3, 9), ...who })
    expect(refused.body.code).toBe('booking.not_eligible')
    for (const { page = '' } of refused.body.next)
      if (page.startsWith('/workbench/pages/book-for')) expect(page).toContain(offering.placeId)
  })

  it('so is whoever calls: booked there on their number they show it once, and are then booked for like anybody', async () => {
    const place = await w.place()
    const offering = await w.offering(place, { eligible: { disabled: true } })
    const counter = await w.offering(place, matter)
    const who = { phone: '051988660177', name: '孙师傅' }
    const bookFor = (slot: ReturnType<typeof at>) => w.as(staff).post('/work/bookings', { ...slot, ...who })
    const refused = await bookFor(at(offering, 3, 9))
    expect(refused.body).toMatchObject({ code: 'booking.not_eligible' })
    expect(refused.body.next[0]).toMatchObject({ page: counterPage(counter, '/workbench/pages/book-for') })
    const shown = await bookFor(at(counter, 2, 9))
    expect((await noted(shown.body.bookingId, true)).body).toMatchObject({ has: true })
    expect((await bookFor(at(offering, 3, 9))).body).toMatchObject({ state: 'confirmed', forName: who.name })
    // Another of the same number is another person.
    const other = await w.as(staff).post('/work/bookings', { ...at(offering, 3, 11), ...who, name: '孙小妹' })
    expect(other.body.code).toBe('booking.not_eligible')
  })

  it('its last day may be today, and not yesterday', async () => {
    const booked = await w.as(await w.person()).post('/bookings', at(await w.offering(await w.place()), 2))
    const on = localDate(w.now)
    const of = async (untilOn: string) =>
      (await noted(booked.body.bookingId, true, staff, { agreed: true, untilOn })).status
    expect([await of(on), await of(addDays(on, -1))]).toEqual([200, 400])
  })
})

describe('a certificate that staff have seen', () => {
  it('opens the days that are released 5 days early, and closes them again when it is taken out', async () => {
    const offering = await w.offering(await w.place(), { daysAhead: 10, priority })
    const one = await w.person()
    const soon = await w.as(one).post('/bookings', at(offering, 2))
    const far = async (hour: number) => (await w.as(one).post('/bookings', at(offering, 9, hour))).body.code
    expect(await far(9)).toBe('booking.too_early')
    expect((await noted(soon.body.bookingId, true)).body).toMatchObject({ has: true })
    expect(await far(9)).toBeUndefined()
    expect((await w.as(one).get('/me')).body.people[0].disabledUntil).toBe(UNTIL)
    await noted(soon.body.bookingId, false)
    expect(await far(11)).toBe('booking.too_early')
    expect((await w.as(one).get('/me')).body.people[0].disabledUntil).toBeUndefined()
  })

  it('comes before 1 who waited longer', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1, priority: { ...priority, days: 1 } })
    const [holder, first, second] = [await w.person(), await w.person(), await w.person()]
    const held = await w.as(holder).post('/bookings', at(offering, 2))
    await w.as(first).post('/bookings/waiting', at(offering, 2))
    w.pass(1)
    const other = await w.as(second).post('/bookings', at(offering, 3))
    await noted(other.body.bookingId, true)
    const waits = await w.as(second).post('/bookings/waiting', at(offering, 2))
    expect(waits.body.queue).toMatchObject({ first: true })
    await w.as(holder).post(`/bookings/${held.body.bookingId}/cancel`)
    await w.react()
    const now = async (by: Person) =>
      (await w.as(by).get('/bookings')).body.bookings.find(
        ({ startAt }: { startAt: string }) => startAt === at(offering, 2).startAt,
      ).state
    expect([await now(second), await now(first)]).toEqual(['offered', 'waiting'])
  })

  it('is noted by nobody without consent, from elsewhere, or for oneself; and its owner reads who did', async () => {
    const offering = await w.offering(await w.place())
    const one = await w.person()
    const { body } = await w.as(one).post('/bookings', at(offering, 2))
    expect((await noted(body.bookingId, true, staff, {})).status).toBe(400)
    const elsewhere = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect((await noted(body.bookingId, true, elsewhere)).status).toBe(404)
    expect((await noted(body.bookingId, true, one)).status).toBe(403)
    const own = await w.as(staff).post('/bookings', at(offering, 2))
    expect((await noted(own.body.bookingId, true)).status).toBe(404)
    await noted(body.bookingId, true)
    const { looks } = (await w.as(one).get('/me/looks')).body
    expect(looks.some(({ name }: { name: string }) => name.includes('残疾人证'))).toBe(true)
  })

  it('comes first to its last day and not a day longer', async () => {
    const offering = await w.offering(await w.place(), { daysAhead: 10, priority })
    const one = await w.person()
    const soon = await w.as(one).post('/bookings', at(offering, 2))
    const last = addDays(localDate(w.now), 9)
    await noted(soon.body.bookingId, true, staff, { agreed: true, untilOn: last })
    const far = async (day: number) => (await w.as(one).post('/bookings', at(offering, day, 9))).body.code
    expect(await far(9)).toBeUndefined()
    w.pass(24 * 60)
    expect(await far(10)).toBe('booking.too_early')
    w.pass(-24 * 60)
  })

  it.each([undefined, '2026-11-22', '2036-11-24', '2030-02-30', '31.5.2031', '1999-01-01'])(
    'with the last day %s is refused, and nothing is noted',
    async untilOn => {
      const offering = await w.offering(await w.place())
      const one = await w.person()
      const { body } = await w.as(one).post('/bookings', at(offering, 2))
      const said = await noted(body.bookingId, true, staff, { agreed: true, untilOn })
      expect(said.status).toBe(400)
      expect((await w.as(one).get('/me')).body.people[0].disabledUntil).toBeUndefined()
    },
  )

  it('shows staff until when and who saw it, and its owner reads each look', async () => {
    const offering = await w.offering(await w.place())
    const one = await w.person()
    const { bookingId } = (await w.as(one).post('/bookings', at(offering, 2))).body
    const path = `/work/bookings/${bookingId}/certificate`
    expect((await w.as(staff).get(path)).body).toMatchObject({ has: false })
    await noted(bookingId, true)
    const colleague = await w.person({ roles: ['resident', 'worker'] })
    expect((await w.as(colleague).get(path)).body).toMatchObject({
      ...{ has: true, untilOn: UNTIL, seenBy: spokenNumber(staff.residentId) },
    })
    const { looks } = (await w.as(one).get('/me/looks')).body
    expect(looks.filter(({ about }: { about: string }) => about.startsWith('certificate'))).toHaveLength(3)
    const elsewhere = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect((await w.as(elsewhere).get(path)).status).toBe(404)
    expect((await w.as(one).get(path)).status).toBe(403)
  })

  it.each([
    ['a booking', (one: Person, offering: Offering) => w.as(one).post('/bookings', at(offering, 9, 9))],
    [
      'a series',
      (one: Person, offering: Offering) => {
        const { placeId, offeringId } = offering
        const spans = [9, 10].map(hour => ({
          startAt: at(offering, 9, hour).startAt,
          endAt: at(offering, 9, hour).endAt,
        }))
        return w.as(one).post('/series', { placeId, offeringId, spans })
      },
    ],
    [
      'a place in the queue',
      async (one: Person, offering: Offering) => {
        await w.as(await first()).post('/bookings', at(offering, 9, 9))
        return w.as(one).post('/bookings/waiting', at(offering, 9, 9))
      },
    ],
  ])('that is taken out between the look and the write gives %s to nobody', async (_, book) => {
    const offering = await w.offering(await w.place(), { daysAhead: 10, priority, capacity: 1 })
    const one = await first()
    const { bookingId } = (await w.as(one).get('/bookings')).body.bookings[0]
    let isOut = false
    const { write } = w.table
    w.table.write = async changes => {
      const isTheirs = changes.some(
        change => 'put' in change && String(change.put.ownerPk).includes(one.residentId),
      )
      if (isTheirs && !isOut) {
        isOut = true
        await noted(bookingId, false)
      }
      return write(changes)
    }
    const { body } = await book(one, offering)
    w.table.write = write
    expect(isOut).toBe(true)
    expect(body.code).toMatch(/^booking\.(too_early|series_moved)$/)
    expect((await w.as(one).get('/bookings')).body.bookings).toHaveLength(1)
  })

  it('that is taken out lets whoever waits first by it wait like anybody', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1, priority: { ...priority, days: 1 } })
    const [holder, other, one] = [await w.person(), await w.person(), await first()]
    const held = (await w.as(holder).post('/bookings', at(offering, 2))).body.bookingId
    const longer = (await w.as(other).post('/bookings/waiting', at(offering, 2))).body.bookingId
    w.pass(1)
    const waits = (await w.as(one).post('/bookings/waiting', at(offering, 2))).body
    expect(waits.queue.first).toBe(true)
    await noted((await w.as(one).get('/bookings')).body.bookings[0].bookingId, false)
    await w.as(holder).post(`/bookings/${held}/cancel`)
    await w.react()
    const now = async (by: Person, id: string) => (await w.as(by).get(`/bookings/${id}`)).body
    expect((await now(other, longer)).state).toBe('offered')
    expect(await now(one, waits.bookingId)).toMatchObject({ state: 'waiting', queue: { position: 1 } })
  })

  it('keeps who waits first by it before the others where the offering has no priority any more', async () => {
    const before = await w.offering(await w.place(), { capacity: 1, priority: { ...priority, days: 1 } })
    const [holder, other, one] = [await w.person(), await w.person(), await first()]
    const held = (await w.as(holder).post('/bookings', at(before, 2))).body.bookingId
    await w.as(other).post('/bookings/waiting', at(before, 2))
    const waits = (await w.as(one).post('/bookings/waiting', at(before, 2))).body.bookingId
    const after = { ...before, priority: undefined, version: before.version + 1 }
    await w.table.write(changeOfferingChanges([{ before, after }], w.now))
    await w.as(holder).post(`/bookings/${held}/cancel`)
    await w.react()
    expect((await w.as(one).get(`/bookings/${waits}`)).body.state).toBe('offered')
  })

  it('is of a person: at what is booked for a team nobody’s is read or noted', async () => {
    const [leader, place] = [await w.person(), await w.place()]
    const team = (await w.as(staff).post('/work/teams', { community: OSMANTHUS, name: '舞蹈队' })).body
    await w.as(leader).post('/teams/join', { code: team.code, name: '队长' })
    const hall = await w.offering(place, { kind: 'venue', capacity: 5 })
    const booked = await w.as(leader).post('/bookings', { ...at(hall, 2), teamId: team.teamId })
    expect(booked.status).toBe(201)
    const { bookingId } = booked.body
    expect((await noted(bookingId, true)).status).toBe(404)
    expect((await w.as(staff).get(`/work/bookings/${bookingId}/certificate`)).status).toBe(404)
    expect((await w.as(leader).get('/me')).body.people[0].disabledUntil).toBeUndefined()
  })

  it('is told of once, 30 days before its last day, to its owner and in the list of staff', async () => {
    const offering = await w.offering(await w.place())
    const one = await w.person({ name: '高奶奶' })
    const { bookingId } = (await w.as(one).post('/bookings', at(offering, 2))).body
    await noted(bookingId, true, staff, { agreed: true, untilOn: addDays(localDate(w.now), 31) })
    const list = async (by = staff) =>
      (await w.as(by).get(`/work/certificates?community=${offering.community}`)).body.certificates
    const told = async () =>
      (await w.as(one).get('/notices')).body.notices.filter(
        ({ verb }: { verb: string }) => verb === 'certificateEnds',
      )
    const listed = async () =>
      (await list()).map((line: { bookingId: string }) => line.bookingId).includes(bookingId)
    await w.tick()
    expect([await told(), await listed()]).toEqual([[], false])
    w.pass(24 * 60)
    for (let i = 0; i < 3; i++) await w.tick()
    expect(await told()).toHaveLength(1)
    const looks = async () =>
      (await w.as(one).get('/me/looks')).body.looks.filter(
        ({ about }: { about: string }) => about === 'certificate',
      )
    const before = (await looks()).length
    w.pass(24 * 60)
    expect(await listed()).toBe(true)
    expect(await looks()).toHaveLength(before + 1)
    w.pass(-24 * 60)
    const elsewhere = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect(await list(elsewhere)).toBeUndefined()
    w.pass(32 * 24 * 60)
    expect((await list()).find((line: { bookingId: string }) => line.bookingId === bookingId).has).toBe(false)
    await noted(bookingId, true)
    expect(await listed()).toBe(false)
  })

  it('is told of in the morning, and nothing of it is known 90 days after its last day', async () => {
    const own = await createWorld()
    const worker = await own.person({ roles: ['resident', 'worker'] })
    const one = await own.person()
    const offering = await own.offering(await own.place())
    const { bookingId } = (await own.as(one).post('/bookings', at(offering, 2))).body
    const untilOn = addDays(localDate(own.now), 31)
    const path = `/work/bookings/${bookingId}/certificate`
    await own.as(worker).post(path, { has: true, agreed: true, untilOn })
    const told = async () =>
      (await own.as(one).get('/notices')).body.notices.filter(
        ({ verb }: { verb: string }) => verb === 'certificateEnds',
      )
    own.pass(minutesBetween(own.now, instantAt(addDays(localDate(own.now), 1), 5)))
    await own.tick()
    expect(await told()).toEqual([])
    own.pass(9 * 60)
    await own.tick()
    expect(await told()).toHaveLength(1)
    own.pass(minutesBetween(own.now, instantAt(addDays(untilOn, 90), 9 * 60)))
    await own.tick()
    expect((await own.as(one).get('/me')).body.people[0].disabledUntil).toBeUndefined()
    expect((await own.as(worker).get(path)).body).not.toHaveProperty('untilOn')
    await own.close()
  })
})
