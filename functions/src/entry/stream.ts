/** Lambda behind the table's stream: lets the reactions see what was committed. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { createReactions, outsideOf } from '../app'
import { openLearning } from '../circle/handlers'
import { readStreamEnv } from '../platform/env'
import { deliver, ITEMS_AT_ONCE } from '../platform/outbox'
import { movedOf } from '../platform/table/stream'

const env = readStreamEnv()
const outside = outsideOf(env)
const { table, log } = outside
const reactions = createReactions(env, outside)
const learn = openLearning(table)

export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  await learn(outside.clock())
  const failed = await deliver(table, reactions, event.Records.map(movedOf), log, ITEMS_AT_ONCE)
  return { batchItemFailures: failed ? [{ itemIdentifier: failed }] : [] }
}
