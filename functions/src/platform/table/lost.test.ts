import { DescribeStreamCommand, DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { createWorld, type World } from '../../../test/world'
import { deliver, type Moved } from '../outbox'
import { addressOf } from './address'
import { streamOf } from './create'
import { followStream } from './follow'
import { readSpan, type Span, spansOf } from './lost'

let w: World
const where = { region: 'local', endpoint: inject('engine') }
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const printed = (span: Span) =>
  JSON.stringify({
    Messages: [{ MessageId: 'm', Body: JSON.stringify({ version: '1.0', DDBStreamBatchInfo: span }) }],
  })

it('what was given up on is read again from where it stands, and the place learns what can be booked there', async () => {
  const place = await w.place({ kind: 'venue' })
  await w.offering(place, { kind: 'venue', name: '羽毛球' })
  await w.offering(place, { kind: 'venue', name: '乒乓球' })
  await w.person()
  const all: Moved[] = []
  await (await followStream(w.env.table, where, async moves => void all.push(...moves))).once()
  const lost = all.filter(({ after }) => after?.type === 'Offering')
  const streamArn = await streamOf(w.env.table, where)
  const client = new DynamoDBStreamsClient(addressOf(where))
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }))
  const [from, to] = [lost[0]?.sequence ?? '', lost.at(-1)?.sequence ?? '']
  const shardId = StreamDescription?.Shards?.[0]?.ShardId ?? ''
  const span = { streamArn, shardId, startSequenceNumber: from, endSequenceNumber: to }

  const [read] = spansOf(printed(span)) ?? []
  const moves = await readSpan(where, read as Span)
  expect(moves).toEqual(lost)
  expect(await deliver(w.table, w.reactions, moves ?? [], () => {})).toBeUndefined()
  const { body } = await w.as(await w.person()).get(`/places/${place.placeId}`)
  expect(body.bookable).toEqual(['venue'])
})

it.each(['', '{}', '{"Messages":[{"Body":"x"}]}', '{"Messages":[{"Body":"{}"}]}'])(
  '%j names no span',
  text => {
    expect(spansOf(text)).toBeUndefined()
  },
)
