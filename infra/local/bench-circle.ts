/**
 * `npm run bench:circle -- [EXTRACT.osm.gz] [--sizes=25000,50000,100000]`: what the circle costs, on made-up cities of
 * three sizes and, where a file is given, on a real extract. Works in a table of its own and leaves the product's alone.
 */
import { createReadStream, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readImport } from '../../functions/src/circle/import/read'
import { listedOf } from '../../functions/src/circle/nearby/nearby'
import type { Place } from '../../functions/src/circle/store'
import { cityOf } from './bench-circle/city'
import { hold, p50p99, say, verdict } from './bench-circle/figures'
import { measureChange, measureFiled, measureReads } from './bench-circle/reads'
import { stopEngine } from './bench-circle/table'
import { compareStraight, measureWalks, prepareWhole } from './bench-circle/walks'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '25000,50000,100000' } },
})
const [file] = positionals
const SIZES = values.sizes.split(',').map(Number)

try {
  console.log('Whole-city preparation, five profiles, one core')
  const perPlace: number[] = []
  for (const size of SIZES) {
    const { network, places } = cityOf(size)
    const listed = places.map(listedOf)
    const { seconds, bytes, ground } = prepareWhole(network, listed)
    say(
      `${network.nodes.length} corners, ${places.length} places`,
      `${seconds.toFixed(1)} s`,
      `${((seconds / places.length) * 1e6).toFixed(0)} µs a place`,
      `${bytes.length} items of ${p50p99(bytes, 0)} bytes`,
    )
    perPlace.push((seconds / places.length) * 1e6)
    if (size === SIZES.at(-1)) {
      hold('whole city', seconds, 180, 's')
      hold(
        'cost of a place here against the smallest city',
        (perPlace.at(-1) ?? 0) / (perPlace[0] ?? 1),
        1.3,
        'times',
      )
      hold('memory', process.resourceUsage().maxRSS / 1024, 1024, 'MB')
      console.log('\nFrom any door')
      measureWalks(ground, network)
    }
    await measureReads(`${size} places`, network, places, ground)
    if (size === SIZES[0]) {
      await measureFiled(network, places)
      await measureChange(network, places, ground)
    }
  }
  if (file) {
    console.log(`\nReal extract ${file}`)
    const read = await readImport(createReadStream(file), { bytesTotal: statSync(file).size })
    if (!read.ok || read.value.from !== 'osm') throw new Error(`${file} is no map`)
    const { network, places } = read.value
    const listed = places.map(({ sourceId, lng, lat, ...draft }) =>
      listedOf({ ...draft, placeId: sourceId as Place['placeId'], position: { lng, lat }, bookable: [] }),
    )
    const { seconds, bytes, ground } = prepareWhole(network, listed)
    const { isMainland: _, ...islands } = ground.islands
    say('prepared', `${seconds.toFixed(1)} s`, `${bytes.length} items of ${p50p99(bytes, 0)} bytes`)
    say(
      'streets',
      `${ground.streets.from.length}`,
      `corners ${ground.streets.cornerKeys.length}`,
      JSON.stringify(islands),
    )
    measureWalks(ground, network)
    compareStraight(network, listed, ground)
  } else
    console.log('\nNo extract was given: the comparison with the straight line on real streets is left out.')
  process.exitCode = verdict()
} finally {
  await stopEngine()
}
