/**
 * The port to DynamoDB; this folder is the only one that names it. One `write` is all or nothing;
 * its changes carry their conditions, and a failed condition is an answer, not an exception.
 */
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { atOnce, slices } from '../at-once'
import { type IndexName, indexAttributes, type Key } from '../keys'
import type { Where } from './address'
import { type Attributes, fromAttributes, toAttributes } from './attributes'
import { type Call, CallFailure, openCalls } from './call'
import type { Change, Item } from './change'
import { type Range, readCursor, writeCursor } from './cursor'
import { Busy, type Patience, patiently, requestPatience } from './patience'
import { brokenCondition, toTransactItem } from './transaction'

export { type Change, type Item, MOST_CHANGES, recordOf } from './change'
export { Busy } from './patience'

export interface QueryAsk {
  readonly index?: IndexName
  readonly pk: string
  readonly sk?: Range
  readonly newestFirst?: boolean
  readonly limit?: number
  readonly cursor?: string | undefined
  /** Base table only: see every write acknowledged before. */
  readonly consistent?: boolean
}

export interface Page {
  readonly items: Item[]
  readonly cursor?: string
}

/** Reads throw `Busy` when the table cannot be reached in time, writes refuse with the code that means it. */
export interface Table {
  get(key: Key, options?: { consistent?: boolean }): Promise<Item | undefined>
  /** Items in the order of their keys, a hundred in a call; eventually consistent unless it is asked. */
  getAll(keys: readonly Key[], options?: { consistent?: boolean }): Promise<(Item | undefined)[]>
  query(ask: QueryAsk): Promise<Result<Page, 'request.malformed'>>
  /** All changes or none. The code of the first condition that failed, in the order given. */
  write<Code extends string>(changes: readonly Change<Code>[]): Promise<Result<void, Code | 'request.busy'>>
}

/** What a call has consumed of the table or, where it says so, of an index. */
export interface Used {
  readonly CapacityUnits?: number
}

export interface TableOptions extends Where {
  readonly name: string
  /** That of a request, if absent. */
  readonly patience?: Patience
  /** How DynamoDB is called: over HTTP, if absent. */
  readonly call?: Call
  /** Told of every call's consumed capacity. */
  readonly meter?: (call: string, used: readonly Used[]) => void
}

const [MOST_KEYS, CALLS_AT_ONCE] = [100, 4]
const nameOf = ({ pk, sk }: Key | Item): string => `${pk} ${sk}`

