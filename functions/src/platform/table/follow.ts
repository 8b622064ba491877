/** Reads a table's stream the way Lambda does in the cloud: shard by shard, in order, again from where it failed. */
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { Moved } from '../outbox'
import type { Where } from './client'
import { streamOf } from './create'
import { movedOf } from './stream'

export interface Following {
  /** Reads what there is now. */
  readonly once: () => Promise<void>
}

/** `deliver` answers with the sequence to start again from, or undefined when all went well. */
export const followStream = async (
  table: string,
  { region, endpoint }: Where,
  deliver: (moves: readonly Moved[]) => Promise<string | undefined>,
): Promise<Following> => {
  const client = new DynamoDBStreamsClient({
    region,
    ...(endpoint && { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
  const StreamArn = await streamOf(table, { region, endpoint })
  const next = new Map<string, string | undefined>()

  const iteratorFrom = async (ShardId: string, from?: string) =>
    (
      await client.send(
        new GetShardIteratorCommand({
          StreamArn,
          ShardId,
          ...(from
            ? { ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber: from }
            : { ShardIteratorType: 'TRIM_HORIZON' }),
        }),
      )
    ).ShardIterator

  const readShard = async (shard: string) => {
    for (;;) {
      const iterator = next.get(shard)
      if (!iterator) return
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 500 }))
      const records = page.Records ?? []
      const again = await deliver(records.map(movedOf))
      next.set(shard, again ? await iteratorFrom(shard, again) : page.NextShardIterator)
      if (again || records.length === 0) return
    }
  }

  return {
    async once() {
      const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
      for (const { ShardId } of StreamDescription?.Shards ?? []) {
        if (!ShardId) continue
        if (!next.has(ShardId)) next.set(ShardId, await iteratorFrom(ShardId))
        await readShard(ShardId)
      }
    },
  }
}
