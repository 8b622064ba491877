/** Bringing and fetching children: nobody is handed a child who was not named, and no code works twice. */
import { HANDOVER_KEPT_DAYS, MOST_FETCHERS, MOST_WRONG_CODES } from '@yike/shared/booking/rules/pickup'
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Place } from '../circle/store'
import { keys } from '../platform/keys'

let w: World
let staff: Person
let father: Person
let place: Place
let bookingId: string
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
  father = await w.person({ name: '陈先生' })
  place = await w.place({ kind: 'childcare' })
  bookingId = await book(father)
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

/** The world begins at nine on Monday: the day is on. */
const book = async (who: Person, kind: 'childcare' | 'elderCare' = 'childcare', day = '2026-11-23') => {
  const { placeId, offeringId } = await w.offering(place, { kind, name: '托小班', capacity: 10 })
  const startAt = instantAt(day, 10 * 60)
  const { body } = await w
    .as(who)
    .post('/bookings', { placeId, offeringId, startAt, endAt: addMinutes(startAt, 60) })
  return body.bookingId as string
}
const home = (path: string, body: object = {}, by = father, of = bookingId) =>
  w.as(by).post(`/bookings/${of}/${path}`, body)
const atClass = (path: string, body: object = {}, by = staff, of = bookingId) =>
  w.as(by).post(`/work/bookings/${of}/${path}`, body)
const pickup = async (by = father) => (await w.as(by).get(`/bookings/${bookingId}/pickup`)).body
const name = (who = '孙奶奶', relation = 'grandparent', days = 30, by = father) =>
  home('fetchers', { name: who, relation, days, agreed: true }, by)
const nameOne = async (...is: Parameters<typeof name>): Promise<string> =>
  (await name(...is)).body.fetchers.at(-1).fetcherId
const codeFor = async (fetcherId?: string): Promise<string> =>
  (await home('pickup-code', fetcherId ? { fetcherId } : {})).body.code.digits
const arrive = (more: object = {}) => atClass('arrive', { at: w.now, ...more })
const leave = (more: object) => atClass('leave', { at: w.now, ...more })
const other = (code: string) => (code === '000000' ? '000001' : '000000')

