/**
 * The table port with nothing behind it but maps: what lets ten thousand runs of a model or of a scheduler end before the
 * tea is cold. memory.test.ts holds it against the real engine, answer for answer, and every property that is tried on it
 * is tried on the real engine too, in fewer runs.
 */
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Condition, Value } from '../src/platform/condition'
import { indexAttributes, type Key } from '../src/platform/keys'
import type { Moved } from '../src/platform/outbox'
import { type Item, MOST_CHANGES, type QueryAsk, type Table } from '../src/platform/table'
import { fromAttributes, toAttributes } from '../src/platform/table/attributes'
import type { Change } from '../src/platform/table/change'
import { type Range, readCursor, writeCursor } from '../src/platform/table/cursor'

export interface Memory {
  readonly table: Table
  /** Everything that it holds, each item under its key. */
  readonly items: () => Record<string, Item>
  /** Lets `deliver` see all that was committed since it last went well; it answers as for a stream. */
  readonly follow: (deliver: (moves: readonly Moved[]) => Promise<string | undefined>) => Promise<void>
}

type Listing = 'table' | 'by-owner' | 'by-deadline'
const listings = ['table', 'by-owner', 'by-deadline'] as const
const keyNames = (listing: Listing): readonly [string, string] =>
  listing === 'table' ? ['pk', 'sk'] : indexAttributes(listing)

const keyOf = (change: Change): Key => {
  if ('put' in change) return change.put
  return 'update' in change ? change.update : change.check
}
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`

/** As it comes back from an engine: what is undefined is left out. Nobody changes what was read. */
const stored = (item: Item): Item => frozen(fromAttributes(toAttributes(item)))
const frozen = <V extends Value>(value: V): V => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  for (const name in value) frozen(value[name])
  return Object.freeze(value)
}

const holdsFor = (condition: Condition, item: Item): boolean => {
  const comparable = (one: Value, other: Value) => typeof one === typeof other
  switch (condition.is) {
    case 'absent':
      return item[condition.attribute] === undefined
    case 'present':
      return item[condition.attribute] !== undefined
    case 'equal':
      return item[condition.attribute] === condition.value
    case 'below':
    case 'above': {
      const value = item[condition.attribute]
      if (!comparable(value, condition.value)) return false
      return condition.is === 'below' ? value < condition.value : value > condition.value
    }
    case 'belowOther': {
      const [one, other] = [item[condition.attribute], item[condition.other]]
      return one !== undefined && comparable(one, other) && one < other
    }
    case 'contains': {
      const list = item[condition.attribute]
      return Array.isArray(list) && list.includes(condition.value)
    }
    case 'noneAbove':
      return Object.entries(condition.limits).every(([name, limit]) => !(item[name] > limit))
    default:
      return condition.is === 'all'
        ? condition.of.every(one => holdsFor(one, item))
        : condition.of.some(one => holdsFor(one, item))
  }
}

/** The item after a change of it; a check changes nothing. */
const changed = (change: Change, before: Item | undefined): Item | undefined => {
  if ('put' in change) return stored(change.put)
  if ('check' in change) return before
  const { update, set = {}, add = {}, remove = [] } = change
  if (Object.keys({ ...set, ...add }).length + remove.length === 0)
    throw new Error(`an update of ${nameOf(update)} says nothing`)
  const after: Item = { ...(before ?? update), ...stored(set) }
  for (const [name, by] of Object.entries(add)) after[name] = (after[name] ?? 0) + by
  for (const name of remove) delete after[name]
  return Object.freeze(after)
}

/** Like an engine's: an item that is written as it was is told of to nobody. */
const isSame = (one: Item, other: Item): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
const sorted = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))

const isIn = (range: Range | undefined, sk: string): boolean => {
  if (!range) return true
  return 'begins' in range ? sk.startsWith(range.begins) : range.from <= sk && sk <= range.to
}

export const createMemory = (): Memory => {
  const items = new Map<string, Item>()
  const lists = new Map<string, Map<string, Item>>()
  let moves: Moved[] = []
  let sequence = 0

  const listOf = (listing: Listing, pk: string): Map<string, Item> => {
    const name = `${listing} ${pk}`
    const list = lists.get(name) ?? new Map<string, Item>()
    lists.set(name, list)
    return list
  }
  const keep = (name: string, before: Item | undefined, after: Item) => {
    for (const listing of listings) {
      const [pkName] = keyNames(listing)
      if (before?.[pkName] !== undefined) listOf(listing, before[pkName]).delete(name)
      if (after[pkName] !== undefined) listOf(listing, after[pkName]).set(name, after)
    }
    items.set(name, after)
  }

  const query = (ask: QueryAsk): { items: Item[]; cursor?: string } | undefined => {
    const [, skName] = keyNames(ask.index ?? 'table')
    const start = ask.cursor === undefined ? undefined : readCursor(ask, ask.cursor)
    if (ask.cursor !== undefined && !start) return undefined
    const place = (item: Item) => `${item[skName]}\n${item.pk}\n${item.sk}`
    const found = [...listOf(ask.index ?? 'table', ask.pk).values()]
      .filter(item => isIn(ask.sk, item[skName]))
      .sort((one, other) => (place(one) < place(other) ? -1 : 1))
    if (ask.newestFirst) found.reverse()
    const { key } = start ?? {}
    const isBehind = (item: Item) =>
      !key || (ask.newestFirst ? place(item) < place(key) : place(item) > place(key))
    const rest = found.filter(isBehind)
    const page = rest.slice(0, ask.limit)
    const last = page.at(-1)
    return { items: page, ...(last && page.length === ask.limit && { cursor: writeCursor(ask, last) }) }
  }

  return {
    items: () => Object.fromEntries(items),
    table: {
      get: async key => items.get(nameOf(key)),
      getAll: async asked => asked.map(key => items.get(nameOf(key))),
      query: async ask => {
        const page = query(ask)
        return page ? ok(page) : refuse('request.malformed', { fields: { cursor: '请从头再看' } })
      },
      write: async changes => {
        const names = new Set(changes.map(change => nameOf(keyOf(change))))
        if (names.size < changes.length) throw new Error('an item stands twice in a transaction')
        if (changes.length > MOST_CHANGES) throw new Error(`${changes.length} changes at once`)
        for (const change of changes) {
          const before = items.get(nameOf(keyOf(change))) ?? {}
          if (!change.if || holdsFor(change.if, before)) continue
          if (!change.else) throw new Error('a condition failed and names no refusal')
          return refuse(change.else)
        }
        for (const change of changes) {
          const name = nameOf(keyOf(change))
          const before = items.get(name)
          const after = changed(change, before)
          if (!after || (before && isSame(before, after))) continue
          keep(name, before, after)
          moves.push({ sequence: String(++sequence), before, after })
        }
        return ok(undefined)
      },
    },
    async follow(deliver) {
      while (moves.length > 0) {
        const told = moves
        moves = []
        const again = await deliver(told)
        if (!again) continue
        moves = [...told.filter(one => Number(one.sequence) >= Number(again)), ...moves]
        return
      }
    },
  }
}
