import type { Moved } from '../outbox'
import { type Attributes, fromAttributes } from './attributes'

/** The part of a stream record that Lambda and the streams API share. */
interface StreamRecord {
  readonly dynamodb?:
    | {
        readonly SequenceNumber?: string | undefined
        readonly OldImage?: Record<string, unknown> | undefined
        readonly NewImage?: Record<string, unknown> | undefined
      }
    | undefined
}

export const movedOf = ({ dynamodb = {} }: StreamRecord): Moved => {
  const image = (raw: Record<string, unknown> | undefined) => raw && fromAttributes(raw as Attributes)
  return {
    sequence: dynamodb.SequenceNumber ?? '',
    before: image(dynamodb.OldImage),
    after: image(dynamodb.NewImage),
  }
}
