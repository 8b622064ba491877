import { readEnv, readStreamEnv, readTableEnv } from '@yike/functions/platform/env'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { entries } from '../src/bundle'
import { deniesPlainText, deployments, named, ofType, synthesisOf } from './synthesis'

const LAMBDA = 'AWS::Lambda::Function'

describe.each(deployments)('the service in $stage, $region', deployment => {
  const { service } = synthesisOf(deployment)
  const { stage } = deployment

  test('has four functions on one runtime, each with a limit in time and a log of its own', () => {
    expect(ofType(service, LAMBDA)).toHaveLength(entries.length)
    for (const entry of entries) {
      const { Properties } = named(service, LAMBDA, entry)
      expect(Properties.Runtime).toBe('nodejs24.x')
      expect(Properties.Timeout).toBeLessThanOrEqual(60)
      expect(Properties.LoggingConfig.LogGroup.Ref).toMatch(new RegExp(`^${entry}Log`))
    }
  })

  test.each([
    [
      'api',
      readEnv,
      [
        ...['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_PUSH_KEY', 'WECHAT_PUSH_TOKEN', 'YIKE_METRICS'],
        ...['YIKE_PHOTOS', 'YIKE_PHOTOS_URL', 'YIKE_TABLE', 'YIKE_TOKEN_SECRET'],
      ],
    ],
    [
      'stream',
      readStreamEnv,
      ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'YIKE_PHOTOS', 'YIKE_PHOTOS_URL', 'YIKE_TABLE'],
    ],
    ['calendars', readTableEnv, ['YIKE_TABLE']],
    ['clock', readTableEnv, ['YIKE_TABLE']],
  ] as const)(
    'tells %s what it asks for and nothing else, encrypted with a key of ours',
    (entry, read, names) => {
      const { Environment, KmsKeyArn } = named(service, LAMBDA, entry).Properties
      const given = Object.keys(Environment.Variables)
      // A function's role is in its environment without our doing.
      const role = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
      const told = Object.fromEntries([...given, ...role].map(name => [name, name.padEnd(32, '.')]))
      expect(() => read(told)).not.toThrow()
      expect(given.sort()).toEqual(names)
      expect(KmsKeyArn['Fn::GetAtt'][0]).toMatch(/^EnvironmentKey/)
    },
  )

  test('holds no secret, only where each is kept', () => {
    const { Variables } = named(service, LAMBDA, 'api').Properties.Environment
    for (const name of ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_PUSH_KEY', 'YIKE_TOKEN_SECRET'])
      expect(JSON.stringify(Variables[name])).toMatch(/\{\{resolve:secretsmanager:/)
    expect(JSON.stringify(Variables.WECHAT_APP_SECRET)).toContain(`yike-linli/${stage}/wechat`)
  })

  test('makes a token secret that is long enough for env.ts', () => {
    const [secret] = ofType(service, 'AWS::SecretsManager::Secret')
    expect(secret?.Properties.GenerateSecretString.PasswordLength).toBeGreaterThanOrEqual(32)
  })

  test('lets the stream report one bad item, halve a batch, and give up in the end into an encrypted queue', () => {
    const queue = Object.keys(service.findResources('AWS::SQS::Queue'))[0]
    service.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 43_200,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [queue, 'Arn'] } } },
    })
    service.hasResourceProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true })
    service.hasResourceProperties('AWS::SQS::QueuePolicy', { PolicyDocument: deniesPlainText('sqs:*') })
  })

  test('calls the clock once a minute and never again for the same minute', () => {
    const once = { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 }
    service.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: [Match.objectLike({ RetryPolicy: once })],
    })
    service.hasResourceProperties('AWS::Lambda::EventInvokeConfig', once)
    expect(named(service, LAMBDA, 'clock').Properties.Timeout).toBeLessThan(60)
  })

  test('answers at the default stage of one HTTP API that is limited', () => {
    const { DefaultRouteSettings, StageName } =
      ofType(service, 'AWS::ApiGatewayV2::Stage')[0]?.Properties ?? {}
    expect(StageName).toBe('$default')
    expect(DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0)
    expect(DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0)
  })

  test('lets calendars read by a function of their own, and all else go to the api', () => {
    const routes = ofType(service, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey)
    expect(routes.sort()).toEqual(['$default', 'GET /calendars/{link}', 'HEAD /calendars/{link}'])
  })

  test('logs each request without saying who made it or what about', () => {
    const { Format } = ofType(service, 'AWS::ApiGatewayV2::Stage')[0]?.Properties.AccessLogSettings ?? {}
    const told = [...Format.matchAll(/\$context\.([\w.]+)/g)].map(match => match[1])
    expect(told.sort()).toEqual([
      'error.responseType',
      'httpMethod',
      'integrationLatency',
      'requestId',
      'requestTime',
      'responseLatency',
      'responseLength',
      'status',
    ])
  })

  test('lets no browser in unless told which', () => {
    expect(ofType(service, 'AWS::ApiGatewayV2::Api')[0]?.Properties.CorsConfiguration).toBeUndefined()
  })

  test('keeps logs for a time that is set, and in prod for the six months of the law', () => {
    const logs = ofType(service, 'AWS::Logs::LogGroup')
    expect(logs).toHaveLength(entries.length + 1)
    for (const { Properties, DeletionPolicy } of logs) {
      expect(Properties.RetentionInDays).toBeGreaterThanOrEqual(stage === 'prod' ? 180 : 1)
      expect(DeletionPolicy).toBe(stage === 'prod' ? 'Retain' : 'Delete')
    }
  })

  test('sets executions aside for every function in prod, and none in dev', () => {
    for (const entry of entries) {
      const { ReservedConcurrentExecutions: reserved } = named(service, LAMBDA, entry).Properties
      expect(reserved === undefined).toBe(stage === 'dev')
    }
  })
})

test('browsers may call from the origins that are named, with the methods of the contract', () => {
  const origins = ['https://linli.example.cn', 'https://test.example.cn:8443']
  const { service } = synthesisOf({ stage: 'dev', region: 'cn-north-1', h5Origins: origins })
  service.hasResourceProperties('AWS::ApiGatewayV2::Api', {
    CorsConfiguration: {
      AllowOrigins: origins,
      AllowMethods: ['GET', 'POST', 'PUT'],
      AllowHeaders: ['authorization', 'content-type', 'idempotency-key'],
      AllowCredentials: Match.absent(),
    },
  })
})
