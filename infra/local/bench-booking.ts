// `npm run bench:booking`: what a booking and a look at the days cost, beside the bare engine doing the same in one run;
// and what they cost once the table holds a hundred thousand bookings (`--million`: a million).
import { bookingHandlers } from '../../functions/src/booking/handlers'
import type { Offering } from '../../functions/src/circle/store'
import { type Actor, openTokens } from '../../functions/src/platform/actor'
import { openTable } from '../../functions/src/platform/table'
import { instantOf } from '../../shared/src/kernel/time'
import { bookingBody, daysBody, openBare } from './bench/bare'
import { crowd, type Pace } from './bench/crowd'
import { startEngine } from './engine'
import { type Ground, openGround, type Somebody, slotAt } from './race/ground'

const CALLS = 600
const AT_ONCE = 32
const SLOTS = 140
const GROWTH = process.argv.includes('--million') ? [1_000, 100_000, 1_000_000] : [1_000, 100_000]

const engine = await startEngine()
const bare = openBare(engine.endpoint)
const ground = await openGround(engine.endpoint)
const offering = await ground.offering({ capacity: 100_000 })
const people = await ground.people(2_000)
const somebody = (n: number) => people[n % people.length] as Somebody

const place = async (n: number) => {
  const answer = await ground.send(
    'POST',
    '/bookings',
    somebody(n),
    slotAt(offering, Math.floor(n / people.length) + (n % SLOTS)),
  )
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
}
const days = async (n: number) => {
  const answer = await ground.send(
    'GET',
    `/places/${offering.placeId}/offerings/${offering.offeringId}/days`,
    somebody(n),
  )
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

const shown = ({ perSecond, p50, p99 }: Pace) =>
  `${perSecond.toFixed(0).padStart(5)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`

/** The engine alone, then the API around it, at the same pace of the same machine. */
const beside = async (
  name: string,
  alone: (n: number) => Promise<unknown>,
  whole: (n: number) => Promise<unknown>,
  target: number,
) => {
  const bareRate = await crowd(CALLS, AT_ONCE, alone)
  const before = await ground.cpuMs()
  const rate = await crowd(CALLS, AT_ONCE, whole)
  const cpu = ((await ground.cpuMs()) - before) / CALLS
  console.log(`${name}, ${AT_ONCE} at once`)
  console.log(`  bare engine  ${shown(bareRate)}`)
  console.log(
    `  API          ${shown(rate)}  ${((100 * rate.perSecond) / bareRate.perSecond).toFixed(0)} % of the bare engine (wanted: 60 %), ${cpu.toFixed(2)} ms of CPU each (wanted: ${target})`,
  )
  for (const atOnce of [1, 8])
    console.log(
      `  API, ${atOnce} at once ${shown(await crowd(CALLS / 4, atOnce, n => whole(CALLS * atOnce + n)))}`,
    )
}

// Both have run before they are measured.
await crowd(200, AT_ONCE, n => place(1_000 + n))
await crowd(200, AT_ONCE, days)
const bodies = Array.from({ length: CALLS }, (_, n) => bookingBody(ground.name, offering, n % SLOTS))
await beside('booking.place', n => bare.send('TransactWriteItems', bodies[n] ?? ''), place, 3.5)
const query = daysBody(ground.name, offering)
await beside('booking.days (two weeks)', () => bare.send('Query', query), days, 1.5)

console.log('capacity units of one call, by bookings in the table')
let filled = 0
for (const wanted of GROWTH) {
  filled = await fill(ground, filled, wanted)
  console.log(`  ${String(wanted).padStart(9)}  ${await capacities(ground, offering, somebody(1))}`)
}
bare.close()
await ground.stop()
await engine.stop()

/** Bookings of nobody in particular, put as they are: what is measured is whether their number is felt. */
async function fill({ name }: Ground, from: number, to: number): Promise<number> {
  const filler = await ground.offering({ capacity: 1_000_000 })
  const puts = Array.from({ length: Math.ceil((to - from) / 25) }, (_, i) => i)
  await crowd(puts.length, 16, async () => {
    const requests = Array.from({ length: 25 }, (_, n) => {
      const { TransactItems } = JSON.parse(bookingBody(name, filler, n % SLOTS))
      return { PutRequest: { Item: TransactItems.at(-1).Put.Item } }
    })
    await bare.send('BatchWriteItem', JSON.stringify({ RequestItems: { [name]: requests } }))
  })
  return to
}

/** One call of each through its handler, on a table that tells what the engine charged. */
async function capacities(
  { name, endpoint }: Ground,
  { placeId, offeringId }: Offering,
  by: Somebody,
): Promise<string> {
  let [reads, writes] = [0, 0]
  const table = openTable({
    name,
    region: 'local',
    endpoint,
    meter: (call, used) => {
      const units = used.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0)
      if (call === 'write') writes += units
      else reads += units
    },
  })
  const now = instantOf(Date.now())
  const actor = (await openTokens('a-secret-for-races-of-32-characters').verify(by.token, now)) as Actor
  const handlers = bookingHandlers(table)
  const cost = async (what: string, call: Promise<{ ok: boolean }>) => {
    if (!(await call).ok) throw new Error(`${what} was refused`)
    const line = `${what} ${reads} RCU${writes > 0 ? ` + ${writes} WCU` : ''}`
    reads = 0
    writes = 0
    return line
  }
  const newId = () => {
    throw new Error('no id is needed')
  }
  const fresh = await ground.offering()
  const input = slotAt(fresh, Math.floor(Math.random() * SLOTS))
  const { onceByRecord } = await import('../../functions/src/platform/once')
  const once = onceByRecord({
    owner: by.residentId,
    endpointId: 'booking.place',
    key: crypto.randomUUID(),
    input,
  })
  return [
    await cost('place', handlers.place({ actor, now, newId, once }, input as never)),
    await cost('days', handlers.days({ actor, now, newId }, { placeId, offeringId, days: 14 } as never)),
    await cost('mine', handlers.mine({ actor, now, newId }, { limit: 20 } as never)),
  ].join(' · ')
}
