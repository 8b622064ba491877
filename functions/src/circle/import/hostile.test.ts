/** Extracts as nobody would draw them, and as somebody will: each is read and walked to its end, or refused. */
import { walkProfiles } from '@yike/shared/circle/kinds'
import type { Position } from '@yike/shared/identity/schema'
import { describe, expect, it } from 'vitest'
import { createWorld } from '../../../test/world'
import { overStreets } from '../coverage/measure'
import { answerFor } from '../nearby/answer'
import { cellOf } from '../nearby/cell'
import { listedOf } from '../nearby/nearby'
import { openPreparing } from '../nearby/prepare'
import { prepareNetwork } from '../nearby/whole'
import { groundOf, openWalks } from '../network/walks'
import type { Place } from '../store'
import { read } from './fixtures/town'
import type { OsmContents } from './osm/gather'
import { saveNetwork, savePlaces } from './store'
import type { PlaceDraft } from './types'

const HERE: Position = { lng: 119.95, lat: 31.78 }
const now = '2026-11-23T01:00:00.000Z' as never

const node = (id: number, east: number, north: number, tags = '') =>
  `<node id="${id}" lon="${HERE.lng + east / 1e4}" lat="${HERE.lat + north / 1e4}">${tags}</node>`
const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`
const way = (id: number, refs: readonly number[], ...tags: string[]) =>
  `<way id="${id}">${refs.map(ref => `<nd ref="${ref}"/>`).join('')}${tags.join('')}</way>`
const FOOTWAY = tag('highway', 'footway')
const shop = (name: string) => tag('shop', 'convenience') + tag('name', name)
const osm = (...elements: string[]) => Buffer.from(`<osm version="0.6">${elements.join('')}</osm>`)

const contentsOf = async (bytes: Uint8Array): Promise<OsmContents> => {
  const found = await read(bytes)
  if (!found.ok || found.value.from !== 'osm') throw new Error(`not read: ${JSON.stringify(found)}`)
  return found.value
}
const listed = ({ sourceId, lng, lat, ...draft }: PlaceDraft) =>
  listedOf({ ...draft, placeId: sourceId as Place['placeId'], position: { lng, lat }, bookable: [] })

/** What a door is told to be near, by every profile; undefined: no street comes near it. */
const nearOf = ({ network, places }: OsmContents, door: Position) => {
  const ground = groundOf(network)
  return walkProfiles.map(profile => {
    const walks = openWalks(ground, profile)
    const nearby = openPreparing(walks, places.map(listed), 900).nearbyOf(cellOf(door))
    return nearby && answerFor(nearby, door)?.map(({ place, seconds }) => [place.name, seconds])
  })
}
/** A street of a kilometre with a shop at its end. */
const street = [
  node(1, 0, 0),
  node(2, 50, 0),
  node(3, 100, 0),
  node(9, 95, 1, shop('小店')),
  way(10, [1, 2, 3], FOOTWAY),
]

describe('an extract', () => {
  it.each<[string, string[]]>([
    ['without anything', []],
    ['without a way to walk on', [node(1, 0, 0), node(2, 90, 0), way(5, [1, 2], tag('highway', 'motorway'))]],
    [
      'of islands only',
      [0, 1, 2, 3].flatMap(i => [
        node(i * 2, i * 30, 0),
        node(i * 2 + 1, i * 30 + 9, 0),
        way(50 + i, [i * 2, i * 2 + 1], FOOTWAY),
      ]),
    ],
    [
      'of ways whose points were cut away',
      [way(5, [1, 2, 3], FOOTWAY), way(6, [], FOOTWAY), way(7, [8], FOOTWAY)],
    ],
    [
      'of ways that do not leave their place',
      [node(1, 0, 0), node(2, 0, 0), way(5, [1, 1, 1], FOOTWAY), way(6, [1, 2, 1, 2], FOOTWAY)],
    ],
  ])('%s ties no door, and whoever asks is measured in a straight line', async (_, elements) => {
    const contents = await contentsOf(osm(...elements, node(99, 1, 1, shop('小店'))))
    expect(contents.places).toHaveLength(1)
    expect(nearOf(contents, HERE)).toEqual(walkProfiles.map(() => undefined))
    expect(overStreets(groundOf(contents.network))([HERE], [HERE], 15, 'elder')).toEqual([
      Number.POSITIVE_INFINITY,
    ])
  })

  it('that says everything twice is read once', async () => {
    const twice = [...street, ...street, way(11, [3, 2, 1], FOOTWAY), node(12, 95, 1, shop('小店'))]
    const contents = await contentsOf(osm(...twice))
    expect(contents.places).toHaveLength(1)
    expect(nearOf(contents, HERE)).toEqual(nearOf(await contentsOf(osm(...street)), HERE))
  })

  it.each([
    ['91', '0'],
    ['-90.1', '0'],
    ['0', '180.5'],
    ['1e308', '0'],
    ['NaN', '0'],
    ['0', ''],
  ])('with a point at latitude %s, longitude %s is refused', async (lat, lon) => {
    const found = await read(osm(...street, `<node id="77" lat="${lat}" lon="${lon}"/>`))
    expect(found.ok || found.refusal.code).toBe('import.file_broken')
  })

  it.each<[string, Position[]]>([
    [
      'at a pole',
      [
        { lat: 89.9999, lng: 0 },
        { lat: 89.9999, lng: 90 },
        { lat: 90, lng: 180 },
        { lat: -90, lng: -180 },
      ],
    ],
    [
      'across the date line',
      [
        { lat: 10, lng: 179.9999 },
        { lat: 10, lng: -179.9999 },
        { lat: 10, lng: -179.99 },
      ],
    ],
    [
      'round the world',
      [
        { lat: 0, lng: 0 },
        { lat: 60, lng: 120 },
        { lat: -60, lng: -120 },
        { lat: 0, lng: 0.001 },
      ],
    ],
  ])('with a way %s is read, and a street beside it is walked as ever', async (_, points) => {
    const far = points.map(({ lat, lng }, i) => `<node id="${700 + i}" lat="${lat}" lon="${lng}"/>`)
    const ways = [
      way(
        90,
        points.map((_, i) => 700 + i),
        FOOTWAY,
      ),
    ]
    const contents = await contentsOf(osm(...street, ...far, ...ways))
    expect(nearOf(contents, HERE)).toEqual(nearOf(await contentsOf(osm(...street)), HERE))
  })

  it('a piece of a way longer than anybody walks is left out', async () => {
    const { network } = await contentsOf(
      osm(node(1, 0, 0), node(2, 50_000, 50_000), node(3, 50_001, 50_001), way(5, [1, 2, 3], FOOTWAY)),
    )
    expect(network.edges).toHaveLength(1)
  })
})

describe('a square', () => {
  const ring = (first: number, east: number, north: number, size: number) =>
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ].map(([x = 0, y = 0], i) => node(first + i, east + x * size, north + y * size))
  const closed = (first: number) => [0, 1, 2, 3, 0].map(i => first + i)
  const AREA = [tag('highway', 'pedestrian'), tag('area', 'yes')]
  const multi = (id: number, outer: number[], inner: number[]) =>
    `<relation id="${id}">${outer.map(ref => `<member type="way" ref="${ref}" role="outer"/>`).join('')}${inner.map(ref => `<member type="way" ref="${ref}" role="inner"/>`).join('')}${tag('type', 'multipolygon')}${AREA.join('')}</relation>`
  /** Two streets that meet a square of 200 m at opposite corners. */
  const corners = [
    ...ring(100, 0, 0, 20),
    node(1, -30, 0),
    node(2, 50, 20),
    way(20, [1, 100], FOOTWAY),
    way(21, [102, 2], FOOTWAY),
  ]
  const walkOf = async (...elements: string[]) => {
    const { network } = await contentsOf(osm(...corners, ...elements))
    const walks = openWalks(groundOf(network), 'ordinary')
    const [from, to] = [-29, 49].map((east, i) =>
      walks.doorsAt({ lng: HERE.lng + east / 1e4, lat: HERE.lat + (i * 20) / 1e4 }),
    )
    const seconds = walks.from(from ?? [], 3600).secondsTo(to ?? [])
    return seconds < 3600 ? Math.round(seconds) : undefined
  }
  it('is crossed, round its hole if it has one', async () => {
    const across = await walkOf(way(30, closed(100), ...AREA))
    const around = await walkOf(
      ...ring(200, 5, 5, 10),
      way(31, closed(100)),
      way(32, closed(200)),
      multi(40, [31], [32]),
    )
    expect(across).toBeLessThan(around ?? 0)
    expect(around).toBeLessThan(Number.POSITIVE_INFINITY)
  })

  it.each<[string, string[]]>([
    ['whose ring crosses itself', [way(30, [100, 102, 101, 103, 100], ...AREA)]],
    [
      'with a hole larger than itself',
      [...ring(200, -50, -50, 200), way(31, closed(100)), way(32, closed(200)), multi(40, [31], [32])],
    ],
    ['with a corner said twice', [way(30, [100, 101, 101, 102, 103, 103, 100], ...AREA)]],
    ['that is its own hole', [way(31, closed(100)), multi(40, [31], [31])]],
  ])('%s still has its edges', async (_, elements) => {
    expect(await walkOf(...elements)).toBeLessThan(Number.POSITIVE_INFINITY)
  })

  it.each<[string, string[]]>([
    ['of three points', [way(30, [100, 101, 100], ...AREA)]],
    ['that is not closed', [way(30, [100, 101], ...AREA)]],
    ['whose corners were cut away', [way(30, [100, 801, 802, 100], ...AREA)]],
    ['whose relation names ways that are not there', [multi(40, [888], [889])]],
  ])('%s is no square, and nothing breaks', async (_, elements) => {
    expect((await walkOf(...elements)) ?? Number.POSITIVE_INFINITY).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('a name', () => {
  const names = [
    '☕️ 咖啡 👩‍👩‍👧',
    'قهوة الحي',
    'Кафе «Ёлка»',
    'Café — Zürich',
    'ร้านกาแฟ',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    `${'长'.repeat(79)}😀😀`,
    'x'.repeat(70_000),
  ]
  it('in any script, with any sign, of any length is kept as far as it goes and comes back whole from the table', async () => {
    const w = await createWorld()
    const places = names.map((name, i) =>
      node(
        300 + i,
        10 + i * 10,
        1,
        shop(name) + tag('addr:full', name) + tag('phone', name) + tag('opening_hours', name),
      ),
    )
    const { network, places: drafts } = await contentsOf(osm(...street, ...places))
    expect(drafts).toHaveLength(names.length + 1)
    for (const { name } of drafts) expect(Buffer.from(name).toString()).toBe(name)
    const save = () => savePlaces(w.table, drafts, { community: null, on: '2026-11-23' }, () => {})
    await save()
    const { version } = await saveNetwork(w.table, 'hostile', network, now)
    const { untied } = await prepareNetwork(w.table, 'hostile', { version, minutes: 15, now })
    expect(untied).toEqual([])
    expect(await save()).toMatchObject({ added: 0, changed: 0, same: names.length + 1 })
    await w.close()
  })
})
