/** Several maps: each cell is told by the one that has more streets there, whichever was imported last. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/world'
import { saveNetwork } from '../import/store'
import type { WalkNetwork } from '../import/types'
import { at } from '../network/made-up.test-support'
import { type Place, placeItem } from '../store'
import { prepareNetwork } from './whole'

/** A grid of streets, 100 m apart, from one column to another. */
const grid = (west: number, east: number): WalkNetwork => {
  const columns = Array.from({ length: east - west + 1 }, (_, nth) => west + nth)
  const rows = [0, 1, 2, 3]
  const number = new Map<string, number>()
  const nodes = rows.flatMap(row =>
    columns.map(column => {
      const key = `${column}/${row}`
      number.set(key, number.size)
      return { key, ...at(column * 100, row * 100) }
    }),
  )
  const edge = (one: string, other: string) => {
    const [from, to] = [number.get(one), number.get(other)]
    return from === undefined || to === undefined ? [] : [{ from, to, meters: 100 }]
  }
  const edges = rows.flatMap(row =>
    columns.flatMap(column => [
      ...edge(`${column}/${row}`, `${column + 1}/${row}`),
      ...edge(`${column}/${row}`, `${column}/${row + 1}`),
    ]),
  )
  return { nodes, edges }
}

let w: World
beforeAll(async () => {
  w = await createWorld()
  await w.place({ name: '西头书场', kind: 'culture', position: at(10, 100) })
  await w.place({ name: '东头书场', kind: 'culture', position: at(1990, 100) })
})
afterAll(() => w.close())

const importing = async (name: string, network: WalkNetwork) => {
  const { version, wasPrepared, touched, was } = await saveNetwork(w.table, name, network, w.now)
  const only = wasPrepared ? { touched } : {}
  return prepareNetwork(w.table, name, { version, minutes: 15, now: w.now, was, ...only })
}
const told = async (east: number, north = 100): Promise<string[]> => {
  const door = at(east, north)
  const path = `/places?lng=${door.lng}&lat=${door.lat}&minutes=15`
  const { body } = await w.as(await w.person()).get(path)
  return [body.measured, ...body.places.map(({ name }: { name: string }) => name)]
}

it('a scrap of a map in the middle of a town leaves every door to the town, and says whose they are', async () => {
  await importing('west', grid(0, 10))
  const scrap: WalkNetwork = {
    nodes: [0, 1, 2, 3, 4].map(nth => ({ key: `scrap${nth}`, ...at(300 + nth * 100, 130) })),
    edges: [0, 1, 2, 3].map(nth => ({ from: nth, to: nth + 1, meters: 100 })),
  }
  const { elsewhere } = await importing('scrap', scrap)
  expect(elsewhere.networks).toEqual(['west'])
  expect(elsewhere.cells).toBeGreaterThan(0)
  for (const east of [300, 500, 700]) expect(await told(east)).toEqual(['network', '西头书场'])
})

it('of two maps that border on each other each tells its own side', async () => {
  await importing('east', grid(10, 20))
  expect(await told(700)).toEqual(['network', '西头书场'])
  expect(await told(1300)).toEqual(['network', '东头书场'])
  await importing('west', grid(0, 10))
  expect(await told(1300)).toEqual(['network', '东头书场'])
})

it('a place that opens, moves, is renamed and closes at the border of two maps is told so on both sides', async () => {
  const write = (place: Place) => w.table.write([{ put: JSON.parse(JSON.stringify(placeItem(place))) }])
  const bothTell = async () => [await told(820), await told(1180)].map(([, ...names]) => names)
  const opened = await w.place({ name: '茶馆', kind: 'commerce', position: at(960, 150) })
  await w.react()
  expect(await bothTell()).toEqual([expect.arrayContaining(['茶馆']), expect.arrayContaining(['茶馆'])])
  const moved = { ...opened, name: '新茶馆', position: at(1040, 150) }
  await write(moved)
  await w.react()
  expect(await bothTell()).toEqual([expect.arrayContaining(['新茶馆']), expect.arrayContaining(['新茶馆'])])
  await write({ ...moved, name: '老茶馆' })
  await w.react()
  for (const names of await bothTell()) {
    expect(names).toContain('老茶馆')
    expect(names).not.toContain('新茶馆')
  }
  await write({ ...moved, state: 'closed' })
  await w.react()
  for (const names of await bothTell()) expect(names.join()).not.toContain('茶馆')
})

it('the same map under another name takes every door over', async () => {
  const { elsewhere } = await importing('west-again', grid(0, 10))
  expect(await told(300)).toEqual(['network', '西头书场'])
  expect(elsewhere.networks).toEqual(['east'])
})

it('where a changed map has no street any more, be it a quarter or all that there was, no door is told old ways', async () => {
  const far = (column: number) => column + 60
  const two = (...starts: number[]): WalkNetwork => {
    const grids = starts.map(start => grid(start, start + 3))
    return {
      nodes: grids.flatMap(({ nodes }) => nodes),
      edges: grids.flatMap(({ edges }, nth) =>
        edges.map(edge => ({ ...edge, from: edge.from + nth * 16, to: edge.to + nth * 16 })),
      ),
    }
  }
  const [near, beside, away] = [far(0), far(9), far(60)] as const
  await importing('moves', two(near, beside))
  for (const column of [near, beside]) expect((await told(column * 100 + 20))[0]).toBe('network')
  await importing('moves', two(near))
  expect((await told(near * 100 + 20))[0]).toBe('network')
  expect((await told(beside * 100 + 150))[0]).toBe('straight')
  await importing('moves', two(away))
  expect((await told(near * 100 + 20))[0]).toBe('straight')
  expect((await told(away * 100 + 20))[0]).toBe('network')
})
