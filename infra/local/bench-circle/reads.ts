/** What is asked of a table: the home page, the same over H3 cells, and a place that changes. */
import { walkProfiles } from '@yike/shared/circle/kinds'
import { DETOUR_FACTOR, METERS_PER_DEGREE, straightMeters } from '@yike/shared/circle/rules'
import { gridDisk, latLngToCell } from 'h3-js'
import { circleHandlers } from '../../../functions/src/circle/handlers'
import { saveNetwork } from '../../../functions/src/circle/import/store'
import type { WalkNetwork } from '../../../functions/src/circle/import/types'
import { rebuildAround } from '../../../functions/src/circle/nearby/around'
import { cellOf, cellsWithin } from '../../../functions/src/circle/nearby/cell'
import { listedOf } from '../../../functions/src/circle/nearby/nearby'
import { openPreparing } from '../../../functions/src/circle/nearby/prepare'
import { cellChanges } from '../../../functions/src/circle/nearby/store'
import { type Ground, openWalks } from '../../../functions/src/circle/network/walks'
import { type Place, placeItem } from '../../../functions/src/circle/store'
import { keys } from '../../../functions/src/platform/keys'
import { toAttributes } from '../../../functions/src/platform/table/attributes'
import { openBare } from '../bench/bare'
import { chanceFrom } from './city'
import { cpuSeconds, hold, p50p99, quantile, say } from './figures'
import { measureGeohash } from './geohash'
import { endpoint, inWrites, name, now, table, take } from './table'
import { doorsOf, MINUTES } from './walks'

const DOORS = 300
const CHANGES = 8

export const measureReads = async (
  label: string,
  network: WalkNetwork,
  places: readonly Place[],
  ground: Ground,
): Promise<void> => {
  const doors = doorsOf(network, DOORS)
  const preparing = openPreparing(openWalks(ground, 'ordinary'), places.map(listedOf), MINUTES * 60)
  const cells = [...new Set(doors.map(cellOf))]
  await inWrites(
    cells.flatMap(cell => {
      const nearby = preparing.nearbyOf(cell)
      return nearby ? cellChanges(cell, label, [nearby]) : []
    }),
    32,
  )
  const handlers = circleHandlers(table)
  const ask = (door: (typeof doors)[number]) =>
    handlers.around({ now } as never, { ...door, minutes: MINUTES, profile: 'ordinary' })
  for (const door of doors) await ask(door)
  const [ms, rcu, bytes, gets]: [number[], number[], number[], number[]] = [[], [], [], []]
  const worked = cpuSeconds()
  for (const door of [...doors, ...doors]) {
    take()
    const began = performance.now()
    const reply = await ask(door)
    ms.push(performance.now() - began)
    const used = take()
    rcu.push(used.read)
    gets.push(used.calls)
    bytes.push(Buffer.byteLength(JSON.stringify(reply.ok && reply.value)))
  }
  const busyMs = ((cpuSeconds() - worked) * 1000) / ms.length
  const bareMs = await bareReads([...doors, ...doors])
  console.log(`\nHome page, ${label}`)
  say('work of this process for one', `${busyMs.toFixed(2)} ms`)
  say('the bare engine with the same two items', `${p50p99(bareMs)} ms`)
  hold('calls: the near list and what stands there', Math.max(...gets), 1, 'call')
  hold('read units', Math.max(...rcu), 2, 'RCU')
  hold('reply', Math.max(...bytes) / 1024, 16, 'KB')
  hold('at the function, p50', quantile(ms, 0.5), 2, 'ms')
  hold('at the function, p99', quantile(ms, 0.99), 15, 'ms')
}

/** The call of a home page, made beforehand and sent as it is: what is slower here is the engine's doing. */
const bareReads = async (doors: ReturnType<typeof doorsOf>): Promise<number[]> => {
  const bare = openBare(endpoint)
  const ms: number[] = []
  for (const door of doors) {
    const cell = cellOf(door)
    const Keys = [keys.nearby(cell, 'ordinary'), keys.nearbyCards(cell)].map(toAttributes)
    const body = JSON.stringify({ RequestItems: { [name]: { Keys } } })
    const began = performance.now()
    await bare.send('BatchGetItem', body)
    ms.push(performance.now() - began)
  }
  bare.close()
  return ms
}

