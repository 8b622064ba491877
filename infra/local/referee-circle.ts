/**
 * `npm run referee:circle -- EXTRACT.osm.gz`: asks Routino, a router that others wrote, for the same ways on foot over
 * the same extract, and prints how far both agree, and of what is further apart by what it comes. Wants Debian's package
 * `routino`.
 */
import { execFileSync } from 'node:child_process'
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readImport } from '../../functions/src/circle/import/read'
import { groundOf, openWalks } from '../../functions/src/circle/network/walks'
import { chanceFrom } from './bench-circle/city'
import { quantile } from './bench-circle/figures'

const PAIRS = 300
const SHARED = '/usr/share/routino'

const ends = (why: string): never => {
  console.error(why)
  process.exit(2)
}

const [file = ''] = process.argv.slice(2)
if (!file) ends('usage: npm run referee:circle -- EXTRACT.osm.gz')
if (!existsSync(file)) ends(`there is no file ${file}`)
const read = await readImport(createReadStream(file), { bytesTotal: statSync(file).size })
const found = read.ok && read.value.from === 'osm' ? read.value.network : ends(`${file} is no map`)
if (found.edges.length === 0) ends(`${file} has no way to walk on`)
try {
  execFileSync('planetsplitter', ['--help'], { stdio: 'ignore' })
} catch (failure) {
  if ((failure as NodeJS.ErrnoException).code === 'ENOENT')
    ends("Routino is not here: install Debian's package routino")
}
const { nodes, edges } = found
// Routino's shortest way counts metres and minds no steps: so do we here, and a minute is sixty metres again.
const plainly = (round: (meters: number) => number = meters => meters) =>
  openWalks(
    groundOf({ nodes, edges: edges.map(({ from, to, meters }) => ({ from, to, meters: round(meters) })) }),
    'ordinary',
  )
const walks = plainly()
/** As Routino keeps them: pieces of the map in whole metres, what is left over cut off. */
const cutWalks = plainly(meters => Math.max(0.1, Math.floor(meters)))

/** Left to itself Routino goes round for quiet paths: a metre of a main road counts as two. Here all are alike. */
const evenly = [
  ...['trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential', 'service', 'track'],
  ...['cycleway', 'path', 'steps'],
]
  .map(kind => `--highway-${kind}=100`)
  .concat(
    ['paved', 'multilane', 'bridge', 'tunnel', 'footroute', 'bicycleroute'].map(is => `--property-${is}=50`),
  )

const folder = mkdtempSync(join(tmpdir(), 'yike-routino-'))
const common = [`--dir=${folder}`, '--prefix=map']
const routino = (
  from: { lng: number; lat: number },
  to: { lng: number; lat: number },
): number | undefined => {
  try {
    const said = execFileSync(
      'routino-router',
      [
        ...common,
        `--profiles=${SHARED}/profiles.xml`,
        `--translations=${SHARED}/translations.xml`,
        '--transport=foot',
        '--shortest',
        ...evenly,
        '--quiet',
        '--output-text-all',
        '--output-stdout',
        `--lon1=${from.lng}`,
        `--lat1=${from.lat}`,
        `--lon2=${to.lng}`,
        `--lat2=${to.lat}`,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
    // The fifth column is the length of each piece to a metre; the total is rounded to ten.
    const pieces = said.split('\n').flatMap(line => /^ *\d+\.\d+$/.exec(line.split('\t')[4] ?? '')?.[0] ?? [])
    return pieces.length > 0 ? pieces.reduce((sum, km) => sum + Number(km) * 1000, 0) : undefined
  } catch {
    return undefined
  }
}

interface Difference {
  readonly share: number
  /** Metres. */
  readonly ours: number
  readonly theirs: number
  /** Ours over pieces in whole metres. */
  readonly cut: number
}

const shareOf = (one: number, other: number) => Math.abs(one - other) / Math.max(one, other, 1)

type Spot = { readonly lng: number; readonly lat: number }
const metersOver = (over: typeof walks, from: Spot, to: Spot): number => {
  return over.from(over.doorsAt(from), 1e6).secondsTo(over.doorsAt(to))
}

try {
  const bytes = readFileSync(file)
  const map = join(folder, 'map.osm')
  writeFileSync(map, file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  execFileSync('planetsplitter', [...common, `--tagging=${SHARED}/tagging.xml`, map], {
    stdio: 'ignore',
  })
  const chance = chanceFrom(5)
  const end = () => nodes[Math.floor(chance() * nodes.length)]
  const differences: Difference[] = []
  let [onlyOurs, onlyTheirs, neither] = [0, 0, 0]
  for (let pair = 0; pair < PAIRS; pair++) {
    const [from, to] = [end(), end()]
    if (!from || !to) continue
    const ours = metersOver(walks, from, to)
    const theirs = routino(from, to)
    const isOurs = ours < Number.POSITIVE_INFINITY
    const isTheirs = theirs !== undefined && Number.isFinite(theirs)
    if (isOurs && isTheirs)
      differences.push({ share: shareOf(ours, theirs), ours, theirs, cut: metersOver(cutWalks, from, to) })
    else if (isOurs) onlyOurs++
    else if (isTheirs) onlyTheirs++
    else neither++
  }
  const within = (share: number) => differences.filter(one => one.share <= share).length
  const percent = (count: number) => `${((count / differences.length) * 100).toFixed(1)} %`
  console.log(
    `${differences.length} ways that both know: ${percent(within(0.01))} agree within 1 %, ${percent(within(0.05))} within 5 %`,
  )
  console.log(
    `difference p50 ${(
      quantile(
        differences.map(one => one.share),
        0.5,
      ) * 100
    ).toFixed(2)} %, p95 ${(
      quantile(
        differences.map(one => one.share),
        0.95,
      ) * 100
    ).toFixed(1)} %`,
  )
  console.log(`only ours ${onlyOurs}, only Routino's ${onlyTheirs}, neither ${neither}`)
  const apart = differences.filter(one => one.share > 0.01)
  const rest = apart.filter(one => shareOf(one.cut, one.theirs) > 0.01)
  console.log(`of ${apart.length} further apart than 1 %:`)
  console.log(
    `  ${apart.length - rest.length} because Routino cuts each piece of the map to whole metres: cut alike, ours agrees`,
  )
  const longer = rest.filter(one => one.ours > one.theirs)
  console.log(
    `  ${rest.length} otherwise: ours longer ${longer.length}, shorter ${rest.length - longer.length}`,
  )
  for (const { ours, theirs } of rest.sort((one, other) => other.share - one.share).slice(0, 5))
    console.log(`    ours ${Math.round(ours)} m, Routino's ${Math.round(theirs)} m`)
} finally {
  rmSync(folder, { recursive: true })
}
