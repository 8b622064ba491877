/** Reads a table's stream the way Lambda does in the cloud: shard by shard, in order, again from where it failed. */
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  type GetRecordsCommandOutput,
  GetShardIteratorCommand,
  type GetShardIteratorCommandInput,
} from '@aws-sdk/client-dynamodb-streams'
import type { Moved } from '../outbox'
import { addressOf, type Where } from './address'
import { streamOf } from './create'
import { movedOf } from './stream'

/** So many changes are read at once, at most. */
export const PAGE_CHANGES = 500

export interface Following {
  /** Reads what there is now. */
  readonly once: () => Promise<void>
}

/** `deliver` answers with the sequence to start again from, or undefined when all went well. */
export const followStream = async (
  table: string,
  where: Where,
  deliver: (moves: readonly Moved[]) => Promise<string | undefined>,
): Promise<Following> => {
  const client = new DynamoDBStreamsClient(addressOf(where))
  const StreamArn = await streamOf(table, where)
  /** Where to go on in each shard; nothing: it is closed and read to its end. */
  const next = new Map<string, string | undefined>()
  /** The last change of each shard that was delivered. */
  const delivered = new Map<string, string>()
  /** New shards begin where one has ended; to list them costs a local engine as much as the stream is long. */
  let isListOld = true

  const iteratorFrom = async (ShardId: string, from: Place) =>
    (await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...from }))).ShardIterator

  /** An iterator is good for a quarter of an hour; whoever slept longer goes on behind what was last delivered. */
  const readPage = async (shard: string, iterator: string): Promise<GetRecordsCommandOutput> => {
    try {
      return await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: PAGE_CHANGES }))
    } catch (failure) {
      if (!(failure instanceof ExpiredIteratorException)) throw failure
      const last = delivered.get(shard)
      const fresh = await iteratorFrom(
        shard,
        last ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: last } : fromTheStart,
      )
      return await client.send(new GetRecordsCommand({ ShardIterator: fresh, Limit: PAGE_CHANGES }))
    }
  }

  const readShard = async (shard: string) => {
    for (;;) {
      const iterator = next.get(shard)
      if (!iterator) return
      const page = await readPage(shard, iterator)
      const moves = (page.Records ?? []).map(movedOf)
      const again = await deliver(moves)
      if (again) {
        next.set(
          shard,
          await iteratorFrom(shard, { ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber: again }),
        )
        return
      }
      next.set(shard, page.NextShardIterator)
      if (!page.NextShardIterator) isListOld = true
      const last = moves.at(-1)
      if (!last) return
      delivered.set(shard, last.sequence)
    }
  }

  const shards = async (): Promise<string[]> => {
    const ids: string[] = []
    let last: string | undefined
    do {
      const { StreamDescription } = await client.send(
        new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId: last }),
      )
      ids.push(...(StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []))
      last = StreamDescription?.LastEvaluatedShardId
    } while (last)
    return ids
  }

  return {
    async once() {
      if (isListOld) {
        for (const shard of await shards())
          if (!next.has(shard)) next.set(shard, await iteratorFrom(shard, fromTheStart))
        isListOld = false
      }
      for (const shard of next.keys()) await readShard(shard)
    },
  }
}

type Place = Pick<GetShardIteratorCommandInput, 'ShardIteratorType' | 'SequenceNumber'>
const fromTheStart: Place = { ShardIteratorType: 'TRIM_HORIZON' }
