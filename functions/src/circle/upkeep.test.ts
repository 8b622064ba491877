import { instantAt, localDate } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../../test/everything'
import { createWorld, HOME, OSMANTHUS, STONEBRIDGE, type World } from '../../test/world'
import { savePlaces } from './import/store'
import type { PlaceDraft } from './import/types'
import type { Place } from './store'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const worker = (community = OSMANTHUS) =>
  w.person({ roles: ['resident', 'worker'], community, scope: community })
const hall = {
  name: '桂花里文化礼堂',
  kind: 'culture',
  position: HOME,
  hours: '每天 8:30–17:30，周三休，节假日照常',
}
const add = async (is: object = {}, by?: { token: string }) =>
  w.as(by ?? (await worker())).post('/work/places', { community: OSMANTHUS, ...hall, ...is })
const nearNames = async (): Promise<string[]> => {
  const { body } = await w.as(await w.person()).get(`/places?lng=${HOME.lng}&lat=${HOME.lat}&limit=50`)
  return body.places.map(({ name }: { name: string }) => name)
}
const directory = async (query = '', community = OSMANTHUS) =>
  (await w.as(await worker(community)).get(`/work/places?community=${community}${query}`)).body

describe('what staff write', () => {
  it('stands in the directory, with the hours as they were understood, and residents find it', async () => {
    const { status, body } = await add({ name: '新添的礼堂', phone: '0519-2222', priceClass: 'free' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ version: 1, state: 'listed', assuredOn: '2026-11-23', imported: false })
    expect(body.shortDays).toEqual([{ day: 2, minutes: 0 }])
    await w.react()
    expect(await nearNames()).toContain('新添的礼堂')
    const shown = await w.as(await w.person()).get(`/places/${body.placeId}`)
    expect(shown.body).toMatchObject({ phone: '0519-2222', priceClass: 'free', hours: body.hours })
    expect(shown.body.open).toMatchObject({ state: 'open', closesAt: instantAt('2026-11-23', 17 * 60 + 30) })
  })

  it.each([
    ['每天 8:30-17:30 左右', '左右'],
    ['周一至周五 9:00-5:30', '9:00-5:30'],
    ['夏季 8:00-18:00', '夏季'],
  ])('is refused with the part that is not understood, %s, and changes nothing', async (hours, part) => {
    const before = await everything(w)
    const { status, body } = await add({ hours })
    expect([status, body.code]).toEqual([400, 'circle.hours_unclear'])
    expect(body.fields.hours).toContain(part)
    const bare = (all: object) => Object.keys(all).filter(key => !key.includes('RESIDENT'))
    expect(bare(await everything(w))).toEqual(bare(before))
  })

  it.each([
    ['circle.special_days_unclear', { specialDays: [{ from: '2026-12-02', to: '2026-12-01', hours: '休' }] }],
    [
      'circle.special_days_unclear',
      { specialDays: [{ from: '2026-12-01', to: '2026-12-01', hours: '看情况' }] },
    ],
    [
      'circle.special_days_unclear',
      { hours: undefined, specialDays: [{ from: '2026-12-01', to: '2026-12-01', hours: '休' }] },
    ],
    [
      'circle.special_days_unclear',
      {
        specialDays: [
          { from: '2026-12-01', to: '2026-12-05', hours: '休' },
          { from: '2026-12-05', to: '2026-12-06', hours: '休' },
        ],
      },
    ],
    ['circle.place_far', { position: { lng: HOME.lng + 1, lat: HOME.lat } }],
    ['circle.no_such_community', { sharedWith: ['320499001999'] }],
  ])('is refused as %s: %j', async (code, is) => {
    expect((await add(is)).body.code).toBe(code)
  })
})

