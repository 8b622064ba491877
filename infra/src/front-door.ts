/** The HTTP API before the api function: limits, who may call from a browser, and a log without people. */
import { api as contract } from '@yike/shared/api'
import type { Slice } from '@yike/shared/kernel/contract'
import { Duration, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { defineLog } from './lambda'
import { type Deployment, stageRules } from './stage'

/**
 * Times, sizes and outcomes. No address, no agent and no path: an address is personal information, and a path names
 * somebody's case. The function's own log says which endpoint it was.
 */
const logged = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  method: '$context.httpMethod',
  status: '$context.status',
  bytes: '$context.responseLength',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  failure: '$context.error.responseType',
} as const

export const defineFrontDoor = (
  scope: Construct,
  { stage, h5Origins }: Deployment,
  { api, calendars }: { readonly api: IFunction; readonly calendars: IFunction },
): HttpApi => {
  const door = new HttpApi(scope, 'HttpApi', {
    description: `Yike Linli ${stage}`,
    createDefaultStage: false,
    // One route for all but what calendars read: the contract routes, and what it does not know gets a problem+json like any other refusal.
    defaultIntegration: new HttpLambdaIntegration('ApiIntegration', api),
    ...(h5Origins.length > 0 && {
      corsPreflight: {
        allowOrigins: [...h5Origins],
        allowMethods: contractMethods(),
        allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
        exposeHeaders: ['x-request-id'],
        maxAge: Duration.hours(1),
      },
    }),
  })
  door.addRoutes({
    path: '/calendars/{link}',
    methods: [HttpMethod.GET, HttpMethod.HEAD],
    integration: new HttpLambdaIntegration('CalendarsIntegration', calendars),
  })
  new HttpStage(scope, 'HttpStage', {
    httpApi: door,
    stageName: '$default',
    autoDeploy: true,
    throttle: stageRules[stage].throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(defineLog(scope, 'AccessLog', stage)),
      format: AccessLogFormat.custom(JSON.stringify(logged)),
    },
  })
  Validations.of(door).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'Each endpoint names who may call it in the contract, and platform/http refuses the rest. An authorizer of ' +
      'the gateway cannot tell the endpoints apart here, nor check a token that is signed with a shared secret.',
  })
  return door
}

const contractMethods = (): CorsHttpMethod[] => {
  const methods = Object.values<Slice>(contract).flatMap(({ endpoints }) =>
    Object.values(endpoints).map(({ method }) => CorsHttpMethod[method]),
  )
  return [...new Set(methods)].sort()
}
