import { addDays, instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'

const DAY_MS = 24 * 60 * 60_000

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const slot = (offering: Offering, hour = 14, day = '2026-11-24') => ({
  placeId: offering.placeId,
  offeringId: offering.offeringId,
  startAt: instantAt(day, hour * 60),
  endAt: instantAt(day, hour * 60 + offering.slotMinutes),
})
const people = (count: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: count }, () => w.person()))
const leftAt = async (reader: Person, offering: Offering, startAt: string) =>
  (await w.as(reader).days(offering)).flatMap(({ slots }) => slots).find(slot => slot.startAt === startAt)
    ?.left

describe('placing', () => {
  it('the third resident cannot take a two-seat slot, and is told the next free ones', async () => {
    const offering = await w.offering(await w.place(), { capacity: 2 })
    const [one, two, three] = (await people(3)) as [Person, Person, Person]
    expect((await w.as(one).post('/bookings', slot(offering))).status).toBe(201)
    expect((await w.as(two).post('/bookings', slot(offering))).status).toBe(201)
    const refused = await w.as(three).post('/bookings', slot(offering))
    expect(refused).toMatchObject({ status: 409, body: { code: 'booking.slot_full' } })
    expect(refused.body.next.filter((next: { do: string }) => next.do === 'book')).toHaveLength(3)
    expect(refused.type).toBe('application/problem+json')
  })

  it('of 40 residents at once for one seat exactly one gets it', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1 })
    const crowd = await people(40)
    const answers = await Promise.all(crowd.map(one => w.as(one).post('/bookings', slot(offering))))
    expect(answers.filter(answer => answer.status === 201)).toHaveLength(1)
    expect(answers.filter(answer => answer.body.code === 'booking.slot_full')).toHaveLength(39)
    expect(await leftAt(crowd[0] as Person, offering, slot(offering).startAt)).toBe(0)
  })

  it('hourly and whole-day care of one class share its seats', async () => {
    const place = await w.place()
    const hourly = await w.offering(place, { capacity: 1 })
    const wholeDay = await w.offering(place, { capacity: 1, thingId: hourly.thingId, slotMinutes: 600 })
    const [one, two] = (await people(2)) as [Person, Person]
    expect((await w.as(one).post('/bookings', slot(hourly, 10))).status).toBe(201)
    expect((await w.as(two).post('/bookings', slot(wholeDay, 8))).body.code).toBe('booking.slot_full')
  })

  it('nobody is booked in two places at once, nor advised to be', async () => {
    const [one, two] = [await w.offering(await w.place()), await w.offering(await w.place())]
    const resident = await w.person()
    const soon = (offering: Offering) => slot(offering, 11, '2026-11-23')
    expect((await w.as(resident).post('/bookings', soon(one))).status).toBe(201)
    const refused = await w.as(resident).post('/bookings', soon(two))
    expect(refused.body.code).toBe('booking.person_busy')
    expect(refused.body.next.map((next: { startAt?: string }) => next.startAt)).not.toContain(
      soon(two).startAt,
    )
    expect(await leftAt(resident, two, soon(two).startAt)).toBe(2)
  })

  it('a parked car leaves its owner free, and gives its bay back when cancelled', async () => {
    const parking = await w.offering(await w.place(), { attended: false, capacity: 1 })
    const court = await w.offering(await w.place())
    const resident = await w.person()
    const { body } = await w.as(resident).post('/bookings', slot(parking))
    const played = await w.as(resident).post('/bookings', slot(court))
    await w.as(resident).post(`/bookings/${body.bookingId}/cancel`)
    expect(await leftAt(resident, parking, body.startAt)).toBe(1)
    expect((await w.as(resident).post('/bookings', slot(court, 14))).body.code).toBe('booking.person_busy')
    expect(played.status).toBe(201)
  })

  it('the same key gives the same booking, also after the slot has filled up', async () => {
    const offering = await w.offering(await w.place(), { capacity: 1 })
    const resident = await w.person()
    const key = 'intent-0000000001'
    const first = await w.as(resident).post('/bookings', slot(offering), key)
    const again = await w.as(resident).post('/bookings', slot(offering), key)
    expect(again).toEqual(first)
  })

  it('ten retries of one intent at once make one booking', async () => {
    const offering = await w.offering(await w.place(), { capacity: 5 })
    const resident = await w.person()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => w.as(resident).post('/bookings', slot(offering), 'intent-0000000002')),
    )
    expect(new Set(answers.map(answer => answer.body.bookingId)).size).toBe(1)
    expect(await leftAt(resident, offering, slot(offering).startAt)).toBe(4)
  })

  it('the same key with another slot is refused and takes nothing', async () => {
    const offering = await w.offering(await w.place())
    const resident = await w.person()
    await w.as(resident).post('/bookings', slot(offering, 9), 'intent-0000000003')
    const other = await w.as(resident).post('/bookings', slot(offering, 11), 'intent-0000000003')
    expect(other).toMatchObject({ status: 409, body: { code: 'request.key_reused' } })
    expect(await leftAt(resident, offering, slot(offering, 11).startAt)).toBe(2)
  })

  it.each([
    ['a start that has passed', 8, '2026-11-23', 'booking.past'],
    ['a start beyond the days ahead', 9, '2026-12-30', 'booking.too_early'],
    ['a start outside the hours', 20, '2026-11-24', 'booking.not_a_slot'],
    ['a start between two slots', 9.25, '2026-11-24', 'booking.odd_start'],
  ])('%s is refused', async (_, hour, day, code) => {
    const offering = await w.offering(await w.place())
    expect((await w.as(await w.person()).post('/bookings', slot(offering, hour, day))).body.code).toBe(code)
  })
})

