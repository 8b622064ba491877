/** What is booked for a team: whose ration it uses up, who may, and that nobody books for it who may not at that moment. */
import { addMinutes, instantAt, localDate } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { everything } from '../../test/everything'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering, Place } from '../circle/store'
import { changeOfferingChanges } from './store'

let w: World
let staff: Person
let leader: Person
let booker: Person
let teamId: string
let place: Place
let hall: Offering
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
  leader = await w.person({ name: '吴秀英' })
  booker = await w.person({ name: '陈美兰' })
  teamId = await team()
  place = await w.place()
  hall = await room()
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const twoHours = { per: 'team', count: 'minutes', within: 'week', most: 120 } as const
const room = (is: Partial<Offering> = {}) =>
  w.offering(place, { kind: 'venue', name: '排练厅', capacity: 1, quotas: [twoHours], ...is })

/** Led by one, and another may book for it. */
const team = async () => {
  const registered = (await w.as(staff).post('/work/teams', { community: OSMANTHUS, name: '桂花里舞蹈队' }))
    .body
  await w.as(leader).post('/teams/join', { code: registered.code, name: leader.name })
  const { code } = (await w.as(leader).post(`/teams/${registered.teamId}/code`)).body
  await w.as(booker).post('/teams/join', { code, name: booker.name })
  await letBook(true, registered.teamId)
  return registered.teamId as string
}
const memberPath = async (of: string) => {
  const { list } = (await w.as(leader).get(`/teams/${of}`)).body
  const { memberId } = list.find(({ name }: { name: string }) => name === booker.name)
  return `/teams/${of}/members/${memberId}`
}
const letBook = async (mayBook: boolean, of = teamId) => w.as(leader).put(await memberPath(of), { mayBook })
const slot = (hour: number, of = hall, on = '2026-11-24') => {
  const startAt = instantAt(on, hour * 60)
  return { placeId: of.placeId, offeringId: of.offeringId, startAt, endAt: addMinutes(startAt, 60) }
}
const book = (hour: number, by = booker, of = hall, on?: string) =>
  w.as(by).post('/bookings', { ...slot(hour, of, on), teamId })
const codeOf = async (...asked: Parameters<typeof book>) => (await book(...asked)).body.code ?? 'booked'
/** Something happens after the request has looked, and before its write. */
const before = async <A>(meanwhile: () => Promise<unknown>, act: () => Promise<A>): Promise<A> => {
  const write = w.table.write.bind(w.table)
  let isDone = false
  w.table.write = async changes => {
    if (!isDone && changes.some(change => 'check' in change && change.check.pk === `TEAM#${teamId}`)) {
      isDone = true
      await meanwhile()
    }
    return write(changes)
  }
  const answer = await act()
  w.table.write = write
  expect(isDone).toBe(true)
  return answer
}

