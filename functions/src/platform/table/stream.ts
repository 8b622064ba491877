import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Moved } from '../outbox'

/** The part of a stream record that Lambda and the streams API share. Lambda gives seconds, the API a Date. */
interface StreamRecord {
  readonly dynamodb?:
    | {
        readonly SequenceNumber?: string | undefined
        readonly ApproximateCreationDateTime?: number | Date | undefined
        readonly OldImage?: Record<string, unknown> | undefined
        readonly NewImage?: Record<string, unknown> | undefined
      }
    | undefined
}

export const movedOf = ({ dynamodb = {} }: StreamRecord): Moved => {
  const created = dynamodb.ApproximateCreationDateTime ?? 0
  const image = (raw: Record<string, unknown> | undefined) =>
    raw && unmarshall(raw as Record<string, AttributeValue>)
  return {
    sequence: dynamodb.SequenceNumber ?? '',
    at: new Date(typeof created === 'number' ? created * 1000 : created).toISOString(),
    before: image(dynamodb.OldImage),
    after: image(dynamodb.NewImage),
  }
}
