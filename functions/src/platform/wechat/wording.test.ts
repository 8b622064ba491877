/** What staff write is read by WeChat too: their reasons to one resident, and what everybody reads of places and offerings. */
import { addMinutes, instantAt, instantOf } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorld, HOME, OSMANTHUS, type Person, type World } from '../../../test/world'
import { keys } from '../keys'
import { cover, revealing, uncover } from './aside'

let w: World
let staff: Person
let resident: Person
beforeAll(async () => {
  w = await createWorld()
  staff = await known({ roles: ['resident', 'worker'] })
  resident = await known({ roles: ['resident', 'volunteer'] })
})
afterAll(() => w.close())
// WeChat judges nothing of somebody whom it has not seen for two hours.
beforeEach(() => {
  for (const { residentId } of [staff, resident]) w.sandbox.login(`openid-${residentId}`)
})

/** Somebody who came in by WeChat, as everybody does. */
const known = async (is: Parameters<World['person']>[0]) => {
  const person = await w.person(is)
  const openId = `openid-${person.residentId}`
  w.sandbox.login(openId)
  await w.table.write([{ put: { ...keys.openId(person.residentId), type: 'OpenId', openId } }])
  return person
}
/** Every change, and what its reactions change. */
const settled = async () => {
  for (let round = 0; round < 4; round++) await w.react()
}

const RISKY = '这里有违规的话'
const CLEAN = '当天消毒，请改周三'

let hour = 8
const slot = () => {
  hour++
  return {
    startAt: instantAt('2026-11-24', hour * 60),
    endAt: instantAt('2026-11-24', (hour + 1) * 60),
  }
}
const asked = async (note?: string) => {
  const place = await w.place()
  const { placeId, offeringId } = await w.offering(place, { needsApproval: true })
  const { body } = await w.as(resident).post('/bookings', { placeId, offeringId, ...slot(), note })
  return `/bookings/${body.bookingId}`
}
const wish = { title: '楼道装灯', what: '三楼的灯不亮', where: '3 幢', kind: 'works' }
const filed = async () =>
  `/microprojects/${(await w.as(resident).post('/microprojects', wish)).body.microprojectId}`
const quarterAfter = (now: string) => instantOf((Math.floor(Date.parse(now) / 900_000) + 1) * 900_000)
const reported = async () => {
  const times = { startAt: quarterAfter(w.now), endAt: addMinutes(quarterAfter(w.now), 30) }
  const task = {
    community: OSMANTHUS,
    title: '陪走',
    what: '两圈',
    where: '门口',
    kind: 'errand',
    places: 1,
  }
  const { status, body } = await w.as(staff).post('/tasks', { ...task, ...times })
  expect(status).toBe(201)
  await settled()
  const claim = `/tasks/${body.taskId}`
  expect((await w.as(resident).move(`${claim}/claim`)).body).toMatchObject({ state: 'claimed' })
  w.pass(60)
  await w.as(resident).post(`${claim}/complete`, { version: 1, minutes: 30 })
  return claim
}

/** Each way in which staff give a resident a reason: the case, and the call. */
const reasons = {
  'a declined booking': async (reason: string) => {
    const at = await asked()
    w.pass(1)
    await w.as(staff).post(`${at}/decline`, { reason })
    return { at, staffAt: at }
  },
  'a request sent back': async (reason: string) => {
    const at = await filed()
    w.pass(1)
    await w.as(staff).move(`${at}/send-back`, { reason })
    return { at, staffAt: at }
  },
  'disputed hours': async (reason: string) => {
    const at = await reported()
    const staffAt = `${at}/claims/${resident.residentId}`
    await w.as(staff).post(`${staffAt}/dispute`, { version: 2, reason })
    return { at: '/claims', staffAt }
  },
}

const lastOf = async (by: Person, path: string) => {
  const { body } = await w.as(by).get(path)
  return (body.claims?.[0] ?? body).timeline.at(-1)
}
const newest = async () => (await w.as(resident).get('/notices')).body.notices[0]

