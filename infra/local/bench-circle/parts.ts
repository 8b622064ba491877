/** The parts of the benchmark, each for a process of its own. */
import { createReadStream, statSync } from 'node:fs'
import { readImport } from '../../../functions/src/circle/import/read'
import { listedOf } from '../../../functions/src/circle/nearby/nearby'
import { groundOf } from '../../../functions/src/circle/network/walks'
import type { Place } from '../../../functions/src/circle/store'
import { measureChange } from './change'
import { cityOf } from './city'
import { hold, p50p99, say } from './figures'
import { measureFiled, measureReads } from './reads'
import { stopEngine } from './table'
import { compareStraight, measureWalks, prepareWhole } from './walks'

/** On a size or a file; what is returned is a cost to compare sizes by. */
type Part = (on: string) => Promise<number>

const withEngine =
  (part: Part): Part =>
  async on => {
    try {
      return await part(on)
    } finally {
      await stopEngine()
    }
  }

const city: Part = async size => {
  const { network, places } = cityOf(Number(size))
  const { seconds, bytes, ground } = prepareWhole(network, places.map(listedOf))
  const perPlace = (seconds / places.length) * 1e6
  console.log(`\nA city of ${places.length} places and ${network.nodes.length} corners`)
  say(
    'prepared for five profiles',
    `${perPlace.toFixed(0)} µs of one core a place`,
    `${bytes.length} items of ${p50p99(bytes, 0)} bytes`,
  )
  hold('whole city, seconds of one core', seconds, 180, 's')
  hold('memory, the city itself included', process.resourceUsage().maxRSS / 1024, 1024, 'MB')
  measureWalks(ground, network)
  await measureReads(network, places, ground)
  return perPlace
}

const change: Part = async size => {
  const { network, places } = cityOf(Number(size))
  await measureChange(network, places, groundOf(network))
  return 0
}

const peers: Part = async size => {
  const { network, places } = cityOf(Number(size))
  await measureFiled(network, places)
  return 0
}

const extract: Part = async file => {
  console.log(`\nReal extract ${file}`)
  const read = await readImport(createReadStream(file), { bytesTotal: statSync(file).size })
  if (!read.ok || read.value.from !== 'osm') throw new Error(`${file} is no map`)
  const { network, places } = read.value
  const listed = places.map(({ sourceId, lng, lat, ...draft }) =>
    listedOf({ ...draft, placeId: sourceId as Place['placeId'], position: { lng, lat }, bookable: [] }),
  )
  const { seconds, bytes, ground } = prepareWhole(network, listed)
  const { isMainland: _, longest: __, ...islands } = ground.islands
  say('prepared', `${seconds.toFixed(1)} s of one core`, `${bytes.length} items of ${p50p99(bytes, 0)} bytes`)
  say(
    'streets',
    `${ground.streets.from.length}`,
    `corners ${ground.streets.cornerKeys.length}`,
    JSON.stringify(islands),
  )
  measureWalks(ground, network)
  compareStraight(network, listed, ground)
  await measureReads(network, listed, ground)
  return 0
}

export const parts = {
  city: withEngine(city),
  change: withEngine(change),
  peers: withEngine(peers),
  extract: withEngine(extract),
}
export type PartName = keyof typeof parts
