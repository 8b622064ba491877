/** The product as CloudFormation will see it, in both partitions and at both stages. Each is synthesised once. */
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
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

export type Synthesis = ReturnType<typeof synthesise>

/** A new app each time. Its assembly is in a temporary folder. */
export const synthesise = (deployment: Deployment) => {
  const app = newApp()
  const { data, service } = defineProduct(app, deployment)
  return { app, data: Template.fromStack(data), service: Template.fromStack(service), assembly: app.synth() }
}

export const newApp = (): App => new App({ context: cdk.context })

const known = new Map<string, Synthesis>()
export const synthesisOf = (deployment: Deployment): Synthesis => {
  const name = JSON.stringify(deployment)
  const synthesis = known.get(name) ?? synthesise(deployment)
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
