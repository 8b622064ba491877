import { express, Placeholders } from '../condition'
import type { Key } from '../keys'
import { toAttributes } from './attributes'
import { CallFailure } from './call'
import type { Change } from './change'

/** The refusal that a cancelled transaction means, or undefined if no condition failed. */
export const brokenCondition = <Code extends string>(
  failure: unknown,
  changes: readonly Change<Code>[],
): Code | undefined => {
  if (!(failure instanceof CallFailure)) return undefined
  const index = failure.reasons.indexOf('ConditionalCheckFailed')
  if (index < 0) return undefined
  const code = changes[index]?.else
  if (!code) throw new Error(`change ${index} failed its condition and names no refusal`, { cause: failure })
  return code
}

/** The change in DynamoDB's words. */
export const toTransactItem = (table: string, change: Change) => {
  const use = new Placeholders()
  const when = change.if && express(change.if, use)
  const clauses = 'update' in change ? updateClauses(change, use) : ''
  const shared = {
    TableName: table,
    ...(when && { ConditionExpression: when }),
    ...(Object.keys(use.names).length > 0 && { ExpressionAttributeNames: use.names }),
    ...(Object.keys(use.values).length > 0 && { ExpressionAttributeValues: toAttributes(use.values) }),
  }
  if ('put' in change) return { Put: { ...shared, Item: toAttributes(change.put) } }
  if ('update' in change)
    return { Update: { ...shared, Key: toAttributes(change.update), UpdateExpression: clauses } }
  return { ConditionCheck: { ...shared, Key: toAttributes(change.check), ConditionExpression: when ?? '' } }
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
