import {
  type AttributeValue,
  TransactionCanceledException,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { express, Placeholders } from '../condition'
import type { Key } from '../keys'
import type { Change, Item } from './change'

/** The refusal that a cancelled transaction means, or undefined if no condition failed. */
export const brokenCondition = <Code extends string>(
  failure: unknown,
  changes: readonly Change<Code>[],
): Code | undefined => {
  if (!(failure instanceof TransactionCanceledException)) return undefined
  const index =
    failure.CancellationReasons?.findIndex(reason => reason.Code === 'ConditionalCheckFailed') ?? -1
  if (index < 0) return undefined
  const code = changes[index]?.else
  if (!code) throw new Error(`change ${index} failed its condition and names no refusal`, { cause: failure })
  return code
}

export const toTransactItem = (table: string, change: Change): TransactWriteItem => {
  const use = new Placeholders()
  const when = change.if && express(change.if, use)
  const clauses = 'update' in change ? updateClauses(change, use) : ''
  const shared = {
    TableName: table,
    ...(when && { ConditionExpression: when }),
    ...(Object.keys(use.names).length > 0 && { ExpressionAttributeNames: use.names }),
    ...(Object.keys(use.values).length > 0 && { ExpressionAttributeValues: toItem(use.values) }),
  }
  if ('put' in change) return { Put: { ...shared, Item: toItem(change.put) } }
  if ('update' in change)
    return { Update: { ...shared, Key: marshall(change.update), UpdateExpression: clauses } }
  return { ConditionCheck: { ...shared, Key: marshall(change.check), ConditionExpression: when ?? '' } }
}

const updateClauses = (change: Extract<Change, { update: Key }>, use: Placeholders): string => {
  const sets = Object.entries(change.set ?? {}).map(
    ([name, value]) => `${use.name(name)} = ${use.value(value)}`,
  )
  const adds = Object.entries(change.add ?? {}).map(([name, by]) => `${use.name(name)} ${use.value(by)}`)
  const removes = (change.remove ?? []).map(name => use.name(name))
  return [
    sets.length > 0 && `SET ${sets.join(', ')}`,
    adds.length > 0 && `ADD ${adds.join(', ')}`,
    removes.length > 0 && `REMOVE ${removes.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' ')
}

const toItem = (item: Item): Record<string, AttributeValue> => marshall(item, { removeUndefinedValues: true })
