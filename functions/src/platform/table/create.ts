import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { tableShape } from '../keys'
import type { Where } from './address'
import { connect } from './client'
import { isLostConnection } from './patience'

/** Nobody answers where the table should be; the message is for whoever started the product there. */
export class NoEngine extends Error {
  constructor({ endpoint }: Where, cause: unknown) {
    super(
      `连不上数据库引擎 ${endpoint}：请检查 DYNAMODB_ENDPOINT，或去掉它，让 npm start 自己启动引擎。` +
        `(No DynamoDB engine answers at ${endpoint}: check DYNAMODB_ENDPOINT, or leave it out.)`,
      { cause },
    )
  }
}

/** Creates the table for development and tests; infra creates the same shape in the cloud. True if it was new. */
export const createTable = async (name: string, where: Where): Promise<boolean> => {
  const client = connect(where)
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [tableShape.key, ...tableShape.indexes.map(index => index.key)]
          .flat()
          .map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: schemaOf(tableShape.key),
        GlobalSecondaryIndexes: tableShape.indexes.map(index => ({
          IndexName: index.name,
          KeySchema: schemaOf(index.key),
          Projection: { ProjectionType: 'ALL' },
        })),
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
    )
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { Enabled: true, AttributeName: tableShape.expiry },
      }),
    )
    return true
  } catch (failure) {
    if (failure instanceof ResourceInUseException) return false
    throw isLostConnection(failure) ? new NoEngine(where, failure) : failure
  } finally {
    client.destroy()
  }
}

/** Where the table's changes are read. */
export const streamOf = async (name: string, where: Where): Promise<string> => {
  const client = connect(where)
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
  client.destroy()
  if (!Table?.LatestStreamArn) throw new Error(`Table ${name} has no stream`)
  return Table.LatestStreamArn
}

const schemaOf = ([pk, sk]: readonly [string, string]) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
]