describe('whom it is for', () => {
  const elders = { eligible: { ageMonths: { min: 720 } } }

  it('a five-year-old is not booked into care of those over 60: told why, and what near by is for them', async () => {
    const place = await w.place()
    const care = await w.offering(place, elders)
    const play = await w.offering(place, { eligible: { ageMonths: { below: 72 } }, name: '亲子时段' })
    const grandmother = w.as(await w.person({ bornOn: '1954-03' }))
    const added = { name: '小满', relation: 'grandchild', bornOn: '2021-06' }
    const { people: household } = (await grandmother.post('/me/people', added)).body
    const { personId } = household[1]
    const refused = await grandmother.post('/bookings', { ...slot(care), personId })
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'booking.not_eligible', facts: { rule: 'too_young' } },
    })
    expect(refused.body.detail).toContain('小满')
    const pages = refused.body.next.map((next: { page?: string }) => next.page)
    expect(pages[0]).toContain(play.offeringId)
    expect(pages.join()).not.toContain(care.offeringId)
    expect(await leftAt(await w.person(), care, slot(care).startAt)).toBe(2)
    expect((await grandmother.post('/bookings', slot(care))).status).toBe(201)
  })

  it('whose age is not known is asked for it, and let in once it is told', async () => {
    const care = await w.offering(await w.place(), elders)
    const resident = await w.person()
    const refused = await w.as(resident).post('/bookings', slot(care))
    expect(refused.body.code).toBe('booking.not_eligible')
    expect(refused.body.next[0]).toMatchObject({ do: 'open' })
    expect(refused.body.next[0].page).toContain(resident.personId)
    const told = await w.as(resident).put(`/me/people/${resident.personId}/born`, { bornOn: '1950-03' })
    expect(told.body.people[0].bornOn).toBe('1950-03')
    expect((await w.as(resident).post('/bookings', slot(care))).status).toBe(201)
  })
})

