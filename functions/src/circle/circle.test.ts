import { walkMeters, walkMinutes } from '@yike/shared/circle/rules'
import { ok, refuse } from '@yike/shared/kernel/result'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, HOME, type World } from '../../test/world'
import type { Table } from '../platform/table'
import { pageFrom, tileOf, tilesWithin, withinReach } from './domain'
import { circleReactions } from './reactions'
import { offeringItem, placeItem } from './store'

const position = fc.record({
  lng: fc.double({ min: 70, max: 140, noNaN: true }),
  lat: fc.double({ min: 3, max: 54, noNaN: true }),
})

describe('reach', () => {
  it('every place within reach stands in a tile that is read', () => {
    fc.assert(
      fc.property(
        position,
        fc.double({ min: -0.03, max: 0.03, noNaN: true }),
        fc.double({ min: -0.03, max: 0.03, noNaN: true }),
        fc.constantFrom(5, 10, 15, 20, 30),
        (from, dLng, dLat, minutes) => {
          const there = { lng: from.lng + dLng, lat: from.lat + dLat }
          fc.pre(walkMinutes(walkMeters(from, there)) <= minutes)
          expect(tilesWithin(from, minutes)).toContain(tileOf(there))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('a quarter of an hour reads at most twelve tiles in China', () => {
    // Three rows; and north of 51° four columns, for there a degree of longitude is short.
    fc.assert(fc.property(position, from => tilesWithin(from, 15).length <= 12))
  })

  it('pages show every place once, in walking order, whatever the page size', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (offsets, limit) => {
          const places = offsets.map(n => ({
            placeId: `pl_${n}`,
            position: { lng: HOME.lng + Math.floor(n / 3) / 1e4, lat: HOME.lat },
          }))
          const reached = withinReach(places, HOME, 15)
          const seen: string[] = []
          let cursor: string | undefined
          do {
            const page = pageFrom(reached, cursor, limit)
            seen.push(...(page?.rows ?? []).map(({ place }) => place.placeId))
            cursor = page?.cursor
          } while (cursor)
          expect(seen).toEqual(reached.map(({ place }) => place.placeId))
        },
      ),
    )
  })
})

describe('the service circle', () => {
  let w: World
  beforeAll(async () => {
    w = await createWorld()
    const north = (meters: number) => ({ lng: HOME.lng, lat: HOME.lat + meters / 111_195 })
    const everyDay = (from: number, to: number) => ({
      days: Array.from({ length: 7 }, () => [[from * 60, to * 60]] as const),
      publicHoliday: 'asUsual' as const,
    })
    await w.place({ name: '桂花里日间照料中心', position: north(300), hours: everyDay(8, 18) })
    await w.place({ name: '夜里的书场', kind: 'culture', position: north(500), hours: everyDay(18, 22) })
    await w.place({ name: '没人知道几点开的菜摊', kind: 'commerce', position: north(100) })
    await w.place({ name: '走不到的公园', kind: 'venue', position: north(800) })
  })
  afterAll(() => w.close())

  const near = async (query = '') =>
    (await w.as(await w.person()).get(`/places?lng=${HOME.lng}&lat=${HOME.lat}${query}`)).body

  it('shows what is within 15 minutes on foot, nearest first, and counts by need', async () => {
    const { places, counts } = await near()
    expect(
      places.map((place: { name: string; walkMinutes: number }) => [place.name, place.walkMinutes]),
    ).toEqual([
      ['没人知道几点开的菜摊', 3],
      ['桂花里日间照料中心', 7],
      ['夜里的书场', 11],
    ])
    expect(counts).toEqual({ commerce: 1, elderCare: 1, culture: 1 })
  })

  it('reaches further in 20 minutes', async () => {
    expect((await near('&minutes=20')).places).toHaveLength(4)
  })

  it('says what is open at nine on a Monday, until when, and never guesses', async () => {
    const { places } = await near()
    expect(places.map((place: { open: object }) => place.open)).toEqual([
      { state: 'unknown' },
      { state: 'open', closesAt: '2026-11-23T10:00:00.000Z' },
      { state: 'closed', opensAt: '2026-11-23T10:00:00.000Z', late: true },
    ])
    expect((await near('&openNow=1')).places).toHaveLength(1)
  })

  it('finds by kind and by words of the name', async () => {
    expect((await near('&kind=culture')).places).toHaveLength(1)
    expect((await near(`&search=${encodeURIComponent('照料')}`)).places).toHaveLength(1)
    expect((await near(`&search=${encodeURIComponent('没有这个')}`)).places).toEqual([])
  })

  it('finds what is open late, has no steps, or is of one price class, and nothing of which nobody said so', async () => {
    const names = async (query: string) =>
      (await near(query)).places.map(({ name }: { name: string }) => name)
    const step = await w.place({ name: '有坡道的书屋', kind: 'culture', stepFree: true, priceClass: 'free' })
    const stairs = await w.place({
      name: '有台阶的书屋',
      kind: 'culture',
      stepFree: false,
      priceClass: 'paid',
    })
    await w.react()
    expect(await names('&openLate=1')).toEqual(['夜里的书场'])
    expect(await names('&stepFree=1')).toEqual([step.name])
    expect(await names('&price=paid')).toEqual([stairs.name])
    expect(await names('&stepFree=1&price=paid')).toEqual([])
    expect((await near('&price=cheap')).code).toBe('request.malformed')
    for (const place of [step, stairs])
      await w.table.write([{ put: JSON.parse(JSON.stringify(placeItem({ ...place, state: 'closed' }))) }])
  })

  it('says of a place who looks after it and when it was last made sure of', async () => {
    const place = await w.place({ name: '有人管的书屋', assuredOn: '2026-09-01' })
    const { body } = await w.as(await w.person()).get(`/places/${place.placeId}`)
    expect(body).toMatchObject({ assuredOn: '2026-09-01', keeper: { name: expect.any(String) } })
    await w.table.write([{ put: JSON.parse(JSON.stringify(placeItem({ ...place, state: 'closed' }))) }])
  })

  it('finds by what a kind of place is called, and by what can be booked there', async () => {
    const found = async (search: string) =>
      (await near(`&search=${encodeURIComponent(search)}`)).places.map(({ name }: { name: string }) => name)
    const garden = await w.place({ name: '小葵花之家', kind: 'childcare', address: '学前弄 8 号' })
    const centre = await w.place({ name: '综合服务中心', kind: 'elderCare', address: '清水河路 66 号' })
    await w.offering(centre, { kind: 'elderCare', name: '康复训练' })
    await w.react()
    expect(await found('托管')).toEqual([garden.name])
    expect(await found('托管 学前弄')).toEqual([garden.name])
    expect(await found('康复')).toEqual([centre.name])
    expect(await found('养老 康复')).toEqual([centre.name])
    expect(await found('养老')).toEqual([centre.name, '桂花里日间照料中心'])
    expect(await found('托管 康复')).toEqual([])
  })

  it('measures the way to a place from where one asks, and from nowhere not at all', async () => {
    const place = await w.place({ position: { lng: HOME.lng, lat: HOME.lat + 300 / 111_195 } })
    const resident = w.as(await w.person())
    const asked = await resident.get(`/places/${place.placeId}?lng=${HOME.lng}&lat=${HOME.lat}`)
    expect(asked.body).toMatchObject({ walkMinutes: 7, meters: 390 })
    for (const half of ['', `?lng=${HOME.lng}`, `?lat=${HOME.lat}`]) {
      const { status, body } = await resident.get(`/places/${place.placeId}${half}`)
      expect(status).toBe(200)
      expect(body).not.toHaveProperty('walkMinutes')
      expect(body).not.toHaveProperty('meters')
    }
  })

  it('learns through the stream what can be booked at a place', async () => {
    const place = await w.place({ name: '新开的球场', kind: 'venue' })
    await w.offering(place, { kind: 'venue', name: '羽毛球' })
    await w.react()
    const { body } = await w.as(await w.person()).get(`/places/${place.placeId}`)
    expect(body).toMatchObject({ bookable: ['venue'], offerings: [{ name: '羽毛球' }] })
  })

  it.each<[string, (table: Table) => Table, boolean]>([
    [
      'reads that are not consistent come late',
      table => ({ ...table, query: async ask => (ask.consistent ? table.query(ask) : ok({ items: [] })) }),
      true,
    ],
    ['the table is too busy', table => ({ ...table, write: async () => refuse('request.busy') }), false],
  ])('where %s, what can be booked is learned or brought again, never lost', async (_, worse, learned) => {
    const place = await w.place({ name: '另一个球场', kind: 'venue' })
    const offering = await w.offering(place, { kind: 'venue' })
    const moved = { sequence: '1', before: undefined, after: offeringItem(offering) }
    const told = Promise.all(circleReactions.map(({ react }) => react(worse(w.table), moved)))
    if (!learned) return expect(told).rejects.toThrow()
    await told
    const { body } = await w.as(await w.person()).get(`/places/${place.placeId}`)
    expect(body.bookable).toEqual(['venue'])
  })

  it('nothing is looked for where no street is: so near a pole a circle would span hundreds of tiles', async () => {
    const resident = w.as(await w.person())
    expect(await resident.get('/places?lng=20&lat=66.1')).toMatchObject({
      status: 400,
      body: { code: 'request.malformed' },
    })
    expect((await resident.get('/places?lng=20&lat=66&minutes=30')).status).toBe(200)
    expect(tilesWithin({ lng: 20, lat: 66 }, 30).length).toBeLessThanOrEqual(40)
  })
})

describe('favourites', () => {
  it('are the nearest first, say where they are from here, and stay those of one person', async () => {
    const w = await createWorld()
    const [near, far, gone] = await Promise.all([
      w.place({ name: '近的书场', position: { lng: HOME.lng, lat: HOME.lat + 0.002 } }),
      w.place({ name: '远的书场', position: { lng: HOME.lng + 0.3, lat: HOME.lat } }),
      w.place({ name: '旧书场' }),
    ])
    const me = w.as(await w.person())
    const favour = (placeId: string, favourite = true) => me.put(`/me/favourites/${placeId}`, { favourite })
    // Two phones of one person at the same moment lose nothing.
    await Promise.all([far, near, gone].map(({ placeId }) => favour(placeId)))
    await favour(gone.placeId, false)
    const path = `lng=${HOME.lng}&lat=${HOME.lat}`
    const { body } = await me.get(`/me/favourites?${path}`)
    expect(body.places).toMatchObject([{ name: '近的书场', walkMinutes: 5 }, { name: '远的书场' }])
    expect(body.places[1]).not.toHaveProperty('walkMinutes')
    expect((await me.get(`/places/${near.placeId}`)).body.favourite).toBe(true)
    expect((await me.get(`/places/${gone.placeId}`)).body.favourite).toBe(false)
    expect((await w.as(await w.person()).get('/me/favourites')).body.places).toEqual([])
    expect((await favour('pl_01KAS00000000000000000000')).status).toBe(404)
    await w.close()
  })

  it('are thirty at most, and the next one is refused', async () => {
    const w = await createWorld()
    const me = w.as(await w.person())
    const places = await Promise.all(Array.from({ length: 31 }, () => w.place()))
    const answers = []
    for (const { placeId } of places)
      answers.push((await me.put(`/me/favourites/${placeId}`, { favourite: true })).status)
    expect(answers).toEqual([...Array(30).fill(200), 409])
    await w.close()
  })
})
