import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

export interface Where {
  readonly region: string
  /** A local engine; absent: AWS itself. */
  readonly endpoint?: string | undefined
}

export const connect = ({ region, endpoint }: Where) =>
  new DynamoDBClient({
    region,
    maxAttempts: 4,
    // A local engine takes any name; AWS itself uses the function's role.
    ...(endpoint && { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
