/** What the functions may do with the table: what their port to it calls (functions/src/platform/table), no more. */
import { tableShape } from '@yike/functions/platform/keys'
import { Stack } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'

export interface EncryptedTable {
  readonly table: ITable
  readonly key: IKey
}

export const grantTableAccess = (grantee: IGrantable, { table, key }: EncryptedTable): void => {
  const allow = (statement: PolicyStatement) => grantee.grantPrincipal.addToPrincipalPolicy(statement)
  const indexArns = tableShape.indexes.map(index => `${table.tableArn}/index/${index.name}`)
  allow(new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: [table.tableArn] }))
  allow(new PolicyStatement({ actions: ['dynamodb:Query'], resources: [table.tableArn, ...indexArns] }))
  allow(
    new PolicyStatement({
      actions: ['ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'].map(name => `dynamodb:${name}`),
      resources: [table.tableArn],
      // A write outside a transaction would be one that carries no token against being done twice.
      conditions: { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } },
    }),
  )
  grantThroughDynamoDb(grantee, key, [
    'Decrypt',
    'DescribeKey',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
  ])
}

export const grantStreamAccess = (grantee: IGrantable, { table, key }: EncryptedTable): void => {
  if (!table.tableStreamArn) throw new Error('the table has no stream')
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [table.tableStreamArn],
    }),
  )
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
  )
  grantThroughDynamoDb(grantee, key, ['Decrypt', 'DescribeKey'])
}

/** The key opens the table's items where DynamoDB asks for it; by itself it opens nothing. */
const grantThroughDynamoDb = (grantee: IGrantable, key: IKey, verbs: readonly string[]): void => {
  const { region, urlSuffix } = Stack.of(key)
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: verbs.map(verb => `kms:${verb}`),
      resources: [key.keyArn],
      // In China a service's address ends in .cn, but its name in a condition does not always.
      conditions: {
        StringEquals: {
          'kms:ViaService': [...new Set(['amazonaws.com', urlSuffix])].map(
            suffix => `dynamodb.${region}.${suffix}`,
          ),
        },
      },
    }),
  )
}
