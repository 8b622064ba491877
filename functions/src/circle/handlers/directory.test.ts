import { roundTheClock } from '@yike/shared/circle/hours'
import { localDate } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../../../test/everything'
import { createMeter } from '../../../test/meter'
import { createWorld, HOME, OSMANTHUS, STONEBRIDGE, type World } from '../../../test/world'
import { recordOf } from '../../platform/table'
import { savePlaces } from '../import/store'
import type { Place } from '../store'

let w: World
const worker = (community = OSMANTHUS) =>
  w.person({ roles: ['resident', 'worker'], community, scope: community })
const hall = {
  name: '桂花里文化礼堂',
  kind: 'culture',
  position: HOME,
  hours: '每天 8:30–17:30，周三休，节假日照常',
}
const add = async (is: object = {}) =>
  w.as(await worker()).post('/work/places', { community: OSMANTHUS, ...hall, ...is })
const directory = async (query = '', community = OSMANTHUS) =>
  (await w.as(await worker(community)).get(`/work/places?community=${community}${query}`)).body

/** Some that nobody knows the hours of, some open for too few of them, some as they should be. */
beforeAll(async () => {
  w = await createWorld()
  const importing = { community: OSMANTHUS, on: localDate(w.now) }
  const unknown = ['书屋', '棋室'].map(name => ({ sourceId: name, name, kind: 'culture' as const, ...HOME }))
  await savePlaces(w.table, unknown, importing, () => {})
  for (const hours of [hall.hours, '每天 9:00–12:00', hall.hours, '每天 13:00–18:00'])
    await add({ name: `礼堂 ${hours}`, kind: 'venue', hours })
})
afterAll(() => w.close())

it('a directory holds what others share with it, to read and not to write', async () => {
  const shared = (await add({ name: '两社区共用中心', sharedWith: [STONEBRIDGE] })).body
  const lines = await directory('&search=共用中心', STONEBRIDGE)
  expect(lines.places).toMatchObject([{ placeId: shared.placeId, community: OSMANTHUS }])
  const other = w.as(await worker(STONEBRIDGE))
  expect((await other.get(`/work/places/${shared.placeId}`)).body.can).toEqual([])
  expect((await other.post(`/work/places/${shared.placeId}/assure`, { version: 1 })).status).toBe(404)

  await w.as(await worker()).put(`/work/places/${shared.placeId}`, { version: 1, ...hall })
  expect((await directory('&search=共用中心', STONEBRIDGE)).places).toEqual([])
  expect((await other.get(`/work/places/${shared.placeId}`)).status).toBe(404)
})

it('a directory shows what needs something first, counts it, and pages through every entry once', async () => {
  const all = await directory('&limit=50')
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await directory(`&limit=3${cursor && `&cursor=${cursor}`}`)
    seen.push(...page.places.map(({ placeId }: Place) => placeId))
    cursor = page.cursor ?? ''
  } while (cursor)
  expect(seen).toEqual(all.places.map(({ placeId }: Place) => placeId))
  expect(new Set(seen).size).toBe(all.counts.all)
  const needy = all.places.map(({ needs }: { needs: string[] }) => needs.length > 0)
  expect(needy).toEqual([...needy].sort((a, b) => Number(b) - Number(a)))
  const stored = Object.values(await everything(w)).filter(
    item => (item as { type?: string }).type === 'Place',
  )
  const unknown = stored
    .map(item => recordOf<Place>(item as never))
    .filter(({ hours, community, state }) => !hours && community === OSMANTHUS && state !== 'closed')
  expect(all.counts.hours).toBe(unknown.length)
  expect((await directory('&need=longer')).places.length).toBe(all.counts.longer)
})

describe('a directory of 2,100 entries, of which only the last to be due for a look lacks its hours', () => {
  const meter = createMeter()
  let own: World
  let staff: ReturnType<World['as']>
  const page = async (query: string) =>
    (await staff.get(`/work/places?community=${OSMANTHUS}&limit=50${query}`)).body
  const keep = (some: readonly number[]) =>
    savePlaces(
      own.table,
      some.map(n => ({
        sourceId: `many:${n}`,
        name: n === 1400 ? '最末书屋' : `场所 ${n}`,
        kind: 'culture' as const,
        ...HOME,
        ...(n !== 1400 && { hours: roundTheClock }),
      })),
      { community: OSMANTHUS, on: localDate(own.now) },
      () => {},
    )
  beforeAll(async () => {
    own = await createWorld({ meter })
    staff = own.as(await own.person({ roles: ['resident', 'worker'], scope: OSMANTHUS }))
    await keep(Array.from({ length: 1401 }, (_, n) => n))
  })
  afterAll(() => own.close())

  it('shows it first, where 1,401 of them are there: three queries for all pages', async () => {
    meter.take()
    const first = await page('')
    expect(meter.take()).toMatchObject({ calls: ['get region', 'query by-deadline.places ×3'] })
    expect(first.counts).toMatchObject({ all: 1401, hours: 1 })
    expect(first.more).toBeUndefined()
    expect(first.places[0]).toMatchObject({ name: '最末书屋', needs: ['hours'] })
    meter.take()
    await page(`&cursor=${first.cursor}`)
    expect(meter.take()).toMatchObject({ calls: ['get region'] })
  })

  it('comes whole page by page, and says that it is not ordered whole', async () => {
    await keep(Array.from({ length: 2100 }, (_, n) => n))
    const first = await page('')
    expect(first).toMatchObject({ counts: { all: 2000 }, more: true })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { places, cursor: next } = await page(cursor ? `&cursor=${cursor}` : '')
      seen.push(...places.map(({ placeId }: Place) => placeId))
      cursor = next
    } while (cursor)
    expect(seen).toHaveLength(2100)
    expect(new Set(seen).size).toBe(2100)
    expect((await page('&search=最末书屋')).places).toMatchObject([{ name: '最末书屋' }])
    expect((await page('&cursor=bm9uZQ.')).code).toBe('circle.cursor_stale')
  }, 60_000)
})

it('a directory without an end of its list answers a cursor of nothing with 400', async () => {
  expect((await directory('&cursor=.pl_0')).code).toBe('circle.cursor_stale')
})
