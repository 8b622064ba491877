/** The SDK's client, for what no request does: making the table, finding its stream, a person's own credentials. */
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { addressOf, type Where } from './address'

export const connect = (where: Where, more: DynamoDBClientConfig = {}) =>
  new DynamoDBClient({ ...addressOf(where), ...more })

/** Those of whoever sits at this machine: environment, profile or single sign-on. */
export const ownCredentials = async (where: Where) => connect(where).config.credentials()
