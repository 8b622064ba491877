// Real parallel clients on a running API, with the failures of DynamoDB between it and its engine, and what the stream
// and the clock do meanwhile behind the same failures.
import { createTick } from '../../../functions/src/app'
import { bookingReactions } from '../../../functions/src/booking/reactions'
import { asBooking } from '../../../functions/src/booking/store'
import { deliver, ITEMS_AT_ONCE } from '../../../functions/src/platform/outbox'
import { openTable } from '../../../functions/src/platform/table'
import type { Where } from '../../../functions/src/platform/table/address'
import { openCalls } from '../../../functions/src/platform/table/call'
import { followStream } from '../../../functions/src/platform/table/follow'
import { readBooks } from '../../../functions/test/books'
import { withFaults } from '../../../functions/test/faulty-call'
import { type Clients, openClients } from './clients'
import { openGround, slotAt } from './ground'
import { openPace, type Pace } from './pace'
import { type Faults, judge } from './verdict'
import { openWatch } from './watch'
import { gather } from './wishes'

export interface RaceOptions {
  readonly endpoint: string
  /** How many want each single seat, and on how many seats. */
  readonly crowds: readonly (readonly [clients: number, slots: number])[]
  readonly hot: { readonly seats: number; readonly residents: number }
  /** So often a yard is closed in which there is room for all, each time while so many try to get in. */
  readonly closings: { readonly times: number; readonly clients: number }
  /** So many want more than their ration, a visit by one of two carers, and a court on several days at once. */
  readonly guests: number
  /** Made without a guard: it must be noticed. */
  readonly without?: 'versions'
  /** Clients that are under way at once. */
  readonly atOnce: number
  /** Told now and then how many of all wishes are through, and how many changes the stream has brought. */
  readonly onProgress?: (lived: number, of: number, changes: number) => void
}

export interface Outcome {
  readonly counts: Clients['counts']
  readonly granted: number
  readonly lapsed: number
  /** Offers that nobody answered in time, and who waited in vain. */
  readonly movedOn: number
  readonly refused: Readonly<Record<string, number>>
  readonly injected: Readonly<Record<string, number>>
  readonly seconds: number
  /** Until the last wish was through. */
  readonly livedSeconds: number
  /** Until all that followed from them was. */
  readonly settledSeconds: number
  /** What the stream brought and what followed from it. */
  readonly pace: Pace
  /** What reading alone of all that takes. */
  readonly bare: { readonly changes: number; readonly seconds: number }
  readonly faults: Faults
}

/** What strikes the requests of the API, of the stream's reactions and of the clock. */
const FAULTS = { conflict: 0.2, throttle: 0.05, lostReply: 0.02 }
/** In a day and an hour every request and every offer of now is over. */
const OVER_AFTER_MS = 25 * 3_600_000
/** So often everything that waits lapses, in the midst of those who approve it. */
const LAPSES = 8
/** So many wishes after another it is told how many are through. */
const TOLD_EVERY = 5_000
/** So often the seats that are still free at the end are offered on: each round asks one for each seat. */
const ROUNDS = 200