describe('who may fetch', () => {
  it('a grandmother who is named fetches with the code of the day, and the guardian reads at once who, when and how', async () => {
    const fetcherId = await nameOne()
    const code = await codeFor(fetcherId)
    await arrive({ temperatureDeci: 366, note: '睡得香' })
    w.pass(150)
    const checked = await atClass('check-code', { code })
    expect(checked.body).toEqual({ fetcherId, party: { name: '孙奶奶', relation: 'grandparent' } })
    expect((await leave({ code, meal: 'most' })).status).toBe(200)
    await w.react()
    const { arrivedAt, leftAt, events } = await pickup()
    expect([arrivedAt < leftAt, leftAt]).toEqual([true, w.now])
    expect(events.map(({ verb }: { verb: string }) => verb)).toEqual(['name', 'arrive', 'leave'])
    expect(events[1]).toMatchObject({
      ...{ by: 'staff', party: { name: '陈先生', relation: 'guardian' } },
      ...{ temperatureDeci: 366, note: '睡得香' },
    })
    expect(events[2]).toMatchObject({ proof: 'code', party: { name: '孙奶奶' }, meal: 'most' })
    const { body } = await w.as(father).get('/notices')
    expect(body.notices.map(({ verb }: { verb: string }) => verb)).toEqual(
      expect.arrayContaining(['arrive', 'leave']),
    )
  })

  it('somebody who was not named fetches no child, by no code and by no telephone', async () => {
    await nameOne()
    await arrive()
    const stranger = 'ft_01JD3V8K2QW6ZB5M9T4XN7RHCE'
    expect((await leave({ fetcherId: stranger, confirmedBy: '妈妈' })).body.code).toBe('booking.not_named')
    expect((await home('pickup-code', { fetcherId: stranger })).body.code).toBe('booking.not_named')
    expect((await leave({})).body.code).toBe('booking.proof_missing')
    expect((await pickup()).leftAt).toBeUndefined()
  })

  it('somebody taken off fetches nobody from that write on, and the code made for them is over', async () => {
    const fetcherId = await nameOne()
    const code = await codeFor(fetcherId)
    await arrive()
    await home(`fetchers/${fetcherId}/end`)
    expect((await home(`fetchers/${fetcherId}/end`)).status).toBe(200)
    expect((await atClass('check-code', { code })).body.code).toBe('booking.code_over')
    expect((await leave({ code })).body.code).toBe('booking.code_over')
    expect((await leave({ fetcherId, confirmedBy: '爸爸' })).body.code).toBe('booking.not_named')
    expect((await pickup()).fetchers).toEqual([])
  })

  it('of taking off and fetching at once one comes first: whoever was taken off first has fetched nobody', async () => {
    const fetcherId = await nameOne()
    await arrive()
    const code = await codeFor(fetcherId)
    const [ended, left] = await Promise.all([home(`fetchers/${fetcherId}/end`), leave({ code })])
    expect(ended.status).toBe(200)
    const { events } = await pickup()
    const order = events.map(({ verb }: { verb: string }) => verb).filter((v: string) => v !== 'name')
    expect(order).toEqual(left.status === 200 ? ['arrive', 'leave', 'unname'] : ['arrive', 'unname'])
  })

  it('a name that is corrected is the person from that write on; the one before and its code open nothing', async () => {
    const wrong = await nameOne('孙玉栏')
    const code = await codeFor(wrong)
    await arrive()
    const fixed = await home(`fetchers/${wrong}/correct`, { name: '孙玉兰' })
    const [one] = fixed.body.fetchers
    expect(fixed.body.fetchers).toHaveLength(1)
    expect(one).toMatchObject({ name: '孙玉兰', relation: 'grandparent', was: '孙玉栏' })
    expect((await home(`fetchers/${wrong}/correct`, { name: '孙玉兰' })).status).toBe(200)
    expect((await atClass('check-code', { code })).body.code).toBe('booking.code_over')
    expect((await leave({ code })).body.code).toBe('booking.code_over')
    expect((await leave({ fetcherId: wrong, confirmedBy: '爸爸' })).body.code).toBe('booking.not_named')
    expect((await leave({ code: await codeFor(one.fetcherId) })).status).toBe(200)
    const { events } = await pickup()
    expect(events.filter(({ verb }: { verb: string }) => verb === 'correct')).toMatchObject([
      { by: 'owner', party: { name: '孙玉兰' }, was: '孙玉栏' },
    ])
  })

  it('a name is corrected by its guardian or staff who have them on the telephone, who is told; by nobody else', async () => {
    const wrong = await nameOne('孙玉栏')
    const far = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE, community: STONEBRIDGE })
    for (const by of [await w.person(), far])
      expect((await home(`fetchers/${wrong}/correct`, { name: '坏人' }, by)).body.code).toBe(
        'request.not_found',
      )
    const stranger = 'ft_01JD3V8K2QW6ZB5M9T4XN7RHCE'
    expect((await home(`fetchers/${stranger}/correct`, { name: '坏人' })).status).toBe(404)
    expect((await home(`fetchers/${wrong}/correct`, { name: '' })).status).toBe(400)
    const { body } = await home(`fetchers/${wrong}/correct`, { name: '孙玉兰' }, staff)
    expect(body.fetchers).toMatchObject([{ name: '孙玉兰', was: '孙玉栏', staffNumber: expect.any(String) }])
    await w.react()
    const { notices } = (await w.as(father).get('/notices')).body
    expect(notices.map(({ verb }: { verb: string }) => verb)).toContain('correct')
  })

  it('corrected into a name that stands there already is one person; of a day that is over nothing is corrected', async () => {
    const wrong = await nameOne('孙玉栏', 'grandparent', 0)
    await nameOne('孙玉兰', 'grandparent', 30)
    const { body } = await home(`fetchers/${wrong}/correct`, { name: '孙玉兰' })
    expect(body.fetchers).toHaveLength(1)
    expect(body.fetchers[0].onlyThis).toBeUndefined()
    const today = await nameOne('张书', 'friend', 0)
    await arrive()
    await leave({ confirmedBy: '爸爸' })
    expect((await home(`fetchers/${today}/correct`, { name: '张叔' })).body.code).toBe('booking.already_left')
  })

  it('of correcting and fetching at once, 12 times, one comes first: nobody is handed a child by a name that was corrected', async () => {
    const orders: string[] = []
    for (let round = 0; round < 12; round++) {
      father = await w.person({ name: '陈先生' })
      bookingId = await book(father)
      const wrong = await nameOne('孙玉栏')
      await arrive()
      const code = await codeFor(wrong)
      const acts = [() => home(`fetchers/${wrong}/correct`, { name: '孙玉兰' }), () => leave({ code })]
      const answers = await Promise.all((round % 2 ? acts.reverse() : acts).map(act => act()))
      const [corrected, left] = round % 2 ? answers.reverse() : answers
      expect(corrected?.status).toBe(200)
      const { events } = await pickup()
      const order = events.map(({ verb }: { verb: string }) => verb).slice(2)
      expect(order).toEqual(left?.status === 200 ? ['leave', 'correct'] : ['correct'])
      expect(left?.status === 200 || left?.body.code === 'booking.code_over').toBe(true)
      orders.push(order.join())
    }
    expect(orders).toHaveLength(12)
  })

  it('a second arrival that says something else is refused with a reason, the same one is one; nothing is noted of before it', async () => {
    await arrive()
    expect((await arrive()).status).toBe(200)
    const other = await arrive({ broughtBy: '何秀英', temperatureDeci: 380 })
    expect(other.body.code).toBe('booking.already_arrived')
    const early = await atClass('care', { at: '2020-01-01T01:00:00.000Z', note: '睡着了' })
    expect(early.body.code).toBe('booking.not_arrived')
    expect((await pickup()).events.map(({ verb }: { verb: string }) => verb)).toEqual(['arrive'])
  })

  it('a name for one day opens no other day, one for the child does, and it ends on its day', async () => {
    const today = await nameOne('张叔', 'friend', 0)
    const month = await nameOne('孙奶奶', 'grandparent', 30)
    const tomorrow = await book(father, 'childcare', '2026-11-24')
    const of = async (id: string) =>
      (await w.as(father).get(`/bookings/${id}/pickup`)).body.fetchers.map(
        ({ fetcherId }: { fetcherId: string }) => fetcherId,
      )
    expect(await of(bookingId)).toEqual([today, month])
    expect(await of(tomorrow)).toEqual([month])
    w.pass(32 * 24 * 60)
    expect(await of(tomorrow)).toEqual([])
  })

  it(`${MOST_FETCHERS} may fetch a child, by 12 names at once no seventh, and one name twice is one person`, async () => {
    const names = Array.from({ length: 12 }, (_, i) => `亲戚${i}`)
    for (const who of names.slice(0, 4)) await name(who, 'relative')
    await Promise.all(names.slice(4).map(who => name(who, 'relative')))
    for (const who of names) await name(who, 'relative')
    expect((await pickup()).fetchers).toHaveLength(MOST_FETCHERS)
    expect((await name('第七人', 'relative')).body.code).toBe('booking.fetchers_full')
    expect((await name('亲戚0', 'relative')).status).toBe(200)
  })

  it('whoever has not agreed is not written down, nor a booking of another kind', async () => {
    const unasked = await home('fetchers', { name: '孙奶奶', relation: 'grandparent', days: 1 })
    expect(unasked.status).toBe(400)
    const elder = await book(father, 'elderCare', '2026-11-24')
    expect(await home('medicine', { note: '美林 5 毫升' }, father, elder)).toMatchObject({
      body: { code: 'booking.no_pickup' },
    })
  })

  it('neither a neighbour nor staff elsewhere see or do any of it', async () => {
    const neighbour = await w.person()
    const far = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    expect((await w.as(neighbour).get(`/bookings/${bookingId}/pickup`)).status).toBe(404)
    expect((await name('我', 'friend', 1, neighbour)).status).toBe(404)
    expect((await home('pickup-code', {}, neighbour)).status).toBe(404)
    expect((await atClass('arrive', { at: w.now }, far)).status).toBe(404)
    const list = `/work/places/${place.placeId}/class?on=2026-11-23`
    expect((await w.as(far).get(list)).status).toBe(404)
    expect((await w.as(neighbour).get(list)).status).toBe(403)
  })
})

