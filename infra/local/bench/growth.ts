// Whether the number of bookings in the table is felt by one call.
import { bookingHandlers } from '../../../functions/src/booking/handlers'
import { type Actor, openDoorCodes, openSpokenCodes, openTokens } from '../../../functions/src/platform/actor'
import { newId } from '../../../functions/src/platform/ids'
import { onceByRecord } from '../../../functions/src/platform/once'
import { MOST_CHANGES, openTable } from '../../../functions/src/platform/table'
import { instantOf } from '../../../shared/src/kernel/time'
import { type Ground, SECRET, type Somebody, slotAt } from '../race/ground'
import { bookingBody, type openBare } from './bare'
import { crowd } from './crowd'

/**
 * As many as a transaction takes: to a local engine it is one commit, where each item of a batch is one of its own, and
 * at 25 to a batch it wrote 90 KB to its disk for each booking.
 */
const IN_ONE_WRITE = MOST_CHANGES
const AT_ONCE = 4
const SLOTS = 140
const TIMES = 20

interface Filling {
  readonly ground: Ground
  readonly bare: ReturnType<typeof openBare>
  readonly from: number
  readonly to: number
}

/** Bookings of residents and at hours of all kinds, put as they are. */
export const fill = async ({ ground, bare, from, to }: Filling): Promise<void> => {
  const offering = await ground.offering({ capacity: 1_000_000 })
  const patterns = Array.from({ length: SLOTS }, (_, n): string => {
    const { TransactItems } = JSON.parse(bookingBody(ground.name, offering, n))
    return JSON.stringify({ Put: { TableName: ground.name, Item: TransactItems.at(-1).Put.Item } })
  })
  const writes = Math.ceil((to - from) / IN_ONE_WRITE)
  const startedMs = performance.now()
  let done = 0
  await crowd(writes, AT_ONCE, async write => {
    const first = from + write * IN_ONE_WRITE
    const puts = Array.from({ length: Math.min(IN_ONE_WRITE, to - first) }, (_, n) =>
      (patterns[(first + n) % SLOTS] ?? '')
        .replace(/bk_\w{26}/g, newId('booking', Date.now()))
        .replace(/rs_\w{26}/g, newId('resident', Date.now())),
    )
    await bare.send('TransactWriteItems', `{"TransactItems":[${puts.join(',')}]}`)
    done += puts.length
    if (done % 50_000 > 0) return
    const perSecond = done / ((performance.now() - startedMs) / 1000)
    console.log(`  ${from + done} bookings are in, ${perSecond.toFixed(0)}/s`)
  })
}

/** Some calls of each through its handler, on a table that tells what the engine charged: the dearest, and the median time. */
export const capacities = async (
  { name, offering }: Ground,
  endpoint: string,
  by: Somebody,
): Promise<string> => {
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
  const actor = (await openTokens(SECRET).verify(by.token, now)) as Actor
  const handlers = bookingHandlers(table, openDoorCodes(SECRET), openSpokenCodes(SECRET))
  const cost = async (what: string, call: (n: number) => Promise<{ ok: boolean }>) => {
    let [mostRead, mostWritten] = [0, 0]
    const took: number[] = []
    for (let n = 0; n < TIMES; n++) {
      const startedMs = performance.now()
      if (!(await call(n)).ok) throw new Error(`${what} was refused`)
      took.push(performance.now() - startedMs)
      mostRead = Math.max(mostRead, reads)
      mostWritten = Math.max(mostWritten, writes)
      reads = 0
      writes = 0
    }
    const median = took.sort((one, other) => one - other)[TIMES / 2] ?? 0
    return `${what} ${mostRead} RCU${mostWritten > 0 ? ` + ${mostWritten} WCU` : ''} in ${median.toFixed(1)} ms`
  }
  const noId = () => {
    throw new Error('no id is needed')
  }
  const context = { actor, now, newId: noId }
  const fresh = await offering()
  const { placeId, offeringId } = fresh
  const placing = (n: number) => {
    const input = slotAt(fresh, n)
    const key = crypto.randomUUID()
    const once = onceByRecord({ owner: by.residentId, endpointId: 'booking.place', key, input })
    return handlers.place({ ...context, once }, input as never)
  }
  return [
    await cost('place', placing),
    await cost('days', () => handlers.days(context, { placeId, offeringId, days: 14 } as never)),
    await cost('mine', () => handlers.mine(context, { when: 'coming', limit: 8 } as never)),
  ].join(' · ')
}
