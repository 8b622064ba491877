/** What is prepared, on a real engine: one read for a home page, and only the surroundings of what changes. */
import { walkProfiles } from '@yike/shared/circle/kinds'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMeter } from '../../../test/meter'
import { createWorld, HOME, type World } from '../../../test/world'
import { keys } from '../../platform/keys'
import { saveNetwork } from '../import/store'
import type { WalkNetwork } from '../import/types'
import { at } from '../network/made-up.test-support'
import { placeItem } from '../store'
import { rebuildAround } from './around'
import { cellOf } from './cell'
import { prepareNetwork } from './whole'

/** Two rows of houses with a canal between; the only bridge has steps, a lift stands at the far end. */
const town: WalkNetwork = (() => {
  const nodes = [-300, 0, 300].flatMap(north =>
    Array.from({ length: 9 }, (_, column) => ({
      key: `${column},${north}`,
      ...at(column * 100, north),
      ...(column === 8 && north === 0 && { lift: true as const }),
    })),
  )
  const row = (start: number) =>
    Array.from({ length: 8 }, (_, column) => ({ from: start + column, to: start + column + 1, meters: 100 }))
  return {
    nodes,
    edges: [
      ...row(0),
      ...row(18),
      { from: 0, to: 9, meters: 300, steps: true, wheelchair: 'no' },
      { from: 9, to: 18, meters: 300, steps: true, wheelchair: 'no' },
      { from: 8, to: 17, meters: 300 },
      { from: 17, to: 26, meters: 300 },
    ],
  }
})()

const meter = createMeter()
let w: World
beforeAll(async () => {
  w = await createWorld({ meter })
  await w.place({ name: '对岸的食堂', position: at(0, 290) })
  await w.place({ name: '这边的食堂', position: at(100, -290) })
  await w.place({ name: '走得远的书场', kind: 'culture', position: at(790, -305) })
  const { version } = await saveNetwork(w.table, 'town', town, w.now)
  await prepareNetwork(w.table, 'town', { version, minutes: 30, now: w.now })
  await w.react()
})
afterAll(() => w.close())

const door = at(0, -290)
const ask = async (path: string, from = door) => {
  const resident = await w.person()
  meter.take()
  const { body } = await w.as(resident).get(`${path}lng=${from.lng}&lat=${from.lat}`)
  return { body, cost: meter.take() }
}
const walks = (body: { places: { name: string; walkMinutes: number }[] }) =>
  Object.fromEntries(body.places.map(({ name, walkMinutes }) => [name, walkMinutes]))

it('the home page and the first page of a list are one read of what is walked and one of what stands there, at most two units', async () => {
  const home = await ask('/circle?')
  expect(home.cost).toEqual({ calls: ['get nearby + nearbyCards'], readUnits: 1, writeUnits: 0 })
  expect(home.body).toMatchObject({
    measured: 'network',
    needs: [
      { kind: 'elderCare', count: 1, more: false, places: [{ name: '这边的食堂', walkMinutes: 3 }] },
      { kind: 'culture', count: 1, more: false, places: [{ name: '走得远的书场' }] },
    ],
  })
  const list = await ask('/places?minutes=30&')
  expect(list.cost.calls).toEqual(['get nearby + nearbyCards'])
})

it('steps count double for those on foot, and a wheelchair goes round by the lift', async () => {
  // 600 m of steps; by the lift 800 + 600 + 800 m and one ride.
  expect(walks((await ask('/places?minutes=30&')).body)).toMatchObject({ 对岸的食堂: 20 })
  expect(walks((await ask('/places?minutes=30&profile=wheelchair&')).body)).not.toHaveProperty('对岸的食堂')
  const { placeId } = (await ask('/places?minutes=30&')).body.places.find(
    ({ name }: { name: string }) => name === '对岸的食堂',
  )
  expect((await ask(`/places/${placeId}?profile=wheelchair&`)).body).not.toHaveProperty('walkMinutes')
  const near = await ask('/places?minutes=30&profile=wheelchair&', at(600, -300))
  // 200 + 600 + 800 m at 50 m a minute, and 45 s in the lift.
  expect(walks(near.body)).toMatchObject({ 走得远的书场: 4 })
})

