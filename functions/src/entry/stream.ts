/** Lambda behind the table's stream: lets the reactions see what was committed. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { outsideOf, reactions } from '../app'
import { readTableEnv } from '../platform/env'
import { deliver } from '../platform/outbox'
import { movedOf } from '../platform/table/stream'

const { table, log } = outsideOf(readTableEnv())

export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const failed = await deliver(table, reactions, event.Records.map(movedOf), log)
  return { batchItemFailures: failed ? [{ itemIdentifier: failed }] : [] }
}
