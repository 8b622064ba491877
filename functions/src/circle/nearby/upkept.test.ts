/** What a change of one place costs, and what becomes of one that meets a preparation under way. */
import { walkProfiles } from '@yike/shared/circle/kinds'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMeter } from '../../../test/meter'
import { createWorld, type World } from '../../../test/world'
import { keys } from '../../platform/keys'
import type { Table } from '../../platform/table'
import { saveNetwork } from '../import/store'
import type { WalkNetwork } from '../import/types'
import { at } from '../network/made-up.test-support'
import { type Place, placeItem } from '../store'
import { rebuildAround } from './around'
import { cellOf } from './cell'
import { type KeptCards, loadCards, loadWalks } from './store'
import { cellChanges } from './store/changes'
import { prepareNetwork } from './whole'

/** One street of 600 m. */
const street: WalkNetwork = {
  nodes: Array.from({ length: 7 }, (_, nth) => ({ key: `${nth}`, ...at(nth * 100, 0) })),
  edges: Array.from({ length: 6 }, (_, nth) => ({ from: nth, to: nth + 1, meters: 100 })),
}

const meter = createMeter()
let w: World
let stays: Place
let version = ''
const prepare = (table: Table) => prepareNetwork(table, 'street', { version, minutes: 10, now: w.now })
beforeAll(async () => {
  w = await createWorld({ meter })
  stays = await w.place({ name: '书场', kind: 'culture', position: at(300, 0) })
  await w.place({ name: '药房', kind: 'medical', position: at(350, 0) })
  version = (await saveNetwork(w.table, 'street', street, w.now)).version
  await prepare(w.table)
  await w.react()
})
afterAll(() => w.close())

const write = (place: Place) => w.table.write([{ put: JSON.parse(JSON.stringify(placeItem(place))) }])
const namesFor = async (profile: string, door = at(0, 0)): Promise<string[]> => {
  const path = `/places?lng=${door.lng}&lat=${door.lat}&profile=${profile}&minutes=10`
  const { body } = await w.as(await w.person()).get(path)
  expect(body.measured).toBe('network')
  return body.places.map(({ name }: { name: string }) => name)
}

it('a new name is written into the cards of the cells around, and nobody walks for it', async () => {
  await write({ ...stays, name: '老书场' })
  meter.take()
  const { changed } = await rebuildAround(w.table, stays.placeId, undefined)
  const { calls, writeUnits } = meter.take()
  const [place, ...cells] = calls
  expect(place).toMatch(/^query place/)
  expect(cells.map(call => call.replace(/ ×\d+$/, ''))).toEqual(['get nearbyCards', 'write nearbyCards'])
  // Two for an item of a kilobyte at most.
  expect(writeUnits).toBe(changed * 2)
  for (const profile of walkProfiles) expect(await namesFor(profile)).toContain('老书场')
  await w.react()
})

it.each<[string, (place: Place) => Place, string[]]>([
  ['closed', place => ({ ...place, state: 'closed' }), ['药房']],
  ['renamed', place => ({ ...place, name: '新书场' }), ['新书场', '药房']],
  ['moved', place => ({ ...place, position: at(390, 0) }), ['药房', '书场']],
])(
  'a place that is %s while cells are written from older lists is right for every profile',
  async (_, changed, names) => {
    await write(stays)
    await w.react()
    await prepare(w.table)
    let left = 1
    const during: Table = {
      ...w.table,
      write: async changes => {
        if (left-- > 0) {
          await write(changed(stays))
          // The stream was faster than the preparation, which now writes what it has read before.
          await rebuildAround(w.table, stays.placeId, stays.position)
        }
        return w.table.write(changes)
      },
    }
    await prepare(during)
    for (const profile of walkProfiles) expect(await namesFor(profile)).toEqual(names)
    await write(stays)
    await w.react()
  },
)

it('a door 290 m beyond the last house of a street is tied to it', async () => {
  expect(await namesFor('ordinary', at(890, 0))).toContain('药房')
})