describe.each(Object.entries(reasons))('the reason of %s', (_, give) => {
  it('is read before the resident is told of it, and a moment later they have it, in the inbox too', async () => {
    const { at, staffAt } = await give(CLEAN)
    expect(await lastOf(resident, at)).not.toHaveProperty('note')
    expect((await lastOf(resident, at)).wording).toBe('pending')
    expect(await lastOf(staff, staffAt)).toMatchObject({ note: CLEAN, wording: 'pending' })
    await settled()
    expect(await lastOf(resident, at)).toMatchObject({ note: CLEAN })
    expect(await newest()).toMatchObject({ note: CLEAN })
  })

  it('that is risky never reaches them: they learn what was decided, and staff what became of their words', async () => {
    const { at, staffAt } = await give(RISKY)
    await settled()
    expect(await lastOf(resident, at)).toMatchObject({ by: 'staff', wording: 'risky' })
    expect(JSON.stringify((await w.as(resident).get(at)).body)).not.toContain(RISKY)
    expect((await newest()).note).toBeUndefined()
    expect(await lastOf(staff, staffAt)).toMatchObject({ note: RISKY, wording: 'risky' })
  })
})

describe('what a resident writes to staff', () => {
  it('beside a booking is shown to staff with what was found, and to its owner as it is', async () => {
    const at = await asked(RISKY)
    expect((await w.as(staff).get(at)).body).toMatchObject({ note: RISKY, wording: 'pending' })
    await settled()
    expect((await w.as(staff).get(at)).body).toMatchObject({ note: RISKY, wording: 'risky' })
    const own = (await w.as(resident).get(at)).body
    expect(own).toMatchObject({ note: RISKY })
    expect(own).not.toHaveProperty('wording')
  })

  it('a verdict that meets a case moved meanwhile is not lost: the case is read as it is by then', async () => {
    const at = await asked(RISKY)
    w.pass(1)
    await w.as(staff).post(`${at}/approve`)
    await settled()
    expect((await w.as(staff).get(at)).body).toMatchObject({ state: 'confirmed', wording: 'risky' })
    expect(await newest()).toMatchObject({ verb: 'approve' })
  })
})

