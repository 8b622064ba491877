/** Watches the table port: which access patterns a request uses, and the capacity that the engine says it consumed. */
import { indexes, type Key, keys } from '../src/platform/keys'
import type { QueryAsk, Table, TableOptions } from '../src/platform/table'

export interface Cost {
  /** Access patterns in the order of their calls: `get offering`, `write daySheet ×2, booking, once`. */
  readonly calls: readonly string[]
  readonly readUnits: number
  readonly writeUnits: number
}

export interface Meter {
  readonly told: NonNullable<TableOptions['meter']>
  readonly around: (table: Table) => Table
  /** What was used since the last time. */
  readonly take: () => Cost
}

export const createMeter = (): Meter => {
  let calls: string[] = []
  let readUnits = 0
  let writeUnits = 0
  return {
    told: (call, used) => {
      const units = used.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0)
      if (call === 'write') writeUnits += units
      else readUnits += units
    },
    around: table => ({
      get: (key, options) => {
        calls.push(`get ${nameOfKey(key)}`)
        return table.get(key, options)
      },
      getAll: (asked, options) => {
        if (asked.length > 0) calls.push(`get ${counted(asked.map(nameOfKey)).join(' + ')}`)
        return table.getAll(asked, options)
      },
      query: ask => {
        calls.push(`query ${nameOfQuery(ask)}`)
        return table.query(ask)
      },
      write: changes => {
        calls.push(`write ${counted(changes.map(change => nameOfKey(keyOf(change)))).join(', ')}`)
        return table.write(changes)
      },
    }),
    take: () => {
      const cost = { calls: counted(calls), readUnits, writeUnits }
      calls = []
      readUnits = 0
      writeUnits = 0
      return cost
    },
  }
}

/** Equal ones together: 'daySheet ×2'. */
const counted = (names: readonly string[]): string[] =>
  [...new Set(names)].map(name => {
    const times = names.filter(one => one === name).length
    return times > 1 ? `${name} ×${times}` : name
  })

type Change = Parameters<Table['write']>[0][number]
const keyOf = (change: Change): Key => {
  if ('put' in change) return change.put
  return 'update' in change ? change.update : change.check
}

/** A builder's key with a mark for each of its parts: `BOOKING#{}`. */
export const shapeOf = <K>(build: (...parts: string[]) => K): K => build(...Array(build.length).fill('{}'))

const fits = (shape: string, text: string): boolean => {
  const literal = shape.split('{}').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('.*')}$`).test(text)
}

type Builder<K> = (...parts: string[]) => K
const itemShapes = Object.entries(keys).map(
  ([name, build]) => [name, shapeOf(build as Builder<Key>)] as const,
)
const listShapes = Object.values(indexes).flatMap(({ name: index, ...lists }) =>
  Object.entries(lists).map(
    ([name, build]) => [index, name, shapeOf(build as Builder<readonly [string, string]>)] as const,
  ),
)

const nameOfKey = ({ pk, sk }: Key): string =>
  itemShapes.find(([, shape]) => fits(shape.pk, pk) && fits(shape.sk, sk))?.[0] ?? unknown(`${pk} ${sk}`)

const nameOfQuery = ({ index, pk, sk }: QueryAsk): string => {
  if (index) {
    const list = listShapes.find(([of, , [shape]]) => of === index && fits(shape, pk))
    return list ? `${list[0]}.${list[1]}` : unknown(`${index} ${pk}`)
  }
  const begins = sk && ('begins' in sk ? sk.begins : sk.from)
  const items = itemShapes.filter(
    ([, shape]) => fits(shape.pk, pk) && (!begins || shape.sk.startsWith(begins.split('#')[0] ?? '')),
  )
  return items.length > 0 ? items.map(([name]) => name).join(' + ') : unknown(pk)
}

const unknown = (key: string): never => {
  throw new Error(`no builder of platform/keys makes ${key}`)
}
