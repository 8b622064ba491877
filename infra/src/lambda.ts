/** One Lambda of ours: its bundle, a role that starts with nothing, a log with an end, an encrypted environment. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Duration, RemovalPolicy, Stage as Assembly } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { bundle, type Entry } from './bundle'
import { type Stage, stageRules } from './stage'
import { type EncryptedTable, grantTableAccess } from './table-access'

export interface LambdaProps {
  readonly stage: Stage
  readonly data: EncryptedTable
  readonly description: string
  readonly memoryMb: number
  readonly timeout: Duration
  readonly environment: Readonly<Record<string, string>>
  readonly environmentKey: IKey
}

export const defineLambda = (scope: Construct, entry: Entry, props: LambdaProps): LambdaFunction => {
  const id = `${entry[0]?.toUpperCase()}${entry.slice(1)}`
  const { reserved } = stageRules[props.stage]
  const logGroup = defineLog(scope, `${id}Log`, props.stage)
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  logGroup.grantWrite(role)
  props.environmentKey.grantDecrypt(role)
  grantTableAccess(role, props.data)
  return new LambdaFunction(scope, id, {
    description: props.description,
    code: codeOf(scope, entry),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    memorySize: props.memoryMb,
    timeout: props.timeout,
    environment: { ...props.environment },
    environmentEncryption: props.environmentKey,
    role,
    logGroup,
    ...(reserved && { reservedConcurrentExecutions: reserved[entry] }),
  })
}

export const defineLog = (scope: Construct, id: string, stage: Stage): LogGroup => {
  const { keeps, logDays } = stageRules[stage]
  return new LogGroup(scope, id, {
    retention: logDays,
    removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
}

/** The source map stays in the folder `maps` of the cloud assembly, beside the assets and not in one. */
const codeOf = (scope: Construct, entry: Entry): Code => {
  const outdir = Assembly.of(scope)?.assetOutdir
  if (!outdir) throw new Error('a function needs an app around it')
  const folder = join(outdir, 'bundles', entry)
  const maps = join(outdir, 'maps')
  for (const path of [folder, maps]) mkdirSync(path, { recursive: true })
  const { code, map } = bundle(entry)
  writeFileSync(join(folder, 'index.js'), code)
  writeFileSync(join(maps, `${entry}.js.map`), map)
  return Code.fromAsset(folder)
}