describe('approving', () => {
  const requested = async (capacity = 1) => {
    const offering = await w.offering(await w.place(), { capacity, needsApproval: true })
    const resident = await w.person()
    const { body } = await w.as(resident).post('/bookings', slot(offering))
    return { offering, resident, bookingId: body.bookingId as string, booking: body }
  }
  const worker = (scope = OSMANTHUS) => w.person({ roles: ['resident', 'worker'], scope })

  it('a request holds its seat until staff approve it, and its owner is told', async () => {
    const { offering, resident, bookingId, booking } = await requested()
    expect(booking.state).toBe('requested')
    expect(await leftAt(resident, offering, booking.startAt)).toBe(0)
    w.pass(1)
    const approved = await w.as(await worker()).post(`/bookings/${bookingId}/approve`)
    expect(approved).toMatchObject({ status: 200, body: { state: 'confirmed' } })
    await w.react()
    const { body } = await w.as(resident).get('/notices')
    expect(body.notices.map((notice: { verb: string }) => notice.verb)).toEqual(['approve', 'place'])
  })

  it('of approve and decline at once exactly one holds', async () => {
    const { bookingId } = await requested()
    const [one, two] = [await worker(), await worker()]
    const answers = await Promise.all([
      w.as(one).post(`/bookings/${bookingId}/approve`),
      w.as(two).post(`/bookings/${bookingId}/decline`, { reason: '当天消毒' }),
    ])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  })

  it('a declined request gives its seat back and says why', async () => {
    const { offering, resident, bookingId, booking } = await requested()
    await w.as(await worker()).post(`/bookings/${bookingId}/decline`, { reason: '当天消毒' })
    expect(await leftAt(resident, offering, booking.startAt)).toBe(1)
    await w.react()
    const { body } = await w.as(resident).get(`/bookings/${bookingId}`)
    expect(body).toMatchObject({ state: 'declined', can: [] })
    expect(body.timeline.at(-1)).toMatchObject({ verb: 'decline', note: '当天消毒' })
  })

  it('staff of another community find the same nothing as for an id that is not there', async () => {
    const { bookingId } = await requested()
    const stranger = await worker(STONEBRIDGE)
    const [theirs, missing] = await Promise.all([
      w.as(stranger).post(`/bookings/${bookingId}/approve`),
      w.as(stranger).post(`/bookings/bk_01JD0000000000000000000000/approve`),
    ])
    expect({ ...theirs.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' })
    expect(theirs.status).toBe(404)
  })

  it('nobody approves a booking of their own', async () => {
    const offering = await w.offering(await w.place(), { needsApproval: true })
    const self = await worker()
    const { body } = await w.as(self).post('/bookings', slot(offering))
    expect((await w.as(self).post(`/bookings/${body.bookingId}/approve`)).body.code).toBe('booking.own_case')
  })

  it('a request that nobody answers lapses at its deadline and frees its seat', async () => {
    const own = await createWorld()
    const offering = await own.offering(await own.place(), { capacity: 1, needsApproval: true })
    const resident = await own.person()
    const { body } = await own.as(resident).post('/bookings', slot(offering))
    own.pass(24 * 60)
    const staff = await own.person({ roles: ['resident', 'worker'] })
    expect((await own.as(staff).post(`/bookings/${body.bookingId}/approve`)).body.code).toBe('booking.lapsed')
    expect(await own.tick()).toEqual({ lapsed: 1 })
    expect(await own.tick()).toEqual({ lapsed: 0 })
    const fresh = await own.person({ residentId: resident.residentId, personId: resident.personId })
    expect((await own.as(fresh).get(`/bookings/${body.bookingId}`)).body.state).toBe('lapsed')
    await own.close()
  })
})

describe('cancelling', () => {
  it('gives the seat back once, however often it is tapped', async () => {
    const offering = await w.offering(await w.place(), { capacity: 3 })
    const [resident, other] = (await people(2)) as [Person, Person]
    await w.as(other).post('/bookings', slot(offering))
    const { body } = await w.as(resident).post('/bookings', slot(offering))
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => w.as(resident).post(`/bookings/${body.bookingId}/cancel`)),
    )
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200, 200])
    expect((await w.as(resident).post(`/bookings/${body.bookingId}/cancel`)).body.state).toBe('cancelled')
    expect(await leftAt(resident, offering, body.startAt)).toBe(2)
  })

  it.each([
    ['0519-00000001', '0519-00000001'],
    [undefined, '0519-00000000'],
  ])(
    'is closed once its time has passed: a place with the telephone %s is told at %s',
    async (phone, call) => {
      const own = await createWorld()
      const offering = await own.offering(await own.place({ phone }), { cancelMinutes: 120 })
      const resident = await own.person()
      const { body } = await own.as(resident).post('/bookings', slot(offering, 11, '2026-11-23'))
      own.pass(1)
      const late = await own.as(resident).post(`/bookings/${body.bookingId}/cancel`)
      expect(late).toMatchObject({ status: 409, body: { code: 'booking.cancel_closed' } })
      expect(late.body.next).toMatchObject([{ do: 'call', phone: call }])
      await own.close()
    },
  )
})

