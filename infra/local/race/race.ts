// Real parallel clients on a running API, with the failures of DynamoDB between it and its engine.

import { createTick } from '../../../functions/src/app'
import { readBooks } from '../../../functions/test/books'
import { startFaultyEngine } from '../../../functions/test/faulty-engine'
import { holds } from '../../../shared/src/booking/lifecycle'
import { type Answer, type Ground, openGround, type Somebody, slotAt } from './ground'

export interface RaceOptions {
  readonly endpoint: string
  /** How many want each single seat, and on how many seats. */
  readonly crowds: readonly (readonly [clients: number, slots: number])[]
  readonly hot: { readonly seats: number; readonly residents: number }
  /** Clients that are under way at once. */
  readonly atOnce: number
}

export interface Outcome {
  readonly tries: number
  readonly granted: number
  readonly refused: Readonly<Record<string, number>>
  readonly cancelled: number
  readonly answeredByStaff: number
  readonly lapsed: number
  readonly injected: Readonly<Record<string, number>>
  readonly seconds: number
  /** All of these are 0, or the race is lost. */
  readonly faults: {
    readonly oversold: number
    readonly lost: number
    readonly duplicates: number
    readonly unanswered: number
    readonly serverErrors: number
    readonly unbalanced: number
  }
}

/** What every client gets an answer to in the end, or never. */
const RETRIES = 12
/** In a day and an hour every request of now has lapsed. */
const LAPSE_AFTER_MS = 25 * 3_600_000

interface Wish {
  readonly by: Somebody
  readonly slot: ReturnType<typeof slotAt>
  readonly mood: number
}

export const race = async ({ endpoint, crowds, hot, atOnce }: RaceOptions): Promise<Outcome> => {
  const startedMs = performance.now()
  const faulty = await startFaultyEngine(endpoint, { conflict: 0.2, throttle: 0.05, lostReply: 0.02 })
  const ground = await openGround(endpoint, faulty.endpoint)
  const wishes = await gather(ground, crowds, hot)
  const [staff] = await ground.people(1, ['resident', 'worker'])
  if (!staff) throw new Error('nobody to approve')

  const refused: Record<string, number> = {}
  const granted = new Map<string, string>()
  const told = new Map<string, string>()
  let [tries, cancelled, answeredByStaff, lapsed, unanswered, serverErrors, duplicates] = [
    0, 0, 0, 0, 0, 0, 0,
  ]

  /** Sends with one key until it is decided. */
  const decided = async (path: string, by: Somebody, body: object): Promise<Answer | undefined> => {
    const key = crypto.randomUUID()
    for (let left = RETRIES; left > 0; left--) {
      tries++
      const answer = await ground.send('POST', path, by, body, key).catch(() => undefined)
      if (answer && answer.status >= 500) serverErrors++
      if (answer && answer.status !== 429 && answer.status < 500) return answer
    }
    unanswered++
    return undefined
  }

  const live = async ({ by, slot, mood }: Wish) => {
    const answer = await decided('/bookings', by, slot)
    if (!answer) return
    if (answer.status !== 201) {
      refused[answer.body.code] = (refused[answer.body.code] ?? 0) + 1
      return
    }
    const { bookingId, state, version } = answer.body
    const intent = `${by.residentId} ${slot.offeringId} ${slot.startAt}`
    if (granted.has(intent)) duplicates++
    granted.set(intent, bookingId)
    told.set(bookingId, state)
    // A third of the winners change their minds, and staff answer a part of what waits.
    const path = `/bookings/${bookingId}`
    if (mood < 0.33) {
      const done = await decided(`${path}/cancel`, by, {})
      if (done?.status === 200) {
        cancelled++
        told.set(bookingId, 'cancelled')
      }
    } else if (state === 'requested' && mood < 0.8) {
      const verb = mood < 0.6 ? 'approve' : 'decline'
      const seen = { ...(version !== undefined && { version }) }
      const done = await decided(
        `${path}/${verb}`,
        staff,
        verb === 'decline' ? { ...seen, reason: '场地检修' } : seen,
      )
      if (done?.status === 200) {
        answeredByStaff++
        told.set(bookingId, done.body.state)
      }
    }
  }

  let [next, lived] = [0, 0]
  const client = async () => {
    for (let wish = wishes[next++]; wish; wish = wishes[next++]) {
      await live(wish)
      // Now and then everything that waits lapses, in the midst of those who approve it.
      if (++lived % Math.ceil(wishes.length / 8) > 0) continue
      const tick = createTick({ table: ground.table, log: () => {} })
      lapsed += (await tick(Date.now() + LAPSE_AFTER_MS)).lapsed
    }
  }
  await Promise.all(Array.from({ length: atOnce }, client))

  const { kept, due, bookings } = await readBooks({ env: { table: ground.name, region: 'local', endpoint } })
  const states = new Map<string, string>(bookings.map(({ bookingId, state }) => [bookingId, state]))
  const lost = [...told].filter(([id, state]) => {
    const now = states.get(id)
    // Whoever was told that they have it has it, or it lapsed while it waited; what is over is over for good.
    return now === undefined || (now !== state && !(now === 'lapsed' && state === 'requested'))
  }).length
  const limit = (at: string) => (at.startsWith(`SHEET#${hotThing(wishes)} `) ? hot.seats : 1)
  const oversold = Object.entries(kept).filter(
    ([at, taken]) => at.startsWith('SHEET#') && taken > limit(at),
  ).length
  const keys = new Set([...Object.keys(kept), ...Object.keys(due)])
  const unbalanced = [...keys].filter(at => kept[at] !== due[at]).length
  // A booking that nobody was told of was made twice for one wish, or its answer was lost for good.
  duplicates += bookings.filter(({ bookingId, state }) => holds(state) && !told.has(bookingId)).length
  await ground.stop()
  await faulty.close()
  return {
    tries,
    granted: granted.size,
    refused,
    cancelled,
    answeredByStaff,
    lapsed,
    injected: faulty.injected,
    seconds: (performance.now() - startedMs) / 1000,
    faults: { oversold, lost, duplicates, unanswered, serverErrors, unbalanced },
  }
}

const hotThings = new WeakMap<readonly Wish[], string>()
const hotThing = (wishes: readonly Wish[]): string => hotThings.get(wishes) ?? ''

/** Everybody's wishes, shuffled, so that crowds meet each other. */
const gather = async (
  ground: Ground,
  crowds: RaceOptions['crowds'],
  hot: RaceOptions['hot'],
): Promise<readonly Wish[]> => {
  const people = await ground.people(Math.max(hot.residents, ...crowds.map(([clients]) => clients)))
  const wishes: Wish[] = []
  const want = (by: Somebody | undefined, slot: Wish['slot']) =>
    by && wishes.push({ by, slot, mood: (wishes.length * 0.618) % 1 })
  for (const [turn, [clients, slots]] of crowds.entries()) {
    const offering = await ground.offering({ needsApproval: turn % 2 === 1 })
    for (let n = 0; n < slots; n++)
      for (let c = 0; c < clients; c++) want(people[(n * 7 + c) % people.length], slotAt(offering, n))
  }
  const offering = await ground.offering({ capacity: hot.seats, attended: true })
  for (const one of people.slice(0, hot.residents)) want(one, slotAt(offering, 0))
  // In the order of their moods the clients of one seat stay near each other and yet meet those of another.
  const shuffled = wishes
    .map((wish, i) => ({ wish, at: i + ((i * 7919) % 97) }))
    .sort((one, other) => one.at - other.at)
    .map(({ wish }) => wish)
  hotThings.set(shuffled, offering.thingId)
  return shuffled
}
