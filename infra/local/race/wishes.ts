// Who wants which seat.
import type { Offering } from '../../../functions/src/circle/store'
import { newId } from '../../../functions/src/platform/ids'
import type { Span } from '../../../shared/src/booking/calendar'
import { type Ground, HOURS, type Somebody, slotAt } from './ground'
import type { RaceOptions } from './race'

export interface Wish {
  readonly by: Somebody
  readonly slot: ReturnType<typeof slotAt>
  /** What they do afterwards: 0 to 1. */
  readonly mood: number
  /** All of these times or none, with `slot` the first of them. */
  readonly times?: readonly Span[]
}

/** So many bookings of one week a person may hold of what is rationed, and wants so many of it. */
export const RATION = 2
const WANTED = 6
/** A series is every day at the same hour, so many times. */
const TIMES = 4

export interface Wishes {
  readonly wishes: readonly Wish[]
  readonly offerings: readonly Offering[]
  /** Of which each has `RATION` at most. */
  readonly rationed: Offering
  /** Has room for everybody; closed again and again. */
  readonly yard: Offering
  /** Who is on the way there, closing by closing. */
  readonly rushes: readonly (readonly Wish[])[]
}

/** Everybody's wishes, shuffled, so that crowds meet each other. */
export const gather = async (
  ground: Ground,
  { crowds, hot, closings, guests }: Pick<RaceOptions, 'crowds' | 'hot' | 'closings' | 'guests'>,
): Promise<Wishes> => {
  const people = await ground.people(
    Math.max(hot.residents, closings.times * closings.clients, ...crowds.map(([clients]) => clients)),
  )
  const wishes: Wish[] = []
  const want = (by: Somebody | undefined, slot: Wish['slot'], times?: readonly Span[]) =>
    by && wishes.push({ by, slot, mood: (wishes.length * 0.618) % 1, ...(times && { times }) })
  const offerings: Offering[] = []
  for (const [turn, [clients, slots]] of crowds.entries()) {
    const offering = await ground.offering({ needsApproval: turn % 2 === 1 })
    offerings.push(offering)
    for (let n = 0; n < slots; n++)
      for (let c = 0; c < clients; c++) want(people[(n * 7 + c) % people.length], slotAt(offering, n))
  }
  const hall = await ground.offering({ capacity: hot.seats, attended: true })
  offerings.push(hall)
  for (const one of people.slice(0, hot.residents)) want(one, slotAt(hall, 0))
  // One after the other, so that the wishes of one person are under way together.
  const rationed = await ground.offering({
    capacity: guests,
    quotas: [{ per: 'person', count: 'bookings', within: 'year', most: RATION }],
  })
  const visits = await ground.offering({
    capacity: guests,
    servers: ['王', '李'].map(name => ({ thingId: newId('thing', Date.now()), name })),
  })
  const court = await ground.offering()
  offerings.push(rationed, visits, court)
  for (const [i, one] of people.slice(0, guests).entries()) {
    for (let n = 0; n < WANTED; n++) want(one, slotAt(rationed, n * HOURS + (i % HOURS)))
    want(one, slotAt(visits, i % HOURS))
    // From the second day on, since the first is closed for a while; half of them ask for the days in the other order.
    const days = Array.from({ length: TIMES }, (_, day) => slotAt(court, (day + 1) * HOURS + (i % 3)))
    const [first] = days
    const times = days.map(({ startAt, endAt }) => ({ startAt, endAt }))
    if (first) want(one, first, i % 2 ? times.reverse() : times)
  }
  // In the order of their moods the clients of one seat stay near each other and yet meet those of another.
  const shuffled = wishes
    .map((wish, i) => ({ wish, at: i + ((i * 7919) % 97) }))
    .sort((one, other) => one.at - other.at)
    .map(({ wish }) => wish)
  const yard = await ground.offering({ capacity: 1_000 })
  const rushes = Array.from({ length: closings.times }, (_, turn) =>
    people
      .slice(turn * closings.clients, (turn + 1) * closings.clients)
      .map((by, i) => ({ by, slot: slotAt(yard, i % HOURS), mood: 0.7 })),
  )
  return { wishes: shuffled, offerings, rationed, yard, rushes }
}