/** The same question put to places filed by where they lie: by H3 cell, every cell that a circle touches is a query. */
export const measureFiled = async (network: WalkNetwork, places: readonly Place[]): Promise<void> => {
  const doors = doorsOf(network, 60)
  const cellsOf = ({ lat, lng }: Place['position']) => gridDisk(latLngToCell(lat, lng, 9), 3)
  const wanted = new Set(doors.flatMap(cellsOf))
  const filed = places
    .map(place => ({ place, cell: latLngToCell(place.position.lat, place.position.lng, 9) }))
    .filter(({ cell }) => wanted.has(cell))
  await inWrites(
    filed.map(({ place, cell }) => ({
      put: JSON.parse(JSON.stringify({ ...place, pk: `H3#${cell}`, sk: place.placeId })),
    })),
    50,
  )
  const reach = (MINUTES * 60) / DETOUR_FACTOR
  const [ms, rcu, reads, counts]: number[][] = [[], [], [], []]
  for (const door of doors) {
    take()
    const began = performance.now()
    const pages = await Promise.all(cellsOf(door).map(cell => table.query({ pk: `H3#${cell}` })))
    const found = pages
      .flatMap(page => (page.ok ? page.value.items : []))
      .filter(item => straightMeters(door, item.position) <= reach)
    found.sort((one, other) => straightMeters(door, one.position) - straightMeters(door, other.position))
    ms?.push(performance.now() - began)
    const used = take()
    rcu?.push(used.read)
    reads?.push(used.calls)
    counts?.push(found.length)
  }
  console.log('\nThe same question over H3 cells (resolution 9, three rings), straight lines only')
  say('found', `${quantile(counts ?? [], 0.5)} places`)
  say('reads', `${quantile(reads ?? [], 0.5)} queries`)
  say('read units', `${p50p99(rcu ?? [], 1)} RCU`)
  say('at the function', `${p50p99(ms ?? [])} ms`)
  await measureGeohash(
    doors,
    filed.map(({ place }) => place),
  )
}

/** A table in which everything around some places is prepared for all profiles; then each of them changes. */
export const measureChange = async (network: WalkNetwork, places: readonly Place[], ground: Ground) => {
  await saveNetwork(table, 'change', network, now)
  const chance = chanceFrom(11)
  const some = Array.from({ length: CHANGES }, () => places[Math.floor(chance() * places.length)] as Place)
  const cells = [...new Set(some.flatMap(place => cellsWithin(place.position, MINUTES * 60 + 300)))]
  const listed = places.map(listedOf)
  const preparings = walkProfiles.map(profile =>
    openPreparing(openWalks(ground, profile), listed, MINUTES * 60),
  )
  for (const cell of cells) {
    const nearbys = preparings.flatMap(preparing => preparing.nearbyOf(cell) ?? [])
    if (nearbys.length > 0) await inWrites(cellChanges(cell, 'change', nearbys), 16)
  }
  console.log('\nOne place changes; the cells around it hold five profiles')
  await change('is renamed', some, place => ({ ...place, name: `${place.name}（新）` }))
  await change('moves 150 m north', some, place => ({
    ...place,
    position: { ...place.position, lat: place.position.lat + 150 / METERS_PER_DEGREE },
  }))
  await change('is closed', some, place => ({ ...place, state: 'closed' }))
}

const change = async (what: string, some: readonly Place[], changed: (place: Place) => Place) => {
  const [ms, looked, wrote, reads, writes]: number[][] = [[], [], [], [], []]
  const worked = cpuSeconds()
  for (const place of some) {
    await table.write([{ put: JSON.parse(JSON.stringify(placeItem(changed(place)))) }])
    take()
    const began = performance.now()
    const done = await rebuildAround(table, place.placeId, place.position)
    ms?.push(performance.now() - began)
    const used = take()
    looked?.push(done.cells)
    wrote?.push(done.changed)
    reads?.push(used.read)
    writes?.push(used.written)
  }
  say(
    what,
    `cells looked at ${p50p99(looked ?? [], 0)}`,
    `changed ${p50p99(wrote ?? [], 0)}`,
    `RCU ${p50p99(reads ?? [], 0)}`,
    `WCU ${p50p99(writes ?? [], 0)}`,
    `work of this process ${(((cpuSeconds() - worked) * 1000) / some.length).toFixed(0)} ms`,
  )
  hold(`${what}: told at the doors around it, p50`, quantile(ms ?? [], 0.5) / 1000, 1, 's')
  hold(`${what}: told at the doors around it, the slowest`, Math.max(...(ms ?? [])) / 1000, 1, 's')
}
