import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'

export interface Where {
  readonly region: string
  /** A local engine; absent: AWS itself. */
  readonly endpoint?: string | undefined
}

/** A local engine takes any name; AWS itself uses the function's role. */
export const addressOf = ({ region, endpoint }: Where) => ({
  region,
  ...(endpoint && { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
})

export const connect = (where: Where, more: DynamoDBClientConfig = {}) =>
  new DynamoDBClient({ ...addressOf(where), ...more })

/** For requests: `patiently` tries again, and a try that hangs must leave it the time to. */
export const connectForRequests = (where: Where) =>
  connect(where, {
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_500, throwOnRequestTimeout: true },
  })
