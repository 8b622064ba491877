// `npm run bench:booking`: what a booking and a look at the days cost, beside the bare engine doing the same in one run,
// alone, behind the same HTTP and through AWS's SDK; and that the number of bookings in the table is not felt.
// `--growth`: up to a million.
import { setTimeout } from 'node:timers/promises'
import { startFaultyEngine } from '../../functions/test/faulty-engine'
import { openSdk } from '../../functions/test/sdk'
import { bookingBody, daysBody, openBare } from './bench/bare'
import { crowd, type Pace, paceOf, type Round } from './bench/crowd'
import { capacities, fill } from './bench/growth'
import { folderInMemory } from './bench/memory'
import { startEngine } from './engine'
import { openGround, type Somebody, slotAt } from './race/ground'

const [IN_TURN, TURNS] = [250, 8]
const CALLS = IN_TURN * TURNS
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
 * The engine alone, behind HTTP, by AWS's SDK, and the API around it: some calls of each in turn, none always behind the
 * same other, so that a machine that slows down for a while slows them all. The first turns are not counted.
 */
const compare = async ({ name, operation, body, whole, cpuMs }: Compared) => {
  const bodies = Array.from({ length: 3 * (CALLS + IN_TURN) }, (_, n) => body(n))
  const next = () => bodies.pop() ?? ''
  // Making them took long: what the other side has closed meanwhile is noticed before it is used again.
  await setTimeout(100)
  const ways = {
    alone: () => bare.send(operation, next()),
    behind: () => throughHttp(operation, next()),
    bySdk: () => sdk.send(operation, next()),
    api: whole,
  }
  const names = ['alone', 'behind', 'bySdk', 'api'] as const
  const rounds = { alone: [] as Round[], behind: [] as Round[], bySdk: [] as Round[], api: [] as Round[] }
  let cpu = 0
  for (const way of names) await crowd(IN_TURN, AT_ONCE, ways[way])
  for (let turn = 0; turn < TURNS; turn++)
    for (const way of [...names.slice(turn % 4), ...names.slice(0, turn % 4)]) {
      const before = await ground.cpuMs()
      rounds[way].push(await crowd(IN_TURN, AT_ONCE, n => ways[way](IN_TURN * (turn + 1) + n)))
      if (way === 'api') cpu += (await ground.cpuMs()) - before
    }
  const api = paceOf(rounds.api)
  const beside = (way: keyof typeof rounds) =>
    `${((100 * api.perSecond) / paceOf(rounds[way]).perSecond).toFixed(0)} %`
  console.log(`${name}, ${AT_ONCE} at once`)
  console.log(`  bare engine           ${shown(paceOf(rounds.alone))}`)
  console.log(`  the same behind HTTP  ${shown(paceOf(rounds.behind))}`)
  console.log(`  the same by the SDK   ${shown(paceOf(rounds.bySdk))}`)
  console.log(`  API                   ${shown(api)}`)
  console.log(
    `  ${beside('alone')} of the bare engine (wanted: 60 %), ${beside('behind')} of it behind HTTP, ${beside('bySdk')} of it by the SDK; ${(cpu / CALLS).toFixed(2)} ms of CPU each (wanted: ${cpuMs})`,
  )
  for (const atOnce of [1, 8]) {
    const few = await crowd(CALLS / 4, atOnce, n => whole(2 * CALLS * atOnce + n))
    console.log(`  API, ${atOnce} at once       ${shown(paceOf([few]))}`)
  }
}

// What a function has compiled after its first hours.
await crowd(2_000, AT_ONCE, n => place(20_000 + n))
await crowd(5_000, AT_ONCE, days)
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