describe('a booking for a team', () => {
  it('is called by the team, says who of it booked, and stands so on the sheet of its place', async () => {
    const { status, body } = await book(9)
    expect(status).toBe(201)
    expect(body).toMatchObject({ forName: '桂花里舞蹈队', team: { teamId, who: '陈美兰' } })
    const sheet = (await w.as(staff).get(`/work/places/${place.placeId}/bookings?from=2026-11-24`)).body
    expect(JSON.stringify(sheet)).toContain('桂花里舞蹈队')
    expect((await w.as(booker).get('/bookings')).body.bookings).toMatchObject([{ team: { teamId } }])
  })

  it('takes nobody’s own time: who books for it may be elsewhere, and it may be in two rooms', async () => {
    const other = await room()
    expect(await codeOf(9)).toBe('booked')
    expect(await codeOf(9, booker, other)).toBe('booked')
    const mine = await room({ quotas: [] })
    expect((await w.as(booker).post('/bookings', slot(9, mine))).status).toBe(201)
  })

  it('is no way round the age of a person, nor to what is for one person alone', async () => {
    const forElders = await room({ eligible: { ageMonths: { min: 720 } } })
    expect(await codeOf(9, booker, forElders)).toBe('booking.not_eligible')
    const care = await w.offering(place)
    expect(await codeOf(9, booker, care)).toBe('booking.not_eligible')
  })

  it('that is not for teams is refused with nothing that would be refused the same way', async () => {
    const care = await w.offering(place)
    await w.offering(place, { name: '另一项照护' })
    const { body } = await book(9, booker, care)
    const shown = body.next.flatMap((one: { page?: string }) => one.page ?? [])
    expect(shown.length).toBeGreaterThan(0)
    for (const page of shown) expect(page).toContain(hall.offeringId)
  })

  it('is by where the team is registered, not by where its booker lives', async () => {
    const here = await room({ eligible: { livesIn: OSMANTHUS } })
    const there = await room({ eligible: { livesIn: STONEBRIDGE } })
    expect(await codeOf(9, booker, here)).toBe('booked')
    expect(await codeOf(10, booker, there)).toBe('booking.not_eligible')
  })

  it('is what a room for teams alone takes, and may be dearer or cheaper', async () => {
    const forTeams = await room({
      ...{ eligible: { team: true }, priceFen: 2000 },
      prices: [{ eligible: { team: true }, priceFen: 0, why: '登记的团队免费' }],
    })
    const alone = (await w.as(booker).post('/bookings', slot(9, forTeams))).body
    expect(alone.code).toBe('booking.not_eligible')
    expect((await book(9, booker, forTeams)).body).toMatchObject({
      ...{ priceFen: 0, priceWhy: '登记的团队免费' },
    })
  })

  it('is not in the hands of whoever acts for its booker by a grant', async () => {
    const { bookingId } = (await book(9)).body
    const holder = await w.person()
    const asked = { may: ['book', 'cancel', 'see'], days: 30 }
    const { code, grantId } = (await w.as(booker).post('/grants', asked)).body
    await w.as(holder).post('/grants/take', { code })
    await w.as(booker).post(`/grants/${grantId}/confirm`)
    expect((await w.as(holder).get(`/grants/${grantId}/bookings`)).body.bookings).toEqual([])
    expect((await w.as(holder).post(`/bookings/${bookingId}/cancel`, { grantId })).status).toBe(404)
  })

  it('together with somebody of the household or a grant is nobody’s', async () => {
    const both = { ...slot(9), teamId, personId: booker.personId }
    expect((await w.as(booker).post('/bookings', both)).status).toBe(404)
  })
})

describe('a team’s ration', () => {
  it('is one whoever of it books, counts what is pending, and comes back with what is given up', async () => {
    hall = await room({ needsApproval: true })
    const first = await book(9)
    expect(first.body.state).toBe('requested')
    expect(await codeOf(10, leader)).toBe('booked')
    expect(await codeOf(11, leader)).toBe('booking.quota_used')
    expect(await codeOf(11)).toBe('booking.quota_used')
    // Neither has used up anything of their own.
    expect((await w.as(leader).post('/bookings', slot(12))).status).toBe(201)
    await w.as(staff).post(`/bookings/${first.body.bookingId}/decline`, { reason: '检修' })
    expect(await codeOf(11, leader)).toBe('booked')
  })

  it('that is used up says of which rule, and what is free when it begins anew', async () => {
    await book(9)
    await book(10)
    const { body } = await book(11, leader)
    expect(body.code).toBe('booking.quota_used')
    expect(body.detail).toContain('2 小时')
    const [next] = body.next.filter(({ do: what }: { do: string }) => what === 'book')
    expect(localDate(next.startAt)).toBe('2026-11-30')
    // What uses it up is the team's, whoever of it booked that.
    expect(body.next.map(({ page = '' }: { page?: string }) => page.split('?')[0])).toContain(
      '/booking/pages/team',
    )
    expect(await codeOf(9, leader, hall, '2026-11-30')).toBe('booked')
  })

  it('has its last hour taken by one of eight tries at once by two members', async () => {
    await book(9)
    const hours = [10, 11, 12, 13]
    const codes = await Promise.all(hours.flatMap(hour => [codeOf(hour), codeOf(hour, leader)]))
    expect(codes.filter(code => code === 'booked')).toHaveLength(1)
  })

  it('where there is none: a team’s booking counts as its booker’s, so that no team is a way round', async () => {
    const own = await room({ quotas: [{ per: 'person', count: 'bookings', within: 'week', most: 1 }] })
    expect(await codeOf(9, booker, own)).toBe('booked')
    expect((await w.as(booker).post('/bookings', slot(10, own))).body.code).toBe('booking.quota_used')
    expect(await codeOf(10, leader, own)).toBe('booked')
  })

  it('is met by a repeat booking, before it is made and in its write', async () => {
    const weekly = { per: 'team', count: 'bookings', within: 'month', most: 2 } as const
    hall = await room({ quotas: [weekly], daysAhead: 60 })
    const { startAt, endAt, ...which } = slot(9, hall, '2026-12-01')
    const asked = { ...which, startAt, endAt, every: 'weekly', times: 3, teamId }
    const { dates } = (await w.as(booker).post('/series/preview', asked)).body
    expect(dates.map(({ refused }: { refused?: { code: string } }) => refused?.code)).toEqual([
      undefined,
      undefined,
      'booking.quota_used',
    ])
    const spans = dates.slice(0, 2).map((one: { startAt: string; endAt: string }) => ({
      startAt: one.startAt,
      endAt: one.endAt,
    }))
    const made = await w.as(booker).post('/series', { ...which, spans, teamId })
    expect(made.body.bookings).toMatchObject([{ team: { teamId } }, { team: { teamId } }])
    expect(await codeOf(14, leader, hall, '2026-12-09')).toBe('booking.quota_used')
    await w.as(booker).post(`/series/${made.body.seriesId}/cancel`)
    expect(await codeOf(14, leader, hall, '2026-12-09')).toBe('booked')
  })
})

