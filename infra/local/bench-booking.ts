// `npm run bench:booking`: what a booking and a look at the days cost, beside the bare engine doing the same in one run,
// alone, behind the same HTTP and through AWS's SDK; and that the number of bookings in the table is not felt.
// `--growth`: up to a million.
import { startFaultyEngine } from '../../functions/test/faulty-engine'
import { openSdk } from '../../functions/test/sdk'
import { bookingBody, daysBody, openBare } from './bench/bare'
import { crowd, type Pace, paceOf, type Took } from './bench/crowd'
import { capacities, fill } from './bench/growth'
import { folderInMemory } from './bench/memory'
import { startEngine } from './engine'
import { openGround, type Somebody, slotAt } from './race/ground'

const CALLS = 1_500
const IN_TURN = 250
const AT_ONCE = 32
const SLOTS = 140
const isLong = process.argv.includes('--growth')
const GROWTH = isLong ? [1_000, 10_000, 100_000, 1_000_000] : [1_000, 10_000]

const dbPath = isLong ? folderInMemory() : undefined
if (dbPath) console.log('the tables are in memory')
const engine = await startEngine({ ...(dbPath && { dbPath }) })
const bare = openBare(engine.endpoint)
const sdk = openSdk(engine.endpoint)
const ground = await openGround(engine.endpoint)
const offering = await ground.offering({ capacity: 100_000 })
const people = await ground.people(2_000)
const somebody = (n: number) => people[n % people.length] as Somebody

const demand = async (wanted: number, asked: ReturnType<typeof ground.send>) => {
  const answer = await asked
  if (answer.status !== wanted) throw new Error(JSON.stringify(answer.body))
}
const daysPath = `/places/${offering.placeId}/offerings/${offering.offeringId}/days`
const place = (n: number) =>
  demand(
    201,
    ground.send(
      'POST',
      '/bookings',
      somebody(n),
      slotAt(offering, Math.floor(n / people.length) + (n % SLOTS)),
    ),
  )
const days = (n: number) => demand(200, ground.send('GET', daysPath, somebody(n)))
const throughHttp = (operation: string, body: string) =>
  demand(200, ground.send('POST', `/bare/${operation}`, somebody(0), JSON.parse(body)))

const shown = ({ perSecond, p50, p99 }: Pace) =>
  `${perSecond.toFixed(0).padStart(5)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`

interface Compared {
  readonly name: string
  readonly operation: 'Query' | 'TransactWriteItems'
  /** The call to the engine that the `n`th is, made beforehand; each is sent once. */
  readonly body: (n: number) => string
  readonly whole: (n: number) => Promise<unknown>
  readonly cpuMs: number
}

/**
 * The engine alone, behind HTTP, by AWS's SDK, and the API around it, some calls of each in turn: where the machine slows
 * down for a while it slows them all.
 */
const compare = async ({ name, operation, body, whole, cpuMs }: Compared) => {
  const bodies = Array.from({ length: 3 * CALLS }, (_, n) => body(n))
  const bodyAt = (n: number) => bodies[n] ?? ''
  const ways: readonly ((n: number) => Promise<unknown>)[] = [
    n => bare.send(operation, bodyAt(n)),
    n => throughHttp(operation, bodyAt(CALLS + n)),
    n => sdk.send(operation, bodyAt(2 * CALLS + n)),
    whole,
  ]
  const took = ways.map((): Took[] => [])
  let cpu = 0
  for (let from = 0; from < CALLS; from += IN_TURN)
    for (const [i, way] of ways.entries()) {
      const before = await ground.cpuMs()
      took[i]?.push(await crowd(IN_TURN, AT_ONCE, n => way(from + n)))
      if (way === whole) cpu += (await ground.cpuMs()) - before
    }
  const [alone, behind, bySdk, api] = took.map(paceOf) as [Pace, Pace, Pace, Pace]
  const share = (of: Pace) => `${((100 * api.perSecond) / of.perSecond).toFixed(0)} %`
  console.log(`${name}, ${AT_ONCE} at once`)
  console.log(`  bare engine           ${shown(alone)}`)
  console.log(`  the same behind HTTP  ${shown(behind)}`)
  console.log(`  the same by the SDK   ${shown(bySdk)}`)
  console.log(`  API                   ${shown(api)}`)
  console.log(
    `  ${share(alone)} of the bare engine (wanted: 60 %), ${share(behind)} of it behind HTTP, ${share(bySdk)} of it by the SDK; ${(cpu / CALLS).toFixed(2)} ms of CPU each (wanted: ${cpuMs})`,
  )
  for (const atOnce of [1, 8]) {
    const few = await crowd(CALLS / 4, atOnce, n => whole(CALLS * atOnce + n))
    console.log(`  API, ${atOnce} at once       ${shown(paceOf([few]))}`)
  }
}

// All have run before they are measured.
await crowd(2_000, AT_ONCE, n => place(10_000 + n))
await crowd(5_000, AT_ONCE, days)
await crowd(1_000, AT_ONCE, () => sdk.send('Query', daysBody(ground.name, offering)))
await crowd(200, AT_ONCE, () => throughHttp('Query', daysBody(ground.name, offering)))
await compare({
  name: 'booking.place',
  operation: 'TransactWriteItems',
  body: n => bookingBody(ground.name, offering, n % SLOTS),
  whole: place,
  cpuMs: 3.5,
})
await compare({
  name: 'booking.days (two weeks)',
  operation: 'Query',
  body: () => daysBody(ground.name, offering),
  whole: days,
  cpuMs: 1.5,
})

console.log('one call of each, by bookings in the table')
const watched = await startFaultyEngine(engine.endpoint, {})
let filled = 0
for (const wanted of GROWTH) {
  await fill({ ground, bare, from: filled, to: wanted })
  filled = wanted
  console.log(`  ${String(wanted).padStart(9)}  ${await capacities(ground, watched.endpoint, somebody(1))}`)
}
console.log(`  asked of the engine: ${JSON.stringify(watched.asked)}`)
if (watched.asked.Scan) process.exitCode = 1
await watched.close()
bare.close()
sdk.close()
await ground.stop()
await engine.stop()
