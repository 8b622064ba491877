import { tableShape } from '@yike/functions/platform/keys/shape'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../src/bundle'
import { deniesPlainText, deployments, named, ofType, synthesisOf } from './synthesis'

const schema = ([pk, sk]: readonly [string, string]) => [
  { AttributeName: pk, KeyType: 'HASH' },
  { AttributeName: sk, KeyType: 'RANGE' },
]

describe.each(deployments)('the table in $stage, $region', deployment => {
  const { data } = synthesisOf(deployment)
  const [table, ...others] = ofType(data, 'AWS::DynamoDB::Table')
  const keep = deployment.stage === 'prod'

  test('is one, and has the key, the indexes and the expiry of keys.ts and no more', () => {
    expect(others).toEqual([])
    expect(table?.Properties.KeySchema).toEqual(schema(tableShape.key))
    expect(table?.Properties.GlobalSecondaryIndexes).toEqual(
      tableShape.indexes.map(({ name, key }) => ({
        IndexName: name,
        KeySchema: schema(key),
        Projection: { ProjectionType: 'ALL' },
      })),
    )
    expect(table?.Properties.AttributeDefinitions).toHaveLength(2 + 2 * tableShape.indexes.length)
    expect(table?.Properties.TimeToLiveSpecification).toEqual({
      AttributeName: tableShape.expiry,
      Enabled: true,
    })
  })

  test('is paid by use and tells its stream what was and what is', () => {
    expect(table?.Properties.BillingMode).toBe('PAY_PER_REQUEST')
    expect(table?.Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' })
  })

  test('can be restored to any second, and is encrypted with a key of its own that rotates', () => {
    expect(table?.Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true })
    const [keyId, ...otherKeys] = Object.keys(data.findResources('AWS::KMS::Key'))
    expect(otherKeys).toEqual([])
    expect(table?.Properties.SSESpecification).toEqual({
      KMSMasterKeyId: { 'Fn::GetAtt': [keyId, 'Arn'] },
      SSEEnabled: true,
      SSEType: 'KMS',
    })
    data.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true })
  })

  test(keep ? 'outlives its stack, and so does its key' : 'goes with its stack', () => {
    const fate = keep ? 'Retain' : 'Delete'
    expect(table?.DeletionPolicy).toBe(fate)
    expect(ofType(data, 'AWS::KMS::Key')[0]?.DeletionPolicy).toBe(fate)
    expect(table?.Properties.DeletionProtectionEnabled).toBe(keep)
  })
})

describe.each(deployments)('the photos in $stage, $region', deployment => {
  const { data, service } = synthesisOf(deployment)
  const [bucket, ...others] = ofType(data, 'AWS::S3::Bucket')

  test('lie in one bucket that is encrypted and shut to the public', () => {
    expect(others).toEqual([])
    expect(bucket?.Properties.BucketEncryption).toBeDefined()
    expect(bucket?.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
    data.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: deniesPlainText('s3:*'),
    })
  })

  test('are gone after a week where no request names them, and never where one does', () => {
    expect(bucket?.Properties.LifecycleConfiguration.Rules).toEqual([
      { ExpirationInDays: 7, Prefix: 'new/', Status: 'Enabled' },
    ])
  })

  test('are sent and seen by signatures of the api, taken in and removed by the stream, and are nothing to the clock', () => {
    const may = (entry: Entry): string[] =>
      named(service, 'AWS::IAM::Policy', entry)
        .Properties.PolicyDocument.Statement.flatMap(
          ({ Action, Resource }: { Action: string | string[]; Resource: unknown }) =>
            [Action]
              .flat()
              .filter(action => action.startsWith('s3:'))
              .flatMap(action =>
                [Resource]
                  .flat()
                  .map(
                    one => `${action} ${/\/(new|kept)\/\*/.exec(JSON.stringify(one))?.[1] ?? 'the bucket'}`,
                  ),
              ),
        )
        .sort()
    expect(may('api')).toEqual(['s3:GetObject kept', 's3:PutObject new'])
    expect(may('stream')).toEqual([
      's3:DeleteObject kept',
      's3:GetObject kept',
      's3:GetObject new',
      's3:ListBucket the bucket',
      's3:PutObject kept',
    ])
    for (const entry of ['calendars', 'clock'] as const) expect(may(entry)).toEqual([])
  })
})