it('a door that no street comes near is told straight-line times, and that they are', async () => {
  const { body } = await ask('/places?minutes=30&', at(-500, -290))
  expect(body.measured).toBe('straight')
  expect(walks(body)).toMatchObject({ 这边的食堂: 13 })
})

it('the streets of a walk are told with their minutes, the nearest first, and where there are none that there are none', async () => {
  const { body } = await ask('/circle/bands?minutes=10&')
  expect(body.measured).toBe('network')
  // Along the near row: 100 m each, and the first of the two flights of steps.
  const minutes = body.streets.map((street: { minutes: number }) => street.minutes)
  expect(Math.min(...minutes)).toBeLessThan(4)
  expect(Math.max(...minutes)).toBe(10)
  const east = body.streets.flatMap(({ line }: { line: number[] }) =>
    line.filter((_, index) => index % 2 === 0),
  )
  // Five hundred metres east; the sixth hundred ends after the tenth minute.
  expect(Math.max(...east) * Math.cos((door.lat * Math.PI) / 180)).toBeCloseTo(500 / 1.11195, -1)
  expect((await ask('/circle/bands?', at(-500, -290))).body).toEqual({ streets: [], measured: 'straight' })
})

it('a place that opens, moves and changes its hours is told so at the doors around it, at the next word of the stream', async () => {
  const place = await w.place({ name: '新开的药房', kind: 'medical', position: at(200, -300) })
  await w.react()
  expect(walks((await ask('/places?')).body)).toMatchObject({ 新开的药房: 4 })
  const moved = { ...place, name: '药房搬了', position: at(400, -300), phone: undefined }
  await w.table.write([{ put: JSON.parse(JSON.stringify(placeItem(moved))) }])
  await w.react()
  const told = walks((await ask('/places?')).body)
  expect(told).toMatchObject({ 药房搬了: 7 })
  expect(told).not.toHaveProperty('新开的药房')
  const all = {
    days: Array.from({ length: 7 }, () => [[0, 1440]] as const),
    publicHoliday: 'asUsual' as const,
  }
  await w.table.write([{ put: JSON.parse(JSON.stringify(placeItem({ ...moved, hours: all }))) }])
  await w.react()
  expect((await ask('/circle?')).body.needs).toContainEqual(
    expect.objectContaining({
      kind: 'medical',
      places: [expect.objectContaining({ open: expect.objectContaining({ state: 'open' }) })],
    }),
  )
})

it('the second word of the same change costs two reads and writes nothing; another one beside it loses nothing', async () => {
  const place = await w.place({ name: '理发店', kind: 'convenience', position: at(300, -300) })
  const other = await w.place({ name: '修鞋摊', kind: 'convenience', position: at(310, -300) })
  await Promise.all([place, other].map(({ placeId }) => rebuildAround(w.table, placeId, undefined)))
  meter.take()
  await rebuildAround(w.table, place.placeId, undefined)
  expect(meter.take()).toMatchObject({
    calls: [expect.stringMatching(/^query place/), 'get nearbyCards'],
    writeUnits: 0,
  })
  for (const profile of walkProfiles)
    expect(walks((await ask(`/places?profile=${profile}&`)).body)).toMatchObject({
      理发店: expect.any(Number),
      修鞋摊: expect.any(Number),
    })
})

it('where a street was taken away, the doors around it are prepared anew and the others stay as they are', async () => {
  const untouched = await w.table.get(keys.nearby(cellOf(HOME), 'ordinary'))
  const edges = town.edges.filter(({ from, to }) => !(from === 9 && to === 18))
  const saved = await saveNetwork(w.table, 'town', { ...town, edges }, w.now)
  expect(saved).toMatchObject({ changed: true, wasPrepared: true })
  await prepareNetwork(w.table, 'town', {
    version: saved.version,
    minutes: 10,
    now: w.now,
    touched: saved.touched,
    was: saved.was,
  })
  expect(walks((await ask('/places?minutes=30&')).body)).not.toHaveProperty('对岸的食堂')
  expect(untouched).toBeDefined()
})
