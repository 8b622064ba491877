/** One move of a child's day by its guardian or by staff. */
import type { Pickup } from '@yike/shared/booking/schema/pickup'
import type { Id } from '@yike/shared/kernel/id'
import type { Part } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { Actor, SpokenCodes } from '../../../platform/actor'
import { moveCase } from '../../../platform/case'
import type { Table } from '../../../platform/table'
import type { Fetching } from '../../domain'
import { loadPickup, pickupChanges } from '../../store'
import { findBooking } from '../act'
import { showPickup } from './view'

/** A child's day that the actor may see; only care of children has one. Staff are no guardians of their own children here. */
export const findPickup = async (
  table: Table,
  actor: Actor,
  bookingId: Id<'booking'>,
  part?: Part,
): Promise<Result<Fetching, 'request.not_found' | 'booking.no_pickup'>> => {
  const found = await findBooking(table, actor, bookingId)
  if (!found || (part && found.part !== part)) return refuse('request.not_found')
  if (found.booking.kind !== 'childcare') return refuse('booking.no_pickup')
  return ok({ ...found, ...(await loadPickup(table, found.booking)) })
}

export interface Moving<Refusal extends string> {
  /** Who may: absent, its guardian and staff. */
  readonly part?: Part
  readonly isRepeat: (found: Fetching) => boolean
  readonly decide: (found: Fetching) => Result<Fetching, Refusal>
}

/** The case afterwards. Where a parent and two carers write at once, each looks again until it is theirs to write. */
export const movePickup = async <Refusal extends string>(
  table: Table,
  actor: Actor,
  bookingId: Id<'booking'>,
  now: Instant,
  { part, isRepeat, decide }: Moving<Refusal>,
) => {
  const first = await findPickup(table, actor, bookingId, part)
  if (!first.ok) return first
  let ahead: typeof first | undefined = first
  return moveCase(
    table,
    {
      find: async () => {
        // What was just read is looked at first.
        const found = ahead ?? (await findPickup(table, actor, bookingId, part))
        ahead = undefined
        return found.ok ? found.value : undefined
      },
      isRepeat,
      decide,
      changes: (before, after) => pickupChanges(before, after, now),
      stale: 'booking.pickup_moved',
    },
    LOOKS,
  )
}

const LOOKS = 3

/** The same, told to whoever did it. */
export const moveShown = async <Refusal extends string>(
  table: Table,
  codes: SpokenCodes,
  actor: Actor,
  bookingId: Id<'booking'>,
  now: Instant,
  moving: Moving<Refusal>,
): Promise<
  Result<
    Pickup,
    Refusal | 'request.not_found' | 'request.busy' | 'booking.no_pickup' | 'booking.pickup_moved'
  >
> => {
  const moved = await movePickup(table, actor, bookingId, now, moving)
  return moved.ok ? ok(showPickup(moved.value, codes, now)) : moved
}