export const openTable = ({
  name,
  region,
  endpoint,
  credentials,
  meter,
  patience = requestPatience,
  call = openCalls({ region, endpoint, credentials }),
}: TableOptions): Table => {
  const metered = (kind: string, used: Used | readonly Used[] | undefined) => {
    if (meter && used) meter(kind, [used].flat())
  }
  const asked = meter ? ({ ReturnConsumedCapacity: 'INDEXES' } as const) : {}

  return {
    async get(key, { consistent = false } = {}) {
      const ask = { TableName: name, Key: toAttributes(key), ConsistentRead: consistent, ...asked }
      const reply = await patiently(patience, withinMs => call<Got>('GetItem', ask, withinMs))
      metered('get', reply.ConsumedCapacity)
      return reply.Item && fromAttributes(reply.Item)
    },

    async getAll(keys, { consistent = false } = {}) {
      // An engine refuses to be asked for one item twice, or for more than a hundred.
      const unique = [...new Map(keys.map(key => [nameOf(key), key])).values()]
      const found = await atOnce(slices(unique, MOST_KEYS), CALLS_AT_ONCE, async some => {
        const wanted = { [name]: { Keys: some.map(toAttributes), ConsistentRead: consistent } }
        const reply = await patiently(patience, async withinMs => {
          const answer = await call<GotAll>('BatchGetItem', { RequestItems: wanted, ...asked }, withinMs)
          // What was left out for lack of capacity is asked for again, with the rest.
          if (answer.UnprocessedKeys?.[name])
            throw new CallFailure('ThrottlingException', 'keys left out', 200)
          return answer
        })
        metered('get', reply.ConsumedCapacity)
        return (reply.Responses[name] ?? []).map(fromAttributes)
      })
      const items = new Map(found.flat().map(item => [nameOf(item), item]))
      return keys.map(key => items.get(nameOf(key)))
    },

    async query(ask) {
      const [pkName, skName] = ask.index ? indexAttributes(ask.index) : (['pk', 'sk'] as const)
      const start = ask.cursor === undefined ? undefined : readCursor(ask, ask.cursor)
      if (ask.cursor !== undefined && !start)
        return refuse('request.malformed', { fields: { cursor: '请从头再看' } })
      // Between a beginning and an earlier end lies nothing; an engine would call the question invalid.
      if (ask.sk && 'from' in ask.sk && ask.sk.to < ask.sk.from) return ok({ items: [] })
      const values: Item = { ':p': ask.pk }
      let range = ''
      if (ask.sk && 'begins' in ask.sk) {
        values[':b'] = ask.sk.begins
        range = ' AND begins_with(#s, :b)'
      } else if (ask.sk) {
        values[':f'] = ask.sk.from
        values[':t'] = ask.sk.to
        range = ' AND #s BETWEEN :f AND :t'
      }
      const command = {
        TableName: name,
        IndexName: ask.index,
        KeyConditionExpression: `#p = :p${range}`,
        ExpressionAttributeNames: { '#p': pkName, ...(range && { '#s': skName }) },
        ExpressionAttributeValues: toAttributes(values),
        ScanIndexForward: !ask.newestFirst,
        Limit: ask.limit,
        ExclusiveStartKey: start?.key && toAttributes(start.key),
        ConsistentRead: ask.consistent && !ask.index,
        ...asked,
      }
      const reply = await patiently(patience, withinMs => call<Found>('Query', command, withinMs))
      metered('query', reply.ConsumedCapacity)
      const last = reply.LastEvaluatedKey && fromAttributes(reply.LastEvaluatedKey)
      return ok({
        items: (reply.Items ?? []).map(fromAttributes),
        ...(last && { cursor: writeCursor(ask, last) }),
      })
    },

    async write(changes) {
      // Always a transaction, also for one change: its token makes a retry after a lost reply harmless,
      // where a plain conditional put would refuse what it has itself written.
      const command = {
        ClientRequestToken: crypto.randomUUID(),
        TransactItems: changes.map(change => toTransactItem(name, change)),
        ...asked,
      }
      try {
        const reply = await patiently(patience, withinMs =>
          call<Written>('TransactWriteItems', command, withinMs),
        )
        metered('write', reply.ConsumedCapacity)
        return ok(undefined)
      } catch (failure) {
        if (failure instanceof Busy) return refuse('request.busy')
        const broken = brokenCondition(failure, changes)
        if (broken !== undefined) return refuse(broken)
        throw failure
      }
    },
  }
}

interface Got {
  readonly Item?: Attributes
  readonly ConsumedCapacity?: Used
}
interface GotAll {
  readonly Responses: Readonly<Record<string, readonly Attributes[]>>
  readonly UnprocessedKeys?: Readonly<Record<string, unknown>>
  readonly ConsumedCapacity?: readonly Used[]
}
interface Found {
  readonly Items?: readonly Attributes[]
  readonly LastEvaluatedKey?: Attributes
  readonly ConsumedCapacity?: Used
}
interface Written {
  readonly ConsumedCapacity?: readonly Used[]
}

/** What a query finds, a page after the other to its end. */
export async function* queryPages(table: Table, ask: Omit<QueryAsk, 'cursor'>): AsyncGenerator<Item[]> {
  let cursor: string | undefined
  do {
    const page = await table.query({ ...ask, cursor })
    if (!page.ok) throw new Error('a cursor of our own was refused')
    yield page.value.items
    cursor = page.value.cursor
  } while (cursor)
}

/** Everything that a query finds. */
export const queryAll = async (table: Table, ask: Omit<QueryAsk, 'limit' | 'cursor'>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const items of queryPages(table, ask)) all.push(...items)
  return all
}
