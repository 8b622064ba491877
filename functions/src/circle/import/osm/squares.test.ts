/** Squares and houses that a relation outlines (`type=multipolygon`), in an extract as another city's may be. */
import { expect, it } from 'vitest'
import { read } from '../fixtures/town'

const node = (id: number, east: number, north: number) =>
  `<node id="${id}" lon="${(121 + east / 1e4).toFixed(7)}" lat="${(31 + north / 1e4).toFixed(7)}"/>`
const way = (id: number, refs: readonly number[], tags: Readonly<Record<string, string>> = {}) =>
  `<way id="${id}">${refs.map(ref => `<nd ref="${ref}"/>`).join('')}${tagged(tags)}</way>`
const tagged = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join('')
const relation = (id: number, members: readonly [number, string][], tags: Readonly<Record<string, string>>) =>
  `<relation id="${id}">${members.map(([ref, role]) => `<member type="way" ref="${ref}" role="${role}"/>`).join('')}${tagged({ type: 'multipolygon', ...tags })}</relation>`

/** A square of four corners in two lines, a street at each of two opposite corners, and room for a pond. */
const square = (pond: readonly [from: number, to: number] | undefined) => {
  const corners = [node(1, 0, 0), node(2, 10, 0), node(3, 10, 10), node(4, 0, 10)]
  const [from, to] = pond ?? [0, 0]
  const inner = [node(11, from, from), node(12, to, from), node(13, to, to), node(14, from, to)]
  const ways = [
    way(100, [1, 2, 3]),
    way(101, [3, 4, 1]),
    way(102, [5, 1], { highway: 'footway' }),
    way(103, [3, 6], { highway: 'footway' }),
  ]
  return Buffer.from(
    `<?xml version="1.0"?><osm version="0.6">${[...corners, ...(pond ? inner : []), node(5, -5, -5), node(6, 15, 15)].join('')}${ways.join('')}${pond ? way(104, [11, 12, 13, 14, 11]) : ''}${relation(
      200,
      [[100, 'outer'], [101, 'outer'], ...(pond ? [[104, 'inner'] as [number, string]] : [])],
      { highway: 'pedestrian' },
    )}${relation(
      201,
      [
        [100, 'outer'],
        [101, 'outer'],
      ],
      { building: 'apartments', 'building:flats': '24' },
    )}</osm>`,
  )
}
const contents = async (bytes: Uint8Array) => {
  const found = await read(bytes)
  if (!found.ok || found.value.from !== 'osm') throw new Error('not read')
  return found.value
}
const middles = ({ nodes }: { nodes: readonly { key: string }[] }) =>
  nodes.filter(({ key }) => key.startsWith('square/'))

it('a square is walked along its edge and across its middle', async () => {
  const { network } = await contents(square(undefined))
  expect(middles(network)).toHaveLength(1)
  // Four sides, two streets, two halves of the way across.
  expect(network.edges).toHaveLength(8)
})

it('a pond in the middle is walked around, one beside the way across is not in it', async () => {
  const { network } = await contents(square([4, 6]))
  expect(middles(network)).toHaveLength(0)
  expect((await contents(square([8, 9]))).network.edges.length).toBeLessThan(8 + 4 + 1)
})

it('a house with a courtyard is a dwelling in the middle of its outline', async () => {
  const { dwellings } = await contents(square(undefined))
  expect(dwellings).toEqual([
    { position: { lng: expect.closeTo(121.0005, 6), lat: expect.closeTo(31.0005, 6) }, households: 24 },
  ])
})
