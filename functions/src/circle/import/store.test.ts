import { roundTheClock } from '@yike/shared/circle/hours'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, HOME, OSMANTHUS, STONEBRIDGE, type World } from '../../../test/world'
import { derivedId } from '../../platform/ids'
import { keys } from '../../platform/keys'
import { queryAll, type Table } from '../../platform/table'
import { loadDirectory } from '../store/upkeep'
import { homed } from './community'
import { readHsds } from './hsds/read'
import { writeHsds } from './hsds/write'
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
const ON = '2026-11-23'
const save = (places: readonly PlaceDraft[], community = OSMANTHUS) =>
  savePlaces(w.table, places, { community, on: ON }, () => {})

it('an import of 450 places adds them all, the same file again changes nothing', async () => {
  expect(await save(drafts(450))).toEqual({ added: 450, changed: 0, same: 0, kept: [] })
  expect(await save(drafts(450), STONEBRIDGE)).toEqual({ added: 0, changed: 0, same: 450, kept: [] })
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
  expect(await save(changed)).toEqual({ added: 0, changed: 1, same: 449, kept: [] })
  expect(await w.table.get({ pk: known?.pk, sk: known?.sk })).toMatchObject({
    name: '换了名字',
    bookable: ['venue'],
    community: STONEBRIDGE,
  })
})

it('what a reaction says of a place while it is being imported stays', async () => {
  const [draft] = drafts(1) as [PlaceDraft]
  const own = await createWorld()
  await savePlaces(own.table, [draft], { community: null, on: ON }, () => {})
  const key = keys.place(derivedId('place', 0, draft.sourceId))
  // Between the import's read and its write something becomes bookable, and staff take the place over.
  let between = async () => {
    await own.table.write([{ update: key, set: { bookable: ['venue'], community: STONEBRIDGE } }])
    between = async () => {}
  }
  const table: Table = {
    ...own.table,
    write: async changes => {
      await between()
      return own.table.write(changes)
    },
  }
  const saved = await savePlaces(
    table,
    [{ ...draft, name: '换了名字', phone: '0519-1' }],
    { community: OSMANTHUS, on: ON },
    () => {},
  )
  expect(saved).toEqual({ added: 0, changed: 1, same: 0, kept: [] })
  expect(await own.table.get(key)).toMatchObject({
    name: '换了名字',
    phone: '0519-1',
    bookable: ['venue'],
    community: STONEBRIDGE,
  })
  await savePlaces(own.table, [draft], { community: OSMANTHUS, on: ON }, () => {})
  expect(await own.table.get(key)).not.toHaveProperty('phone')
  await own.close()
})

it('two imports of one file at once add each place once', async () => {
  const own = await createWorld()
  const both = await Promise.all(
    [OSMANTHUS, STONEBRIDGE].map(community =>
      savePlaces(own.table, drafts(60), { community, on: ON }, () => {}),
    ),
  )
  expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(60)
  await own.close()
})

it('an imported place is found in the service circle', async () => {
  const { body } = await w.as(await w.person()).get(`/places?lng=${HOME.lng}&lat=${HOME.lat}&limit=1`)
  expect(body).toMatchObject({ places: [{ name: '场所 0', walkMinutes: 0 }], counts: { commerce: 450 } })
})

const network = (count: number): WalkNetwork => ({
  nodes: Array.from({ length: count }, (_, i) => ({ key: `${i}`, lng: HOME.lng + i * 0.003, lat: HOME.lat })),
  edges: Array.from({ length: count - 1 }, (_, i) => ({
    from: i,
    to: i + 1,
    meters: 285,
    ...(i === 3 && { steps: true }),
  })),
})

it('a network comes back as it was saved, the same one changes nothing, another one replaces it whole', async () => {
  expect(await loadNetwork(w.table, 'town')).toBeUndefined()
  expect(await saveNetwork(w.table, 'town', network(20), w.now)).toMatchObject({ changed: true })
  expect(await loadNetwork(w.table, 'town')).toEqual(network(20))
  expect(await saveNetwork(w.table, 'town', network(20), w.now)).toMatchObject({ changed: false })
  expect(await saveNetwork(w.table, 'town', network(7), w.now)).toMatchObject({ changed: true })
  expect(await loadNetwork(w.table, 'town')).toEqual(network(7))
})

const longer = ({ nodes, edges }: WalkNetwork): WalkNetwork => ({
  nodes,
  edges: edges.map(edge => ({ ...edge, meters: edge.meters + 10 })),
})

it('a changed network writes the tiles that changed and no others', async () => {
  const before = network(20)
  await saveNetwork(w.table, 'quarter', before, w.now)
  const last = before.edges.length - 1
  const edges = before.edges.map((edge, index) => (index === last ? { ...edge, lit: true } : edge))
  const saved = await saveNetwork(w.table, 'quarter', { ...before, edges }, w.now)
  expect(saved).toMatchObject({ changed: true, touched: ['12000,3178'] })
  expect(saved.tiles).toBe(6)
  expect(await loadNetwork(w.table, 'quarter')).toEqual({ ...before, edges })
})