describe('a change', () => {
  it('of two people who read the same version holds once, and a retry of it finds it done', async () => {
    const [one, other] = [await worker(), await worker()]
    const { placeId, version } = (await add()).body
    const change = (by: { token: string }, phone: string) =>
      w.as(by).put(`/work/places/${placeId}`, { version, ...hall, phone })
    const both = await Promise.all([change(one, '0519-1'), change(other, '0519-2')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = both[0]?.status === 200 ? one : other
    const again = await change(winner, both[0]?.status === 200 ? '0519-1' : '0519-2')
    expect(again).toMatchObject({ status: 200, body: { version: 2, byHand: ['phone'] } })
    expect(again.body.timeline.map(({ verb }: { verb: string }) => verb)).toEqual(['add', 'change'])
  })

  it('takes out what is left out', async () => {
    const staff = w.as(await worker())
    const { placeId } = (await add({ phone: '0519-3', stepFree: true })).body
    const { body } = await staff.put(`/work/places/${placeId}`, { version: 1, ...hall })
    expect(body).not.toHaveProperty('phone')
    expect(body.byHand).toEqual(['phone', 'stepFree'])
    expect((await staff.get(`/work/places/${placeId}`)).body).toEqual(body)
  })

  it('of the name is told to what can be booked there', async () => {
    const place = await w.place()
    const offering = await w.offering(place)
    const { status } = await w
      .as(await worker())
      .put(`/work/places/${place.placeId}`, { version: 0, ...hall, name: '换了名字的礼堂' })
    expect(status).toBe(200)
    await w.react()
    const booked = await w.as(await w.person()).post('/bookings', {
      placeId: place.placeId,
      offeringId: offering.offeringId,
      startAt: instantAt('2026-11-24', 600),
      endAt: instantAt('2026-11-24', 660),
    })
    expect(booked.body.placeName).toBe('换了名字的礼堂')
  })
})

describe('a place that is closed', () => {
  const book = async ({ placeId, offeringId }: { placeId: string; offeringId: string }, on: string) => {
    const startAt = instantAt(on, 600)
    const span = { startAt, endAt: instantAt(on, 660) }
    return (await w.as(await w.person()).post('/bookings', { placeId, offeringId, ...span })).status
  }

  it('for good leaves the circle and takes no bookings, and comes back when it is opened again', async () => {
    const staff = w.as(await worker())
    const place = await w.place({ name: '要停用的中心' })
    const offering = await w.offering(place)
    const path = `/work/places/${place.placeId}`
    const closed = await staff.post(`${path}/close`, { version: 0, reason: '房屋收回' })
    expect(closed.body).toMatchObject({ state: 'closed', can: ['reopen'] })
    await w.react()
    expect(await nearNames()).not.toContain('要停用的中心')
    const shown = await w.as(await w.person()).get(`/places/${place.placeId}`)
    expect(shown.body.open).toEqual({ state: 'closed' })
    expect(await book(offering, '2026-11-24')).toBe(409)
    expect((await directory('&need=closed')).places.map(({ placeId }: Place) => placeId)).toContain(
      place.placeId,
    )
    await staff.post(`${path}/reopen`, { version: 1 })
    await w.react()
    expect(await nearNames()).toContain('要停用的中心')
    expect(await book(offering, '2026-11-24')).toBe(201)
  })

  it('on some days takes no bookings on those, and says so', async () => {
    const place = await w.place()
    const offering = await w.offering(place)
    const specialDays = [{ from: '2026-11-24', to: '2026-11-25', hours: '休', note: '电梯检修' }]
    const changed = await w
      .as(await worker())
      .put(`/work/places/${place.placeId}`, { version: 0, ...hall, specialDays })
    expect(changed.body.specialDays).toEqual([{ ...specialDays[0], hours: '休息' }])
    await w.react()
    const shown = await w.as(await w.person()).get(`/places/${place.placeId}`)
    expect(shown.body.hours).toContain('11月24日至11月25日休息（电梯检修）')
    await w.react()
    expect(await book(offering, '2026-11-24')).toBe(409)
    expect(await book(offering, '2026-11-26')).toBe(201)
  })
})

describe('an import', () => {
  const draft: PlaceDraft = {
    sourceId: 'osm:node/77',
    name: '柳溪书屋',
    kind: 'culture',
    lng: HOME.lng,
    lat: HOME.lat,
    phone: '0519-1111',
    address: '柳溪路 1 号',
  }
  const load = (drafts: readonly PlaceDraft[]) =>
    savePlaces(w.table, drafts, { community: OSMANTHUS, on: '2026-11-23' }, () => {})

  it('leaves alone what staff wrote, takes the rest, and says what it has not taken', async () => {
    await load([draft])
    const listed = await directory('&search=柳溪书屋')
    const [{ placeId }] = listed.places
    const staff = w.as(await worker())
    const { name, kind, address } = draft
    await staff.put(`/work/places/${placeId}`, {
      version: 0,
      ...{ name, kind, address, position: HOME, phone: '0519-9999' },
    })
    const again = await load([{ ...draft, phone: '0519-1234', address: '柳溪路 2 号' }])
    expect(again).toEqual({
      added: 0,
      changed: 1,
      same: 0,
      kept: [{ name: '柳溪书屋', fields: ['phone'] }],
    })
    const { body } = await staff.get(`/work/places/${placeId}`)
    expect(body).toMatchObject({ phone: '0519-9999', address: '柳溪路 2 号', version: 2, imported: true })
    // Who read the entry before the import must look again.
    expect((await staff.post(`/work/places/${placeId}/assure`, { version: 1 })).status).toBe(409)
    expect((await load([{ ...draft, phone: '0519-1234', address: '柳溪路 2 号' }])).same).toBe(1)
  })
})

describe('what nobody has looked at', () => {
  it('for half a year is asked about once, until somebody says that it is right', async () => {
    const own = await createWorld()
    const staff = own.as(await own.person({ roles: ['resident', 'worker'] }))
    const { placeId } = (await staff.post('/work/places', { community: OSMANTHUS, ...hall })).body
    // Its words are read first.
    for (let round = 0; round < 3; round++) await own.react()
    const waiting = async () => {
      const { body } = await staff.get(`/work/queue?community=${OSMANTHUS}`)
      return body.waiting.map(({ kind, caseId }: { kind: string; caseId: string }) => [kind, caseId])
    }
    own.pass(179 * 1440)
    expect(await own.tick()).toEqual({ lapsed: 0 })
    own.pass(1440)
    expect(await own.tick()).toEqual({ lapsed: 0, asked: 1 })
    own.pass(1440)
    expect(await own.tick()).toEqual({ lapsed: 0 })
    expect(await waiting()).toEqual([['place', placeId]])
    const { body } = await staff.get(`/work/places?community=${OSMANTHUS}&need=check`)
    expect(body).toMatchObject({ counts: { all: 1, check: 1 }, places: [{ placeId }] })

    await staff.post(`/work/places/${placeId}/assure`, { version: 1 })
    await own.react()
    expect(await waiting()).toEqual([])
    own.pass(40 * 1440)
    expect(await own.tick()).toEqual({ lapsed: 0 })
    await own.close()
  })
})

describe('a question in the queue', () => {
  it('outlasts an import that changes the entry, for nobody has looked', async () => {
    const own = await createWorld()
    const staff = own.as(await own.person({ roles: ['resident', 'worker'] }))
    const importing = { community: OSMANTHUS, on: localDate(own.now) }
    const draft: PlaceDraft = { sourceId: 'osm:node/7', name: '老书屋', kind: 'culture', ...HOME }
    await savePlaces(own.table, [draft], importing, () => {})
    own.pass(181 * 1440)
    await own.tick()
    await own.react()
    await savePlaces(own.table, [{ ...draft, name: '新书屋' }], importing, () => {})
    await own.react()
    const { body } = await staff.get(`/work/queue?community=${OSMANTHUS}`)
    expect(body.waiting).toMatchObject([{ kind: 'place' }])
    await own.close()
  })

  it('of one community that has hundreds of them keeps no other waiting', async () => {
    const own = await createWorld()
    const drafts = (community: string, count: number) =>
      savePlaces(
        own.table,
        Array.from({ length: count }, (_, index) => ({
          sourceId: `${community}:${index}`,
          name: `场所 ${index}`,
          kind: 'culture' as const,
          ...HOME,
        })),
        { community: community as typeof OSMANTHUS, on: localDate(own.now) },
        () => {},
      )
    await drafts(OSMANTHUS, 130)
    await drafts(STONEBRIDGE, 1)
    own.pass(181 * 1440)
    expect(await own.tick()).toMatchObject({ asked: 101 })
    own.pass(1)
    expect(await own.tick()).toMatchObject({ asked: 30 })
    own.pass(1)
    expect(await own.tick()).toEqual({ lapsed: 0 })
    await own.close()
  })
})