describe('nobody books for a team', () => {
  it('who is not in it, who only is a member, or once it is closed', async () => {
    const stranger = await w.person()
    expect((await book(9, stranger)).status).toBe(404)
    await letBook(false)
    const refused = await book(9)
    expect(refused.body).toMatchObject({ code: 'booking.team_over', next: [{ do: 'open' }, { do: 'call' }] })
    await w.as(staff).post(`/work/teams/${teamId}/close`)
    expect(await codeOf(9, leader)).toBe('booking.team_over')
  })

  it.each([
    ['taken out', async () => w.as(leader).post(`${await memberPath(teamId)}/remove`)],
    ['only a member', () => letBook(false)],
    ['gone by their own act', () => w.as(booker).post(`/teams/${teamId}/leave`)],
    ['of a team that was closed', () => w.as(staff).post(`/work/teams/${teamId}/close`)],
  ])('who is %s between the look and the write, one booking or many', async (_, meanwhile) => {
    const single = await before(meanwhile, () => book(9))
    expect(single.body.code).toBe('booking.team_over')
    await w.as(staff).post(`/work/teams/${teamId}/reopen`)
    const spans = [9, 10].map(hour => {
      const { startAt, endAt } = slot(hour)
      return { startAt, endAt }
    })
    const { placeId, offeringId } = hall
    const many = await before(
      () => w.as(staff).post(`/work/teams/${teamId}/close`),
      () => w.as(leader).post('/series', { placeId, offeringId, spans, teamId }),
    )
    expect(many.body.code).toBe('booking.team_over')
    const bookings = Object.keys(await everything(w)).filter(at => at.startsWith('BOOKING#'))
    expect(bookings).toEqual([])
  })

  it('what was booked stays, and its booker gives it up; sent again it is there once', async () => {
    const key = 'one-intent-of-hers'
    const wish = { ...slot(9), teamId }
    const first = await w.as(booker).post('/bookings', wish, key)
    await w.as(leader).post(`${await memberPath(teamId)}/remove`)
    const again = await w.as(booker).post('/bookings', wish, key)
    expect([again.status, again.body.bookingId]).toEqual([201, first.body.bookingId])
    expect((await w.as(booker).post(`/bookings/${first.body.bookingId}/cancel`)).body.state).toBe('cancelled')
    expect(await codeOf(9, leader)).toBe('booked')
  })
})

describe('waiting for a full room', () => {
  const full = async () => {
    const other = await w.person()
    const held = (await w.as(other).post('/bookings', slot(9))).body.bookingId
    return () => w.as(other).post(`/bookings/${held}/cancel`)
  }
  const wait = () => w.as(booker).post('/bookings/waiting', { ...slot(9), teamId })

  it('is for the team, is offered, and is taken while its booker may', async () => {
    const free = await full()
    const refused = (await book(9)).body
    expect(JSON.stringify(refused.next)).toContain(teamId)
    const entry = await wait()
    expect(entry.body).toMatchObject({ state: 'waiting', team: { teamId } })
    expect((await wait()).body.bookingId).toBe(entry.body.bookingId)
    await free()
    await w.react()
    const { bookingId } = entry.body
    expect((await w.as(booker).get(`/bookings/${bookingId}`)).body.state).toBe('offered')
    // The held hour counts.
    expect(await codeOf(10)).toBe('booked')
    expect(await codeOf(11, leader)).toBe('booking.quota_used')
    const late = await before(
      () => letBook(false),
      () => w.as(booker).post(`/bookings/${bookingId}/accept`),
    )
    expect(late.body.code).toBe('booking.team_over')
    await letBook(true)
    expect((await w.as(booker).post(`/bookings/${bookingId}/accept`)).body.state).toBe('confirmed')
  })

  it('offers nothing to who was taken out, and says so', async () => {
    const free = await full()
    const { bookingId } = (await wait()).body
    await w.as(leader).post(`${await memberPath(teamId)}/remove`)
    await free()
    await w.react()
    const { state, timeline } = (await w.as(booker).get(`/bookings/${bookingId}`)).body
    expect(state).toBe('waiting')
    expect(timeline.at(-1)).toMatchObject({ verb: 'skip' })
    expect(await codeOf(9, leader)).toBe('booked')
  })
})

