/** The real extract of a university quarter, where it lies beside the repository; it is not ours to ship. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readImport } from './read'

const file = fileURLToPath(new URL('../../../../../shared/data/tsinghua-beijing.osm.gz', import.meta.url))
const isHere = existsSync(file)
if (!isHere)
  console.warn('The real extract ../shared/data/tsinghua-beijing.osm.gz is absent: its test is skipped.')

it.skipIf(!isHere)('2.0 × 2.4 km of Haidian yield hundreds of places and one connected network', async () => {
  const found = await readImport(createReadStream(file), { bytesTotal: statSync(file).size })
  if (!found.ok || found.value.from !== 'osm') throw new Error('not read')
  const { places, network } = found.value
  expect(places.length).toBeGreaterThan(200)
  expect(new Set(places.map(place => place.kind)).size).toBeGreaterThanOrEqual(9)
  expect(new Set(places.map(place => place.sourceId)).size).toBe(places.length)
  // Counted by another program over the same rules, without the ways across squares: 2,581 pieces, 125.7 km.
  const isMiddle = (node: number) => network.nodes[node]?.key.startsWith('square/')
  const streets = network.edges.filter(edge => !isMiddle(edge.to))
  expect(streets).toHaveLength(2581)
  expect(streets.reduce((sum, edge) => sum + edge.meters, 0)).toBeCloseTo(125_695, -2)
  expect(network.edges.length - streets.length).toBe(22)
  expect(reachableShare(network.nodes.length, network.edges)).toBeGreaterThan(0.9)
})

/** Share of all nodes in the largest connected part. */
const reachableShare = (
  count: number,
  edges: readonly { readonly from: number; readonly to: number }[],
): number => {
  const parent = Array.from({ length: count }, (_, i) => i)
  const rootOf = (node: number): number => {
    let root = node
    while (parent[root] !== root) root = parent[root] ?? root
    parent[node] = root
    return root
  }
  for (const { from, to } of edges) parent[rootOf(from)] = rootOf(to)
  const sizes = new Map<number, number>()
  for (const node of parent.keys()) sizes.set(rootOf(node), (sizes.get(rootOf(node)) ?? 0) + 1)
  return Math.max(...sizes.values()) / count
}
