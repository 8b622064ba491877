/** What must outlive every deployment: the one table and the key that encrypts it. */

import { tableShape } from '@yike/functions/platform/keys'
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
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
import type { Construct } from 'constructs'
import { type Stage, stageRules } from './stage'

export interface DataStackProps extends StackProps {
  readonly stage: Stage
}

export class DataStack extends Stack {
  readonly table: Table
  /** Our own: who may read what residents have told us is then said in one more place, and each use is on record. */
  readonly key: Key

  constructor(scope: Construct, id: string, { stage, ...props }: DataStackProps) {
    super(scope, id, props)
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
  }
}

const keyOf = ([pk, sk]: readonly [string, string]): { partitionKey: Attribute; sortKey: Attribute } => ({
  partitionKey: { name: pk, type: AttributeType.STRING },
  sortKey: { name: sk, type: AttributeType.STRING },
})