describe('the code', () => {
  it('works once: of 8 who fetch by it at once one does, and it stands nowhere in the table', async () => {
    const code = await codeFor(await nameOne())
    await arrive()
    const at = Array.from({ length: 8 }, (_, i) => addMinutes(w.now, -i))
    const tried = await Promise.all(at.map(when => leave({ at: when, code })))
    expect(tried.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await pickup()).events.filter(({ verb }: { verb: string }) => verb === 'leave')).toHaveLength(1)
    const stored = await w.table.get(keys.handover(bookingId))
    expect(JSON.stringify(stored)).not.toContain(code)
    expect(w.lines.join()).not.toContain(code)
  })

  it(`after ${MOST_WRONG_CODES} wrong tries not even the right one opens, and its guardian is told; a new one does`, async () => {
    await arrive()
    const code = await codeFor()
    for (let i = 0; i < MOST_WRONG_CODES; i++)
      expect((await atClass('check-code', { code: other(code) })).body.code).toBe('booking.code_wrong')
    expect((await leave({ code })).body.code).toBe('booking.code_over')
    expect((await pickup()).code.state).toBe('locked')
    await w.react()
    const { body } = await w.as(father).get('/notices')
    expect(body.notices.some(({ verb }: { verb: string }) => verb === 'lock')).toBe(true)
    const next = await codeFor()
    expect((await leave({ code: next })).status).toBe(200)
  })

  it(`of 40 guesses at once no more than ${MOST_WRONG_CODES} are answered`, async () => {
    await arrive()
    const code = await codeFor()
    const guesses = await Promise.all(
      Array.from({ length: 40 }, () => atClass('check-code', { code: other(code) })),
    )
    const answered = guesses.filter(({ body }) => body.code === 'booking.code_wrong')
    expect(answered.length).toBeLessThanOrEqual(MOST_WRONG_CODES)
    expect(
      (await w.table.get(keys.handover(bookingId), { consistent: true }))?.code.wrong,
    ).toBeLessThanOrEqual(MOST_WRONG_CODES)
  })

  it('asked for twice it is the same one; for somebody else the former opens nothing; only on its day', async () => {
    const [mine, again] = [await codeFor(), await codeFor()]
    expect(again).toBe(mine)
    const hers = await codeFor(await nameOne())
    await arrive()
    if (hers !== mine)
      expect((await atClass('check-code', { code: mine })).body.code).toBe('booking.code_wrong')
    expect((await atClass('check-code', { code: hers })).body.party.name).toBe('孙奶奶')
    await home('pickup-code/end')
    expect((await atClass('check-code', { code: hers })).body.code).toBe('booking.code_over')
    const tomorrow = await book(father, 'childcare', '2026-11-24')
    expect((await home('pickup-code', {}, father, tomorrow)).body.code).toBe('booking.code_not_today')
  })

  it('yesterday’s opens nothing today, and staff never read the digits', async () => {
    const code = await codeFor()
    await arrive()
    expect((await pickup(staff)).code).not.toHaveProperty('digits')
    w.pass(24 * 60)
    expect((await leave({ code })).body.code).toBe('booking.code_over')
  })
})