describe('what everybody reads of a place', () => {
  const hall = { name: '桂花里礼堂', kind: 'culture', position: HOME, hours: '每天 8:30–17:30' }
  const add = async (is: object = {}) =>
    (await w.as(staff).post('/work/places', { community: OSMANTHUS, ...hall, ...is })).body
  const shown = async (placeId: string) => (await w.as(resident).get(`/places/${placeId}`)).body
  const entry = async (placeId: string) => (await w.as(staff).get(`/work/places/${placeId}`)).body

  it('holds at once, and its new words a moment later; staff see theirs all the time', async () => {
    const { placeId, wording, name } = await add({ name: '新礼堂', address: '桂花里 3 号' })
    expect({ wording, name }).toEqual({ wording: 'pending', name: '新礼堂' })
    expect(await shown(placeId)).not.toMatchObject({ name: '新礼堂' })
    expect(await shown(placeId)).not.toHaveProperty('address')
    await settled()
    expect(await shown(placeId)).toMatchObject({ name: '新礼堂', address: '桂花里 3 号' })
    expect((await entry(placeId)).wording).toBe('pass')
  })

  it('keeps its name while another one is risky, and takes the next one that is not', async () => {
    const { placeId } = await add()
    await settled()
    const day = { from: '2026-11-25', to: '2026-11-25', hours: '休', note: RISKY }
    const put = (version: number, is: object) =>
      w.as(staff).put(`/work/places/${placeId}`, { version, ...hall, ...is })
    await put(1, { name: RISKY, specialDays: [day] })
    await settled()
    const kept = await shown(placeId)
    expect(kept.name).toBe(hall.name)
    expect(JSON.stringify(kept)).not.toContain(RISKY)
    expect(kept.hours).toMatch('11月25日休息')
    const wanted = await entry(placeId)
    expect(wanted).toMatchObject({
      version: 2,
      name: RISKY,
      wording: 'risky',
      specialDays: [{ note: RISKY }],
    })
    await put(2, { name: '礼堂（北门）', specialDays: [{ ...day, note: '电路检修' }] })
    await settled()
    expect(await shown(placeId)).toMatchObject({ name: '礼堂（北门）' })
    expect((await shown(placeId)).hours).toMatch('电路检修')
  })

  const waiting = async (placeId: string) =>
    (await w.as(staff).get(`/work/queue?community=${OSMANTHUS}&limit=50`)).body.waiting.filter(
      ({ caseId }: { caseId: string }) => caseId === placeId,
    )

  it('waits in the queue when nobody could judge it or it is risky, until staff say that it is right or write other words', async () => {
    const { placeId } = await add()
    await settled()
    expect(await waiting(placeId)).toEqual([])
    const put = (version: number, is: object) =>
      w.as(staff).put(`/work/places/${placeId}`, { version, ...hall, ...is })
    // A desk that has been open for three hours: WeChat does not know who writes.
    w.pass(180)
    await put(1, { address: '桂花里 3 号' })
    await settled()
    expect(await entry(placeId)).toMatchObject({ wording: 'review' })
    expect(await waiting(placeId)).toMatchObject([{ kind: 'place', title: hall.name }])
    await w.as(staff).post(`/work/places/${placeId}/assure`, { version: 2 })
    await settled()
    expect([await waiting(placeId), (await entry(placeId)).wording]).toEqual([[], undefined])
    w.sandbox.login(`openid-${staff.residentId}`)
    await put(3, { name: RISKY })
    await settled()
    expect(await waiting(placeId)).toHaveLength(1)
    w.pass(5)
    await put(4, { name: '礼堂（南门）' })
    await settled()
    expect(await waiting(placeId)).toEqual([])
  })

  it('what says nothing new is not read again, and a retry of unread words is one change', async () => {
    const { placeId } = await add()
    await settled()
    const put = () =>
      w.as(staff).put(`/work/places/${placeId}`, { version: 1, ...hall, address: '5 号', phone: '0519-22' })
    expect(await Promise.all([put(), put()])).toMatchObject([
      { body: { version: 2 } },
      { body: { version: 2 } },
    ])
    await settled()
    const { body } = await w
      .as(staff)
      .put(`/work/places/${placeId}`, { version: 2, ...hall, address: '5 号', phone: '0519-33' })
    expect(body).not.toHaveProperty('wording')
  })
})

