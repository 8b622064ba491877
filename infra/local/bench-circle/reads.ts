/** What is asked of a table: the home page, the same over H3 cells, and a place that changes. */
import { walkProfiles } from '@yike/shared/circle/kinds'
import { DETOUR_FACTOR, straightMeters } from '@yike/shared/circle/rules'
import { gridDisk, latLngToCell } from 'h3-js'
import { circleHandlers } from '../../../functions/src/circle/handlers'
import { saveNetwork } from '../../../functions/src/circle/import/store'
import type { WalkNetwork } from '../../../functions/src/circle/import/types'
import { rebuildAround } from '../../../functions/src/circle/nearby/around'
import { cellOf, cellsAround } from '../../../functions/src/circle/nearby/cell'
import { listedOf } from '../../../functions/src/circle/nearby/nearby'
import { openPreparing } from '../../../functions/src/circle/nearby/prepare'
import { nearbyChange } from '../../../functions/src/circle/nearby/store'
import { type Ground, openWalks } from '../../../functions/src/circle/network/walks'
import { type Place, placeItem } from '../../../functions/src/circle/store'
import { chanceFrom } from './city'
import { cpuSeconds, hold, p50p99, quantile, say } from './figures'
import { inWrites, now, table, take } from './table'
import { doorsOf, MINUTES } from './walks'

const DOORS = 300

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
      return nearby ? [nearbyChange(cell, label, nearby)] : []
    }),
    16,
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
    rcu.push(used.units)
    gets.push(used.calls)
    bytes.push(Buffer.byteLength(JSON.stringify(reply.ok && reply.value)))
  }
  const busyMs = ((cpuSeconds() - worked) * 1000) / ms.length
  console.log(`\nHome page, ${label}`)
  say('work of this process for one', `${busyMs.toFixed(2)} ms`)
  hold('reads', Math.max(...gets), 1, 'GetItem')
  hold('read units', Math.max(...rcu), 2, 'RCU')
  hold('reply', Math.max(...bytes) / 1024, 16, 'KB')
  hold('at the function, p50', quantile(ms, 0.5), 2, 'ms')
  hold('at the function, p99', quantile(ms, 0.99), 15, 'ms')
}

/** The same question put to places filed by H3 cell: every cell that a circle touches is a query. */
export const measureH3 = async (network: WalkNetwork, places: readonly Place[]): Promise<void> => {
  const doors = doorsOf(network, 60)
  const reach = (MINUTES * 60) / DETOUR_FACTOR
  const wanted = new Set(doors.flatMap(({ lat, lng }) => gridDisk(latLngToCell(lat, lng, 9), 3)))
  const filed = places.map(place => ({
    place,
    cell: latLngToCell(place.position.lat, place.position.lng, 9),
  }))
  await inWrites(
    filed
      .filter(({ cell }) => wanted.has(cell))
      .map(({ place, cell }) => ({
        put: JSON.parse(JSON.stringify({ ...place, pk: `H3#${cell}`, sk: place.placeId })),
      })),
    50,
  )
  const [ms, rcu, reads]: [number[], number[], number[]] = [[], [], []]
  for (const door of doors) {
    take()
    const began = performance.now()
    const pages = await Promise.all(
      gridDisk(latLngToCell(door.lat, door.lng, 9), 3).map(cell => table.query({ pk: `H3#${cell}` })),
    )
    const found = pages
      .flatMap(page => (page.ok ? page.value.items : []))
      .filter(item => straightMeters(door, item.position) <= reach)
    found.sort((one, other) => straightMeters(door, one.position) - straightMeters(door, other.position))
    ms.push(performance.now() - began)
    const used = take()
    rcu.push(used.units)
    reads.push(used.calls)
  }
  console.log('\nThe same question over H3 cells (resolution 9, three rings), straight lines only')
  say('reads', `${quantile(reads, 0.5)} queries`)
  say('read units', `${p50p99(rcu, 1)} RCU`)
  say('at the function', `${p50p99(ms)} ms`)
}

export const measureChange = async (network: WalkNetwork, places: readonly Place[], ground: Ground) => {
  const { version } = await saveNetwork(table, 'change', network, now)
  const chance = chanceFrom(11)
  const some = Array.from({ length: 12 }, () => places[Math.floor(chance() * places.length)] as Place)
  const cells = [...new Set(some.flatMap(place => cellsAround(cellOf(place.position), 7)))]
  const listed = places.map(listedOf)
  for (const profile of walkProfiles) {
    const preparing = openPreparing(openWalks(ground, profile), listed, MINUTES * 60)
    const changes = cells.flatMap(cell => {
      const nearby = preparing.nearbyOf(cell)
      return nearby ? [nearbyChange(cell, 'change', nearby)] : []
    })
    await inWrites(changes, 16)
  }
  const worked = cpuSeconds()
  const [ms, looked, changed]: [number[], number[], number[]] = [[], [], []]
  for (const place of some) {
    const put = JSON.parse(JSON.stringify(placeItem({ ...place, name: `${place.name}（新）` })))
    await table.write([{ put }])
    const began = performance.now()
    const done = await rebuildAround(table, place.placeId, place.position)
    ms.push(performance.now() - began)
    looked.push(done.cells)
    changed.push(done.changed)
  }
  console.log(`\nOne place changes, network ${version}`)
  say('cells looked at, changed', p50p99(looked, 0), p50p99(changed, 0))
  say('work of this process for one', `${(((cpuSeconds() - worked) * 1000) / some.length).toFixed(0)} ms`)
  hold('brought to the doors around it, p50', quantile(ms, 0.5) / 1000, 1, 's')
}
