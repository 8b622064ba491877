/** The whole product in one place of one partition, held against the rules of cdk-nag whenever it is synthesised. */
import { type App, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { DataStack } from './data-stack'
import { ServiceStack } from './service-stack'
import { type Deployment, stageRules } from './stage'

export const defineProduct = (
  app: App,
  deployment: Deployment,
): { data: DataStack; service: ServiceStack } => {
  const { stage, region } = deployment
  const placed = { env: { region }, terminationProtection: stageRules[stage].keeps }
  const data = new DataStack(app, `yike-linli-${stage}-data`, { ...placed, deployment })
  const service = new ServiceStack(app, `yike-linli-${stage}-service`, { ...placed, deployment, data })
  Tags.of(app).add('product', 'yike-linli')
  Tags.of(app).add('stage', stage)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return { data, service }
}
