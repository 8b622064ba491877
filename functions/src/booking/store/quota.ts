/** Counts of quotas. They are taken and given back in the same write as what is booked. */
import { noneAbove } from '../../platform/condition'
import { keys } from '../../platform/keys'
import type { Change, Table } from '../../platform/table'
import type { OwnedUse } from '../domain'

/** What a booking counts for in one quota. */
export type CountedUse = Pick<OwnedUse, 'ownerId' | 'month' | 'name' | 'amount'>

export const countChanges = (uses: readonly OwnedUse[]): Change<'booking.quota_used'>[] =>
  itemsOf(uses).map(({ key, of }) => {
    // An absent count is below no limit, so what is more than all of it must not come here.
    const over = of.find(({ amount, most }) => amount > most)
    if (over) throw new Error(`${over.amount} of ${over.most} can never be counted of ${over.name}`)
    return {
      update: key,
      add: amountsOf(of),
      if: noneAbove(Object.fromEntries(of.map(({ name, amount, most }) => [name, most - amount]))),
      else: 'booking.quota_used',
    }
  })

export const discountChanges = (uses: readonly CountedUse[]): Change<never>[] =>
  itemsOf(uses.map(use => ({ ...use, amount: -use.amount }))).map(({ key, of }) => ({
    update: key,
    add: amountsOf(of),
  }))

const amountsOf = (uses: readonly CountedUse[]) =>
  Object.fromEntries(uses.map(({ name, amount }) => [name, amount]))

/** Counts that stand in one item, together, each name once: a transaction may touch an item only once. */
const itemsOf = <U extends CountedUse>(uses: readonly U[]) => {
  const items = new Map<string, { key: ReturnType<typeof keys.quota>; of: U[] }>()
  for (const use of uses) {
    const key = keys.quota(use.ownerId, use.month)
    const item = items.get(key.pk + key.sk) ?? { key, of: [] }
    const at = item.of.findIndex(({ name }) => name === use.name)
    if (at === -1) item.of.push(use)
    else item.of[at] = { ...use, amount: use.amount + (item.of[at]?.amount ?? 0) }
    items.set(key.pk + key.sk, item)
  }
  return [...items.values()]
}

/** How much is counted now of each of these; to be shown, for the write looks itself. */
export const loadCounts = async (
  table: Table,
  uses: readonly CountedUse[],
  options: { consistent?: boolean } = {},
): Promise<(use: CountedUse) => number> => {
  const wanted = itemsOf(uses).map(({ key }) => key)
  const found = await table.getAll(wanted, options)
  const byKey = new Map(wanted.map(({ pk, sk }, i) => [pk + sk, found[i]]))
  return ({ ownerId, month, name }) => {
    const { pk, sk } = keys.quota(ownerId, month)
    return byKey.get(pk + sk)?.[name] ?? 0
  }
}
