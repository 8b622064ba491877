/** Counts of quotas. They are taken and given back in the same write as what is booked. */
import { noneAbove } from '../../platform/condition'
import { keys } from '../../platform/keys'
import type { Change } from '../../platform/table'
import type { OwnedUse } from '../domain'

/** What a booking counts for in one quota. */
export type CountedUse = Pick<OwnedUse, 'ownerId' | 'month' | 'name' | 'amount'>

export const countChanges = (uses: readonly OwnedUse[]): Change<'booking.quota_used'>[] =>
  itemsOf(uses).map(({ key, of }) => ({
    update: key,
    add: Object.fromEntries(of.map(({ name, amount }) => [name, amount])),
    if: noneAbove(Object.fromEntries(of.map(({ name, amount, most }) => [name, most - amount]))),
    else: 'booking.quota_used',
  }))

export const discountChanges = (uses: readonly CountedUse[]): Change<never>[] =>
  itemsOf(uses).map(({ key, of }) => ({
    update: key,
    add: Object.fromEntries(of.map(({ name, amount }) => [name, -amount])),
  }))

/** Counts that stand in one item, together: a transaction may touch an item only once. */
const itemsOf = <U extends CountedUse>(uses: readonly U[]) => {
  const items = new Map<string, { key: ReturnType<typeof keys.quota>; of: U[] }>()
  for (const use of uses) {
    const key = keys.quota(use.ownerId, use.month)
    const item = items.get(key.pk + key.sk) ?? { key, of: [] }
    items.set(key.pk + key.sk, item)
    item.of.push(use)
  }
  return [...items.values()]
}