it('whoever reads a network while another one replaces it reads the old one to its end; its tiles go later', async () => {
  await saveNetwork(w.table, 'lane', network(20), w.now)
  const [pointer, ...oldTiles] = await queryAll(w.table, { pk: 'NETWORK#lane' })
  let replaced = false
  const table: Table = {
    ...w.table,
    get: async (key, options) => {
      const item = await w.table.get(key, options)
      if (!replaced) {
        replaced = true
        await saveNetwork(w.table, 'lane', longer(network(7)), w.now)
      }
      return item
    },
  }
  expect(await loadNetwork(table, 'lane')).toEqual(network(20))
  for (const { pk, sk } of oldTiles)
    expect(await w.table.get({ pk, sk })).toMatchObject({
      expiresAtSeconds: Date.parse(w.now) / 1000 + 24 * 3600,
    })

  // Back to the first one: its tiles must not go then.
  await saveNetwork(w.table, 'lane', network(20), w.now)
  for (const { pk, sk } of oldTiles)
    expect(await w.table.get({ pk, sk })).not.toHaveProperty('expiresAtSeconds')
  expect(await w.table.get({ pk: pointer?.pk, sk: pointer?.sk })).toEqual(pointer)
})

it('of two networks saved at once under one name one holds, whole', async () => {
  await Promise.all([20, 7, 12].map(count => saveNetwork(w.table, 'square', network(count), w.now)))
  const held = await loadNetwork(w.table, 'square')
  expect([network(20), network(7), network(12)]).toContainEqual(held)
})

it('a network that lacks a tile says which', async () => {
  await saveNetwork(w.table, 'gap', network(20), w.now)
  const [, tile] = await queryAll(w.table, { pk: 'NETWORK#gap' })
  await expect(
    loadNetwork(
      { ...w.table, get: async key => (key.sk === tile?.sk ? undefined : w.table.get(key)) },
      'gap',
    ),
  ).rejects.toThrow(tile?.sk.split('#')[1])
})

describe('the community that looks after a place of a file', () => {
  const east = { lng: HOME.lng + 0.02, lat: HOME.lat }
  const regions = [
    { code: OSMANTHUS, name: '桂花里', level: 'community' as const, center: HOME },
    { code: STONEBRIDGE, name: '石桥头', level: 'community' as const, center: east },
  ]
  const at = (position: Position, kept?: PlaceDraft['kept']): PlaceDraft => ({
    ...(drafts(1)[0] as PlaceDraft),
    ...position,
    ...(kept && { kept }),
  })
  const away = (km: number): Position => ({ lng: HOME.lng, lat: HOME.lat + km / 111.195 })
  const given = (places: readonly PlaceDraft[], asked?: RegionCode) => {
    const { places: kept, far } = homed(regions, places, asked)
    return {
      communities: kept.map(place => place.kept?.community),
      far: far.map(({ meters }) => Math.round(meters / 1000)),
    }
  }

  it('is the nearest to each of them, and none to one 3 km from all', () => {
    expect(given([at(HOME), at(east), at(away(4))])).toEqual({
      communities: [OSMANTHUS, STONEBRIDGE, null],
      far: [],
    })
  })

  it('is the one that was asked for, or that the file names', () => {
    const places = [at(east), at(away(4)), at(HOME, { community: STONEBRIDGE })]
    expect(given(places, OSMANTHUS).communities).toEqual([OSMANTHUS, OSMANTHUS, STONEBRIDGE])
    expect(given([at(HOME, { community: '110108001001' as RegionCode })]).communities).toEqual([OSMANTHUS])
  })

  it('has no place over 50 km away where others of the file are near: the row is told and left out', () => {
    expect(given([at(HOME), at(away(540))])).toEqual({ communities: [OSMANTHUS], far: [540] })
    expect(given([at(HOME), at(away(540))], STONEBRIDGE)).toEqual({ communities: [STONEBRIDGE], far: [540] })
    expect(given([at(away(540)), at(away(541))])).toEqual({ communities: [null, null], far: [] })
    expect(homed(regions, [], undefined)).toMatchObject({ places: [], far: [] })
  })
})

it('an export that is read again changes nothing, whatever words its hours were first written in', async () => {
  const own = await createWorld()
  const [draft] = drafts(1) as [PlaceDraft]
  const told = { ...draft, hoursText: '24/7', hours: roundTheClock }
  const unread = { ...draft, sourceId: 'csv:2', hoursText: '看通知' }
  await savePlaces(own.table, [told, unread], { community: OSMANTHUS, on: ON }, () => {})
  const listed = (await loadDirectory(own.table, OSMANTHUS)).map(place => ({ place, offerings: [] }))
  const { places } = await readHsds(piecesOf(JSON.stringify(writeHsds(listed, []))))
  expect(await savePlaces(own.table, places, { community: null, on: ON }, () => {})).toMatchObject({
    same: 2,
  })
  await own.close()
})

it('a place that no community looks after stands in a list of its own, and leaves it when one does', async () => {
  const own = await createWorld()
  await savePlaces(own.table, drafts(3), { community: null, on: ON }, () => {})
  expect(await loadDirectory(own.table, null)).toHaveLength(3)
  await savePlaces(own.table, drafts(2), { community: OSMANTHUS, on: ON }, () => {})
  expect(await loadDirectory(own.table, null)).toHaveLength(1)
  expect(await loadDirectory(own.table, OSMANTHUS)).toHaveLength(2)
  await own.close()
})

async function* piecesOf(text: string) {
  yield Buffer.from(text)
}
