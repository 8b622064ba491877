/** The product as CloudFormation will see it, in both partitions and at both stages. Each is synthesised once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { afterAll } from 'vitest'
import cdk from '../cdk.json' with { type: 'json' }
import { defineProduct } from '../src/product'
import type { Deployment } from '../src/stage'

const dev = { stage: 'dev', h5Origins: [] } as const
const prod = { stage: 'prod', h5Origins: [], alarmEmail: 'duty@example.cn' } as const

export const deployments: readonly (Deployment & { readonly partition: string })[] = [
  { ...dev, region: 'ap-southeast-1', partition: 'aws' },
  { ...dev, region: 'cn-north-1', partition: 'aws-cn' },
  { ...prod, region: 'ap-southeast-1', partition: 'aws' },
  { ...prod, region: 'cn-northwest-1', partition: 'aws-cn' },
]

export interface Resource {
  readonly Type: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever CloudFormation has for this type
  readonly Properties: any
  readonly DeletionPolicy?: string
}

/** A new app each time, checked by cdk-nag and by CloudFormation's own rules. */
export const synthesise = (deployment: Deployment) => {
  const app = newApp()
  const { data, service } = defineProduct(app, deployment)
  return { app, data: Template.fromStack(data), service: Template.fromStack(service), assembly: app.synth() }
}

const folder = mkdtempSync(join(tmpdir(), 'yike-assembly-'))
afterAll(() => rmSync(folder, { recursive: true }))

export const newApp = (): App => new App({ context: cdk.context, outdir: mkdtempSync(join(folder, 'app-')) })

export type Synthesis = ReturnType<typeof synthesise>
const known = new Map<string, Synthesis>()

/** The same one each time. CloudFormation's rules take seconds to load and stay out of it: product.test has them. */
export const synthesisOf = (deployment: Deployment): Synthesis => {
  const name = JSON.stringify(deployment)
  const before = process.env.CDK_VALIDATION
  process.env.CDK_VALIDATION = 'false'
  const synthesis = known.get(name) ?? synthesise(deployment)
  if (before === undefined) delete process.env.CDK_VALIDATION
  else process.env.CDK_VALIDATION = before
  known.set(name, synthesis)
  return synthesis
}

export const ofType = (template: Template, type: string): Resource[] =>
  Object.values(template.findResources(type)) as Resource[]

/** By the beginning of its logical id. */
export const named = (template: Template, type: string, start: string): Resource => {
  const found = Object.entries(template.findResources(type)).filter(([id]) => id.startsWith(start))
  const [, resource] = found[0] ?? []
  if (!resource || found.length > 1)
    throw new Error(`${found.length} resources of ${type} begin with ${start}`)
  return resource as Resource
}

/** Of a policy: what comes without TLS is refused. */
export const deniesPlainText = (action: string) => ({
  Statement: Match.arrayWith([
    Match.objectLike({
      Effect: 'Deny',
      Action: action,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  ]),
})
