import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, townGzip, townPbf, townXml } from './fixtures/town'
import type { OsmContents } from './osm/gather'

const contentsOf = async (bytes: Uint8Array): Promise<OsmContents> => {
  const found = await read(bytes)
  if (!found.ok || found.value.from !== 'osm') throw new Error(`not read: ${JSON.stringify(found)}`)
  return found.value
}
const edit = (from: string | RegExp, to: string) => Buffer.from(townXml.toString().replace(from, to))

describe('an extract in XML', () => {
  it('yields the named places of every kind, points and outlines, and only those', async () => {
    const { places } = await contentsOf(townXml)
    expect(places.map(({ name, kind, sourceId }) => [name, kind, sourceId])).toEqual([
      ['柳溪药房', 'medical', 'osm:node/20'],
      ['公共厕所', 'convenience', 'osm:node/21'],
      ['自动取款机（柳溪银行）', 'convenience', 'osm:node/23'],
      ['柳溪敬老院', 'elderCare', 'osm:node/24'],
      ['柳溪幼儿园', 'transit', 'osm:node/25'],
      ['街角便利店', 'commerce', 'osm:node/26'],
      ['Rye & Co', 'commerce', 'osm:node/27'],
      ['柳溪图书馆', 'culture', 'osm:node/28'],
      ['应急避难场所', 'shelter', 'osm:node/30'],
      ['柳溪幼儿园', 'childcare', 'osm:way/110'],
      ['柳溪公园', 'culture', 'osm:relation/200'],
    ])
  })

  it('keeps what the map says of a place and says nothing that it does not', async () => {
    const { places } = await contentsOf(townXml)
    const named = (name: string) => places.find(place => place.name === name)
    expect(named('柳溪药房')).toEqual({
      sourceId: 'osm:node/20',
      name: '柳溪药房',
      kind: 'medical',
      lng: 121.0005,
      lat: 31.0001,
      phone: '+86 21 5555 0101',
      hoursText: 'Mo-Fr 08:30-12:00,14:00-18:00; PH off',
      hours: {
        days: [
          ...Array.from({ length: 5 }, () => [
            [510, 720],
            [840, 1080],
          ]),
          [],
          [],
        ],
        publicHoliday: 'closed',
      },
      stepFree: true,
    })
    expect(named('公共厕所')).toMatchObject({ priceClass: 'free', stepFree: false })
    expect(named('柳溪敬老院')?.address).toBe('柳溪路12号')
    expect(named('柳溪图书馆')).toMatchObject({ hoursText: 'Apr-Oct 09:00-17:00' })
    expect(named('柳溪图书馆')).not.toHaveProperty('hours')
  })

  it('puts a place with an outline into the middle of its outer ring', async () => {
    const { places } = await contentsOf(townXml)
    const positions = Object.fromEntries(places.map(({ sourceId, lng, lat }) => [sourceId, [lng, lat]]))
    expect(positions['osm:way/110']).toEqual([121.0002, 31.0007])
    expect(positions['osm:relation/200']).toEqual([121.0055, 31.0005])
  })

  it('leaves out and reports a place whose outline leaves the extract', async () => {
    expect((await contentsOf(townXml)).cutOff).toEqual(['osm:way/115', 'osm:relation/201'])
  })

  it('skips what an editor saved as deleted, even without a position', async () => {
    const { places } = await contentsOf(edit(/<node id="20"[^>]*>/, '<node id="20" action="delete">'))
    expect(places.map(place => place.sourceId)).not.toContain('osm:node/20')
  })
})

