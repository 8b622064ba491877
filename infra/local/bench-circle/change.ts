/** What one place that changes costs: the cells around it, and how soon they say so. */
import { roundTheClock } from '@yike/shared/circle/hours'
import { walkProfiles } from '@yike/shared/circle/kinds'
import { METERS_PER_DEGREE } from '@yike/shared/circle/rules'
import { saveNetwork } from '../../../functions/src/circle/import/store'
import type { WalkNetwork } from '../../../functions/src/circle/import/types'
import { rebuildAround } from '../../../functions/src/circle/nearby/around'
import { cellsWithin } from '../../../functions/src/circle/nearby/cell'
import { listedOf } from '../../../functions/src/circle/nearby/nearby'
import { openPreparing } from '../../../functions/src/circle/nearby/prepare'
import { cellChanges } from '../../../functions/src/circle/nearby/store/changes'
import { type Ground, openWalks } from '../../../functions/src/circle/network/walks'
import { type Place, placeItem } from '../../../functions/src/circle/store'
import { chanceFrom } from './city'
import { cpuSeconds, hold, p50p99, quantile, say } from './figures'
import { inWrites, now, table, take } from './table'
import { MINUTES } from './walks'

const CHANGES = 8
/** One item for each cell that a quarter of an hour reaches. */
const MOST_WRITE_UNITS = 400

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
  await change('changes its hours', some, place => ({ ...place, hours: roundTheClock }))
  await change('moves 150 m north', some, place => ({
    ...place,
    position: { ...place.position, lat: place.position.lat + 150 / METERS_PER_DEGREE },
  }))
  await change('is closed', some, place => ({ ...place, state: 'closed' }))
  await change('opens', some, place => place)
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
  hold(`${what}: write units, p50`, quantile(writes ?? [], 0.5), MOST_WRITE_UNITS, 'WCU')
  hold(`${what}: told at the doors around it, p50`, quantile(ms ?? [], 0.5) / 1000, 1, 's')
  hold(`${what}: told at the doors around it, the slowest`, Math.max(...(ms ?? [])) / 1000, 1, 's')
}
