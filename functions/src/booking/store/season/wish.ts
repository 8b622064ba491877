/** Who asked for what of a season, and what became of it. */
import { type Missing, MOST_WISHES } from '@yike/shared/booking/schema/season'
import type { Id } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import { above, absent, all, below, equal } from '../../../platform/condition'
import { keys } from '../../../platform/keys'
import { type Change, type Item, queryAll, recordOf, type Table } from '../../../platform/table'
import type { Delegate } from '../../domain'

/** What became of a slot that was won. */
export interface Booked {
  readonly seriesId?: Id<'series'>
  readonly booked: number
  readonly missing: readonly Missing[]
}

export interface WishRecord {
  readonly wishId: Id<'wish'>
  readonly residentId: Id<'resident'>
  readonly version: number
  readonly personId: Id<'person'>
  readonly forName: string
  readonly first?: true
  readonly wants: number
  readonly choices: readonly string[]
  readonly filedAt: Instant
  /** Who did what was last done to it, if that was by a grant. */
  readonly delegate?: Delegate
  /** Its pseudonym stays: who asks again is the same. */
  readonly withdrawn?: true
  /** By slot. */
  readonly [got: `got_${string}`]: Booked
}

export const wishItem = (seasonId: Id<'season'>, wish: WishRecord) => ({
  ...keys.wish(seasonId, wish.residentId),
  type: 'Wish',
  seasonId,
  ...wish,
})

export const asWish = (item: Item): WishRecord => recordOf<WishRecord>(item)

/** A request, new, changed or taken back, while the season takes any. */
export const wishChanges = (
  before: WishRecord | undefined,
  after: WishRecord,
  seasonId: Id<'season'>,
  now: Instant,
): Change<'booking.season_closed' | 'booking.wish_moved'>[] => {
  const stands = (wish: WishRecord | undefined) => (wish && !wish.withdrawn ? 1 : 0)
  const more = stands(after) - stands(before)
  const isOpen = all(equal('state', 'open'), above('closesAt', now))
  const season = { if: more > 0 ? all(isOpen, below('asked', MOST_WISHES)) : isOpen }
  const key = keys.season(seasonId)
  return [
    more === 0
      ? { check: key, ...season, else: 'booking.season_closed' }
      : { update: key, add: { asked: more }, ...season, else: 'booking.season_closed' },
    {
      put: wishItem(seasonId, after),
      if: before ? equal('version', before.version) : absent(),
      else: 'booking.wish_moved',
    },
  ]
}

export const loadWish = async (
  table: Table,
  seasonId: Id<'season'>,
  residentId: Id<'resident'>,
): Promise<WishRecord | undefined> => {
  const item = await table.get(keys.wish(seasonId, residentId), { consistent: true })
  return item && asWish(item)
}

export const queryWishes = async (table: Table, seasonId: Id<'season'>): Promise<WishRecord[]> => {
  const { pk, sk } = keys.wish(seasonId, '')
  const items = await queryAll(table, { pk, sk: { begins: sk }, consistent: true })
  return items.map(asWish)
}

/** What became of a slot that was won, written with the bookings themselves: once, whoever comes first. */
export const bookedChange = (
  seasonId: Id<'season'>,
  { residentId }: WishRecord,
  slotId: string,
  booked: Booked,
): Change<'booking.known'> => ({
  update: keys.wish(seasonId, residentId),
  set: { [`got_${slotId}`]: booked },
  if: absent(`got_${slotId}`),
  else: 'booking.known',
})
