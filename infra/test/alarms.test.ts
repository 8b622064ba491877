import { api } from '@yike/shared/api'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { metricsOf } from '../src/alarms'
import { deployments, ofType, type Resource, synthesisOf } from './synthesis'

interface Watched {
  readonly namespace: string
  readonly metric: string
  readonly statistic: string
}

interface Stat {
  readonly Metric: { readonly Namespace: string; readonly MetricName: string }
  readonly Stat: string
}

const watched = ({ Properties }: Resource): Watched[] =>
  Properties.MetricName
    ? [
        {
          namespace: Properties.Namespace,
          metric: Properties.MetricName,
          statistic: Properties.Statistic ?? Properties.ExtendedStatistic,
        },
      ]
    : Properties.Metrics.map(({ MetricStat }: { MetricStat?: Stat }) => MetricStat)
        .filter((one?: Stat) => one !== undefined)
        .map(({ Metric, Stat }: Stat) => ({
          namespace: Metric.Namespace,
          metric: Metric.MetricName,
          statistic: Stat,
        }))

type Row = [what: string, alarm: string, namespace: string, metric: string, statistic: string]

describe.each(deployments)('alarms in $stage, $region', deployment => {
  const { service } = synthesisOf(deployment)
  const alarms = ofType(service, 'AWS::CloudWatch::Alarm')
  const topicId = Object.keys(service.findResources('AWS::SNS::Topic'))[0]

  test.each<Row>([
    ['the share of 5xx', 'api-failures', 'AWS/ApiGateway', '5xx', 'Sum'],
    ...Object.keys(api).map(
      (slice): Row => [
        `failures of ${slice}`,
        `${slice}-failures`,
        metricsOf(deployment.stage),
        'failures',
        'Sum',
      ],
    ),
    ['the 99th percentile of the wait', 'api-slow', 'AWS/ApiGateway', 'Latency', 'p99'],
    ['throttled requests', 'api-throttled', 'AWS/Lambda', 'Throttles', 'Sum'],
    ['throttled calendars', 'calendars-throttled', 'AWS/Lambda', 'Throttles', 'Sum'],
    ['a throttled stream', 'stream-throttled', 'AWS/Lambda', 'Throttles', 'Sum'],
    ['late reactions', 'stream-late', 'AWS/Lambda', 'IteratorAge', 'Maximum'],
    ['lost reactions', 'stream-lost', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum'],
    ['a failing clock', 'clock-failures', 'AWS/Lambda', 'Errors', 'Sum'],
    ['a throttled clock', 'clock-throttled', 'AWS/Lambda', 'Throttles', 'Sum'],
    ['a clock that nobody calls', 'clock-stopped', 'AWS/Lambda', 'Invocations', 'Sum'],
    ['a table that throttles', 'table-throttled', 'AWS/DynamoDB', 'ThrottledRequests', 'Sum'],
    ['a table that fails', 'table-failures', 'AWS/DynamoDB', 'SystemErrors', 'Sum'],
  ])('watch %s', (_, name, namespace, metric, statistic) => {
    const alarm = alarms.find(
      ({ Properties }) => Properties.AlarmName === `yike-linli-${deployment.stage}-${name}`,
    )
    expect(alarm && watched(alarm)).toContainEqual({ namespace, metric, statistic })
  })

  test('say when it is bad and when it is good again, each in a sentence of its own', () => {
    const tells = [{ Ref: topicId }]
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toEqual(tells)
      expect(Properties.OKActions).toEqual(tells)
    }
    expect(new Set(alarms.map(({ Properties }) => Properties.AlarmDescription)).size).toBe(alarms.length)
  })

  test('take silence for bad where silence is the failure, and only there', () => {
    const silent = alarms.filter(({ Properties }) => Properties.TreatMissingData === 'breaching')
    expect(silent.map(({ Properties }) => Properties.AlarmName)).toEqual([
      `yike-linli-${deployment.stage}-clock-stopped`,
    ])
  })

  test('reach their topic encrypted, over TLS only, from CloudWatch of this account only', () => {
    service.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() })
    service.hasResourceProperties('AWS::KMS::Key', {
      EnableKeyRotation: true,
      KeyPolicy: { Statement: Match.arrayWith([Match.objectLike({ Principal: cloudWatch })]) },
    })
    service.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({
            Effect: 'Allow',
            Principal: cloudWatch,
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    })
  })

  test('reach somebody in prod', () => {
    const subscribed = ofType(service, 'AWS::SNS::Subscription').map(({ Properties }) => Properties.Endpoint)
    expect(subscribed).toEqual(deployment.alarmEmail ? [deployment.alarmEmail] : [])
    if (deployment.stage === 'prod') expect(subscribed).not.toEqual([])
  })
})

const cloudWatch = { Service: 'cloudwatch.amazonaws.com' }
