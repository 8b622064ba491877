import { weeklyHours } from '@yike/shared/circle/hours/arbitrary.test-support'
import { readHours } from '@yike/shared/circle/hours/read'
import { placeKinds } from '@yike/shared/circle/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWorld, HOME, OSMANTHUS, STONEBRIDGE } from '../../../test/world'
import { offerings } from '../../demo/offerings'
import { places as demoPlaces, placesAsOf } from '../../demo/places'
import { regions } from '../../demo/street'
import { newId } from '../../platform/ids'
import { loadPlace, type Place } from '../store'
import { loadDirectory } from '../store/upkeep'
import { bookedDraftOf } from './hsds/booked/read'
import { readHsds } from './hsds/read'
import { extrasOf, hoursOf, schedulesOf } from './hsds/schedules'
import { Service } from './hsds/schema'
import { writeHsds } from './hsds/write'
import { readImport } from './read'
import { saveOfferings, savePlaces } from './store'

async function* bytesOf(value: unknown) {
  yield Buffer.from(JSON.stringify(value))
}
const bare = (place: Place) => ({ place, offerings: [] })
const demo = placesAsOf('2026-11-23').map(place => ({
  place,
  offerings: offerings.filter(({ placeId }) => placeId === place.placeId),
}))
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const foreign = {
  id: uuid(1),
  name: 'Community Library',
  status: 'active',
  attributes: [{ id: uuid(2), taxonomy_term: { id: uuid(3), name: '图书馆', description: 'Library' } }],
  schedules: [
    { id: uuid(4), freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00:00', closes_at: '17:00+08:00' },
  ],
  service_at_locations: [
    { id: uuid(5), location: { id: uuid(6), location_type: 'physical', latitude: 31.78, longitude: 119.95 } },
  ],
}

describe('the directory in HSDS 3.0', () => {
  it('says every place of the demo as a service that its contract accepts', () => {
    const { contents, total_items } = writeHsds(demo, regions)
    expect(total_items).toBe(demoPlaces.length + offerings.length)
    for (const service of contents)
      expect(Service.safeParse(service)).toEqual({ success: true, data: service })
    const ids = contents.flatMap(({ id, attributes = [] }) => [id, ...attributes.map(one => one.id)])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('written, read into an empty table and written again is the same, closed and shared places included', async () => {
    const w = await createWorld()
    const odd: Place = {
      ...(placesAsOf('2026-11-23')[0] as Place),
      placeId: newId('place', 0),
      sourceId: 'staff:one',
      state: 'closed',
      sharedWith: [STONEBRIDGE],
      areaSquareMeters: 640,
      hours: {
        ...readHours('每天 18:00-次日2:00，周三休，节假日 9:00-12:00'),
        special: [
          { from: '2026-12-01', to: '2026-12-05', spans: [], note: '检修' },
          {
            from: '2026-12-24',
            to: '2026-12-24',
            spans: [
              [540, 720],
              [840, 1500],
            ],
          },
        ],
      } as never,
    }
    const unread: Place = {
      ...odd,
      placeId: newId('place', 1),
      sourceId: 'x',
      hours: undefined,
      hoursText: '看通知',
    }
    const first = writeHsds([...demo, bare(odd), bare(unread)], regions)
    const { places, offerings: drafts, faults } = await readHsds(bytesOf(first))
    expect(faults).toEqual([])
    await savePlaces(w.table, places, { community: null, on: '2026-11-23' }, () => {})
    const total = { added: offerings.length, known: 0, homeless: 0 }
    expect(await saveOfferings(w.table, drafts)).toEqual(total)
    expect(await saveOfferings(w.table, drafts)).toEqual({ ...total, added: 0, known: offerings.length })
    const again = (
      await Promise.all([OSMANTHUS, STONEBRIDGE].map(code => loadDirectory(w.table, code)))
    ).flat()
    const ids = [...new Set(again.map(({ placeId }) => placeId))]
    const found = await Promise.all(ids.map(placeId => loadPlace(w.table, placeId)))
    const second = writeHsds(
      found.flatMap(one => one ?? []),
      regions,
    )
    const byPeople = new Set(drafts.filter(one => one.byPeople).map(({ offeringId }) => offeringId))
    expect(byPeople.size).toBeGreaterThan(0)
    const byId = ({ contents }: typeof first) =>
      Object.fromEntries(
        contents.map(({ status, alert, ...one }) => {
          // Whoever serves is not told: it waits for staff to say who.
          const isByPeople = bookedDraftOf({ ...one, status, alert } as Service)?.byPeople
          return isByPeople ? [one.id, one] : [one.id, { ...one, status, alert }]
        }),
      )
    expect(byId(second)).toEqual(byId(first))
    for (const { offerings: there } of found.flatMap(one => one ?? []))
      for (const one of there) expect(Boolean(one.paused)).toBe(byPeople.has(one.offeringId))
    expect(again.length).toBeGreaterThan(demoPlaces.length)
    await w.close()
  })

  it('keeps any hours of a week whole', () => {
    fc.assert(
      fc.property(weeklyHours, hours => {
        const schedules = schedulesOf(hours).map((schedule, n) => ({ id: uuid(n), ...schedule }))
        expect(hoursOf(schedules, extrasOf(hours))).toEqual(hours)
      }),
    )
  })
})

describe('a directory of somebody else', () => {
  const termed = (...names: string[]) => ({
    ...foreign,
    attributes: names.map(name => ({ id: uuid(2), taxonomy_term: { id: uuid(3), name, description: name } })),
  })

  it.each([
    [termed('Food'), 'convenience'],
    [termed('Mental Health Services'), 'medical'],
    [termed('Community', 'Senior Centers'), 'elderCare'],
    [termed('社区养老服务'), 'elderCare'],
    [{ ...foreign, attributes: [], name: '柳溪养老服务站' }, 'elderCare'],
    [{ ...foreign, attributes: [], name: 'Soup kitchen' }, 'convenience'],
    [{ ...termed('Food'), name: 'Library lunch club' }, 'convenience'],
  ])('says in its own terms, or in its name, what a service is: %#', async (service, kind) => {
    const { places, faults } = await readHsds(bytesOf([service]))
    expect(faults).toEqual([])
    expect(places).toMatchObject([{ kind }])
  })

  it('whose terms mean nothing here is told them, or is given a kind by whoever imports it', async () => {
    const odd = { ...termed('Zzz', 'Qqq'), name: 'Xyz' }
    expect((await readHsds(bytesOf([odd]))).faults).toMatchObject([{ why: 'no_kind', terms: ['Zzz', 'Qqq'] }])
    expect(
      (await readHsds(bytesOf([{ ...odd, id: uuid(9) }, foreign]), 'government')).places.map(one => one.kind),
    ).toEqual(['government', 'culture'])
  })

  it('becomes places as far as it says where they are and what they are', async () => {
    const { places, faults } = await readHsds(
      bytesOf([
        foreign,
        { ...foreign, id: uuid(7), name: 'Xyz', attributes: [] },
        { ...foreign, id: uuid(8), service_at_locations: [] },
        {
          ...foreign,
          service_at_locations: [
            {
              id: uuid(5),
              location: { id: uuid(6), location_type: 'physical', latitude: 100, longitude: 101 },
            },
          ],
        },
        { name: 'nothing' },
      ]),
    )
    expect(places).toMatchObject([
      { sourceId: `hsds:${uuid(1)}:${uuid(6)}`, kind: 'culture', lat: HOME.lat, lng: HOME.lng },
    ])
    expect(places[0]?.hours?.days.slice(0, 3)).toEqual([[[540, 1020]], [[540, 1020]], []])
    expect(faults.map(({ service, why }) => [service, why])).toEqual([
      [2, 'no_kind'],
      [3, 'no_position'],
      [4, 'no_position'],
      [5, 'malformed'],
    ])
  })

  it('keeps who may use a service, what to bring, what it costs and how to apply, and says them again in the same fields', async () => {
    const w = await createWorld()
    const told = {
      description: 'Reading room and lending',
      eligibility_description: 'Residents with a card',
      minimum_age: 6,
      maximum_age: 99,
      application_process: 'Ask at the desk',
      fees_description: 'A card costs 5 yuan a year',
      required_documents: [
        { id: uuid(20), document: 'Identity card' },
        { id: uuid(21), document: 'Photo' },
      ],
      cost_options: [
        { id: uuid(22), option: 'Card', currency: 'CNY', amount: 5, amount_description: 'a year' },
        { id: uuid(23), option: 'Children', currency: 'CNY', amount: 0 },
      ],
    }
    const { places } = await readHsds(bytesOf([{ ...foreign, ...told }]))
    expect(places).toMatchObject([{ priceClass: 'paid' }])
    await savePlaces(w.table, places, { community: OSMANTHUS, on: '2026-11-23' }, () => {})
    const kept = await loadDirectory(w.table, OSMANTHUS)
    const [written] = writeHsds(kept.map(bare), regions).contents
    const plain = (one: unknown) =>
      JSON.parse(JSON.stringify(one, (key, value) => (key === 'id' ? undefined : value)))
    const { cost_options: [priceClass, ...costs] = [], ...fields } = written ?? ({} as never)
    const { cost_options, ...others } = told
    expect(plain(fields)).toMatchObject(plain(others))
    expect(plain(costs)).toEqual(plain(cost_options))
    expect(priceClass?.option).toBe('有偿')
    const [again] = (await readHsds(bytesOf([written]))).places
    expect(again?.told).toEqual(places[0]?.told)
    const { body } = await w.as(await w.person()).get(`/places/${kept[0]?.placeId}`)
    expect(body.told).toMatchObject({ forWhom: 'Residents with a card', papers: ['Identity card', 'Photo'] })

    // The other directory says something else later; it is taken, and once only.
    const changed = await readHsds(bytesOf([{ ...foreign, ...told, fees_description: 'Free of charge' }]))
    const save = () =>
      savePlaces(w.table, changed.places, { community: OSMANTHUS, on: '2026-11-24' }, () => {})
    expect([await save(), await save()]).toMatchObject([{ changed: 1 }, { changed: 0, same: 1 }])
    await w.close()
  })

  it.each(['{"contents":', '{}', '[1', '{"a":1}'])('that is %s is refused', async text => {
    const read = await readImport(
      (async function* () {
        yield Buffer.from(text)
      })(),
      { bytesTotal: text.length },
    )
    expect(read.ok).toBe(false)
  })

  it('knows every kind by its Chinese name', () => {
    for (const kind of placeKinds) {
      const [{ attributes = [] } = {}] = writeHsds(
        [bare({ ...(demoPlaces[0] as Place), kind })],
        regions,
      ).contents
      expect(attributes[0]?.taxonomy_term?.code).toBe(kind)
    }
  })
})
