/** The table with one guard of the engine gone: what the model is there to notice. */
import type { Condition } from '../../src/platform/condition'
import type { Key } from '../../src/platform/keys'
import type { Change, Item, Table } from '../../src/platform/table'

/** Made for each server. */
type Mutant = (table: Table) => Table

const rewriting =
  (rewrite: <C extends Change>(change: C) => C): Mutant =>
  table => ({ ...table, write: changes => table.write(changes.map(rewrite)) })

/** The conditions of a write, one by one. */
const asking = (weaken: (condition: Condition) => Condition): Mutant => {
  const weakened = (condition: Condition): Condition =>
    condition.is === 'all' || condition.is === 'any'
      ? { ...condition, of: condition.of.map(weakened) }
      : weaken(condition)
  return rewriting(change =>
    'update' in change && change.if ? { ...change, if: weakened(change.if) } : change,
  )
}

const isQuarter = (name: string): boolean => /^\d+$/.test(name)
const one = <V>(counts: Readonly<Record<string, V>>, change: (value: V) => V) =>
  Object.fromEntries(
    Object.entries(counts).map(([name, value]) => [name, isQuarter(name) ? change(value) : value]),
  )

export const mutants: Readonly<Record<string, Mutant>> = {
  'one seat more is sold than there is': asking(condition =>
    condition.is === 'noneAbove'
      ? { ...condition, limits: one(condition.limits, most => most + 1) }
      : condition,
  ),
  'nobody asks how much of a ration is used': asking(condition =>
    condition.is === 'noneAbove' && Object.keys(condition.limits).some(name => name.includes('#bookings#'))
      ? { is: 'noneAbove', limits: { 'nobody#bookings#': 0 } }
      : condition,
  ),
  'nobody asks whether the roster is counted in': asking(condition =>
    condition.is === 'equal' && condition.attribute === 'seating'
      ? { is: 'noneAbove', limits: { 0: 1_000 } }
      : condition,
  ),
  'what is given up is not given back': rewriting(change =>
    'update' in change && change.add
      ? { ...change, set: { touched: 1 }, add: one(change.add, by => Math.max(0, by)) }
      : change,
  ),
  'a grant that was ended is still open': table => ({
    ...table,
    async get(key, options) {
      const item = await table.get(key, options)
      return item?.type === 'Grant' && item.openedAt ? { ...item, state: 'open' } : item
    },
    write: changes =>
      table.write(changes.filter(change => !('check' in change && change.check.pk.startsWith('GRANT#')))),
  }),
  'whoever may no more books for a team': table => ({
    ...table,
    async get(key, options) {
      const item = await table.get(key, options)
      if (item?.type === 'Team') return { ...item, state: 'open' }
      return item?.type === 'TeamMember' && item.role === 'member' ? { ...item, role: 'booker' } : item
    },
    write: changes =>
      table.write(changes.filter(change => !('check' in change && change.check.pk.startsWith('TEAM#')))),
  }),
  'a server remembers an offering until it writes that itself': table => {
    const known = new Map<string, Promise<Item | undefined>>()
    const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`
    return {
      ...table,
      get(key, options) {
        if (!key.sk.startsWith('OFFERING#')) return table.get(key, options)
        const found = known.get(nameOf(key)) ?? table.get(key, options)
        known.set(nameOf(key), found)
        return found
      },
      write(changes) {
        for (const change of changes) if ('put' in change) known.delete(nameOf(change.put))
        return table.write(changes)
      },
    }
  },
  'the agenda of a place forgets its last booking': table => ({
    ...table,
    async query(ask) {
      const page = await table.query(ask)
      const isAgenda = ask.index === 'by-deadline' && ask.pk.endsWith('#AGENDA')
      return page.ok && isAgenda ? { ...page, value: { items: page.value.items.slice(0, -1) } } : page
    },
  }),
  'who waits is found in the list of one community only, the wrong one': table => ({
    ...table,
    query: ask => table.query(ask.pk.endsWith('#QUEUE') ? { ...ask, pk: 'COMMUNITY#000#QUEUE' } : ask),
  }),
  'an offer is written down and holds nothing': table => ({
    ...table,
    write: changes =>
      table.write(
        changes.some(change => 'put' in change && change.put.state === 'offered')
          ? changes.filter(change => 'put' in change)
          : changes,
      ),
  }),
}