describe('an unattended offering', () => {
  it('takes one car of each resident, who may park another one elsewhere and cancel each by itself', async () => {
    const [here, there] = [
      await w.offering(await w.place(), { attended: false, capacity: 2 }),
      await w.offering(await w.place(), { attended: false, capacity: 2 }),
    ]
    const [resident, neighbour] = (await people(2)) as [Person, Person]
    const { body } = await w.as(resident).post('/bookings', slot(here))
    expect((await w.as(resident).post('/bookings', slot(here))).body.code).toBe('booking.person_busy')
    expect((await w.as(resident).post('/bookings', slot(there))).status).toBe(201)
    expect((await w.as(neighbour).post('/bookings', slot(here))).status).toBe(201)
    await w.as(resident).post(`/bookings/${body.bookingId}/cancel`)
    expect((await w.as(resident).post('/bookings', slot(here))).status).toBe(201)
  })
})

describe('the time to book', () => {
  it('ends as long before the start as the offering says, to the minute', async () => {
    const own = await createWorld()
    const offering = await own.offering(await own.place(), { noticeMinutes: 60 })
    const [one, two] = [own.as(await own.person()), own.as(await own.person())]
    expect((await one.post('/bookings', slot(offering, 10, '2026-11-23'))).status).toBe(201)
    own.pass(1)
    const late = await two.post('/bookings', slot(offering, 10, '2026-11-23'))
    expect(late).toMatchObject({ status: 409, body: { code: 'booking.too_late' } })
    await own.close()
  })

  it('has ended where staff could not answer any more before the start', async () => {
    const own = await createWorld()
    const offering = await own.offering(await own.place(), { needsApproval: true })
    own.pass(30)
    const late = await own.as(await own.person()).post('/bookings', slot(offering, 10, '2026-11-23'))
    expect(late.body.code).toBe('booking.too_late')
    await own.close()
  })
})

describe('a year whose holidays are not published', () => {
  it('is not booked where holidays make a difference, and the days say so; it is where they make none', async () => {
    const own = await createWorld()
    own.pass((Date.parse(instantAt('2026-12-28', 9 * 60)) - Date.parse(own.now)) / 60_000)
    const place = await own.place()
    const days = Array.from({ length: 7 }, () => [[8 * 60, 18 * 60]] as const)
    const closing = await own.offering(place, { hours: { days, publicHoliday: 'closed' } })
    const steady = await own.offering(place)
    const reader = own.as(await own.person())
    const unknown = await reader.post('/bookings', slot(closing, 9, '2027-01-04'))
    expect(unknown).toMatchObject({ status: 409, body: { code: 'booking.calendar_unknown' } })
    const found = await reader.days(closing, 'from=2026-12-31&days=2')
    expect(found).toMatchObject([{ on: '2026-12-31' }, { calendarUnknown: true, slots: [] }])
    expect(found[0]?.slots).not.toEqual([])
    expect((await reader.post('/bookings', slot(steady, 9, '2027-01-04'))).status).toBe(201)
    await own.close()
  })
})

describe('my bookings', () => {
  it('of 9 the soonest 2 come first, page by page; what began more than a day ago is past, latest first', async () => {
    const own = await createWorld()
    const offering = await own.offering(await own.place(), { daysAhead: 30 })
    const resident = await own.person()
    const starts: string[] = []
    for (let day = 1; day <= 9; day++) {
      const { status, body } = await own
        .as(resident)
        .post('/bookings', slot(offering, 14, addDays('2026-11-23', day)))
      expect(status).toBe(201)
      starts.push(body.startAt)
    }
    const list = async (when: string) => {
      const found: string[] = []
      for (let cursor = ''; ; ) {
        const { body } = await own.as(resident).get(`/bookings?limit=2&when=${when}${cursor}`)
        found.push(...body.bookings.map(({ startAt }: { startAt: string }) => startAt))
        if (!body.cursor) return found
        cursor = `&cursor=${body.cursor}`
      }
    }
    expect(await list('coming')).toEqual(starts)
    expect(await list('past')).toEqual([])
    own.pass(4 * 24 * 60)
    expect((await list('past')).length).toBeGreaterThan(1)
    expect((await list('past')).toReversed()).toEqual(
      starts.filter(at => Date.parse(at) < Date.parse(own.now) - DAY_MS),
    )
    expect(await list('coming')).toEqual(starts.filter(at => Date.parse(at) >= Date.parse(own.now) - DAY_MS))
    await own.close()
  })
})