describe('the walking network of an extract', () => {
  it('holds the ways that one may walk, in both directions, and no others', async () => {
    const { network } = await contentsOf(townXml)
    const pairs = network.edges.map(({ from, to }) =>
      [network.nodes[from]?.key, network.nodes[to]?.key].join('-'),
    )
    expect(pairs).toEqual([
      '1-2',
      '2-3',
      '3-4',
      '4-5',
      '3-6',
      '6-7',
      '7-8',
      '4-9',
      '9~2-10',
      '5-11',
      '11-12',
      '8-10',
      '10-12',
    ])
  })

  it('a square is crossed by its middle from where other ways meet it, and from nowhere else', async () => {
    // An L of 200 × 200 m with ways at three of its corners.
    const at = [
      [0, 0],
      [20, 0],
      [20, 10],
      [10, 10],
      [10, 20],
      [0, 20],
    ]
    const points = at.map(
      ([x = 0, y = 0], i) => `<node id="${900 + i}" lat="${32 + y / 1e4}" lon="${121 + x / 1e4}"/>`,
    )
    const ends = [0, 1, 4].map(i => `<node id="${910 + i}" lat="32.01" lon="${121 + i / 1000}"/>`)
    const ways = [0, 1, 4].map(
      i =>
        `<way id="${920 + i}"><nd ref="${900 + i}"/><nd ref="${910 + i}"/><tag k="highway" v="footway"/></way>`,
    )
    const square = `<way id="930">${[0, 1, 2, 3, 4, 5, 0].map(i => `<nd ref="${900 + i}"/>`).join('')}<tag k="highway" v="pedestrian"/><tag k="area" v="yes"/></way>`
    const { network } = await contentsOf(
      Buffer.from(`<osm version="0.6">${[...points, ...ends, ...ways, square].join('')}</osm>`),
    )
    const middle = network.nodes.findIndex(({ key }) => key === 'square/930')
    const met = network.edges.filter(({ to }) => to === middle).map(({ from }) => network.nodes[from]?.key)
    expect(met.sort()).toEqual(['900', '901', '904'])
    expect(
      network.edges.find(({ from, to }) => to === middle && network.nodes[from]?.key === '900')?.meters,
    ).toBeCloseTo(121.5, 1)
  })

  it('measures lengths along the earth', async () => {
    const { network } = await contentsOf(townXml)
    // 0.001° of longitude at 31° north and of latitude, on a sphere of 6,371,008.8 m.
    expect(network.edges[0]?.meters).toBeCloseTo(95.3, 1)
    expect(network.edges[4]?.meters).toBeCloseTo(111.2, 1)
  })

  it('tells steps, light, bridges, tunnels, gates with hours and what stops a wheelchair', async () => {
    const { nodes, edges } = (await contentsOf(townXml)).network
    expect(edges[0]).toMatchObject({ lit: true })
    expect(edges[9]).toMatchObject({ steps: true, bridge: true, wheelchair: 'no' })
    expect(edges[11]).toMatchObject({ tunnel: true })
    expect(nodes.find(node => node.key === '7')?.gate).toMatchObject({
      hoursText: 'Mo-Su 06:00-22:00',
      hours: { publicHoliday: 'asUsual' },
    })
    expect(nodes.find(node => node.key === '11')?.blocksWheels).toBe(true)
  })

  it('lets nobody through a private gate, but up to it from both sides', async () => {
    const { nodes, edges } = (await contentsOf(townXml)).network
    const gates = [...nodes.keys()].filter(index => nodes[index]?.key.split('~')[0] === '9')
    expect(gates).toHaveLength(2)
    for (const gate of gates)
      expect(edges.filter(({ from, to }) => from === gate || to === gate)).toHaveLength(1)
  })
})

describe('the same town, whatever the file', () => {
  it.each([
    ['gzip', async () => townGzip],
    ['pbf', () => townPbf()],
    ['pbf with plain nodes', () => townPbf({ plainNodes: true })],
    ['pbf without compression', () => townPbf({ raw: true })],
  ])('%s reads as the XML does', async (_, bytes) => {
    expect(await contentsOf(await bytes())).toEqual(await contentsOf(townXml))
  })

  it('is the same when ways and relations stand before their nodes', async () => {
    const plain = await contentsOf(townXml)
    const reversed = await contentsOf(await townPbf({ reversed: true }))
    expect(new Set(reversed.places)).toEqual(new Set(plain.places))
    expect(reversed.network).toEqual(plain.network)
  })

  it('is the same in pieces of any size', async () => {
    const whole = await contentsOf(townXml)
    const pbf = await townPbf()
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 700 }),
        fc.constantFrom(townXml, townGzip, pbf),
        async (size, bytes) => {
          expect(await read(bytes, {}, size)).toEqual({ ok: true, value: { from: 'osm', ...whole } })
        },
      ),
      { numRuns: 30 },
    )
  })

  it('reports progress that grows to the size of the file', async () => {
    for (const bytes of [townXml, townGzip, await townPbf()]) {
      const seen: number[] = []
      await read(bytes, { onProgress: ({ bytesRead }) => seen.push(bytesRead) })
      expect(seen).toEqual(seen.toSorted((one, other) => one - other))
      expect(seen.at(-1)).toBe(bytes.length)
    }
  })
})