describe('what everybody reads of an offering', () => {
  const fields = {
    name: '陶艺课',
    forWhom: '人人可约',
    capacity: 2,
    hours: '每天 9:00–18:00，节假日照常',
    slotMinutes: 60,
    noticeMinutes: 0,
    daysAhead: 14,
    cancelMinutes: 60,
    needsApproval: false,
    priceClass: 'free',
    priceFen: 0,
  }
  const opened = async (is: object = {}) => {
    const place = await w.place()
    const path = `/work/places/${place.placeId}/offerings`
    const { body } = await w.as(staff).post(path, { kind: 'venue', ...fields, ...is })
    const at = `${path}/${body.offeringId}`
    const offerings = async () => (await w.as(resident).get(`/places/${place.placeId}`)).body.offerings
    const change = (version: number, is: object) => w.as(staff).put(at, { version, ...fields, ...is })
    const entries = async () => (await w.as(staff).get(path)).body.offerings
    const book = () =>
      w.as(resident).post('/bookings', { placeId: place.placeId, offeringId: body.offeringId, ...slot() })
    return { offerings, change, entries, book }
  }

  it('is shown once its words are read; risky ones never open it', async () => {
    const [good, bad] = [await opened(), await opened({ name: RISKY })]
    expect(await good.offerings()).toEqual([])
    await settled()
    expect(await good.offerings()).toMatchObject([{ name: '陶艺课' }])
    expect(await bad.offerings()).toEqual([])
    expect(await bad.entries()).toMatchObject([{ name: RISKY, wording: 'risky' }])
    expect((await bad.entries())[0]).not.toHaveProperty('paused')
  })

  it('waits in the queue under the name of its place and its own when it is risky, until other words of its own are written', async () => {
    const { change, entries } = await opened({ name: RISKY })
    await settled()
    const [{ offeringId, placeId }] = await entries()
    const waiting = async () =>
      (await w.as(staff).get(`/work/queue?community=${OSMANTHUS}&limit=50`)).body.waiting.filter(
        (line: { offeringId?: string }) => line.offeringId === offeringId,
      )
    expect(await waiting()).toMatchObject([{ kind: 'place', title: expect.stringContaining(RISKY) }])
    // Neither a change of another one nor a word for the whole place makes it any better.
    w.pass(5)
    const beside = await w.as(staff).post(`/work/places/${placeId}/offerings`, { kind: 'venue', ...fields })
    await settled()
    w.pass(5)
    const path = `/work/places/${placeId}/offerings/${beside.body.offeringId}`
    await w.as(staff).put(path, { version: 1, ...fields, name: '剪纸课' })
    const seen = (await w.as(staff).get(`/work/places/${placeId}`)).body
    await w.as(staff).post(`/work/places/${placeId}/assure`, { version: seen.version })
    await settled()
    expect(await waiting()).toHaveLength(1)
    w.pass(5)
    await change(1, { name: '书法课' })
    await settled()
    expect(await waiting()).toEqual([])
  })

  it('carries no doubt any more once staff have said that all of its place is right', async () => {
    const { change, entries } = await opened()
    await settled()
    const [{ placeId }] = await entries()
    // A desk that has been open for three hours: WeChat does not know who writes.
    w.pass(180)
    await change(1, { name: '书法课' })
    await settled()
    expect(await entries()).toMatchObject([{ wording: 'review' }])
    const seen = (await w.as(staff).get(`/work/places/${placeId}`)).body
    await w.as(staff).post(`/work/places/${placeId}/assure`, { version: seen.version })
    await settled()
    expect(await entries()).toMatchObject([{ name: '书法课', wording: 'pass' }])
    w.sandbox.login(`openid-${staff.residentId}`)
  })

  it('closes from the write on whatever its reason is; whoever asks gets the reason once it is read', async () => {
    const { change, book } = await opened()
    await settled()
    await change(1, { paused: RISKY })
    await settled()
    const refused = await book()
    expect(refused.body.code).toBe('booking.closed')
    expect(JSON.stringify(refused.body)).not.toContain(RISKY)
    await change(2, { paused: '老师请假' })
    await settled()
    expect((await book()).body.detail).toContain('老师请假')
  })
})

it('words that stand aside come back whole, wherever they stood', () => {
  const spots = { name: '…', note: undefined, 'days.*.why': '不开放' }
  const text = fc.string({ minLength: 1, maxLength: 6 })
  const record = fc.record(
    { name: text, note: text, count: fc.integer(), days: fc.array(fc.record({ why: text, on: fc.nat(9) })) },
    { requiredKeys: ['name', 'days'] },
  )
  fc.assert(
    fc.property(record, fc.option(record, { nil: undefined }), (after, before) => {
      const { wording, ...kept } = cover(after, before, spots)
      const whole = uncover(kept)
      expect(whole).toEqual(after)
      expect(wording === 'pending').toBe(kept.aside !== undefined)
      const { set, remove } = revealing(kept as never, kept.aside ?? {})
      const shown: Record<string, unknown> = { ...kept, ...set }
      for (const name of remove) delete shown[name]
      expect(shown).toEqual({ ...after, aside: undefined } as object)
    }),
  )
})
