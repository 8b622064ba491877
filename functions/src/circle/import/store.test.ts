import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, HOME, OSMANTHUS, STONEBRIDGE, type World } from '../../../test/world'
import { nearestCommunity } from './community'
import { loadNetwork, saveNetwork, savePlaces } from './store'
import type { PlaceDraft, WalkNetwork } from './types'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const drafts = (count: number): PlaceDraft[] =>
  Array.from({ length: count }, (_, i) => ({
    sourceId: `osm:node/${i}`,
    name: `场所 ${i}`,
    kind: 'commerce',
    lng: HOME.lng + i * 1e-5,
    lat: HOME.lat,
    ...(i % 2 === 0 && { stepFree: true }),
  }))
const save = (places: readonly PlaceDraft[], community = OSMANTHUS) =>
  savePlaces(w.table, places, community, () => {})

it('an import of 450 places adds them all, the same file again changes nothing', async () => {
  expect(await save(drafts(450))).toEqual({ added: 450, changed: 0, same: 0 })
  expect(await save(drafts(450), STONEBRIDGE)).toEqual({ added: 0, changed: 0, same: 450 })
})

it('a changed file writes only what changed, and keeps what reactions and staff decided about a place', async () => {
  const place = await w.table.query({
    index: 'by-owner',
    pk: `TILE#${Math.floor(HOME.lng * 100)},${Math.floor(HOME.lat * 100)}`,
    limit: 1,
  })
  const known = place.ok ? place.value.items[0] : undefined
  await w.table.write([
    { update: { pk: known?.pk, sk: known?.sk }, set: { bookable: ['venue'], community: STONEBRIDGE } },
  ])
  const changed = drafts(450).map(draft =>
    draft.sourceId === known?.sourceId ? { ...draft, name: '换了名字' } : draft,
  )
  expect(await save(changed)).toEqual({ added: 0, changed: 1, same: 449 })
  expect(await w.table.get({ pk: known?.pk, sk: known?.sk })).toMatchObject({
    name: '换了名字',
    bookable: ['venue'],
    community: STONEBRIDGE,
  })
})

it('an imported place is found in the service circle', async () => {
  const { body } = await w.as(await w.person()).get(`/places?lng=${HOME.lng}&lat=${HOME.lat}&limit=1`)
  expect(body).toMatchObject({ places: [{ name: '场所 0', walkMinutes: 0 }], counts: { commerce: 450 } })
})

it('a network comes back as it was saved, the same one changes nothing, another one replaces it whole', async () => {
  const network = (count: number): WalkNetwork => ({
    nodes: Array.from({ length: count }, (_, i) => ({ osmId: i, lng: HOME.lng + i * 0.003, lat: HOME.lat })),
    edges: Array.from({ length: count - 1 }, (_, i) => ({
      from: i,
      to: i + 1,
      meters: 285,
      ...(i === 3 && { steps: true }),
    })),
  })
  expect(await loadNetwork(w.table, 'town')).toBeUndefined()
  expect(await saveNetwork(w.table, 'town', network(20))).toMatchObject({ changed: true })
  expect(await loadNetwork(w.table, 'town')).toEqual(network(20))
  expect(await saveNetwork(w.table, 'town', network(20))).toMatchObject({ changed: false })
  expect(await saveNetwork(w.table, 'town', network(7))).toMatchObject({ changed: true })
  expect(await loadNetwork(w.table, 'town')).toEqual(network(7))
  const tiles = await w.table.query({ pk: 'NETWORK#town', sk: { begins: 'TILE#' } })
  expect(tiles.ok && tiles.value.items.length).toBe(2)
})

it('places far from every community belong to none', () => {
  const regions = [{ code: OSMANTHUS, name: '桂花里', level: 'community' as const, center: HOME }]
  expect(nearestCommunity(regions, drafts(3))).toBe(OSMANTHUS)
  expect(
    nearestCommunity(regions, [{ ...(drafts(1)[0] as PlaceDraft), lng: 116.3, lat: 40 }]),
  ).toBeUndefined()
  expect(nearestCommunity(regions, [])).toBeUndefined()
})