const purpose = 'room'
/** The hall closes for a day, or longer. */
const shut = async (to = '2026-11-24') => {
  const closures = [{ from: to === '2026-11-24' ? to : '2026-11-20', to, why: '电路检修' }]
  const after: Offering = { ...hall, purpose, version: 2, closures }
  expect((await w.table.write(changeOfferingChanges([{ before: hall, after }], w.now))).ok).toBe(true)
  // Reactions of reactions too.
  for (let i = 0; i < 4; i++) await w.react()
}

it('a room that closes moves a team like anybody, who then answers while they may book for it', async () => {
  const other = await room({ name: '多功能厅', purpose })
  const { bookingId } = (await book(9)).body
  await shut()
  const moved = (await w.as(booker).get(`/bookings/${bookingId}`)).body
  expect(moved).toMatchObject({
    ...{ state: 'offered', forName: '桂花里舞蹈队', team: { teamId } },
    ...{ offeringId: other.offeringId, startAt: slot(9).startAt },
  })
  await letBook(false)
  const accept = () => w.as(booker).post(`/bookings/${bookingId}/accept`)
  expect((await accept()).body.code).toBe('booking.team_over')
  await letBook(true)
  expect((await accept()).body.state).toBe('confirmed')
})

it('what is held for a team in place of a closed room is taken by who leads it, also when its booker is out', async () => {
  await room({ name: '多功能厅', purpose })
  const { bookingId } = (await book(9)).body
  await w.as(leader).post(`${await memberPath(teamId)}/remove`)
  await shut()
  const accept = (by: Person) => w.as(by).post(`/bookings/${bookingId}/accept`)
  expect((await accept(booker)).body.code).toBe('booking.team_over')
  const late = await before(
    () => w.as(staff).post(`/work/teams/${teamId}/close`),
    () => accept(leader),
  )
  expect(late.body.code).toBe('booking.team_over')
  await w.as(staff).post(`/work/teams/${teamId}/reopen`)
  expect((await accept(leader)).body.state).toBe('confirmed')
})