describe('the day', () => {
  it('a list that comes in late and twice from two devices counts a child once, by what was written first', async () => {
    w.pass(90)
    const [first, second] = [addMinutes(w.now, -40), addMinutes(w.now, -38)]
    const sent = await Promise.all([
      ...Array.from({ length: 4 }, () => arrive({ at: first, broughtBy: '妈妈' })),
      ...Array.from({ length: 4 }, () => arrive({ at: second, broughtBy: '妈妈' })),
    ])
    for (const { status, body } of sent)
      expect(status === 200 || body.code === 'booking.pickup_moved').toBe(true)
    const { events, state } = await pickup()
    expect(events.map(({ verb }: { verb: string }) => verb)).toEqual(['arrive'])
    expect(state).toBe('came')
    const fetched = { at: addMinutes(w.now, -10), confirmedBy: '陈先生' }
    expect((await leave(fetched)).status).toBe(200)
    expect((await leave(fetched)).status).toBe(200)
    expect((await leave({ ...fetched, confirmedBy: '别人' })).body.code).toBe('booking.already_left')
  })

  it('what was written down without network is judged by its moment: fetched first and taken off later holds', async () => {
    const fetcherId = await nameOne()
    await arrive()
    w.pass(60)
    const fetchedAt = w.now
    w.pass(30)
    await home(`fetchers/${fetcherId}/end`)
    expect((await leave({ fetcherId, confirmedBy: '爸爸' })).body.code).toBe('booking.not_named')
    const late = await leave({ at: fetchedAt, fetcherId, confirmedBy: '爸爸' })
    expect(late.body.leftAt).toBe(fetchedAt)
  })

  it('a child that was brought has come although it was marked absent, and none is fetched that was not brought', async () => {
    expect((await leave({ confirmedBy: '爸爸' })).body.code).toBe('booking.not_arrived')
    w.pass(65)
    await w.as(staff).post(`/work/bookings/${bookingId}/mark`, { mark: 'absent', markedAt: w.now })
    await arrive({ at: addMinutes(w.now, -20) })
    expect((await pickup()).state).toBe('came')
  })

  it('no medicine is received or given without the guardian’s written word', async () => {
    expect((await arrive({ medicine: 'received' })).body.code).toBe('booking.no_instruction')
    await home('medicine', { note: '美林 5 毫升，饭后' })
    expect((await arrive({ medicine: 'received' })).status).toBe(200)
    w.pass(10)
    expect((await atClass('care', { at: w.now, medicine: 'given' })).status).toBe(200)
    expect((await atClass('care', { at: w.now, medicine: 'given' })).body.events).toHaveLength(3)
    // A colleague writes in the same moment.
    const fever = { at: w.now, temperatureDeci: 389 }
    expect((await atClass('care', fever)).body.events).toHaveLength(4)
    expect((await atClass('care', fever)).body.events).toHaveLength(4)
    w.pass(1)
    expect((await atClass('care', { at: w.now })).body.code).toBe('booking.note_empty')
  })

  it('the list of a class tells its day in pages, and the number to call only when asked, which is noted', async () => {
    await home('contact', { phone: '139 0000 1111' })
    const others = await Promise.all([w.person(), w.person()])
    for (const one of others) await book(one)
    const ask = (more = '') =>
      w.as(staff).get(`/work/places/${place.placeId}/class?on=2026-11-23&limit=2${more}`)
    const first = await ask()
    const second = await ask(`&cursor=${first.body.cursor}`)
    const all = [...first.body.children, ...second.body.children]
    expect(all).toHaveLength(3)
    expect(JSON.stringify(all)).not.toContain('13900001111')
    expect(all.find(one => one.bookingId === bookingId).hasPhone).toBe(true)
    expect((await atClass('contact')).body).toEqual({ phone: '13900001111' })
    const { body } = await w.as(father).get('/me/looks')
    expect(body.looks).toMatchObject([{ about: 'booking', caseId: bookingId }])
  })

  it('staff name somebody for a guardian who calls, and it says who did', async () => {
    await name('孙奶奶', 'grandparent', 0, staff)
    await w.react()
    const { fetchers, events } = await pickup()
    expect(fetchers[0].staffNumber).toBe(events[0].staffNumber)
    expect(events[0]).toMatchObject({ verb: 'name', by: 'staff' })
    const { body } = await w.as(father).get('/notices')
    expect(body.notices[0].verb).toBe('name')
  })

  it('the sheet and the list to take along carry when a child was brought and fetched', async () => {
    await arrive()
    w.pass(60)
    await leave({ confirmedBy: '爸爸' })
    const times = { arrivedAt: addMinutes(w.now, -60), leftAt: w.now }
    const range = 'from=2026-11-23'
    const sheet = await w.as(staff).get(`/work/places/${place.placeId}/bookings?${range}`)
    expect(sheet.body.lines).toMatchObject([times])
    const taken = await w
      .as(staff)
      .post(`/work/places/${place.placeId}/attendance`, { from: '2026-11-23', days: 1 })
    expect(taken.body.lines).toMatchObject([times])
  })

  it(`is forgotten by itself ${HANDOVER_KEPT_DAYS} days after`, async () => {
    await arrive()
    const { expiresAtSeconds } = (await w.table.get(keys.handover(bookingId))) ?? {}
    const endMs = Date.parse(instantAt('2026-11-23', 11 * 60))
    expect(expiresAtSeconds).toBe(endMs / 1000 + HANDOVER_KEPT_DAYS * 86_400)
  })
})