export const race = async (options: RaceOptions): Promise<Outcome> => {
  const { endpoint, crowds, hot, closings, guests, atOnce, without, onProgress } = options
  const startedMs = performance.now()
  const ground = await openGround(endpoint, {
    YIKE_FAULTS: JSON.stringify(FAULTS),
    ...(without && { YIKE_WITHOUT_VERSIONS: '1' }),
  })
  const { wishes, rushes, ...sold } = await gather(ground, { crowds, hot, closings, guests })
  const { offerings, yard } = sold
  const staff = await ground.staff()
  const clients = openClients(ground, staff)
  const { counts, granted, refused } = clients

  const where = { region: 'local', endpoint }
  const faulty = withFaults(openCalls(where), FAULTS)
  const patience = { callMs: 60_000, tryMs: 30_000 }
  const table = openTable({ name: ground.name, ...where, patience, call: faulty.call })
  const pace = openPace()
  const reactions = pace.measured(bookingReactions(Date.now))
  const watch = openWatch()
  /** Offers that nobody has seen yet. */
  let offered: string[] = []
  const stream = await followStream(ground.name, where, moves => {
    const made = moves.flatMap(({ after }) =>
      after?.state === 'offered' ? [asBooking(after).bookingId] : [],
    )
    offered = [...new Set([...offered, ...made])]
    watch.see(moves)
    return pace.page(moves, () => deliver(table, reactions, moves, () => {}, ITEMS_AT_ONCE))
  })
  const answerOffers = () => clients.answerOffers(offered.splice(0))
  const tick = createTick({ table, log: () => {} })
  const books = () => readBooks({ env: { table: ground.name, ...where } })

  let [next, lived, lapsed, movedOn, isOver] = [0, 0, 0, 0, false]
  const client = async () => {
    for (let wish = wishes[next++]; wish; wish = wishes[next++]) {
      await clients.live(wish)
      await clients.giveUp()
      if (++lived % TOLD_EVERY === 0) onProgress?.(lived, wishes.length, pace.changes())
      if (lived % Math.ceil(wishes.length / LAPSES) > 0) continue
      const done = await tick(Date.now() + OVER_AFTER_MS)
      lapsed += done.lapsed
      movedOn += done.moved ?? 0
      onProgress?.(lived, wishes.length, pace.changes())
    }
  }
  const until = async (share: number) => {
    // What was to last longer than there are wishes ends with them.
    while (lived < wishes.length * Math.min(1, share)) await new Promise(resolve => setTimeout(resolve, 20))
  }
  /** Each offering has a date closed for a while, and one that is never full many times; offers are answered all the time. */
  const closing = offerings.map(async (offering, turn) => {
    const begins = (turn + 1) / (offerings.length + 2)
    await until(begins)
    await clients.closeFor(offering, slotAt(offering, 0).startAt, [], () => until(begins + 0.15))
  })
  const pause = () => new Promise<void>(resolve => setTimeout(resolve, 50))
  const rushing = async () => {
    for (const [turn, wishes] of rushes.entries()) {
      await until(turn / rushes.length)
      await clients.closeFor(yard, slotAt(yard, 0).startAt, wishes, pause)
    }
  }
  const repeating = async (act: () => Promise<unknown>) => {
    while (!isOver) {
      await act()
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  const beside = Promise.all([repeating(stream.once), repeating(answerOffers)])
  const rushed = rushing()
  await Promise.all(Array.from({ length: atOnce }, client))
  await Promise.all([...closing, rushed])
  const livedSeconds = (performance.now() - startedMs) / 1000
  isOver = true
  await beside
  const settle = async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await stream.once()
      onProgress?.(lived, wishes.length, pace.changes())
      if ((await answerOffers()) === 0) return
    }
  }
  await settle()
  // Nothing else happens any more, so that what is given up now goes on by itself or not at all.
  await Promise.all(Array.from({ length: atOnce }, () => clients.giveUp(0)))
  await settle()

  const settledSeconds = (performance.now() - startedMs) / 1000
  const met = await ground.injected()
  await ground.stop()
  const faults = judge(await books(), clients, {
    ...sold,
    soldWhileClosed: watch.soldWhileClosed(),
  })
  const bare = await readBare(ground.name, where)
  return {
    counts,
    granted: granted.size,
    lapsed,
    movedOn,
    refused,
    injected: Object.fromEntries(
      Object.entries(faulty.injected).map(([name, times]) => [name, times + (met[name] ?? 0)]),
    ),
    seconds: (performance.now() - startedMs) / 1000,
    livedSeconds,
    settledSeconds,
    pace: pace.told(),
    bare,
    faults,
  }
}

/** The whole stream once more, by a reader who does nothing about it. */
const readBare = async (table: string, where: Where): Promise<Outcome['bare']> => {
  let changes = 0
  const stream = await followStream(table, where, async moves => {
    changes += moves.length
    return undefined
  })
  const startedMs = performance.now()
  await stream.once()
  return { changes, seconds: (performance.now() - startedMs) / 1000 }
}
