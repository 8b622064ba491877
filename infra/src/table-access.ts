/**
 * What the functions may do with the table and the photos: what their ports to them call (functions/src/platform/table
 * and bucket.ts), no more.
 */
import { tableShape } from '@yike/functions/platform/keys/shape'
import { Stack, Validations } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { RegionInfo } from 'aws-cdk-lib/region-info'

export interface EncryptedTable {
  readonly table: ITable
  readonly key: IKey
}

export const grantTableAccess = (role: Role, { table, key }: EncryptedTable): void => {
  const indexArns = tableShape.indexes.map(index => `${table.tableArn}/index/${index.name}`)
  role.addToPolicy(
    new PolicyStatement({
      actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
      resources: [table.tableArn],
    }),
  )
  role.addToPolicy(
    new PolicyStatement({ actions: ['dynamodb:Query'], resources: [table.tableArn, ...indexArns] }),
  )
  role.addToPolicy(
    new PolicyStatement({
      actions: ['ConditionCheckItem', 'PutItem', 'UpdateItem'].map(name => `dynamodb:${name}`),
      resources: [table.tableArn],
      // A write outside a transaction would be one that carries no token against being done twice.
      conditions: { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } },
    }),
  )
  grantThroughDynamoDb(role, key, [
    'Decrypt',
    'DescribeKey',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
  ])
}

export const grantStreamAccess = (role: Role, { table, key }: EncryptedTable): void => {
  if (!table.tableStreamArn) throw new Error('the table has no stream')
  role.addToPolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [table.tableStreamArn],
    }),
  )
  role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }))
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'Lambda demands dynamodb:ListStreams of whoever reads a stream, and it cannot be limited to a resource.',
  })
  grantThroughDynamoDb(role, key, ['Decrypt', 'DescribeKey'])
}

/** Whoever answers signs for what phones send and see; whoever reacts takes it in, and removes it. */
export const grantPhotoAccess = (answers: Role, reacts: Role, bucketArn: string): void => {
  const allow = (role: Role, folder: 'new' | 'kept', verbs: readonly string[]) => {
    role.addToPolicy(
      new PolicyStatement({
        actions: verbs.map(verb => `s3:${verb}Object`),
        resources: [`${bucketArn}/${folder}/*`],
      }),
    )
    // The finding is called after the resource, and that after the export of the stack that has the bucket.
    const { 'Fn::ImportValue': bucket } = Stack.of(role).resolve(bucketArn)
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${bucket}/${folder}/*]`,
      reason: 'Photos are named by the ids of requests: a folder is as near as a role can be told.',
    })
  }
  allow(answers, 'new', ['Put'])
  allow(answers, 'kept', ['Get'])
  allow(reacts, 'new', ['Get'])
  allow(reacts, 'kept', ['Get', 'Put', 'Delete'])
  // Who may not list a bucket is told "forbidden" of what is not there, and could not tell it from a wrong signature:
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
  reacts.addToPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn] }))
}

/** The key opens the table's items where DynamoDB asks for it; by itself it opens nothing. */
const grantThroughDynamoDb = (role: Role, key: IKey, verbs: readonly string[]): void => {
  const { region } = Stack.of(key)
  const { domainSuffix = 'amazonaws.com' } = RegionInfo.get(region)
  role.addToPolicy(
    new PolicyStatement({
      actions: verbs.map(verb => `kms:${verb}`),
      resources: [key.keyArn],
      // In China a service is called by a name that ends in .cn here and in .com there; both mean the same one.
      conditions: {
        StringEquals: {
          'kms:ViaService': [...new Set(['amazonaws.com', domainSuffix])].map(
            suffix => `dynamodb.${region}.${suffix}`,
          ),
        },
      },
    }),
  )
}
