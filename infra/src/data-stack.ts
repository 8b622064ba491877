/** What must outlive every deployment: the one table, the key that encrypts it, and the photos that people sent. */

import { tableShape } from '@yike/functions/platform/keys/shape'
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { type Deployment, stageRules } from './stage'

export interface DataStackProps extends StackProps {
  readonly deployment: Deployment
}

/** A queue on a phone waits two days at most; nobody needs what no request has named in a week. */
const UNNAMED_DAYS = 7

export class DataStack extends Stack {
  readonly table: Table
  /** Our own: who may read what residents have told us is then said in one more place, and each use is on record. */
  readonly key: Key
  readonly photos: Bucket
  /** Its name in the service's stack. */
  readonly photosArn: string

  constructor(scope: Construct, id: string, { deployment, ...props }: DataStackProps) {
    super(scope, id, props)
    const { stage, h5Origins } = deployment
    const { keeps } = stageRules[stage]
    const removalPolicy = keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY

    this.key = new Key(this, 'TableKey', {
      description: `Yike Linli ${stage}: the table`,
      enableKeyRotation: true,
      removalPolicy,
    })
    this.table = new Table(this, 'Table', {
      ...keyOf(tableShape.key),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: tableShape.expiry,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      deletionProtection: keeps,
      removalPolicy,
    })
    for (const index of tableShape.indexes)
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        ...keyOf(index.key),
        projectionType: ProjectionType.ALL,
      })

    this.photos = new Bucket(this, 'Photos', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // A key of our own would have to be opened to whoever holds a signed address.
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ prefix: 'new/', expiration: Duration.days(UNNAMED_DAYS) }],
      ...(h5Origins.length > 0 && {
        cors: [
          {
            allowedOrigins: [...h5Origins],
            allowedMethods: [HttpMethods.POST, HttpMethods.GET],
            allowedHeaders: ['*'],
          },
        ],
      }),
      removalPolicy,
    })
    this.photosArn = this.exportValue(this.photos.bucketArn)
    Validations.of(this.photos).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Access logs would keep the addresses of residents. Who of staff opened a case is noted by the product itself.',
    })
    // For commands (README, Putting it into service).
    new CfnOutput(this, 'TableName', { value: this.table.tableName })
    new CfnOutput(this, 'PhotosName', { value: this.photos.bucketName })
  }
}

const keyOf = ([pk, sk]: readonly [string, string]): { partitionKey: Attribute; sortKey: Attribute } => ({
  partitionKey: { name: pk, type: AttributeType.STRING },
  sortKey: { name: sk, type: AttributeType.STRING },
})
