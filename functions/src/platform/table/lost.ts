/** What Lambda gave up on. The dead-letter queue says where it stands in the stream, which keeps it for 24 hours. */
import {
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import { z } from '@yike/shared/kernel/zod'
import type { Moved } from '../outbox'
import { addressOf, type Where } from './address'
import { movedOf } from './stream'

const sequence = z.string().check(z.regex(/^\d{1,40}$/))
/** Body of a message: https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
const Lost = z.object({
  DDBStreamBatchInfo: z.object({
    streamArn: z.string(),
    shardId: z.string(),
    startSequenceNumber: sequence,
    endSequenceNumber: sequence,
  }),
})
const Received = z.object({ Messages: z.array(z.object({ Body: z.string() })) })
export type Span = z.output<typeof Lost>['DDBStreamBatchInfo']

/** The spans named by what `aws sqs receive-message` prints; undefined: that is not what it prints. */
export const spansOf = (printed: string): Span[] | undefined => {
  try {
    const { Messages } = Received.parse(JSON.parse(printed))
    return Messages.map(({ Body }) => Lost.parse(JSON.parse(Body)).DDBStreamBatchInfo)
  } catch {
    return undefined
  }
}

/** The changes of a span, in order; undefined where the stream has forgotten it. */
export const readSpan = async (where: Where, span: Span): Promise<Moved[] | undefined> => {
  const client = new DynamoDBStreamsClient(addressOf(where))
  const last = BigInt(span.endSequenceNumber)
  const found: Moved[] = []
  try {
    let { ShardIterator: iterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: span.streamArn,
        ShardId: span.shardId,
        ShardIteratorType: 'AT_SEQUENCE_NUMBER',
        SequenceNumber: span.startSequenceNumber,
      }),
    )
    while (iterator) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator }))
      const moves = (page.Records ?? []).map(movedOf)
      found.push(...moves.filter(moved => BigInt(moved.sequence) <= last))
      const newest = moves.at(-1)
      iterator = newest && BigInt(newest.sequence) < last ? page.NextShardIterator : undefined
    }
    return found
  } catch (failure) {
    if (failure instanceof TrimmedDataAccessException || failure instanceof ResourceNotFoundException)
      return undefined
    throw failure
  } finally {
    client.destroy()
  }
}