describe('who is in a team', () => {
  const seen = async (by: Person, bookingId: string) => w.as(by).get(`/bookings/${bookingId}`)
  const remove = async () => w.as(leader).post(`${await memberPath(teamId)}/remove`)

  it('and leads it sees and gives up what a booker who was taken out has booked, and who of it did is read', async () => {
    const { bookingId } = (await book(9)).body
    await remove()
    expect((await w.as(leader).post(`/bookings/${bookingId}/cancel`)).body).toMatchObject({
      state: 'cancelled',
    })
    const { timeline } = (await seen(booker, bookingId)).body
    expect(timeline.at(-1)).toMatchObject({ verb: 'cancel', by: 'delegate', who: leader.name })
    await w.react()
    const told = (await w.as(booker).get('/notices')).body.notices.map(({ verb }: { verb: string }) => verb)
    expect(told).toContain('cancel')
  })

  it('and leads it no more gives up nothing, also where that was taken from them a moment before the write', async () => {
    const { bookingId } = (await book(9)).body
    const { list } = (await w.as(leader).get(`/teams/${teamId}`)).body
    const { memberId } = list.find(({ me }: { me?: true }) => me)
    const leave = () => w.as(staff).post(`/teams/${teamId}/members/${memberId}/remove`)
    const { write } = w.table
    let isOut = false
    w.table.write = async changes => {
      if (!isOut && changes.some(change => 'put' in change && change.put.type === 'Booking')) {
        isOut = true
        await leave()
      }
      return write(changes)
    }
    const said = await w.as(leader).post(`/bookings/${bookingId}/cancel`)
    w.table.write = write
    expect([isOut, said.status]).toEqual([true, 404])
    expect((await seen(booker, bookingId)).body.state).toBe('confirmed')
  })

  it('and works for its community answers none of its requests: a colleague does', async () => {
    const asks = await room({ needsApproval: true })
    const { code } = (await w.as(leader).post(`/teams/${teamId}/code`)).body
    await w.as(staff).post('/teams/join', { code, name: '小李' })
    const { bookingId } = (await book(9, booker, asks)).body
    expect((await w.as(staff).post(`/bookings/${bookingId}/approve`)).status).toBe(404)
    const colleague = await w.person({ roles: ['resident', 'worker'] })
    expect((await w.as(colleague).post(`/bookings/${bookingId}/approve`)).body.state).toBe('confirmed')
  })

  it('and works for its community gives up nothing of it on the telephone: a colleague does', async () => {
    const { bookingId } = (await book(9)).body
    await shut('2026-12-31')
    const colleague = await w.person({ roles: ['resident', 'worker'] })
    const { code } = (await w.as(leader).post(`/teams/${teamId}/code`)).body
    await w.as(staff).post('/teams/join', { code, name: '小李' })
    const [{ version }] = (await w.as(staff).get(`/work/calls/unsettled?community=${OSMANTHUS}`)).body.calls
    const cancel = (by: Person) =>
      w.as(by).post(`/work/bookings/${bookingId}/call`, { version, outcome: 'cancel' })
    expect((await cancel(staff)).body.code).toBe('booking.own_case')
    expect((await cancel(colleague)).body.state).toBe('cancelled')
  })

  it('is not booked for once more at the team’s case, nor is the team by that', async () => {
    const { bookingId } = (await book(9)).body
    const again = await w.as(staff).post('/work/bookings', { ...slot(15), bookingId })
    expect(again.body.code).toBe('booking.caller_unclear')
  })

  it('and waits for it is asked again when another booker gives the ration back', async () => {
    const other = await w.person()
    const held = (await w.as(other).post('/bookings', slot(9))).body.bookingId
    const waits = (await w.as(booker).post('/bookings/waiting', { ...slot(9), teamId })).body.bookingId
    const used = (await w.as(leader).post('/bookings', { ...slot(15), teamId })).body
    const more = (await book(17, leader)).body
    expect([used.state, more.state]).toEqual(['confirmed', 'confirmed'])
    await w.as(other).post(`/bookings/${held}/cancel`)
    await w.react()
    expect((await seen(booker, waits)).body.timeline.at(-1).verb).toBe('skip')
    await w.as(leader).post(`/bookings/${used.bookingId}/cancel`)
    for (let i = 0; i < 4; i++) await w.react()
    expect((await seen(booker, waits)).body.state).toBe('offered')
  })
})

describe('what is booked for a team', () => {
  const listed = async (by: Person) => {
    await w.react()
    return (await w.as(by).get(`/teams/${teamId}/bookings`)).body.bookings
  }

  it('is read by whoever is in it, soonest first and by whom; its ticket opens to who booked it and who leads', async () => {
    const { code } = (await w.as(leader).post(`/teams/${teamId}/code`)).body
    const dancer = await w.person()
    await w.as(dancer).post('/teams/join', { code, name: '小李' })
    await book(15)
    await book(9, leader)
    const own = await w.as(booker).post('/bookings', slot(11, await room({ quotas: [] })))
    expect(own.status).toBe(201)
    const by = (list: { who: string; mayOpen?: true }[]) => list.map(({ who, mayOpen }) => [who, mayOpen])
    expect(by(await listed(dancer))).toEqual([
      [leader.name, undefined],
      [booker.name, undefined],
    ])
    expect(by(await listed(booker))[0]?.[1]).toBeUndefined()
    expect(by(await listed(booker))[1]?.[1]).toBe(true)
    expect(by(await listed(leader)).map(([, mayOpen]) => mayOpen)).toEqual([true, true])
    expect((await w.as(staff).get(`/teams/${teamId}/bookings`)).status).toBe(404)
    expect((await w.as(dancer).get(`/bookings/${(await listed(dancer))[0].bookingId}`)).status).toBe(404)
  })

  it('is listed as it is now: given up it leaves, and who left the team reads it no more', async () => {
    const { bookingId } = (await book(9)).body
    expect(await listed(booker)).toHaveLength(1)
    await w.as(booker).post(`/bookings/${bookingId}/cancel`)
    expect(await listed(booker)).toEqual([])
    await book(10)
    await w.as(booker).post(`/teams/${teamId}/leave`)
    expect((await w.as(booker).get(`/teams/${teamId}/bookings`)).status).toBe(404)
    expect(await listed(leader)).toHaveLength(1)
  })
})
