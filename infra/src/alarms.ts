/** What somebody should be told of, and the topic that tells them. */
import { api as contract } from '@yike/shared/api'
import { Duration, type Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { type ITable, Operation } from 'aws-cdk-lib/aws-dynamodb'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { alarmTopic } from './alarm-topic'
import type { Deployment, Stage } from './stage'

export interface Watched {
  readonly deployment: Deployment
  readonly table: ITable
  readonly door: HttpApi
  readonly api: IFunction
  readonly calendars: IFunction
  readonly stream: IFunction
  readonly clock: IFunction
  /** Where the stream's failures end. */
  readonly lost: IQueue
}

interface Watch {
  readonly says: string
  readonly metric: IMetric
  /** Alarms above this value. */
  readonly above: number
  /** So many periods out of the last so many; one of one if absent. */
  readonly periods?: readonly [bad: number, of: number]
  /** No figures at all are as bad as bad ones. */
  readonly silenceIsBad?: true
}

const MINUTE = { period: Duration.minutes(1) }
const FIVE_MINUTES = { period: Duration.minutes(5) }
/** What the table port calls. */
const operations = [Operation.GET_ITEM, Operation.QUERY, Operation.TRANSACT_WRITE_ITEMS]

/** Where the api function's own figures stand. */
export const metricsOf = (stage: Stage): string => `YikeLinli/${stage}`

/** One broken slice drowns in the figures of all: each is watched by itself. */
const sliceWatches = (stage: Stage): Record<string, Watch> =>
  Object.fromEntries(
    Object.keys(contract).map(slice => [
      `${slice}-failures`,
      {
        says: `More than two answers of ${slice} within five minutes are a 5xx; the log names the endpoint.`,
        metric: new Metric({
          namespace: metricsOf(stage),
          metricName: 'failures',
          dimensionsMap: { slice },
          statistic: Stats.SUM,
          ...FIVE_MINUTES,
        }),
        above: 2,
        periods: [2, 3],
      },
    ]),
  )

const turnedAway = (lambda: IFunction, bad: number, says: string): Watch => ({
  says,
  metric: lambda.metricThrottles(MINUTE),
  above: 0,
  periods: [bad, 5],
})

const watches = ({
  deployment,
  table,
  door,
  api,
  calendars,
  stream,
  clock,
  lost,
}: Watched): Record<string, Watch> => ({
  'api-failures': {
    says: 'More than 1 of 100 requests ends in a 5xx. A handful of requests proves nothing and counts as none.',
    metric: new MathExpression({
      expression: 'IF(requests >= 20, 100 * failures / requests, 0)',
      usingMetrics: {
        failures: door.metricServerError({ ...FIVE_MINUTES, statistic: Stats.SUM }),
        requests: door.metricCount({ ...FIVE_MINUTES, statistic: Stats.SUM }),
      },
      label: '5xx in 100',
      ...FIVE_MINUTES,
    }),
    above: 1,
    periods: [2, 3],
  },
  ...sliceWatches(deployment.stage),
  'api-slow': {
    says: 'The slowest request of a hundred takes more than 2 s.',
    metric: door.metricLatency({ ...FIVE_MINUTES, statistic: Stats.p(99) }),
    above: 2_000,
    periods: [3, 3],
  },
  'api-throttled': turnedAway(api, 2, 'Lambda turns requests away: the function is at its limit.'),
  'calendars-throttled': turnedAway(
    calendars,
    3,
    'Lambda turns calendars away: more of them read at once than the function may answer.',
  ),
  'stream-throttled': turnedAway(stream, 3, 'Lambda turns the stream’s function away.'),
  'stream-late': {
    says: 'Reactions are more than five minutes behind what was committed.',
    metric: stream.metric('IteratorAge', { ...MINUTE, statistic: Stats.MAXIMUM }),
    above: 5 * 60_000,
    periods: [3, 5],
  },
  'stream-lost': {
    says: 'A change of the table was given up on. Within 24 hours: npm run redrive.',
    metric: lost.metricApproximateNumberOfMessagesVisible({ ...MINUTE, statistic: Stats.MAXIMUM }),
    above: 0,
  },
  'clock-failures': {
    says: 'What is due each minute was not done three times in five.',
    metric: clock.metricErrors(MINUTE),
    above: 0,
    periods: [3, 5],
  },
  'clock-throttled': turnedAway(clock, 3, 'Lambda turns the clock away.'),
  'clock-stopped': {
    says: 'For a quarter of an hour nobody called the clock.',
    metric: new MathExpression({
      expression: 'IF(calls > 0, 0, 1)',
      usingMetrics: { calls: clock.metricInvocations(FIVE_MINUTES) },
      label: 'silent',
      ...FIVE_MINUTES,
    }),
    above: 0,
    periods: [3, 3],
    silenceIsBad: true,
  },
  'table-throttled': {
    says: 'DynamoDB turns requests away: a partition is too hot, or the account at its limit.',
    metric: table.metricThrottledRequestsForOperations({ operations, ...FIVE_MINUTES }),
    above: 0,
    periods: [2, 3],
  },
  'table-failures': {
    says: 'DynamoDB itself fails.',
    metric: table.metricSystemErrorsForOperations({ operations, ...FIVE_MINUTES }),
    above: 0,
    periods: [2, 3],
  },
})

export const defineAlarms = (stack: Stack, watched: Watched): void => {
  const { stage, alarmEmail } = watched.deployment
  const topic = alarmTopic(stack, stage)
  if (alarmEmail) topic.addSubscription(new EmailSubscription(alarmEmail))
  const tell = new SnsAction(topic)
  for (const [name, watch] of Object.entries(watches(watched))) {
    const [bad, of] = watch.periods ?? [1, 1]
    const alarm = new Alarm(stack, `Alarm-${name}`, {
      alarmName: `yike-linli-${stage}-${name}`,
      alarmDescription: watch.says,
      metric: watch.metric,
      threshold: watch.above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      datapointsToAlarm: bad,
      evaluationPeriods: of,
      treatMissingData: watch.silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(tell)
    alarm.addOkAction(tell)
  }
}
