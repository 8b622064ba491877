// Who wants which seat.
import type { Offering } from '../../../functions/src/circle/store'
import { type Ground, HOURS, type Somebody, slotAt } from './ground'
import type { RaceOptions } from './race'

export interface Wish {
  readonly by: Somebody
  readonly slot: ReturnType<typeof slotAt>
  /** What they do afterwards: 0 to 1. */
  readonly mood: number
}

export interface Wishes {
  readonly wishes: readonly Wish[]
  readonly offerings: readonly Offering[]
  /** Has room for everybody; closed again and again. */
  readonly yard: Offering
  /** Who is on the way there, closing by closing. */
  readonly rushes: readonly (readonly Wish[])[]
}

/** Everybody's wishes, shuffled, so that crowds meet each other. */
export const gather = async (
  ground: Ground,
  { crowds, hot, closings }: Pick<RaceOptions, 'crowds' | 'hot' | 'closings'>,
): Promise<Wishes> => {
  const people = await ground.people(
    Math.max(hot.residents, closings.times * closings.clients, ...crowds.map(([clients]) => clients)),
  )
  const wishes: Wish[] = []
  const want = (by: Somebody | undefined, slot: Wish['slot']) =>
    by && wishes.push({ by, slot, mood: (wishes.length * 0.618) % 1 })
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
  return { wishes: shuffled, offerings, yard, rushes }
}
