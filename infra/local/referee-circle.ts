/**
 * `npm run referee:circle -- EXTRACT.osm.gz`: asks Routino, a router that others wrote, for the same ways on foot over
 * the same extract, and prints how far both agree. Wants Debian's package `routino`.
 */
import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readImport } from '../../functions/src/circle/import/read'
import { groundOf, openWalks } from '../../functions/src/circle/network/walks'
import { chanceFrom } from './bench-circle/city'
import { quantile } from './bench-circle/figures'

const PAIRS = 300
const SHARED = '/usr/share/routino'

const [file = ''] = process.argv.slice(2)
const read = await readImport(createReadStream(file), { bytesTotal: statSync(file).size })
if (!read.ok || read.value.from !== 'osm') throw new Error(`${file} is no map`)
const { nodes, edges } = read.value.network
// Routino's shortest way counts metres and minds no steps: so do we here, and a minute is sixty metres again.
const plain = { nodes, edges: edges.map(({ from, to, meters }) => ({ from, to, meters })) }
const walks = openWalks(groundOf(plain), 'ordinary')

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

try {
  const bytes = readFileSync(file)
  const map = join(folder, 'map.osm')
  writeFileSync(map, file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  execFileSync('planetsplitter', [...common, `--tagging=${SHARED}/tagging.xml`, map], {
    stdio: 'ignore',
  })
  const chance = chanceFrom(5)
  const ends = () => nodes[Math.floor(chance() * nodes.length)]
  const differences: { share: number; ours: number; theirs: number }[] = []
  let [onlyOurs, onlyTheirs, neither] = [0, 0, 0]
  for (let pair = 0; pair < PAIRS; pair++) {
    const [from, to] = [ends(), ends()]
    if (!from || !to) continue
    const [a, b] = [walks.doorAt(from), walks.doorAt(to)]
    const ours = a && b ? walks.from(a, 1e6).secondsTo(b) : Number.POSITIVE_INFINITY
    const theirs = routino(from, to)
    const isOurs = ours < Number.POSITIVE_INFINITY
    const isTheirs = theirs !== undefined && Number.isFinite(theirs)
    if (isOurs && isTheirs)
      differences.push({ share: Math.abs(ours - theirs) / Math.max(ours, theirs, 1), ours, theirs })
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
  const [longer, shorter] = [
    differences.filter(one => one.share > 0.05 && one.ours > one.theirs),
    differences.filter(one => one.share > 0.05 && one.ours < one.theirs),
  ]
  console.log(`further apart than 5 %: ours longer ${longer.length}, shorter ${shorter.length}`)
} finally {
  rmSync(folder, { recursive: true })
}