it('a cell that an older version prepared is prepared anew by whoever asks there first, for every profile, with what changed meanwhile', async () => {
  const door = at(0, 0)
  const cell = cellOf(door)
  const items = [keys.nearbyCards(cell), ...walkProfiles.map(profile => keys.nearby(cell, profile))]
  for (const key of items) {
    const item = await w.table.get(key)
    await w.table.write([
      { put: { ...item, ...key, layout: 1, content: new Uint8Array([1, 2, 3]) } as never },
    ])
  }
  // The place's own cell is the outdated one: its neighbours must hear of it all the same.
  const moves = await w.place({ name: '茶馆', kind: 'culture', position: at(10, 0) })
  await w.react()
  const person = w.as(await w.person())
  const path = `/circle?lng=${door.lng}&lat=${door.lat}&minutes=10`
  expect((await person.get(path)).body).toMatchObject({ measured: 'network' })
  meter.take()
  await person.get(path)
  expect(meter.take().calls).toEqual(['get nearby + nearbyCards'])
  for (const profile of walkProfiles) {
    expect(await namesFor(profile)).toContain('茶馆')
    expect(await namesFor(profile, at(400, 0))).toContain('茶馆')
  }
  await w.table.write([{ put: JSON.parse(JSON.stringify(placeItem({ ...moves, state: 'closed' }))) }])
  await w.react()
  expect(await namesFor('ordinary')).not.toContain('茶馆')
})

it('where a network is being replaced, a search still knows what is prepared', async () => {
  const door = at(0, 0)
  const known = await w.table.get(keys.network('street'))
  await w.table.write([{ put: { ...known, ...keys.network('street'), type: 'Network', tiles: {} } }])
  const path = `/places?lng=${door.lng}&lat=${door.lat}&search=${encodeURIComponent('药房')}`
  const { body } = await w.as(await w.person()).get(path)
  expect(body.places).toMatchObject([{ name: '药房' }])
  await w.table.write([{ put: { ...known, ...keys.network('street'), type: 'Network' } }])
})

it('the next page of a search is cut from the walk of the first one', async () => {
  const person = w.as(await w.person())
  const door = at(0, 0)
  const path = `/places?lng=${door.lng}&lat=${door.lat}&limit=1&search=${encodeURIComponent('场 ')}`
  await w.place({ name: '菜场', kind: 'commerce', position: at(420, 0) })
  await w.react()
  const first = (await person.get(path)).body
  expect(first.places).toMatchObject([{ name: '书场' }])
  meter.take()
  const next = (await person.get(`${path}&cursor=${first.cursor}`)).body
  expect(next.places).toMatchObject([{ name: '菜场' }])
  expect(meter.take().calls).toEqual(['get nearby + nearbyCards'])
})

it('a name for which the cards have no room is not lost where another change writes the walks anew meanwhile', async () => {
  const own = await createWorld()
  const cell = cellOf(at(300, 0))
  const cardsNow = async () => (await loadCards(own.table, cell)) as KeptCards
  // Signs that no packing makes shorter.
  const named = (seed: number, length: number) =>
    Array.from({ length }, (_, nth) =>
      String.fromCharCode(0x4e00 + ((seed * 7919 + nth * nth * 31 + nth * 104729) % 20000)),
    ).join('')
  for (let nth = 0; nth < 30; nth++)
    await own.place({ name: named(nth, 60), kind: 'culture', position: at(300 + nth / 4, 0) })
  const goes = await own.place({ name: '茶馆', kind: 'culture', position: at(310, 0) })
  // The only one of its kind is not among those that give their cards up.
  const grows = await own.place({ name: '药房', kind: 'medical', position: at(300, 0) })
  const saved = await saveNetwork(own.table, 'street', street, own.now)
  await prepareNetwork(own.table, 'street', { version: saved.version, minutes: 5, now: own.now })
  await own.react()
  /** Writes the walks anew, as a change of another place does. */
  const rewrite = async () => {
    const seen = await cardsNow()
    const walks = (await loadWalks(own.table, cell, seen)) ?? []
    const fewer = walks.map(({ nearby }) => ({
      ...nearby,
      places: nearby.places.filter(({ place }) => place.placeId !== goes.placeId),
    }))
    await own.table.write(cellChanges(cell, seen.network, fewer))
  }
  let isBetween = true
  const during: Table = {
    ...own.table,
    getAll: async asked => {
      const isWalks = asked.some(({ pk, sk }) => pk === `NEAR#${cell}` && sk.startsWith('PROFILE#'))
      if (isWalks && isBetween) {
        isBetween = false
        await rewrite()
      }
      return own.table.getAll(asked)
    },
  }
  const name = named(100, 1800)
  await own.table.write([{ put: JSON.parse(JSON.stringify(placeItem({ ...grows, name }))) }])
  await rebuildAround(during, grows.placeId, undefined)
  expect(isBetween).toBe(false)
  const said = (await cardsNow()).cards.slots.find(one => one?.placeId === grows.placeId)
  expect(said).toMatchObject({ name })
  await own.close()
})
