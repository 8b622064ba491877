/** Extracts of cities unlike the one in which this was written: on a hillside, in other scripts, by other editors. */
import { walkProfiles } from '@yike/shared/circle/kinds'
import type { Position } from '@yike/shared/identity/schema'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { answerFor } from '../nearby/answer'
import { cellOf } from '../nearby/cell'
import { listedOf } from '../nearby/nearby'
import { openPreparing } from '../nearby/prepare'
import { groundOf, openWalks } from '../network/walks'
import type { Place } from '../store'
import { read } from './fixtures/town'

const HERE: Position = { lng: 106.55, lat: 29.56 }
const at = (x: number, y: number): Position => ({ lng: HERE.lng + x / 1e4, lat: HERE.lat + y / 1e4 })
const node = (id: number, x: number, y: number, tags = '') =>
  `<node id="${id}" lon="${at(x, y).lng}" lat="${at(x, y).lat}">${tags}</node>`
const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`
const way = (id: number, refs: readonly number[], tags: string) =>
  `<way id="${id}">${refs.map(ref => `<nd ref="${ref}"/>`).join('')}${tags}</way>`
const FOOTWAY = tag('highway', 'footway')
const shop = (name: string) => tag('shop', 'convenience') + tag('name', name)
const xml = (elements: readonly string[]) => `<osm version="0.6">${elements.join('\n')}</osm>`

/** What a door is near, by profile: names with whole seconds, the nearest first. */
const nearOf = async (bytes: Uint8Array, door: Position) => {
  const found = await read(bytes)
  if (!found.ok || found.value.from !== 'osm') throw new Error(`not read: ${JSON.stringify(found)}`)
  const { network, places } = found.value
  const ground = groundOf(network)
  const listed = places.map(({ sourceId, lng, lat, ...draft }) =>
    listedOf({ ...draft, placeId: sourceId as Place['placeId'], position: { lng, lat }, bookable: [] }),
  )
  return walkProfiles.map(profile => {
    const nearby = openPreparing(openWalks(ground, profile), listed, 900).nearbyOf(cellOf(door))
    return nearby && answerFor(nearby, door)?.map(({ place, seconds }) => [place.name, seconds] as const)
  })
}

const street = (sign: 1 | -1 = 1) => [
  node(sign * 1, 0, 0),
  node(sign * 2, 50, 0),
  node(sign * 9, 45, 1, shop('小店')),
  way(sign * 10, [sign * 1, sign * 2], FOOTWAY),
]

describe('an extract by another editor', () => {
  it('with a mark at its beginning, lines that end twice and ids below zero is read as ever', async () => {
    const plain = await nearOf(Buffer.from(xml(street())), at(2, 0))
    expect(plain[0]).toMatchObject([['小店', expect.any(Number)]])
    const odd = `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n${xml(street(-1))}`.replaceAll('\n', '\r\n')
    expect(await nearOf(Buffer.from(odd), at(2, 0))).toEqual(plain)
  })

  it.each(['gbk', 'gb18030', 'utf16le', 'utf16be', 'big5'])(
    'that says that it is in %s is read as ever',
    async encoding => {
      const said = encoding.replace('utf16le', 'UTF-16').replace('utf16be', 'UTF-16')
      const text = `<?xml version="1.0" encoding="${said}"?>\n${xml(street())}`
      const addBOM = said === 'UTF-16'
      const [near] = await nearOf(iconv.encode(text, encoding, { addBOM }), at(2, 0))
      expect(near).toMatchObject([['小店', expect.any(Number)]])
    },
  )

  it.each<[string, Buffer, string]>([
    ['in GBK and does not say so', iconv.encode(xml(street()), 'gbk'), 'import.file_encoding'],
    [
      'in GBK and says UTF-8',
      iconv.encode(`<?xml version="1.0" encoding="UTF-8"?>${xml(street())}`, 'gbk'),
      'import.file_encoding',
    ],
    [
      'in an encoding that nobody knows',
      Buffer.from(`<?xml version="1.0" encoding="KLINGON"?>${xml(street())}`),
      'import.file_encoding',
    ],
    ['in bzip2', Buffer.from('425a6839314159265359', 'hex'), 'import.file_packed'],
    ['in a zip', Buffer.from('504b0304140000000800', 'hex'), 'import.file_packed'],
    ['in xz', Buffer.from('fd377a585a000004', 'hex'), 'import.file_packed'],
  ])('%s is refused for just that', async (_, bytes, code) => {
    const found = await read(bytes)
    expect(found.ok || found.refusal.code).toBe(code)
  })

  it('a square that a relation puts together of two ways is crossed between the streets that meet it', async () => {
    const square = [
      node(1, 0, 0),
      node(2, 30, 0),
      node(3, 30, 30),
      node(4, 0, 30),
      way(20, [1, 2, 3], ''),
      way(21, [3, 4, 1], ''),
      `<relation id="5"><member type="way" ref="20" role="outer"/><member type="way" ref="21" role="outer"/>${tag('type', 'multipolygon')}${tag('highway', 'pedestrian')}</relation>`,
      node(7, -20, 0),
      way(30, [7, 1], FOOTWAY),
      node(8, 50, 30),
      way(31, [3, 8], FOOTWAY),
      node(9, 44, 31, shop('对面小店')),
    ]
    const [[[name, seconds = 0] = []] = []] = (await nearOf(Buffer.from(xml(square)), at(-5, 0))) as [
      [[string, number]],
    ]
    expect(name).toBe('对面小店')
    // Round its edge it would be 48 + 290 + 334 + 135 m.
    expect(seconds).toBeLessThan(48 + 443 + 135 + 20)
  })

  it('ways above each other that share no point are not joined, however they are layered', async () => {
    const crossing = [
      node(1, 0, 0),
      node(2, 60, 0),
      way(10, [1, 2], FOOTWAY + tag('layer', '-1') + tag('tunnel', 'yes')),
      node(3, 30, -40),
      node(4, 30, 40),
      way(11, [3, 4], FOOTWAY + tag('layer', '1')),
      node(9, 31, 39, shop('桥上小店')),
    ]
    for (const near of await nearOf(Buffer.from(xml(crossing)), at(1, 0))) expect(near ?? []).toEqual([])
  })
})

it('on a dense hillside of stairs and ramps everybody is told what their legs or wheels reach, in whatever script it is named', async () => {
  const SIDE = 30
  const id = (x: number, y: number) => y * SIDE + x + 1
  const all = Array.from({ length: SIDE }, (_, n) => n)
  const names = [
    'Аптека',
    'صيدلية',
    'ร้านค้า',
    '약국',
    'Бакалея №2',
    '山城小店',
    'O’Neill’s & Sons',
    '👵🏽 Café',
  ]
  const city = [
    ...all.flatMap(y => all.map(x => node(id(x, y), x * 4, y * 4))),
    // Streets along the slope; up it every third way is a ramp, the others are stairs.
    ...all.map(y =>
      way(
        2000 + y,
        all.map(x => id(x, y)),
        tag('highway', 'residential'),
      ),
    ),
    ...all.map(x =>
      way(
        3000 + x,
        all.map(y => id(x, y)),
        x % 3 === 0
          ? FOOTWAY + tag('incline', x % 2 ? '9%' : '-4°')
          : tag('highway', 'steps') + tag('incline', 'up'),
      ),
    ),
    ...names.map((name, n) => node(5000 + n, 30 + n * 8, 28 + n * 8, shop(name.replaceAll('&', '&amp;')))),
  ]
  const [ordinary = [], elder = [], pram = [], wheelchair = [], night = []] = await nearOf(
    Buffer.from(xml(city)),
    at(60, 60),
  )
  const told = (near: readonly (readonly [string, number])[]) => new Map(near)
  expect([...told(ordinary).keys()].sort()).toEqual([...names].sort())
  expect(told(night)).toEqual(told(ordinary))
  for (const [name, seconds] of ordinary)
    for (const slower of [elder, pram, wheelchair])
      expect(told(slower).get(name) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(seconds)
  // Stairs, and ramps steeper than 1:12, are no way for a wheelchair: it goes round by the gentler ones.
  const [[farthest = '', onFoot = 0] = []] = ordinary.slice(-1)
  expect(told(wheelchair).get(farthest) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(onFoot * 1.2)
})
