/** One Lambda of ours: its bundle, a role that starts with nothing, a log with an end, an encrypted environment. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stage as Assembly, type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
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

export class Lambda extends Construct {
  readonly role: Role
  readonly function: LambdaFunction

  constructor(scope: Construct, entry: Entry, props: LambdaProps) {
    super(scope, entry)
    const { reserved } = stageRules[props.stage]
    const logGroup = defineLog(this, 'Log', props.stage)
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(this.role)
    props.environmentKey.grantDecrypt(this.role)
    grantTableAccess(this.role, props.data)
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      code: codeOf(this, entry),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      memorySize: props.memoryMb,
      timeout: props.timeout,
      environment: { ...props.environment },
      environmentEncryption: props.environmentKey,
      role: this.role,
      logGroup,
      ...(reserved && { reservedConcurrentExecutions: reserved[entry] }),
    })
  }
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
