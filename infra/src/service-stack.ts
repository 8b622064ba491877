/** What each deployment replaces: four functions, the way to them, and the alarms that watch them. */
import {
  CfnOutput,
  Duration,
  RemovalPolicy,
  SecretValue,
  Stack,
  type StackProps,
  Validations,
} from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { Key } from 'aws-cdk-lib/aws-kms'
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { defineAlarms, metricsOf } from './alarms'
import type { DataStack } from './data-stack'
import { defineFrontDoor } from './front-door'
import { Lambda } from './lambda'
import { type Deployment, type Stage, stageRules } from './stage'
import { grantPhotoAccess, grantStreamAccess } from './table-access'

export interface ServiceStackProps extends StackProps {
  readonly deployment: Deployment
  readonly data: DataStack
}

export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, data, ...props }: ServiceStackProps) {
    super(scope, id, props)
    const { stage } = deployment
    const shared = {
      stage,
      data,
      environment: { YIKE_TABLE: data.table.tableName },
      environmentKey: new Key(this, 'EnvironmentKey', {
        description: `Yike Linli ${stage}: what the functions are told`,
        enableKeyRotation: true,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    }

    const wechat = wechatOf(deployment)
    const photos = {
      YIKE_PHOTOS: data.photos.bucketName,
      YIKE_PHOTOS_URL: `https://${data.photos.bucketRegionalDomainName}`,
    }
    const api = new Lambda(this, 'api', {
      ...shared,
      environment: {
        ...shared.environment,
        YIKE_METRICS: metricsOf(stage),
        ...wechat,
        ...pushOf(stage),
        ...photos,
        ...tokenSecretOf(this, stage),
      },
      description: 'Answers the mini-program',
      memoryMb: stageRules[stage].apiMemoryMb,
      // WeChat is given 5 s in a sign-in, a call to the table 4 s with all its tries; a phone gives up soon after ten.
      timeout: Duration.seconds(10),
    })
    const calendars = new Lambda(this, 'calendars', {
      ...shared,
      description: 'Tells calendars what their owners have booked',
      memoryMb: 256,
      timeout: Duration.seconds(10),
    })
    const stream = new Lambda(this, 'stream', {
      ...shared,
      environment: { ...shared.environment, ...wechat, ...photos },
      description: 'Reacts to what the table has committed',
      memoryMb: 512,
      timeout: Duration.seconds(60),
    })
    const clock = new Lambda(this, 'clock', {
      ...shared,
      description: 'Does each minute what has become due',
      memoryMb: 256,
      timeout: Duration.seconds(55),
    })

    grantPhotoAccess(api.role, stream.role, data.photosArn)
    const lost = followTable(this, data, stream)
    eachMinute(this, clock)
    const door = defineFrontDoor(this, deployment, { api: api.function, calendars: calendars.function })
    defineAlarms(this, {
      deployment,
      table: data.table,
      door,
      api: api.function,
      calendars: calendars.function,
      stream: stream.function,
      clock: clock.function,
      lost,
    })
    new CfnOutput(this, 'ApiUrl', { value: door.apiEndpoint })
  }
}

/**
 * Functions read nothing but their environment, so CloudFormation puts the secrets there: neither template nor
 * repository holds one. The price: whoever may read a function's configuration and may use `EnvironmentKey` sees
 * them, and a changed secret is taken over only when a deployment changes the environment. Asking Secrets Manager at
 * each cold start would spare that, for a client more in the bundle and one more service that can be down.
 */
const tokenSecretOf = (stack: Stack, stage: Stage): Record<string, string> => {
  const { keeps } = stageRules[stage]
  const tokens = new Secret(stack, 'TokenSecret', {
    description: 'Signs the tokens of the mini-program; made here, seen by nobody',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
  Validations.of(tokens).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'A new secret signs everybody out at once: that is for people to decide, not for a schedule.',
  })
  return { YIKE_TOKEN_SECRET: tokens.secretValue.unsafeUnwrap() }
}

/**
 * Made by hand before the first deployment, for WeChat gives it to a person:
 * `{"appId": "wx…", "appSecret": "…", "pushToken": "…", "pushKey": "…"}`, the last two as in its console under 消息推送.
 */
const told = (stage: Stage, jsonField: string): string =>
  SecretValue.secretsManager(`yike-linli/${stage}/wechat`, { jsonField }).unsafeUnwrap()

/** What WeChat's own calls are opened with. */
const pushOf = (stage: Stage): Record<string, string> => ({
  WECHAT_PUSH_TOKEN: told(stage, 'pushToken'),
  WECHAT_PUSH_KEY: told(stage, 'pushKey'),
})

/** What answering and reacting need to speak with WeChat. */
const wechatOf = ({ stage, wechatTemplates }: Deployment): Record<string, string> => {
  return {
    WECHAT_APP_ID: told(stage, 'appId'),
    WECHAT_APP_SECRET: told(stage, 'appSecret'),
    ...(wechatTemplates && { WECHAT_TEMPLATES: wechatTemplates }),
  }
}

/** The table's stream into the function. What it cannot digest is named in the queue that is returned. */
const followTable = (stack: Stack, data: DataStack, stream: Lambda): Queue => {
  const lost = new Queue(stack, 'LostReactions', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  Validations.of(lost).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason:
      'It is where the failures of the stream end; nothing consumes it, and an alarm watches its depth.',
  })
  new EventSourceMapping(stack, 'StreamSource', {
    target: stream.function,
    eventSourceArn: data.table.tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    // Bounded in number and in time: one bad item must not hold up its shard for the 24 h that the stream remembers.
    retryAttempts: 10,
    maxRecordAge: Duration.hours(12),
    onFailure: new SqsDlq(lost),
  })
  grantStreamAccess(stream.role, data)
  return lost
}

/** A minute that failed is made good by the next one, so nothing is tried again and nothing piles up. */
const eachMinute = (stack: Stack, { function: clock }: Lambda): void => {
  clock.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) })
  new Rule(stack, 'EachMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaTarget(clock, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
  })
}
