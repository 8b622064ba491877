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

/**
 * For requests: one try, since `patiently` makes the others. `tryMs` begins where a call is made, so it covers waiting
 * for a connection, making it, and waiting for the reply.
 */
export const connectForRequests = (where: Where, tryMs: number) =>
  connect(where, {
    maxAttempts: 1,
    requestHandler: { requestTimeout: tryMs, throwOnRequestTimeout: true },
  })
